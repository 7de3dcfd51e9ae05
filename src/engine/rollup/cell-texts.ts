import type { AnnexView } from '../annex/annex';
import type { NumberCell } from '../annex/values/number-cell';
import type { RateCell } from '../annex/values/rate-cell';
import type { TextCell } from '../annex/values/text-cell';
import type { CellPosition } from '../sheet/address';
import { isCellError, isUnknown } from '../sheet/cell-value';
import { displayNumber } from '../sheet/number-format';

/** What the reader of a sheet sees in the cells that its annexes were read from. */
export class CellTexts {
  private readonly texts = new Map<string, string>();

  constructor(annexes: readonly AnnexView[]) {
    for (const annex of annexes) this.addAnnex(annex);
  }

  /** `null` where the annexes were not read from that cell. */
  at(sheetId: string, { row, column }: CellPosition): string | null {
    return this.texts.get(keyOf(sheetId, row, column)) ?? null;
  }

  private addAnnex({ sheet: { id: sheetId }, projects, totals }: AnnexView): void {
    const text = (cell: TextCell | null | undefined): void => {
      if (cell) this.texts.set(keyOf(sheetId, cell.row, cell.column), cell.text);
    };
    const number = (cell: NumberCell | RateCell | null | undefined): void => {
      if (cell) this.texts.set(keyOf(sheetId, cell.row, cell.column), shown(cell));
    };
    for (const { money, rate } of totals) {
      Object.values(money).forEach(number);
      number(rate);
    }
    for (const project of projects) {
      this.texts.set(keyOf(sheetId, project.nameCell.row, project.nameCell.column), project.name);
      Object.values(project.money).forEach(number);
      Object.values(project.scores).forEach(number);
      Object.values(project.narrative).forEach(text);
      number(project.rate);
      for (const indicator of project.indicators) {
        const { name, target, result, deviation, operator, measureUnit, weight, score } = indicator;
        [name, target, result, deviation, operator, measureUnit].forEach(text);
        [weight, score].forEach(number);
      }
    }
  }
}

function shown({ raw, format }: NumberCell | RateCell): string {
  if (raw === null || isUnknown(raw)) return '';
  if (typeof raw === 'number') return displayNumber(raw, format);
  return isCellError(raw) ? raw.error : String(raw).trim();
}

function keyOf(sheetId: string, row: number, column: number): string {
  return `${row},${column},${sheetId}`;
}
