import { toAddress } from '../../src/engine/sheet/address';
import type { CellOfSheet, ModelSheetKind, OpenedWorkbookModel } from '../model/workbook-model';
import { part } from './page-parts';

/** So many cells are named; of more, how many there are. */
const NAMED = 8;

/** What sheets are that have no cells to be shown. */
const WITHOUT_CELLS: Readonly<Partial<Record<ModelSheetKind, string>>> = {
  chart: '图表工作表',
  dialog: '对话框工作表',
  module: '模块工作表',
};

/**
 * Says beside the grid what it does not show as a spreadsheet program would: the sheet in view that has no cells, and
 * formulas that keep the values of the file. Each formula is named once, the first time it is known.
 */
export class Notices {
  private readonly named = new Set<string>();

  constructor(private readonly model: OpenedWorkbookModel) {
    this.say('formula-notice', '');
    this.showSheet();
  }

  /** To be called when another sheet has come into view. */
  showSheet(): void {
    this.say('sheet-notice', wordsOfSheet(this.model.activeSheet));
  }

  /** To be called when the workbook was opened, and whenever formulas were calculated. */
  showFormulas(): void {
    const cells = this.model.uncalculated.filter((cell) => !this.named.has(keyOf(cell)));
    if (cells.length === 0) return;
    for (const cell of cells) this.named.add(keyOf(cell));
    this.say('formula-notice', wordsOfFormulas(cells, this.model));
  }

  private say(id: string, text: string): void {
    const element = part(id);
    element.textContent = text;
    element.hidden = text === '';
  }
}

/** In words, what a sheet is that has no cells; "" for all others. */
export function wordsOfSheet({
  name,
  kind,
}: {
  readonly name: string;
  readonly kind: ModelSheetKind;
}): string {
  if (kind === 'macro') return `“${name}”是宏表，其中的宏公式不在工作台中运行，保存时原样保留。`;
  const what = WITHOUT_CELLS[kind];
  return what ? `“${name}”是${what}，工作台不显示其内容，也不能在其中填写，保存时原样保留。` : '';
}

/** In words, which formulas keep the values of the file. */
export function wordsOfFormulas(
  cells: readonly CellOfSheet[],
  { sheets }: Pick<OpenedWorkbookModel, 'sheets'>,
): string {
  const names = new Map(sheets.map(({ id, name }) => [id, name]));
  const bySheet = new Map<string, string[]>();
  for (const { sheetId, row, column } of cells.slice(0, NAMED)) {
    const name = names.get(sheetId) ?? '';
    bySheet.set(name, [...(bySheet.get(name) ?? []), toAddress(row, column)]);
  }
  const where = [...bySheet].map(([name, addresses]) => `“${name}”${addresses.join('、')}`).join('，');
  const more = cells.length > NAMED ? ` 等 ${cells.length} 个单元格` : '';
  return `工作台不能计算以下单元格的公式，它们保持文件中的值，不随其他单元格的改动而更新：${where}${more}。要看新的结果，请保存后在 Excel 或 WPS 表格中打开。`;
}

function keyOf({ sheetId, row, column }: CellOfSheet): string {
  return `${sheetId} ${row} ${column}`;
}
