import type { FieldId } from '../../../src/engine/annex/field-id';
import { findingText, fixText } from '../../../src/engine/review/messages';
import type { Finding, Fix } from '../../../src/engine/rule/finding';
import type { Severity } from '../../../src/engine/severity';
import { toAddress, type CellPosition } from '../../../src/engine/sheet/address';
import type { CellContent, Edit } from '../../../src/engine/sheet/edit';
import { valueAt } from '../../../src/engine/sheet/snapshot';
import type { BuiltAnnex } from './annex-builder';

/** A cell: a field of the finding's own row, of another row ("2 budget", 0-based), or an address ("@A2"). */
export type CellName = FieldId | `${number} ${FieldId}` | `@${string}`;

/** What is written into one cell. */
export type ExpectedEdit = CellContent & {
  /** The cell, where it is not the finding's own. */
  readonly at?: CellName;
  /** The number format that is set with it. */
  readonly format?: string;
};

/** One correction: what it writes, and what is said of the table once it is written. */
export type ExpectedFix = (ExpectedEdit | { readonly edits: readonly ExpectedEdit[] }) & {
  /** What it says in zh-CN. */
  readonly says?: string;
  /** Rules that find something as grave then where nothing was before, or still find something at the finding's cell. */
  readonly leaves?: readonly string[];
};

/** What a rule must find: at which cell, and everything else that the finding carries. */
export interface ExpectedFinding {
  /** 0-based row of the case's `rows`; with `field`, the cell. */
  readonly row?: number;
  readonly field?: FieldId;
  /** The cell's address, where it is in no row ("A2"); takes the place of `row` and `field`. */
  readonly cell?: string;
  /** Where other than the tables' own. */
  readonly severity?: Severity;
  /** Where other than the tables' own. */
  readonly message?: string;
  /** The whole sentence in zh-CN. */
  readonly text?: string;
  /** Wherever the finding says what is expected. */
  readonly expected?: number | string;
  /** Where it is not what the cell holds. */
  readonly actual?: number | string | null;
  /** Wherever the finding relates to other cells: all of them, in their order. */
  readonly related?: readonly CellName[];
  /** What the fix writes, wherever the finding has one. */
  readonly fixed?: ExpectedFix;
  /** What the suggestions write, in their order, wherever the finding has any. */
  readonly suggested?: readonly ExpectedFix[];
  /** How many fixes or suggestions are told in words alone. */
  readonly advised?: number;
}

/** What holds of all expected findings of a rule's tables that say nothing else. */
export interface UsualFinding {
  readonly severity: Severity;
  readonly message?: string;
}

type At = BuiltAnnex['at'];

function addressAt(at: At, row: number, field: FieldId): string {
  const cell = at(row, field);
  return toAddress(cell.row, cell.column);
}

/** The address of the cell that an expected finding is about. */
export function expectedAddress({ cell, row, field }: ExpectedFinding, at: At): string {
  return cell ?? addressAt(at, row!, field!);
}

/** The address of a cell that is named from an expected finding. */
export function namedAddress(name: CellName, { row }: ExpectedFinding, at: At): string {
  if (name.startsWith('@')) return name.slice(1);
  const [, other, field] = /^(?:(\d+) )?(.+)$/.exec(name)!;
  return addressAt(at, other === undefined ? row! : Number(other), field as FieldId);
}

const addressOf = ({ row, column }: CellPosition): string => toAddress(row, column);

/**
 * The finding that each expected one is to be compared with: at the same cell, with the same message, and none twice.
 * Fails where the cells are not the same, two findings at one cell counted as two.
 */
export function pairFindings(
  expected: readonly ExpectedFinding[],
  findings: readonly Finding[],
  usual: UsualFinding,
  at: At,
): (readonly [ExpectedFinding, Finding])[] {
  const left = [...findings];
  const wanted = expected.map((one) => `${expectedAddress(one, at)} ${one.message ?? usual.message}`);
  const found = findings.map((one) => `${addressOf(one.cell)} ${one.message}`);
  expect([...found].sort()).toEqual([...wanted].sort());
  return expected.map((one, i) => {
    const own = left.findIndex(({ cell, message }) => `${addressOf(cell)} ${message}` === wanted[i]);
    return [one, left.splice(own, 1)[0]!];
  });
}

/** Compares everything that a finding carries with what the table expects of it. */
export function compareFinding(
  expected: ExpectedFinding,
  found: Finding,
  usual: UsualFinding,
  { at, sheet }: BuiltAnnex,
): void {
  const named = (cell: CellName): string => namedAddress(cell, expected, at);
  const own = addressOf(found.cell);
  const written = (fix: Fix): unknown => fix.edits.map((edit) => writtenBy(edit, own));
  const offered = found.suggestions.filter(({ hindrance }) => !hindrance);
  const held = valueAt(sheet, found.cell.row, found.cell.column) ?? null;
  const carried = {
    severity: found.severity,
    related: found.related.map(addressOf),
    expected: found.expected,
    actual: found.actual,
    fixed: found.fix && written(found.fix),
    suggested: offered.map(written),
    advised: found.suggestions.length - offered.length,
  };
  expect(withoutNoise(carried)).toEqual(
    withoutNoise({
      severity: expected.severity ?? usual.severity,
      related: (expected.related ?? []).map(named),
      expected: expected.expected ?? null,
      actual: expected.actual === undefined ? held : expected.actual,
      fixed: expected.fixed ? toWrite(expected.fixed, named) : null,
      suggested: (expected.suggested ?? []).map((fix) => toWrite(fix, named)),
      advised: expected.advised ?? 0,
    }),
  );
  if (expected.text !== undefined) expect(findingText(found, 'zh-CN')).toBe(expected.text);
  for (const [fix, { says }] of fixesOf(expected, found))
    if (says !== undefined) expect(fixText(found, fix, 'zh-CN')).toBe(says);
}

/** An edit as tables state it; `own` is the address of the finding's cell. */
function writtenBy(edit: Edit, own: string): unknown {
  const { after, numberFormat } = edit;
  const address = addressOf(edit);
  return {
    ...after,
    ...(address === own ? {} : { at: address }),
    ...(numberFormat === undefined ? {} : { format: numberFormat }),
  };
}

function toWrite(fix: ExpectedFix, named: (cell: CellName) => string): unknown {
  return ('edits' in fix ? fix.edits : [fix]).map(({ at, format, ...content }) => ({
    ...('value' in content ? { value: content.value } : { formula: content.formula }),
    ...(at === undefined ? {} : { at: named(at) }),
    ...(format === undefined ? {} : { format }),
  }));
}

/** The fix and the suggestions that write something, each with what the table says of it. */
export function fixesOf(
  expected: ExpectedFinding,
  { fix, suggestions }: Finding,
): (readonly [Fix, ExpectedFix])[] {
  const offered = [...(fix ? [fix] : []), ...suggestions.filter(({ hindrance }) => !hindrance)];
  const told = [...(expected.fixed ? [expected.fixed] : []), ...(expected.suggested ?? [])];
  return offered.map((one, i) => [one, told[i] ?? { edits: [] }]);
}

/** Digits of a number that tables state; what differs behind them is binary noise. */
const DIGITS = 13;

function withoutNoise(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(withoutNoise);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, withoutNoise(own)]));
}
