import type { Annex } from '../../annex/annex';
import { INDICATOR_KINDS, indicatorParts, type FieldId, type IndicatorKind } from '../../annex/field-id';
import { costAsFirstLevel } from '../../annex/header/cost-level';
import { readLabel } from '../../annex/text';
import type { LevelWeights } from '../../profile/profile';

/** A first level of the indicators (一级指标). */
export type Level = keyof LevelWeights;

/** 产出、成本、效益、满意度, in the order in which forms have them. */
export const LEVELS: readonly Level[] = ['output', 'cost', 'benefit', 'satisfaction'];

/** What the levels are called in messages. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  output: '产出',
  cost: '成本',
  benefit: '效益',
  satisfaction: '满意度',
};

const LEVEL_OF: Readonly<Record<IndicatorKind, Level>> = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  cost: 'output',
  economic: 'benefit',
  social: 'benefit',
  ecological: 'benefit',
  sustainability: 'benefit',
  satisfaction: 'satisfaction',
};

/** The kinds of a first level, where cost counts as output. */
export function kindsOf(level: Level): readonly IndicatorKind[] {
  return INDICATOR_KINDS.filter((kind) => LEVEL_OF[kind] === level);
}

/** Tells the first level of each kind: cost counts as output unless the annex has it as a level of its own. */
export class LevelReader {
  readonly costIsLevel: boolean;

  constructor(annex: Pick<Annex, 'columns'>) {
    this.costIsLevel = costAsFirstLevel(annex) !== null;
  }

  levelOf(kind: IndicatorKind): Level {
    return kind === 'cost' && this.costIsLevel ? 'cost' : LEVEL_OF[kind];
  }
}

/** The points that a label of the header gives to the columns below it: "产出指标（50分）". */
export interface PrintedPoints {
  /** The label as written, on one line. */
  readonly label: string;
  readonly points: number;
  /** 0-based sheet columns of the weights below the label. */
  readonly columns: ReadonlySet<number>;
  /** How deep in the header the label stands, from 0. */
  readonly depth: number;
}

const IN_BRACKETS = /^(?:共|满分|合计|总分)?(\d{1,3}(?:\.\d+)?)分$/;
const BEHIND = /[^\d.](\d{1,3}(?:\.\d+)?)分$/;

/** The points printed in the labels above the weights of an annex, those of deeper labels first. */
export function printedPoints({ columns }: Pick<Annex, 'columns'>): PrintedPoints[] {
  const groups = new Map<string, { label: string; points: number; columns: Set<number>; depth: number }>();
  for (const { field, headerPath, column } of columns) {
    if (field === null || !isWeight(field)) continue;
    for (const [depth, label] of headerPath.entries()) {
      const points = pointsIn(label);
      if (points === null) continue;
      const key = headerPath.slice(0, depth + 1).join('\n');
      const group = groups.get(key);
      if (group) group.columns.add(column);
      else
        groups.set(key, {
          label: label.replace(/\s+/g, ''),
          points,
          columns: new Set([column]),
          depth,
        });
    }
  }
  return [...groups.values()].sort((a, b) => b.depth - a.depth);
}

function isWeight(field: FieldId): boolean {
  return field === 'executionRate.weight' || indicatorParts(field)?.role === 'weight';
}

function pointsIn(label: string): number | null {
  if (!label.includes('分')) return null;
  const { name, qualifiers } = readLabel(label);
  for (const qualifier of qualifiers) {
    const match = IN_BRACKETS.exec(qualifier);
    if (match) return Number(match[1]);
  }
  const match = BEHIND.exec(name);
  return match ? Number(match[1]) : null;
}
