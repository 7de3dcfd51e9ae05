import type { Indicator, Project } from '../annex/annex';
import { foldText } from '../annex/text';
import type { TextCell } from '../annex/values/text-cell';
import { cellOf, placeText } from '../facts/across/place-on-sheet';
import { bare } from '../facts/texts/completion-words';
import { MOST_RELATED } from '../rule/finding';
import { isPart } from '../facts/indicators/indicators';
import { quote } from '../rule/figures';
import {
  defineRule,
  refOf,
  type AnnexOfWorkbook,
  type Learning,
  type ProjectRef,
  type Report,
} from '../rule/rule';
import { positionOf, type CellPosition } from '../sheet/address';
import { fingerprint } from './duplicate-indicator/fingerprint';
import { isSubstantial } from './duplicate-indicator/substance';

/** The first project with a text that only copies share, as far as copies of it are compared with it. */
interface First extends ProjectRef {
  /** Fingerprint of its indicators. */
  readonly indicators: number;
  readonly head: CellPosition;
}

/** The projects with such a text, in their order: of each an element in every list. Plain. */
interface LearntGoals {
  /** Fingerprint of the text. */
  readonly keys: number[];
  readonly projects: ProjectRef[];
  readonly indicators: number[];
  readonly heads: CellPosition[];
  form: FormGoals | null;
}

/** The one project of a form, as far as copies of it are looked for among the other forms of the workbook. Plain. */
interface FormGoals extends First {
  readonly key: number;
}

/** The texts that several projects have, each with the first of these. */
interface SharedGoals {
  /** Of a form with enough indicators. */
  readonly form: FormGoals | null;
  /** In ascending order. */
  readonly keys: readonly number[];
  readonly firsts: readonly First[];
  /** The indexes of the other projects that have them, in ascending order. */
  readonly others: readonly number[];
}

const goalsOfProjects: Learning<LearntGoals, SharedGoals> = {
  empty: () => ({ keys: [], projects: [], indicators: [], heads: [], form: null }),
  add(learnt, project, { annex: { layout } }) {
    const key = keyOf(project);
    if (key === null) return;
    const { keys, projects, indicators, heads } = learnt;
    keys.push(key);
    projects.push(refOf(project));
    indicators.push(indicatorsPrint(project));
    heads.push(positionOf(headOf(project)));
    if (layout !== 'form' || !hasEnough(project)) return;
    const head = positionOf(headOf(project));
    learnt.form = { ...refOf(project), key, indicators: indicatorsPrint(project), head };
  },
  merge(learnt, further) {
    const { keys, projects, indicators, heads } = learnt;
    learnt.form ??= further.form;
    for (const key of further.keys) keys.push(key);
    for (const project of further.projects) projects.push(project);
    for (const print of further.indicators) indicators.push(print);
    for (const head of further.heads) heads.push(head);
  },
  settle({ keys, projects, indicators, heads, form }) {
    const firstOf = new Map<number, number>();
    const shared = new Set<number>();
    keys.forEach((key, i) => (firstOf.has(key) ? shared.add(key) : firstOf.set(key, i)));
    const sorted = [...shared].sort((a, b) => a - b);
    const firsts = sorted.map((key): First => {
      const i = firstOf.get(key)!;
      return { ...projects[i]!, indicators: indicators[i]!, head: heads[i]! };
    });
    const others = projects.flatMap(({ index }, i) =>
      shared.has(keys[i]!) && firstOf.get(keys[i]!) !== i ? [index] : [],
    );
    return { keys: sorted, firsts, others, form };
  },
};

/** The first project with the text of that fingerprint, where several have it. */
function firstWith({ keys, firsts }: SharedGoals, key: number): First | undefined {
  return firsts[placeIn(keys, key)];
}

/** Where a number stands among others in ascending order; -1 where it does not. */
function placeIn(sorted: readonly number[], number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === number ? low : -1;
}

