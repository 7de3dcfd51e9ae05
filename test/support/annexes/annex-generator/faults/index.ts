import type { FieldId } from '../../../../../src/engine/annex/field-id';
import type { Random } from '../../../random';
import type { RowDraft } from '../model';
import type { FaultKind } from './fault';
import { MONEY_FAULTS } from './money';
import { NARRATIVE_FAULTS } from './narrative';
import { RATE_FAULTS } from './rate';
import { RESULT_FAULTS } from './result';
import { SCORE_FAULTS } from './score';
import { TABLE_FAULTS } from './table';
import { TARGET_FAULTS } from './target';

export type { PlantedFault } from './fault';
export { plantTableFault } from './table';

/** Every fault that a row may have. */
const ROW_FAULTS: readonly FaultKind[] = [
  ...MONEY_FAULTS,
  ...RATE_FAULTS,
  ...TARGET_FAULTS,
  ...RESULT_FAULTS,
  ...NARRATIVE_FAULTS,
  ...SCORE_FAULTS,
];

/** The kinds of fault that generated annexes have, rows and tables. */
export const FAULT_NAMES: readonly string[] = [...ROW_FAULTS, ...TABLE_FAULTS].map(({ kind }) => kind);

/** How far the scarce ones are drawn to the top of the deck. */
const SCARCE = 0.45;

/**
 * Plants one fault into a row: the first of a shuffled deck that can stand there.
 * @param touched projects that are not to be involved
 * @param used kinds that the table already has: one of each is enough
 */
export function plantRowFault(
  row: RowDraft,
  drafts: readonly RowDraft[],
  touched: ReadonlySet<number>,
  used: ReadonlySet<string>,
  random: Random,
): {
  kind: string;
  rules: readonly string[];
  note: boolean;
  fields: readonly FieldId[];
  related: readonly number[];
} | null {
  const deck = ROW_FAULTS.filter(({ kind }) => !used.has(kind))
    .map((fault) => ({ fault, key: random.next() * (fault.scarce ? SCARCE : 1) }))
    .sort((a, b) => a.key - b.key);
  for (const { fault } of deck) {
    const planted = fault.plant(row, random, { drafts, touched });
    if (!planted) continue;
    const { kind, rules, note = false } = fault;
    return {
      kind,
      rules,
      note,
      fields: planted.at.filter((field) => row.fields.has(field)),
      related: planted.related ?? [],
    };
  }
  return null;
}
