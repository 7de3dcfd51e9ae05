import { isBlankValue } from '../../sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { IndicatorRowTemplate } from '../annex';
import { indicatorParts, rowIndicatorRole, type FieldId, type IndicatorRole } from '../field-id';
import type { HeaderBlock } from '../header/find-header';
import type { LabelFeatures, LabelReader } from '../header/label-features';
import type { Place } from '../place';
import { readLabel } from '../text';
import { readLevel } from './row-kinds';

/** Rows of the body that are looked at. */
const SAMPLE = 400;

/** A column of which it is settled whether each of its rows speaks of another indicator. */
interface Column {
  readonly index: number;
  readonly place: Place;
  /** What its lowest label says. */
  readonly features: LabelFeatures | null;
}

type RowRole = IndicatorRole | 'level1' | 'level2';

/** Fields that a label such as 得分 or 偏差原因 is given where nothing but its neighbours tells whose it is. */
const BORROWED: ReadonlySet<FieldId> = new Set<FieldId>([
  'annualGoal',
  'goalCompletion',
  'deviation',
  'totalScore',
  'totalWeight',
  'executionRate.score',
  'executionRate.weight',
]);

/**
 * Finds the columns of a table whose indicators are rows: no label names a kind of indicator, while names, targets and
 * results have columns of their own and the cells of others hold the names of levels (产出指标, 数量指标).
 *
 * @param places the places of the table as its labels and their neighbours tell
 * @returns the places with the fields of such a table; the same where it is none
 */
export function settleIndicatorRows(
  sheet: SheetSnapshot,
  labels: LabelReader,
  block: HeaderBlock,
  places: readonly Place[],
): readonly Place[] {
  const columns = places.map((place, index) => ({ index, place, features: lowestFeatures(place, labels) }));
  if (columns.some(({ place }) => namesAKind(place, labels))) return places;
  const byRole = (role: IndicatorRole): Column[] =>
    columns.filter((column) => isFree(column) && column.features?.role === role && rankOf(column) === null);
  const targets = byRole('target');
  const [result] = byRole('result').reverse();
  const [changed] = byRole('target.adjusted');
  let target = targets[0] ?? changed;
  const valued = target ?? result;
  let [name] = byRole('name');
  const unnamed = name || !valued ? undefined : unnamedBefore(columns, valued);
  const told = [name ?? unnamed, target, result].flatMap((column) => column ?? []);
  if (told.length < 2) return places;

  const sample = readSample(
    sheet,
    block,
    told.map(({ place }) => place.line),
  );
  const levels = levelColumns(
    sheet,
    labels,
    columns,
    sample,
    told.filter((column) => column !== unnamed),
  );
  // What holds nothing but levels names no indicator.
  if (!levels.some(([, column]) => column === unnamed)) name ??= unnamed;
  if (levels.length === 0) {
    if (!name || !target || !result) return places;
    if (sample.further.length === 0 && byRole('score').length === 0) return places;
  }
  // A name beside a result, without a target, is both in one cell: 完成培训12期.
  if (!target) [target, name] = [name, undefined];
  if (!target) return places;

  const found = new Map<number, RowRole>();
  if (name) found.set(name.index, 'name');
  found.set(target.index, 'target');
  if (result) found.set(result.index, 'result');
  if (changed && changed !== target) found.set(changed.index, 'target.adjusted');
  for (const [level, column] of levels) found.set(column.index, level);
  for (const role of FURTHER_ROLES) {
    const candidates =
      role === 'score.reviewed' || role === 'coefficient'
        ? columns.filter(({ place }) => place.field === FIELDS_OF_PROJECTS[role])
        : byRole(role).filter(({ place }) => role !== 'deviation' || !holdsFigures(sheet, sample, place));
    const own = candidates.filter(
      (column) => !found.has(column.index) && ofEachRow(sheet, sample, column, found),
    );
    const best = role === 'weight' ? fullest(sheet, sample, own) : own[0];
    if (best) found.set(best.index, role);
  }
  const first = Math.min(...found.keys());
  const settled = columns.map((column): Place => {
    const { index, place } = column;
    const role = found.get(index);
    if (role) return asRowIndicator(column, role);
    const misled =
      isMisled(column, first) || (place.field === 'deviation' && holdsFigures(sheet, sample, place));
    return misled ? { ...place, field: null, confidence: 'guess' } : place;
  });
  return settled.map((place, index): Place => {
    if (place.field !== null) return place;
    const field = lostField(columns[index]!);
    if (!field || settled.some((other) => other.field === field)) return place;
    return { ...place, field, confidence: columns[index]!.features?.exact ? 'certain' : 'likely' };
  });

  /** The field of a project that a column of the indicators seemed to have; a score that only first rows have is their sum. */
  function lostField({ index, place, features }: Column): FieldId | null {
    if (features?.field === 'totalScore' || features?.field === 'totalWeight') return features.field;
    if (!features || features.field || index < first) return null;
    if (features.role === 'deviation') return holdsFigures(sheet, sample, place) ? null : 'deviation';
    return features.role === 'score' && isOncePerProject(sheet, sample, place) ? 'totalScore' : null;
  }
}

