import { NARRATIVE_FIELDS, type Indicator, type Project } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import type { NumberCell } from '../annex/values/number-cell';
import type { TextCell } from '../annex/values/text-cell';
import { editOf } from '../rule/edits';
import { moneyFields } from '../facts/table/places';
import { rollingRule, type Report, type Rule } from '../rule/rule';

export const rule: Rule = rollingRule(
  {
    id: 'placeholder-inconsistent',
    name: { 'zh-CN': '空值占位符不统一', en: 'Signs for nothing differ' },
    description: {
      'zh-CN':
        '同一栏内表示“没有”的写法（―、—、-、/、无、0、空白）应统一，少数单元格与多数不同即提示。金额栏以 0 为主而个别用横线等占位符的作为提醒，空白的只作提示。已填指标值或完成值的，其占位符属于漏填，不在此列。',
      en: 'A column should have one sign for nothing (―, —, -, /, 无, 0, blank); the few cells that differ from the most are noted. In a column of money with zeros a few dashes are a warning, blanks are only noted. Signs beside a stated target or result are missing answers, which other rules report.',
    },
    topic: 'table',
    severity: 'info',
    severities: ['warning'],
    requires: [],
    fix: 'format',
    basis: ['评审惯例'],
    yieldsTo: [
      'result-missing',
      'target-missing',
      'low-execution-unexplained',
      'budget-zero',
      'number-as-text',
      'fund-sum-mismatch',
      'problems-none',
      'reason-missing',
      'result-without-target',
      'template-residue',
    ],
    messages: {
      sign: {
        'zh-CN': '本栏多用“{usual}”表示没有（{count} 处），这里写作“{sign}”。请统一写法。',
        en: 'This column mostly says "{usual}" for nothing ({count} cells), this cell "{sign}". Keep to one.',
      },
      blank: {
        'zh-CN': '本栏多用“{usual}”表示没有（{count} 处），这里空白。请核对是否漏填，并统一写法。',
        en: 'This column mostly says "{usual}" for nothing ({count} cells), this cell is blank. Check that nothing is missing and keep to one.',
      },
      write: { 'zh-CN': '统一写作“{usual}”', en: 'Write "{usual}" here, too' },
    },
  },
  (annex, report) => {
    const places = new Places();
    const money = moneyFields(annex);
    const count: Visit = (sign, cell, ofMoney) => places.count(cell.place, sign, ofMoney);
    return {
      project(project) {
        eachSign(project, money, count);
      },
      close() {
        if (places.settle() === 0) return;
        const speak: Visit = (sign, cell, ofMoney, project) => {
          const usual = places.usual(cell.place);
          if (usual && usual.sign !== sign && speaksOf(sign, usual, ofMoney))
            report(describe(cell, sign, usual, ofMoney, project));
        };
        for (const project of annex.projects) eachSign(project, money, speak);
      },
    };
  },
);

type Cell = NumberCell | TextCell;
type Visit = (sign: string, cell: Cell, money: boolean, project: Project) => void;

const BLANK = '';
const ZERO = '0';

/** Minorities beyond this share of a column are a habit of their own. */
const FEW = 0.2;
/** Cells that make a majority. */
const ENOUGH = 3;

interface Usual {
  readonly sign: string;
  readonly count: number;
  /** Signs in the column, blanks not counted. */
  readonly signs: number;
  readonly blanks: number;
  readonly bySign: ReadonlyMap<string, number>;
}

/** How often each sign for nothing stands in each place. */
class Places {
  private readonly counts = new Map<number, Map<string, number>>();
  private readonly mixed = new Map<number, Usual>();
  private readonly ofMoney = new Set<number>();
  private last: { place: number; signs: Map<string, number> } | null = null;

  count(place: number, sign: string, money: boolean): void {
    if (this.last?.place !== place) {
      let signs = this.counts.get(place);
      if (!signs) this.counts.set(place, (signs = new Map()));
      if (money) this.ofMoney.add(place);
      this.last = { place, signs };
    }
    const { signs } = this.last;
    signs.set(sign, (signs.get(sign) ?? 0) + 1);
  }