export const rule = defineRule({
  meta: {
    id: 'duplicate-indicator',
    name: { 'zh-CN': '指标重复', en: 'Duplicate indicator' },
    description: {
      'zh-CN':
        '同一项目的两个维度用了同一指标，自评表内同类指标的名称、指标值都相同（完成情况不同的为提示），指标照抄年度目标，或同一单位两个项目（同一张表内，或同一工作簿的两张自评表）的目标和指标完全相同。只有“≥95%”“按时完成”之类通用内容的不比较；仅批次、年份不同的项目和人员、公用经费类项目为提示。四张以上自评表照抄同一张的，合并为一条并列出张数。',
      en: 'One indicator stands in two dimensions of a project, or twice in one dimension of a form with the same target (a note where the results differ), an indicator repeats the annual goal, or two projects of a unit, in one table or in two forms of a workbook, have the same goal and indicators throughout. Generic contents (≥95%, 按时完成) are not compared; a note for projects that differ by batch or year only, and for those of staff and running costs. Of four copies of one form or more a single finding speaks, and says how many there are.',
    },
    topic: 'indicator',
    severity: 'warning',
    severities: ['info'],
    requires: [['indicator.*.target', 'indicator.*.name']],
    fix: 'none',
    basis: ['评审惯例'],
    habit: { text: 'other' },
    messages: {
      dimension: {
        'zh-CN': '指标“{text}”与另一维度的指标相同，同一指标不宜重复设置。请替换为反映本维度的指标。',
        en: 'The indicator "{text}" stands in another dimension, too. Use one that measures this dimension.',
      },
      goal: {
        'zh-CN': '指标“{text}”照抄年度目标，未予细化。请改为可衡量的指标。',
        en: 'The indicator "{text}" repeats the annual goal. Break it down into something to measure.',
      },
      project: {
        'zh-CN': '目标和指标与项目“{other}”完全相同，疑为复制。请按本项目内容核实填写。',
        en: 'Goal and indicators are the same as those of "{other}". Check them against what this project is about.',
      },
      twice: {
        'zh-CN': '指标“{text}”（指标值“{target}”）在同类指标中重复设置。请删除重复的指标，或写明区别。',
        en: 'The indicator "{text}" (target "{target}") is set twice at the same level. Take one away, or say how they differ.',
      },
      forms: {
        'zh-CN':
          '本表等 {count} 张自评表的目标和指标与项目“{other}”的自评表（{place}）完全相同，疑为复制。请按各项目内容核实填写。',
        en: 'Goal and indicators of {count} forms, this one among them, are the same as in the form of "{other}" ({place}). Check each against what its project is about.',
      },
      form: {
        'zh-CN': '目标和指标与项目“{other}”的自评表（{place}）完全相同，疑为复制。请按本项目内容核实填写。',
        en: 'Goal and indicators are the same as in the form of "{other}" ({place}). Check them against what this project is about.',
      },
    },
  },
  learn: goalsOfProjects,
  atOnce(project, context, report) {
    const substance = context.fact(knownSubstance);
    withinProject(project, substance, report);
    if (context.annex.layout !== 'wide') setTwice(project, substance, report);
  },
  project(project, { learnt }, report) {
    if (placeIn(learnt.others, project.index) >= 0) withEarlier(project, learnt, report);
  },
  workbook({ annexes }) {
    copiedForms(annexes);
  },
});

/** Copies of one form from which on one finding speaks for all of them. */
const MANY_COPIES = 4;

/** Compares each form with the first one of its unit in the workbook that has the same goal and indicators. */
function copiedForms(annexes: readonly Copies[]): void {
  const groups = new Map<string, [first: Copies, ...copies: Copies[]]>();
  for (const annex of annexes) {
    const { form } = annex.learnt;
    if (!form || !annex.annex.fields.some((field) => field.endsWith('.result'))) continue;
    const key = JSON.stringify([form.key, form.indicators, form.unit, annex.annex.year]);
    const group = groups.get(key);
    if (!group) groups.set(key, [annex]);
    else if (!equal(group[0].learnt.form!.name, form.name)) group.push(annex);
  }
  for (const [before, ...copies] of groups.values()) {
    const first = before.learnt.form!;
    const isAlike = ({ learnt: { form } }: Copies): boolean => mayBeAlike(first, form!);
    // What batches and years have in common is no habit of copying.
    const copied = copies.filter((copy) => !isAlike(copy));
    if (copied.length >= MANY_COPIES) reportCopies(before, copied);
    for (const copy of copied.length >= MANY_COPIES ? copies.filter(isAlike) : copies) {
      const form = copy.learnt.form!;
      copy.report({
        severity: isAlike(copy) ? 'info' : undefined,
        cell: form.head,
        related: [cellOf(first.head, before.annex)],
        project: form,
        message: 'form',
        data: { other: quote(first.name), place: placeText(first.head, before.annex, copy.annex) },
      });
    }
  }
}