/** What columns seem to be that tell something of indicators. */
const FIELDS_OF_PROJECTS = {
  'score.reviewed': 'totalScore.reviewed',
  coefficient: 'scoreCoefficient',
} as const;

/** What rows tell of indicators beside name, target and result, in the order in which columns of them are looked for. */
const FURTHER_ROLES = [
  'operator',
  'measureUnit',
  'scoringRule',
  'weight',
  'score',
  'score.reviewed',
  'coefficient',
  'deviation',
] as const;

function asRowIndicator({ place, features }: Column, role: RowRole): Place {
  const isLevel = role === 'level1' || role === 'level2';
  return {
    ...place,
    field: `indicator.${role}`,
    guess: null,
    confidence: features?.exact ? 'certain' : 'likely',
    evidence: isLevel ? [...place.evidence, { by: 'values', looks: 'texts' }] : place.evidence,
    indicator: -1,
  };
}

/**
 * What was borrowed from a neighbour that turned out to be none: no goal of the project, no points of the execution
 * among those of the levels.
 *
 * @param first index of the first column of the indicators
 */
function isMisled({ index, place, features }: Column, first: number): boolean {
  if (!features || features.field || features.scope) return false;
  const { role } = features;
  if (place.field === 'annualGoal' || place.field === 'goalCompletion')
    return role === 'target' || role === 'result';
  return index > first && (place.field === 'executionRate.weight' || place.field === 'executionRate.score');
}

/** A column that says 指标 and nothing that is known, before the target or the result: what is asked for. */
function unnamedBefore(columns: readonly Column[], valued: Column): Column | undefined {
  const before = columns
    .slice(Math.max(0, valued.index - 2), valued.index)
    .reverse()
    .find(({ features }) => features?.role !== 'operator' && features?.role !== 'measureUnit');
  if (!before || before.features || before.place.field !== null || rankOf(before)) return undefined;
  return /指标|内容/.test(lowestText(before.place)) ? before : undefined;
}

/** The columns of indicators that are rows, by what they say; `null` where the table has none. */
export function indicatorRowTemplate(places: readonly Place[]): IndicatorRowTemplate | null {
  const levels: { level1?: number; level2?: number } = {};
  const roles: Partial<Record<IndicatorRole, number>> = {};
  for (const [index, { field }] of places.entries()) {
    const role = field ? rowIndicatorRole(field) : null;
    if (role === 'level1' || role === 'level2') levels[role] ??= index;
    else if (role) roles[role] ??= index;
  }
  return Object.keys(roles).length > 0 ? { ...levels, places: roles } : null;
}

function lowestText({ labels }: Place): string {
  return labels[labels.length - 1]?.text ?? '';
}

function lowestFeatures(place: Place, reader: LabelReader): LabelFeatures | null {
  return reader.features(lowestText(place));
}

/** 一级指标 and what is meant by it. */
const LEVEL_LABEL = /^([一二])级(?:绩效)?(?:指标|目标|分类)?(?:名称)?$/;

function rankOf({ place }: Column): '一' | '二' | null {
  return (LEVEL_LABEL.exec(readLabel(lowestText(place)).name)?.[1] as '一' | '二' | undefined) ?? null;
}

/** Whether the labels above a column name the kind or the level of its indicators. */
function namesAKind({ field, labels }: Place, reader: LabelReader): boolean {
  if (field !== null && indicatorParts(field)) return true;
  return labels.some(({ text }) => {
    const features = reader.features(text);
    return features?.kind !== undefined || (features?.level !== undefined && features.role === undefined);
  });
}

/** Whether a column that names a role is nothing else by its own label. */
function isFree({ place, features }: Column): boolean {
  if (!features || features.foreign || features.field || features.money || features.fund) return false;
  return place.field === null || BORROWED.has(place.field);
}

/** The rows of a table's head that tell what its columns hold. All are 0-based sheet rows. */
interface Sample {
  /** Rows that open a project, and rows that tell more of the one above. */
  readonly first: readonly number[];
  readonly further: readonly number[];
  /** The rows of each project. */
  readonly projects: readonly (readonly number[])[];
}

function readSample(sheet: SheetSnapshot, block: HeaderBlock, columns: readonly number[]): Sample {
  const first: number[] = [];
  const further: number[] = [];
  const projects: number[][] = [];
  const end = Math.min(block.bodyRow + SAMPLE, sheet.firstRow + sheet.rowCount);
  let before: unknown = null;
  for (let row = block.bodyRow; row < end; row++) {
    if (columns.every((column) => isBlankValue(valueAt(sheet, row, column)))) continue;
    const name = valueAt(sheet, row, block.nameColumn);
    const project = projects[projects.length - 1];
    if (project && (isBlankValue(name) || name === before)) {
      further.push(row);
      project.push(row);
      continue;
    }
    before = name;
    first.push(row);
    projects.push([row]);
  }
  return { first, further, projects };
}

