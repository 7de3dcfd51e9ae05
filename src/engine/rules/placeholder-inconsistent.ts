import { NARRATIVE_FIELDS, type Indicator, type Project } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import type { NumberCell } from '../annex/values/number-cell';
import type { TextCell } from '../annex/values/text-cell';
import { editOf } from '../rule/edits';
import { withFurther } from '../facts/table/number-cells';
import { moneyFields } from '../facts/table/places';
import { defineRule, type FactContext, type Learning, type Report } from '../rule/rule';

const BLANK = '';
const ZERO = '0';

/** Minorities beyond this share of a place are a habit of their own. */
const FEW = 0.2;

/** How often a sign stands in a place, in the order in which they first do. */
type CountedSigns = [sign: string, count: number][];

/** The sign for nothing that is usual in a place. */
interface Usual {
  readonly sign: string;
  readonly count: number;
  /** The signs that few cells have; blanks are among them where they are few beside all others. */
  readonly rare: readonly string[];
}

/** The signs for nothing by place; told are the places in which there is something to say of one, if any. */
const signsInPlaces: Learning<Record<number, CountedSigns>, Readonly<Record<number, Usual>> | null> = {
  empty: () => ({}),
  add(learnt, project, context) {
    eachSign(project, context.fact(moneyFieldsOf), (sign, cell) => {
      addSigns((learnt[cell.place] ??= []), sign, 1);
    });
  },
  merge(learnt, further) {
    for (const [place, signs] of Object.entries(further))
      for (const [sign, count] of signs) addSigns((learnt[Number(place)] ??= []), sign, count);
  },
  settle(learnt) {
    let mixed: Record<number, Usual> | null = null;
    for (const [place, signs] of Object.entries(learnt)) {
      const usual = usualOf(signs);
      if (usual) (mixed ??= {})[Number(place)] = usual;
    }
    return mixed;
  },
};

function addSigns(signs: CountedSigns, sign: string, count: number): void {
  const known = signs.find(([other]) => other === sign);
  if (known) known[1] += count;
  else signs.push([sign, count]);
}

/** `null` where a place has one sign only, beside blanks that are no exception. */
function usualOf(counted: CountedSigns): Usual | null {
  const written = counted.filter(([sign]) => sign !== BLANK);
  if (written.length === 0) return null;
  // Of two that are equally common, the one that comes first in the place is the usual one.
  const [sign, count] = written.reduce((most, each) => (each[1] > most[1] ? each : most));
  const signs = written.reduce((sum, each) => sum + each[1], 0);
  const blanks = counted.find(([each]) => each === BLANK)?.[1] ?? 0;
  const rare = written.filter((each) => each[1] <= signs * FEW).map(([each]) => each);
  if (blanks > 0 && blanks <= (signs + blanks) * FEW) rare.push(BLANK);
  return written.length > 1 || rare.includes(BLANK) ? { sign, count, rare } : null;
}

function moneyFieldsOf({ annex }: FactContext): readonly MoneyField[] {
  return moneyFields(annex);
}

export const rule = defineRule({
  meta: {
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
    habit: { text: 'sign' },
    messages: {
      sign: {
        'zh-CN': '本栏空值多填报为“{usual}”（{count} 处），此处填报为“{sign}”。请统一。',
        en: 'This column mostly says "{usual}" for nothing ({count} cells), this cell "{sign}". Keep to one.',
      },
      blank: {
        'zh-CN': '本栏空值多填报为“{usual}”（{count} 处），此处为空。请核对是否漏填，并统一填报方式。',
        en: 'This column mostly says "{usual}" for nothing ({count} cells), this cell is blank. Check that nothing is missing and keep to one.',
      },
      write: { 'zh-CN': '统一为“{usual}”', en: 'Write "{usual}" here, too' },
    },
  },
  learn: signsInPlaces,
  project(project, context, report) {
    const { learnt } = context;
    if (!learnt) return;
    eachSign(project, context.fact(moneyFieldsOf), (sign, cell, ofMoney) => {
      const usual = learnt[cell.place];
      if (usual && usual.sign !== sign && speaksOf(sign, usual, ofMoney))
        report(describe(cell, sign, usual, ofMoney, project));
    });
  },
});

type Cell = NumberCell | TextCell;
type Visit = (sign: string, cell: Cell, money: boolean) => void;

/** Cells that make a majority. */
const ENOUGH = 3;

/** Whether a sign other than the usual one is worth a word. */
function speaksOf(sign: string, { sign: usual, count, rare }: Usual, money: boolean): boolean {
  if (sign === BLANK) return count >= ENOUGH && rare.includes(BLANK) && (!money || usual === ZERO);
  // A zero is a figure, whatever stands around it.
  return sign !== ZERO || !money;
}

function describe(cell: Cell, sign: string, usual: Usual, money: boolean, project: Project): Report {
  const { count } = usual;
  const few = usual.rare.includes(sign) && count >= ENOUGH;
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
  for (const field of money) for (const cell of withFurther(project.money[field])) visitMoney(cell, visit);
  for (const field of NARRATIVE_FIELDS) {
    const cell = project.narrative[field];
    if (cell) visitText(cell, visit, true);
  }
  for (const indicator of project.indicators) visitIndicator(indicator, visit);
}

function visitMoney(cell: NumberCell, visit: Visit): void {
  if (cell.number !== null) {
    if (cell.number === 0 && !cell.asText) visit(ZERO, cell, true);
  } else if (cell.presence === 'blank') visit(BLANK, cell, true);
  else if (cell.presence === 'placeholder') visit(String(cell.raw).trim(), cell, true);
}

/** An indicator that is not used: a sign beside a target or a result is a missing answer instead. */
function visitIndicator({ name, target, result, deviation }: Indicator, visit: Visit): void {
  if (deviation) visitText(deviation, visit, true);
  if (target?.answered || result?.answered) return;
  if (name) visitText(name, visit, false);
  if (target) visitText(target, visit, false);
  if (result) visitText(result, visit, false);
}

/** @param zeros whether 0 says nothing in this column, as it does among reasons */
function visitText(cell: TextCell, visit: Visit, zeros: boolean): void {
  if (cell.presence === 'placeholder') visit(cell.text, cell, false);
  else if (cell.presence === 'blank') visit(BLANK, cell, false);
  else if (zeros && cell.text === ZERO) visit(ZERO, cell, false);
}
