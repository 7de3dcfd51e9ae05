import { Calculation } from '../../engine/calculation/calculation';
import { isUnknown, UNKNOWN_FORMULA } from '../../engine/sheet/cell-value';
import { from1904, to1904 } from '../../engine/sheet/dates-1904';
import type { Edit } from '../../engine/sheet/edit';
import { withoutCovered } from '../../engine/sheet/merges';
import { numberFormatAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import { XlsxError, type CellEdit, type WorkbookDraft } from '../../xlsx';

/**
 * The worksheets of a file as an office program shows them, which is not what the file stores: formulas without a value
 * are calculated as far as they are simple, a merged range has one cell, and dates count from 1900.
 */
export class ShownSheets {
  private calculation: Calculation | null = null;
  /** Worksheets as they are stored, less the values that are not believed; kept where there is something to calculate. */
  private readonly doubted = new Map<string, SheetSnapshot>();

  constructor(private readonly draft: WorkbookDraft) {}

  /** @throws XlsxError; RangeError where there is no such sheet */
  read(sheetId: string): SheetSnapshot {
    const shown = withoutCovered(this.withValues(sheetId));
    return this.draft.date1904 ? from1904(shown) : shown;
  }

  /** To be called when cells have been changed: what was calculated may hold no more. */
  forget(): void {
    this.calculation = null;
    this.doubted.clear();
  }

  /** Turns edits of a worksheet as it is shown into edits of the file. */
  toStored(shown: SheetSnapshot, toCellEdit: (edit: Edit) => CellEdit): (edit: Edit) => CellEdit {
    if (!this.draft.date1904) return toCellEdit;
    return (edit) => {
      const cell = toCellEdit(edit);
      const { content } = cell;
      if (!content || !('value' in content) || typeof content.value !== 'number') return cell;
      const format = edit.numberFormat ?? numberFormatAt(shown, edit.row, edit.column);
      return { ...cell, content: { value: to1904(content.value, format) } };
    };
  }

  private withValues(sheetId: string): SheetSnapshot {
    const stored = this.draft.readSheet(sheetId);
    const doubted = this.doubted.get(sheetId) ?? this.withDoubts(stored);
    if (doubted === stored && !stored.values.some((row) => row.some(isUnknown))) return stored;
    this.doubted.set(sheetId, doubted);
    this.calculation ??= new Calculation((name) => this.named(name));
    const known = this.calculation.calculated(doubted);
    // A program that leaves the order of its calculation in the file has calculated, and its zeros are zeros.
    return this.draft.calculation.hasChain ? withZerosOf(stored, known) : known;
  }

  private withDoubts(stored: SheetSnapshot): SheetSnapshot {
    return this.draft.calculation.asked ? withoutZeros(stored) : stored;
  }

  /** Another worksheet of the workbook; one that cannot be read is none. */
  private named(name: string): SheetSnapshot | null {
    const sheet = this.draft.sheets.find(
      (one) => one.kind === 'worksheet' && one.name.toLowerCase() === name.toLowerCase(),
    );
    if (!sheet) return null;
    const present = this.doubted.get(sheet.id);
    if (present) return present;
    try {
      const doubted = this.withDoubts(this.draft.readSheet(sheet.id));
      this.doubted.set(sheet.id, doubted);
      return doubted;
    } catch (error) {
      if (error instanceof XlsxError) return null;
      throw error;
    }
  }
}

/**
 * A worksheet of a file that asks to be calculated: zeros of formulas are not believed, for generators that cannot
 * calculate write them in place of every value.
 */
function withoutZeros(sheet: SheetSnapshot): SheetSnapshot {
  let changed = false;
  const values = sheet.values.map((row, r) => {
    const formulas = sheet.formulas[r] ?? [];
    const isDoubted = (value: unknown, c: number): boolean => value === 0 && (formulas[c] ?? null) !== null;
    if (!row.some(isDoubted)) return row;
    changed = true;
    return row.map((value, c) => (isDoubted(value, c) ? UNKNOWN_FORMULA : value));
  });
  return changed ? { ...sheet, values } : sheet;
}

function withZerosOf(stored: SheetSnapshot, known: SheetSnapshot): SheetSnapshot {
  const values = known.values.map((row, r) =>
    row.some(isUnknown)
      ? row.map((value, c) => (isUnknown(value) && stored.values[r]![c] === 0 ? 0 : value))
      : row,
  );
  return { ...known, values };
}
