import type { CellRange } from '../../../src/engine/sheet/address';
import { WHOLE_SHEET, boundingArea } from '../../model/area';
import type { OpenedWorksheetModel, WorksheetModel } from '../../model/workbook-model';
import type { Book } from '../host/book';
import type { EtHost } from '../host/et-host';
import type { SheetTarget } from '../host/targets';
import { bookRef, rangeRef, sheetOf, sheetRef } from '../host/targets';
import { NotEmulated, WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import { etType, method, property } from '../object/et-type';
import { areasOfText, rangeArgument, textArgument } from './arguments';
import { changeBook, changeSheet } from './changes';
import { item } from './collection';

/** All sheets of a workbook, or its worksheets alone. */
export interface SheetsTarget {
  readonly book: Book;
  readonly worksheetsOnly: boolean;
}

const TYPES = { worksheet: -4167, macro: 3, chart: -4109, dialog: -4116, module: -4167 } as const;
const VISIBLE = { true: -1, false: 0 } as const;

export const sheetsType = etType<SheetsTarget>('Et.Sheets', {
  Count: property((self) => sheetsOf(self).length),
  Item: method((self, [index], { host }) =>
    item(
      host,
      sheetsOf(self),
      index,
      ({ id }) => sheetRef(self.book, id),
      ({ name }) => name,
    ),
  ),
  Add: method(({ book }, [before, after, count, type], { host }) => {
    const { sheets } = book.model;
    const isLast = after instanceof EtRef && (after.self as SheetTarget).sheetId === sheets.at(-1)?.id;
    if (
      before !== undefined ||
      !isLast ||
      (count ?? 1) !== 1 ||
      (type ?? TYPES.worksheet) !== TYPES.worksheet
    )
      throw new NotEmulated('Et.Sheets.Add but for one worksheet after the last');
    if (book.structureProtected) throw new WpsError('the structure of the workbook is protected');
    return changeBook(host, book, () => {
      const { id } = book.model.addSheet(freeName(book));
      // As in Excel, what is added comes into view.
      book.model.activate(id);
      if (host.switches.codeNames === 'all') book.nameCode();
      return sheetRef(book, id);
    });
  }),
});

export const worksheetType = etType<SheetTarget>('Et.Worksheet', {
  Name: property(
    (self) => sheetOf(self).name,
    (self, value, { host }) => {
      const name = checkedName(self, value);
      changeBook(host, self.book, () => sheetOf(self).rename(name));
    },
  ),
  CodeName: property((self, { host }) =>
    host.switches.codeNames === 'none' ? '' : self.book.codeName(sheetOf(self).id),
  ),
  Index: property((self) => self.book.model.sheets.indexOf(find(self)) + 1),
  Type: property((self) => TYPES[sheetOf(self).kind]),
  Visible: property((self) => VISIBLE[`${sheetOf(self).visible}`]),
  Parent: property(({ book }) => bookRef(book)),
  ProtectContents: property((self) => sheetOf(self).protected),
  ProtectDrawingObjects: property((self) => sheetOf(self).protected),
  ProtectScenarios: property((self) => sheetOf(self).protected),
  Unprotect: method((self, _args, { host }) => {
    if (sheetOf(self).protected) host.prompt('the password of the worksheet');
  }),
  UsedRange: property((self, { host }) =>
    rangeRef(self.book, self.sheetId, [usedRange(host, sheetOf(self))]),
  ),
  Cells: property(({ book, sheetId }) => rangeRef(book, sheetId, [WHOLE_SHEET])),
  Rows: property(({ book, sheetId }) => rangeRef(book, sheetId, [WHOLE_SHEET], { by: 'rows' })),
  Columns: property(({ book, sheetId }) => rangeRef(book, sheetId, [WHOLE_SHEET], { by: 'columns' })),
  Range: method((self, [first, second], { host }) => {
    const areas = (value: unknown): readonly CellRange[] =>
      rangeArgument(value)?.areas ?? areasOfText(rangeText(host, value), sheetOf(self).name);
    const named = areas(first);
    return rangeRef(
      self.book,
      self.sheetId,
      second === undefined ? named : [boundingArea([...named, ...areas(second)])],
      { byText: true },
    );
  }),
  Activate: method((self) => {
    if (!sheetOf(self).visible) throw new WpsError('a hidden worksheet cannot come into view');
    self.book.model.activate(self.sheetId);
  }),
  Delete: method((self, _args, { host }) => {
    const sheet = sheetOf(self);
    if (self.book.structureProtected) throw new WpsError('the structure of the workbook is protected');
    if (self.book.model.sheets.every((one) => one.id === sheet.id || !one.visible))
      throw new WpsError('a workbook keeps one worksheet in view');
    if (host.displayAlerts && sheet.usedRange()) host.prompt('deleting a worksheet');
    changeBook(host, self.book, () => self.book.model.deleteSheet(sheet.id));
  }),
  Names: property(({ book, sheetId }) => new EtRef('Et.Names', { book, scope: sheetId })),
  Comments: property(({ book, sheetId }) => new EtRef('Et.Comments', { book, sheetId })),
  Hyperlinks: property(({ book, sheetId }) => new EtRef('Et.Hyperlinks', { book, sheetId, areas: null })),
  ResetAllPageBreaks: method((self, _args, { host }) =>
    changeSheet(host, self, ({ page }) => void page.delete('rowBreaks')),
  ),
  HPageBreaks: property(({ book, sheetId }) => new EtRef('Et.HPageBreaks', { book, sheetId })),
  PageSetup: property(({ book, sheetId }) => new EtRef('Et.PageSetup', { book, sheetId })),
  ChartObjects: method((self, [index], { host }) =>
    index === undefined
      ? new EtRef('Et.ChartObjects', { book: self.book, sheetId: self.sheetId })
      : item(
          host,
          self.book.charts.list(sheetOf(self)),
          index,
          ({ id }) => new EtRef('Et.ChartObject', { book: self.book, sheetId: self.sheetId, id }),
          ({ name }) => name,
        ),
  ),
});

function sheetsOf({ book, worksheetsOnly }: SheetsTarget): readonly WorksheetModel[] {
  return book.model.sheets.filter(({ kind }) => !worksheetsOnly || kind === 'worksheet');
}

function find(self: SheetTarget): WorksheetModel {
  const sheet = sheetOf(self);
  return self.book.model.sheets.find(({ id }) => id === sheet.id)!;
}

/** @throws WpsError where it is no text, or one that is too long */
function rangeText(host: EtHost, value: unknown): string {
  const text = textArgument(value, 'the range');
  const { rangeTextLimit } = host.switches;
  if (rangeTextLimit !== null && text.length > rangeTextLimit)
    throw new WpsError(`a range text has at most ${rangeTextLimit} characters`);
  return text;
}

/** An empty worksheet says A1. */
function usedRange(host: EtHost, sheet: WorksheetModel): CellRange {
  const areas: CellRange[] = [];
  const contents = sheet.usedRange();
  if (contents) areas.push(contents);
  if (host.switches.usedRange === 'formats-too')
    (sheet as Partial<OpenedWorksheetModel>).forEachCell?.(({ row, column }) => {
      areas.push({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
    });
  if (areas.length === 0 || host.switches.usedRange === 'from-A1')
    areas.push({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 });
  return areas.reduce((all, one) => boundingArea([all, one]));
}

function freeName(book: Book): string {
  for (let number = 1; ; number++) {
    const name = `Sheet${number}`;
    if (!book.model.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) return name;
  }
}

function checkedName(self: SheetTarget, value: unknown): string {
  const name = textArgument(value, 'the name');
  const allowed = name.length > 0 && name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name);
  const taken = self.book.model.sheets.some(
    (sheet) => sheet.id !== self.sheetId && sheet.name.toLowerCase() === name.toLowerCase(),
  );
  if (!allowed || taken) throw new WpsError(`no name for a worksheet: ${name}`);
  if (self.book.structureProtected) throw new WpsError('the structure of the workbook is protected');
  return name;
}
