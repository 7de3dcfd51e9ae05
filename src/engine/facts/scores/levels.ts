import type { Annex } from '../../annex/annex';
import { INDICATOR_KINDS, type IndicatorKind } from '../../annex/field-id';
import type { Localised } from '../../language';
import type { LevelWeights } from '../../profile/profile';

/** A first level of the indicators (一级指标). */
export type Level = keyof LevelWeights;

/** 产出、成本、效益、满意度, in the order in which forms have them. */
export const LEVELS: readonly Level[] = ['output', 'cost', 'benefit', 'satisfaction'];

/** What the levels are called in messages. */
export const LEVEL_NAMES: Readonly<Record<Level, Localised>> = {
  output: { 'zh-CN': '产出', en: 'output' },
  cost: { 'zh-CN': '成本', en: 'cost' },
  benefit: { 'zh-CN': '效益', en: 'benefit' },
  satisfaction: { 'zh-CN': '满意度', en: 'satisfaction' },
};

const LEVEL_OF: Readonly<Record<IndicatorKind, Level | null>> = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  cost: 'output',
  economic: 'benefit',
  social: 'benefit',
  ecological: 'benefit',
  sustainability: 'benefit',
  satisfaction: 'satisfaction',
  other: null,
};

/** The kinds of a first level, where cost counts as output. */
export function kindsOf(level: Level): readonly IndicatorKind[] {
  return INDICATOR_KINDS.filter((kind) => LEVEL_OF[kind] === level);
}

/** Tells the first level of each kind: cost counts as output unless the annex has it as a level of its own. */
export class LevelReader {
  readonly costIsLevel: boolean;

  /** @param costIsLevel whether it is said elsewhere than in the labels that cost is a level of its own */
  constructor({ stated }: Pick<Annex, 'stated'>, costIsLevel = false) {
    this.costIsLevel = costIsLevel || stated.costLevel !== null;
  }

  /** `null` for an indicator of none of the nine kinds. */
  levelOf(kind: IndicatorKind): Level | null {
    return kind === 'cost' && this.costIsLevel ? 'cost' : LEVEL_OF[kind];
  }
}