  /** Finds the places with more than one sign; returns how many there are. */
  settle(): number {
    for (const [place, bySign] of this.counts) {
      if (bySign.size < 2) continue;
      let sign: string | null = null;
      let signs = 0;
      for (const [each, count] of bySign) {
        if (each === BLANK) continue;
        signs += count;
        // Of two that are equally common, the one that comes first in the place is the usual one.
        if (sign === null || count > bySign.get(sign)!) sign = each;
      }
      if (sign === null) continue;
      const blanks = bySign.get(BLANK) ?? 0;
      this.mixed.set(place, { sign, count: bySign.get(sign)!, signs, blanks, bySign });
    }
    return this.mixed.size;
  }

  usual(place: number): Usual | undefined {
    return this.mixed.get(place);
  }
}

/** Whether a sign other than the usual one is worth a word. */
function speaksOf(sign: string, { sign: usual, count, signs, blanks }: Usual, money: boolean): boolean {
  if (sign === BLANK)
    return count >= ENOUGH && blanks <= (signs + blanks) * FEW && (!money || usual === ZERO);
  // A zero is a figure, whatever stands around it.
  return sign !== ZERO || !money;
}

function describe(cell: Cell, sign: string, usual: Usual, money: boolean, project: Project): Report {
  const { count, signs, bySign } = usual;
  const few = bySign.get(sign)! <= signs * FEW && count >= ENOUGH;
  const after = money && usual.sign === ZERO ? 0 : usual.sign;
  const write = { title: 'write', data: { usual: usual.sign }, edits: [editOf(cell, { value: after })] };
  // What a blank stands for, only the unit knows.
  const blank = sign === BLANK;
  const computed = 'formula' in cell && cell.formula !== null;
  return {
    severity: money && !blank && usual.sign === ZERO && few ? 'warning' : undefined,
    cell,
    project,
    message: blank ? 'blank' : 'sign',
    data: { usual: usual.sign, sign, count: String(count) },
    expected: after,
    actual: sign,
    ...(blank || computed ? { suggestions: computed ? [] : [write] } : { fix: write }),
  };
}

/** Visits the cells of a project that hold a sign for nothing. */
function eachSign(project: Project, money: readonly MoneyField[], visit: Visit): void {
  for (const field of money) visitMoney(project, field, visit);
  for (const field of NARRATIVE_FIELDS) {
    const cell = project.narrative[field];
    if (cell) visitText(cell, project, visit, true);
  }
  for (const indicator of project.indicators) visitIndicator(indicator, project, visit);
}

function visitMoney(project: Project, field: MoneyField, visit: Visit): void {
  const cell = project.money[field];
  if (!cell) return;
  if (cell.number !== null) {
    if (cell.number === 0 && !cell.asText) visit(ZERO, cell, true, project);
  } else if (cell.presence === 'blank') visit(BLANK, cell, true, project);
  else if (cell.presence === 'placeholder') visit(String(cell.raw).trim(), cell, true, project);
}

/** An indicator that is not used: a sign beside a target or a result is a missing answer instead. */
function visitIndicator(
  { name, target, result, deviation }: Indicator,
  project: Project,
  visit: Visit,
): void {
  if (deviation) visitText(deviation, project, visit, true);
  if (target?.answered || result?.answered) return;
  if (name) visitText(name, project, visit, false);
  if (target) visitText(target, project, visit, false);
  if (result) visitText(result, project, visit, false);
}

/** @param zeros whether 0 says nothing in this column, as it does among reasons */
function visitText(cell: TextCell, project: Project, visit: Visit, zeros: boolean): void {
  if (cell.presence === 'placeholder') visit(cell.text, cell, false, project);
  else if (cell.presence === 'blank') visit(BLANK, cell, false, project);
  else if (zeros && cell.text === ZERO) visit(ZERO, cell, false, project);
}
