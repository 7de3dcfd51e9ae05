import type { NoteText } from './annex';
import { indicatorParts, type FieldId } from './field-id';
import { onceEach } from './once-each';
import type { Place } from './place';
import type { PrintedRules } from './stated/printed-rule';
import { readPrintedRules } from './stated/read-printed-rules';
import { foldText, readLabel } from './text';

/** Points and the text that gives them. */
export interface StatedWeight {
  readonly points: number;
  readonly evidence: string;
}

/** The points that a label gives to the weights below it or beside it: "产出指标（50分）". */
export interface PrintedPoints {
  /** The label as written, on one line. */
  readonly label: string;
  readonly points: number;
  /** The weights that the label stands over: indexes into the places of the annex. */
  readonly places: readonly number[];
  /** How many labels stand above this one. */
  readonly depth: number;
}

/** What the labels and notes of an annex state beside naming its fields. */
export interface StatedFacts {
  /** The points of the execution of the budget, with the label that says so ("得分(20分*执行率)"). */
  readonly executionWeight: StatedWeight | null;
  /** The points printed in labels, those of deeper labels first. */
  readonly printedPoints: readonly PrintedPoints[];
  /**
   * The label of cost as a first level of its own, as written: 成本 at the depth at which 产出 or 效益 stand too. Below
   * 产出 it is a kind among others. `null` where the annex has no such level.
   */
  readonly costLevel: string | null;
  /** What its texts say of how it is to be scored. */
  readonly printed: PrintedRules;
}

/**
 * Reads what the texts of an annex state.
 *
 * @param outside the notes and the lines above the header
 */
export function statedFacts(places: readonly Place[], outside: readonly NoteText[] = []): StatedFacts {
  return {
    executionWeight: executionWeight(places),
    printedPoints: printedPoints(places),
    costLevel: costLevel(places),
    printed: readPrintedRules(outside, places),
  };
}

const COST = /^成本(?:类?指标|目标)?$/;
const OTHER_LEVEL = /^(?:产出|效[益果])(?:类?指标|目标)?$/;

function costLevel(places: readonly Place[]): string | null {
  const levelDepths = new Set<number>();
  const apart: Place[] = [];
  for (const place of places) {
    const depth = place.labels.findIndex(({ text }) => levelOf(text) === 'other');
    if (depth >= 0) levelDepths.add(depth);
    else apart.push(place);
  }
  for (const { labels } of apart) {
    const label = labels.find(({ text }, depth) => levelDepths.has(depth) && levelOf(text) === 'cost');
    if (label) return label.text.trim();
  }
  return null;
}

/** Which of the levels that tell cost apart a label names. */
const levelOf = onceEach((label): 'cost' | 'other' | null => {
  const name = levelName(label);
  return OTHER_LEVEL.test(name) ? 'other' : COST.test(name) ? 'cost' : null;
});

/** A label without what it says about points. */
function levelName(label: string): string {
  return readLabel(label).name.replace(/\d{1,3}(?:\.\d+)?分?$/, '');
}

/** Points by themselves: "50". */
const BARE = /^\d{1,3}(?:\.\d+)?$/;
/** What asks for points, with how many there are right behind it: "分值50". */
const ASKS_POINTS = /^(?:自评)?(?:分值|权重|满分|标准分|得分)(\d{1,3}(?:\.\d+)?)$/;

/**
 * The points that the own labels of places of points state, a bare number too: "得分（50）", "分值50". Where columns are numbered,
 * such numbers are no points.
 *
 * @returns by the index of the place
 */
export function pointsAsked(places: readonly Place[]): ReadonlyMap<number, number> {
  const own = ({ labels }: Place): string => labels[labels.length - 1]?.text ?? '';
  const isOfPoints = ({ field }: Place): boolean => field !== null && /\.(?:weight|score)$/.test(field);
  const numbered = places.some(
    (place) => !isOfPoints(place) && readLabel(own(place)).qualifiers.some((one) => BARE.test(one)),
  );
  const asked = new Map<number, number>();
  for (const [index, place] of places.entries()) {
    const points = isOfPoints(place)
      ? (pointsIn(own(place)) ?? (numbered ? null : bareIn(own(place))))
      : null;
    if (points) asked.set(index, points);
  }
  return asked;
}

function bareIn(label: string): number | null {
  const { name, qualifiers } = readLabel(label);
  const bare = qualifiers.find((one) => BARE.test(one)) ?? ASKS_POINTS.exec(name)?.[1];
  return bare === undefined || Number(bare) > 100 ? null : Number(bare);
}

/** "得分(20分*执行率)", "预算执行情况(20分)", "20×执行率"; the label is folded. */
const POINTS_OF_EXECUTION =
  /(?<![\d.])(\d{1,3})(?:分(?!之)|[*×xX]\(?(?:预算)?执行率)|执行率\)?[*×xX](\d{1,3})(?![\d.%])/;

function executionWeight(places: readonly Place[]): StatedWeight | null {
  // Labels that give no points of it, wherever they stand: in a form each cell is a place, and many have the same ones.
  const others = new Set<string>();
  for (const { labels, field } of places) {
    const isOfRate = field?.startsWith('executionRate') ?? false;
    for (const { text } of labels) {
      if (!isOfRate && others.has(text)) continue;
      const folded = foldText(text);
      if (!isOfRate && !folded.includes('执行')) {
        others.add(text);
        continue;
      }
      const match = POINTS_OF_EXECUTION.exec(folded);
      if (match) return { points: Number(match[1] ?? match[2]), evidence: text.trim() };
    }
  }
  for (const [index, points] of pointsAsked(places)) {
    const { field, labels } = places[index]!;
    if (field!.startsWith('executionRate.'))
      return { points, evidence: labels[labels.length - 1]!.text.trim() };
  }
  return null;
}

const IN_BRACKETS = /^(?:共|满分|合计|总分)?(\d{1,3}(?:\.\d+)?)分$/;
const BEHIND = /[^\d.](\d{1,3}(?:\.\d+)?)分$/;

function printedPoints(places: readonly Place[]): PrintedPoints[] {
  const groups = new Map<string, { label: string; points: number; places: number[]; depth: number }>();
  for (const [index, { field, labels, along }] of places.entries()) {
    if (field === null || !isWeight(field)) continue;
    for (const [depth, { text }] of labels.entries()) {
      const points = pointsOf(text);
      if (points === null) continue;
      // In a form a label of a column stands over all rows, whatever levels are beside them.
      const own = along === 'cell' && depth === labels.length - 1 ? labels[depth] : null;
      const path = own ? [own.row, own.column] : labels.slice(0, depth + 1).map((label) => label.text);
      const key = path.join('\n');
      const group = groups.get(key);
      if (group) group.places.push(index);
      else groups.set(key, { label: text.replace(/\s+/g, ''), points, places: [index], depth });
    }
  }
  return [...groups.values()].sort((a, b) => b.depth - a.depth);
}

const pointsOf = onceEach(pointsIn);

function isWeight(field: FieldId): boolean {
  return field === 'executionRate.weight' || indicatorParts(field)?.role === 'weight';
}

/** The points that a label gives to what stands below it or beside it; `null` where it states none. */
export function pointsIn(label: string): number | null {
  if (!label.includes('分')) return null;
  const { name, qualifiers } = readLabel(label);
  for (const qualifier of qualifiers) {
    const match = IN_BRACKETS.exec(qualifier);
    if (match) return Number(match[1]);
  }
  const match = BEHIND.exec(name);
  return match ? Number(match[1]) : null;
}
