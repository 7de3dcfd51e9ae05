import type { AnnexView, Project } from '../annex/annex';
import { isColumn, lowestLabel } from '../annex/place';
import { columnLetters } from '../sheet/address';
import type { Span } from '../sheet/snapshot';
import { quote } from '../rule/figures';
import type { Report, Rule } from '../rule/rule';

export const rule: Rule = {
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
  check(annex, report) {
    reportRows(annex, report);
    reportColumns(annex, report);
  },
};

/** Names that a message tells before it says …… */
const MOST_NAMES = 3;

/** A row that holds figures: a project with the rows of its indicators, or a row of sums. */
interface FilledRow extends Span {
  readonly name: string;
  readonly project: Project | null;
}

function reportRows(annex: AnnexView, report: (finding: Report) => void): void {
  const spans = joined(annex.hiddenRows);
  if (spans.length === 0) return;
  const filled: FilledRow[] = [
    ...annex.projects.map((project) => ({
      first: project.row,
      last: project.lastRow,
      name: project.name,
      project,
    })),
    ...annex.totals.map(({ row, label }) => ({ first: row, last: row, name: label, project: null })),
  ].sort((a, b) => a.first - b.first);
  const column = Math.min(annex.range.firstColumn, ...annex.places.filter(isColumn).map(({ line }) => line));
  let next = 0;
  for (const span of spans) {
    while (next < filled.length && filled[next]!.last < span.first) next++;
    let end = next;
    while (end < filled.length && filled[end]!.first <= span.last) end++;
    const [first] = filled.slice(next, next + 1);
    if (!first || end === next) continue;
    const names = filled.slice(next, Math.min(end, next + MOST_NAMES)).map(({ name }) => quote(name));
    report({
      cell: { row: Math.max(span.first, first.first), column },
      project: first.project,
      message: span.first === span.last ? 'row' : 'rows',
      data: {
        first: String(span.first + 1),
        last: String(span.last + 1),
        count: String(end - next),
        names: namesText(names, end - next),
      },
    });
  }
}

function reportColumns(annex: AnnexView, report: (finding: Report) => void): void {
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

function namesText(names: readonly string[], count: number): string {
  return `${names.map((name) => `“${name}”`).join('、')}${count > names.length ? '……' : ''}`;
}