type Copies = AnnexOfWorkbook<SharedGoals>;

/** One finding for all copies of a form, at the first of them. */
function reportCopies(before: Copies, [at, ...others]: readonly Copies[]): void {
  const first = before.learnt.form!;
  const form = at!.learnt.form!;
  const related = [before, ...others].map(({ annex, learnt }) => cellOf(learnt.form!.head, annex));
  at!.report({
    cell: form.head,
    related: related.slice(0, MOST_RELATED),
    project: form,
    message: 'forms',
    data: {
      count: String(others.length + 1),
      other: quote(first.name),
      place: placeText(first.head, before.annex, at!.annex),
    },
    actual: others.length + 1,
  });
}

type Heard = (finding: Report) => void;

function withinProject(project: Project, substance: Map<string, boolean>, report: Heard): void {
  const { indicators } = project;
  const { annualGoal } = project.narrative;
  const goal = annualGoal?.answered && annualGoal.text.length >= SHORTEST ? annualGoal : null;
  for (let later = 0; later < indicators.length; later++) {
    const indicator = indicators[later]!;
    const cell = labelOf(indicator);
    if (!cell || !isLong(cell.text)) continue;
    if (goal && repeats(cell.text, goal.text)) {
      report({
        severity: indicator.kind === 'quantity' && cell.text.length >= LONG ? undefined : 'info',
        cell,
        related: [goal],
        project,
        message: 'goal',
        data: { text: quote(cell.text) },
        actual: cell.text,
      });
      continue;
    }
    for (let earlier = 0; earlier < later; earlier++) {
      const other = indicators[earlier]!;
      const same = other.kind === indicator.kind ? null : labelOf(other);
      if (!same || !equal(cell.text, same.text) || !names(indicator, cell, substance)) continue;
      report({
        severity: asksTheSame(indicator, other) ? undefined : 'info',
        cell,
        related: [same],
        project,
        message: 'dimension',
        data: { text: quote(cell.text) },
        actual: cell.text,
      });
      break;
    }
  }
}

/**
 * The same indicator twice in a form, in name, kind and target: stages and places have targets of their own, or are told apart
 * by their names. Results that differ tell of two things all the same, which are to be told apart.
 */
function setTwice(project: Project, substance: Map<string, boolean>, report: Heard): void {
  const firsts = new Map<string, Indicator>();
  for (const indicator of project.indicators) {
    const { name, target, result, kind } = indicator;
    if (!name?.answered || !target?.answered || isPart(indicator)) continue;
    if (!isLong(name.text) || !isKnownSubstantial(name.text, substance)) continue;
    const key = JSON.stringify([kind, foldedText(name), foldText(indicator.asked?.text ?? target.text)]);
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, indicator);
      continue;
    }
    // One cell that is merged over several rows names them all.
    if (first.name!.row === name.row && first.name!.column === name.column) continue;
    report({
      severity: equal(first.result?.text ?? '', result?.text ?? '') ? undefined : 'info',
      cell: name,
      related: [first.name!],
      project,
      message: 'twice',
      data: { text: quote(name.text), target: quote(target.text) },
      actual: name.text,
    });
  }
}

/** Shorter texts name nothing, but for rates (出勤率). Characters. */
const SHORTEST = 4;

function isLong(text: string): boolean {
  return text.length >= SHORTEST || (text.length === SHORTEST - 1 && text.endsWith('率'));
}

/** A goal this long says more than a name does. Characters. */
const LONG = 12;

/** The cell that says what is measured: the name, or the target where name and value share a cell. */
function labelOf({ name, target }: Indicator): TextCell | null {
  if (name?.answered) return name;
  return name === null && target?.answered ? target : null;
}

function asksTheSame(a: Indicator, b: Indicator): boolean {
  if (a.name === null || b.name === null) return true;
  return equal(a.target?.text ?? '', b.target?.text ?? '');
}

/** White space and full-width forms; everything else stays as it is when a text is folded. */
function mayFold(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code >= 0xff00 || code === 0x3000 || code === 0xa0) return true;
  }
  return false;
}

/** Equal but for white space and the width of characters; most pairs differ at the first look. */
function equal(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.charCodeAt(0) !== b.charCodeAt(0) || Math.abs(a.length - b.length) > 4) return false;
  if (!mayFold(a) && !mayFold(b)) return false;
  return foldText(a) === foldText(b);
}

