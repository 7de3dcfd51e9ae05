import { readAnnexes } from '../../../src/engine/annex/reading';
import { Calculation } from '../../../src/engine/calculation/calculation';
import { parseFormula } from '../../../src/engine/calculation/parse-formula';
import { referencesOf } from '../../../src/engine/calculation/expression';
import type { Profile } from '../../../src/engine/profile/profile';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { RULES } from '../../../src/engine/rules';
import type { Finding, Fix } from '../../../src/engine/rule/finding';
import type { Rule } from '../../../src/engine/rule/rule';
import { SEVERITIES, type Severity } from '../../../src/engine/severity';
import { toAddress, type CellPosition, type CellRange } from '../../../src/engine/sheet/address';
import { UNKNOWN_FORMULA } from '../../../src/engine/sheet/cell-value';
import type { Edit } from '../../../src/engine/sheet/edit';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { snapshotAfter, type WrittenCell } from '../../../src/engine/sheet/snapshot-after';

/** A worksheet as it is once a correction was written and the formulas that look at its cells were calculated. */
export function sheetAfter(sheet: SheetSnapshot, { edits }: Fix): SheetSnapshot {
  const written = edits.map(({ row, column, after }) =>
    'value' in after
      ? { row, column, value: after.value, formula: null }
      : { row, column, value: UNKNOWN_FORMULA, formula: after.formula },
  );
  const numberFormats = sheet.numberFormats.map((row) => [...row]);
  for (const { row, column, numberFormat } of edits)
    if (numberFormat !== undefined)
      numberFormats[row - sheet.firstRow]![column - sheet.firstColumn] = numberFormat;
  const following = cellsThatLookAt(sheet, edits);
  const after = snapshotAfter({ ...sheet, numberFormats }, [...following, ...written]);
  return new Calculation(() => null).calculated(after);
}

/** The formulas of a worksheet that name one of the cells, with their values not known. */
function cellsThatLookAt(sheet: SheetSnapshot, cells: readonly Edit[]): WrittenCell[] {
  return sheet.formulas.flatMap((formulas, r) =>
    formulas.flatMap((formula, c) => {
      const parsed = formula === null ? null : parseFormula(formula);
      const names =
        parsed !== null && referencesOf(parsed).some(({ range }) => cells.some((cell) => isIn(range, cell)));
      return names
        ? [{ row: sheet.firstRow + r, column: sheet.firstColumn + c, value: UNKNOWN_FORMULA, formula }]
        : [];
    }),
  );
}

function isIn(range: CellRange, { row, column }: CellPosition): boolean {
  return (
    row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn
  );
}

/**
 * What is wrong once a correction was made: the ids of the rules that find something as grave as the finding where
 * nothing was found before, and the finding's own rule where it still finds something in that cell, be it that another
 * speaks for it. Empty where all is well.
 */
export function leftBy(
  rule: Rule,
  finding: Finding,
  fix: Fix,
  sheet: SheetSnapshot,
  profile: Profile,
): string[] {
  const key = ({ rule: id, cell }: Finding): string => `${id} ${toAddress(cell.row, cell.column)}`;
  const after = sheetAfter(sheet, fix);
  const before = new Set(findingsIn(sheet, RULES, profile).map(key));
  const stays = findingsIn(after, [rule], profile).filter((other) => key(other) === key(finding));
  const comes = findingsIn(after, RULES, profile).filter(
    (other) => !before.has(key(other)) && isAsGrave(other.severity, finding.severity),
  );
  return [...new Set([...stays, ...comes].map(({ rule: id }) => id))];
}

function findingsIn(sheet: SheetSnapshot, rules: readonly Rule[], profile: Profile): readonly Finding[] {
  return readAnnexes(sheet).flatMap((annex) => reviewAnnex(annex, rules, profile).findings);
}

function isAsGrave(one: Severity, other: Severity): boolean {
  return SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other);
}
