import { listed, type Localised } from '../language';
import { isColumn, lowestLabel } from '../annex/place';
import { columnLetters } from '../sheet/address';
import type { Span } from '../sheet/snapshot';
import { quote } from '../rule/figures';
import type { AnnexFacts } from '../rule/annex-facts';
import { defineRule, learning, refOf, type FactContext, type ProjectRef, type Report } from '../rule/rule';

/** Names that a message tells before it says …… */
const MOST_NAMES = 3;

/** A row that holds figures: a project with the rows of its indicators, or a row of sums. */
interface FilledRow extends Span {
  readonly name: string;
  readonly project: ProjectRef | null;
}

/** The projects in hidden rows. */
interface HiddenProjects {
  count: number;
  /** The first of them. */
  readonly first: FilledRow[];
}

/** The projects in hidden rows, by the index of the rows among those hidden together. */
const hiddenProjects = learning<Record<number, HiddenProjects>>({
  empty: () => ({}),
  add(learnt, project, context) {
    for (const [i, span] of context.fact(hiddenRows).entries()) {
      if (span.first > project.lastRow) break;
      if (span.last < project.row) continue;
      const { row: first, lastRow: last, name } = project;
      addHidden(learnt, i, { count: 1, first: [{ first, last, name, project: refOf(project) }] });
    }
  },
  merge(learnt, further) {
    for (const [i, hidden] of Object.entries(further)) addHidden(learnt, Number(i), hidden);
  },
});

function addHidden(
  learnt: Record<number, HiddenProjects>,
  i: number,
  { count, first }: HiddenProjects,
): void {
  const known = (learnt[i] ??= { count: 0, first: [] });
  known.count += count;
  known.first.push(...first.slice(0, MOST_NAMES - known.first.length));
}

function hiddenRows({ annex }: FactContext): readonly Span[] {
  return joined(annex.hiddenRows);
}

export const rule = defineRule({
  meta: {
    id: 'hidden-rows-or-columns',
    name: { 'zh-CN': '表内有隐藏行列', en: 'Hidden rows or columns' },
    description: {
      'zh-CN':
        '表内有隐藏的项目行、合计行或有标题的列：打印和肉眼审核时看不到，合计却可能包含。隐藏的空行、空列不算。',
      en: 'Rows of projects or sums, or columns with a label, are hidden: readers do not see them, sums may hold them. Hidden blank rows and columns are fine.',
    },
    topic: 'table',
    severity: 'info',
    requires: [],
    fix: 'none',
    basis: ['评审惯例'],
    habit: 'none',
    messages: {
      row: {
        'zh-CN': '第 {first} 行已隐藏（{names}）。请取消隐藏后核对。',
        en: 'Row {first} is hidden ({names}). Show it and check.',
      },
      rows: {
        'zh-CN': '第 {first}–{last} 行已隐藏，其中有 {count} 个项目或合计（{names}）。请取消隐藏后核对。',
        en: 'Rows {first}–{last} are hidden, with {count} projects or sums ({names}). Show them and check.',
      },
      column: {
        'zh-CN': '{first} 列已隐藏（{names}）。请取消隐藏后核对。',
        en: 'Column {first} is hidden ({names}). Show it and check.',
      },
      columns: {
        'zh-CN': '{first}–{last} 列已隐藏（{names}）。请取消隐藏后核对。',
        en: 'Columns {first}–{last} are hidden ({names}). Show them and check.',
      },
    },
  },
  learn: hiddenProjects,
  annex(context, report) {
    const { annex, learnt } = context;
    for (const [i, span] of context.fact(hiddenRows).entries()) {
      const found = rowsReport(annex, span, learnt[i]);
      if (found) report(found);
    }
    reportColumns(annex, report);
  },
});

function rowsReport(annex: AnnexFacts, span: Span, hidden: HiddenProjects | undefined): Report | null {
  const totals = annex.totals
    .filter(({ row }) => row >= span.first && row <= span.last)
    .map(({ row, label }): FilledRow => ({ first: row, last: row, name: label, project: null }));
  const filled = [...(hidden?.first ?? []), ...totals].sort((a, b) => a.first - b.first);
  const [first] = filled;
  if (!first) return null;
  const count = totals.length + (hidden?.count ?? 0);
  const columns = annex.places.filter(isColumn).map(({ line }) => line);
  return {
    cell: { row: Math.max(span.first, first.first), column: Math.min(annex.range.firstColumn, ...columns) },
    project: first.project,
    message: span.first === span.last ? 'row' : 'rows',
    data: {
      first: String(span.first + 1),
      last: String(span.last + 1),
      count: String(count),
      names: namesText(
        filled.slice(0, MOST_NAMES).map(({ name }) => quote(name)),
        count,
      ),
    },
  };
}

function reportColumns(annex: AnnexFacts, report: (finding: Report) => void): void {
  const columns = annex.places.filter(isColumn);
  for (const span of joined(annex.hiddenColumns)) {
    const hidden = columns.filter(({ line }) => line >= span.first && line <= span.last);
    if (hidden.length === 0) continue;
    const names = hidden.slice(0, MOST_NAMES).map((place) => quote(lowestLabel(place)));
    report({
      cell: { row: annex.headerRows?.[0] ?? annex.range.firstRow, column: hidden[0]!.line },
      project: null,
      message: span.first === span.last ? 'column' : 'columns',
      data: {
        first: columnLetters(span.first),
        last: columnLetters(span.last),
        names: namesText(names, hidden.length),
      },
    });
  }
}

/** Neighbouring spans as one, in order. */
function joined(spans: readonly Span[]): Span[] {
  const all: { first: number; last: number }[] = [];
  for (const { first, last } of [...spans].sort((a, b) => a.first - b.first)) {
    const before = all[all.length - 1];
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else all.push({ first, last });
  }
  return all;
}

function namesText(names: readonly string[], count: number): Localised {
  const quoted = listed(names.map((name) => ({ 'zh-CN': `“${name}”`, en: `"${name}"` })));
  return count > names.length ? { 'zh-CN': `${quoted['zh-CN']}……`, en: `${quoted.en} ...` } : quoted;
}