/** Whether the cell tells which indicator it is: a name with a word of its own, or a target with several. */
function names({ name }: Indicator, { text }: TextCell, known: Map<string, boolean>): boolean {
  return isKnownSubstantial(text, known) || (name !== null && /[率度](?:[(（]|$)/.test(text));
}

/** What is known of the names that were met. */
function knownSubstance(): Map<string, boolean> {
  return new Map();
}

function isKnownSubstantial(text: string, known: Map<string, boolean>): boolean {
  let substantial = known.get(text);
  if (substantial === undefined) {
    substantial = isSubstantial(foldText(text));
    known.set(text, substantial);
  }
  return substantial;
}

/** Whether an indicator is the goal over again, with no more than 完成 or 已 left out. */
function repeats(indicator: string, goal: string): boolean {
  if (indicator === goal) return true;
  const more = goal.length - indicator.length;
  if (more > 6 || more < -6) return false;
  const middle = indicator.length >> 1;
  if (!goal.includes(indicator.slice(middle, middle + 3)) && !goal.includes(indicator.slice(0, 4)))
    return false;
  return bare(foldText(indicator)) === bare(foldText(goal));
}

/** Compares a project with the first one of its unit that has the same goal. */
function withEarlier(project: Project, shared: SharedGoals, report: Heard): void {
  const key = keyOf(project);
  const first = key === null ? undefined : firstWith(shared, key);
  if (!first || first.index === project.index || first.unit !== project.unit) return;
  if (equal(first.name, project.name) || !isCopied(first, project)) return;
  report({
    severity: mayBeAlike(first, project) ? 'info' : undefined,
    cell: headOf(project),
    related: [first.head],
    project,
    message: 'project',
    data: { other: quote(first.name) },
  });
}

/** Stands for a text that only copies share: the goal, or where there is none, what the first indicators ask. */
function keyOf({ narrative, indicators }: Project): number | null {
  const { annualGoal } = narrative;
  if (annualGoal?.answered)
    return annualGoal.text.length >= LONG_GOAL ? fingerprint([annualGoal.text]) : null;
  let text = '';
  for (const { name, target } of indicators) {
    if (name?.answered) text += name.text;
    if (target?.answered) text += target.text;
  }
  return text.length >= LONG_INDICATORS ? fingerprint([text]) : null;
}

const LONG_GOAL = 8;
const LONG_INDICATORS = 24;
/** Fewer indicators than this may agree by chance. */
const FEWEST_INDICATORS = 3;

/** Whether all that the indicators say is the same, but for white space and the width of characters. */
function isCopied(first: First, project: Project): boolean {
  return hasEnough(project) && first.indicators === indicatorsPrint(project);
}

function hasEnough({ indicators }: Project): boolean {
  return indicators.filter(({ target }) => target?.answered).length >= FEWEST_INDICATORS;
}

function indicatorsPrint({ indicators }: Project): number {
  const texts: string[] = [];
  for (const { name, target, result } of indicators)
    texts.push(foldedText(name), foldedText(target), foldedText(result));
  return fingerprint(texts);
}

function foldedText(cell: TextCell | null): string {
  if (!cell) return '';
  return mayFold(cell.text) ? foldText(cell.text) : cell.text;
}

function headOf(project: Project): TextCell {
  const { annualGoal } = project.narrative;
  if (annualGoal?.answered) return annualGoal;
  for (const indicator of project.indicators) {
    const cell = labelOf(indicator);
    if (cell) return cell;
  }
  return project.nameCell;
}

/** Batches and years of one project, and costs whose goals a province's system fills in. */
function mayBeAlike(a: ProjectRef, b: ProjectRef): boolean {
  const stem = (name: string): string => foldText(name).replace(BATCH_OR_YEAR, '');
  return stem(a.name) === stem(b.name) || (STANDARD.test(a.name) && STANDARD.test(b.name));
}

const BATCH_OR_YEAR =
  /[([]?(?:20\d\d年?度?|第?[一二三四五六七八九十\d]+批次?|提前下达|预拨|清算|补充)[)\]]?|[-—_]/g;
const STANDARD =
  /工资|薪|人员经费|人员支出|在职人员|聘用人员|临聘|津补贴|津贴|奖金|社会保险|养老保险|医疗保险|公积金|社保|离退休|遗属|抚恤|公用经费|公务费|运转|基本支出|工会经费|福利费|商品和服务支出|党建经费|党组织/;