/** Of the texts in a column of levels, so many are the names of levels. */
const LEVELS_SHARE = 0.6;

/**
 * The columns whose cells name the levels of indicators, by their labels or by what they hold.
 *
 * @param told columns that are known to say something else
 */
function levelColumns(
  sheet: SheetSnapshot,
  labels: LabelReader,
  columns: readonly Column[],
  { first, further }: Sample,
  told: readonly Column[],
): (readonly ['level1' | 'level2', Column])[] {
  const rows = [...first, ...further];
  const found: { column: Column; kinds: boolean; rank: '一' | '二' | null }[] = [];
  for (const column of columns) {
    const { place, features } = column;
    const rank = rankOf(column);
    if (told.includes(column) || !(place.field === null || place.field === 'projectType')) continue;
    if (features?.role && !rank) continue;
    let [texts, levels, kinds] = [0, 0, 0];
    for (const row of rows) {
      const value = valueAt(sheet, row, place.line);
      if (typeof value !== 'string' || isBlankValue(value)) continue;
      texts++;
      const level = readLevel(value, labels);
      if (!level) continue;
      levels++;
      if (level.kind && level.kind !== 'satisfaction' && level.kind !== 'cost') kinds++;
    }
    if (!rank && (levels === 0 || levels < texts * LEVELS_SHARE)) continue;
    if (texts === 0) continue;
    found.push({ column, kinds: kinds > 0, rank });
  }
  const [one, two] = found.slice(-2);
  if (!one) return [];
  if (two)
    return [
      ['level1', one.column],
      ['level2', two.column],
    ];
  const isSecond = one.rank === '二' || (one.rank === null && one.kinds);
  return [[isSecond ? 'level2' : 'level1', one.column]];
}

/** So often a column is filled below the first row of a project where each row has its own. */
const OWN_SHARE = 0.3;

/**
 * Whether each row has a cell of its own in the column, as against one a project: further rows are filled, and not all
 * with what stands in the first; where nothing is filled at all, whether it stands beside columns that do.
 */
function ofEachRow(
  sheet: SheetSnapshot,
  { first, further, projects }: Sample,
  { index, place }: Column,
  found: ReadonlyMap<number, RowRole>,
): boolean {
  const filled = (rows: readonly number[]): number =>
    rows.filter((row) => !isBlankValue(valueAt(sheet, row, place.line))).length;
  const beside = found.has(index - 1) || found.has(index + 1);
  const [above, below] = [filled(first), filled(further)];
  if (further.length > 0 && below >= further.length * OWN_SHARE) {
    const repeats = projects.every((rows) =>
      rows.every((row) => valueAt(sheet, row, place.line) === valueAt(sheet, rows[0]!, place.line)),
    );
    return beside || !repeats;
  }
  if (further.length > 0 && below === 0 && above >= FEW_BY_CHANCE) return false;
  return beside && !isMergedDown(sheet, place, first);
}

/** That so many reasons stand in the first rows of projects, and none below them, is no chance. */
const FEW_BY_CHANCE = 3;

/** Whether cells of the column are merged down over the rows of a project. */
function isMergedDown({ merges }: SheetSnapshot, { line }: Place, first: readonly number[]): boolean {
  return (merges ?? []).some(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstColumn <= line && line <= lastColumn && lastRow > firstRow && first.includes(firstRow),
  );
}

/** Whether nearly all answers of a column are figures, and differ: by how much a result is off is no reason. */
function holdsFigures(sheet: SheetSnapshot, { first, further }: Sample, { line }: Place): boolean {
  const answers = [...first, ...further]
    .map((row) => valueAt(sheet, row, line))
    .filter((value) => !isBlankValue(value) && value !== 0);
  const figures = answers.filter((value) => typeof value === 'number');
  return figures.length >= answers.length * NEARLY_ALL && new Set(figures).size >= FEW_BY_CHANCE;
}

const NEARLY_ALL = 0.9;

/** Whether a column is filled in first rows of projects and in none below them. */
function isOncePerProject(sheet: SheetSnapshot, { first, further }: Sample, { line }: Place): boolean {
  const filled = (row: number): boolean => !isBlankValue(valueAt(sheet, row, line));
  return further.length > 0 && first.some(filled) && !further.some(filled);
}

/** The column that most of the rows have something in; of several the last. */
function fullest(
  sheet: SheetSnapshot,
  { first, further }: Sample,
  columns: readonly Column[],
): Column | undefined {
  const rows = [...first, ...further];
  let best: { column: Column; filled: number } | undefined;
  for (const column of columns) {
    const filled = rows.filter((row) => !isBlankValue(valueAt(sheet, row, column.place.line))).length;
    if (!best || filled >= best.filled) best = { column, filled };
  }
  return best?.column;
}
