import type { CellPosition, CellRange } from '../../src/engine/sheet/address';
import type { CellValue } from '../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';

/**
 * The workbook behind the workbench: the small interface that the emulated hosts (office.js, WPS) and the page
 * know. One implementation stands over a headless spreadsheet engine. All positions are 0-based; matrices are
 * rows × columns, row-major. Reads are synchronous; values of formulas are fresh after `settled()`.
 */
export interface WorkbookModel {
  /** File name, for people. */
  readonly name: string;
  readonly sheets: readonly WorksheetModel[];
  readonly activeSheet: WorksheetModel;
  /** The selected range of the active sheet. */
  readonly selection: CellRange;
  select(sheetId: string, range: CellRange): void;
  activate(sheetId: string): void;
  /** Adds a worksheet at the end without bringing it into view. @throws Error where the name is taken */
  addSheet(name: string): WorksheetModel;
  deleteSheet(sheetId: string): void;
  readonly names: DefinedName[];
  addName(name: DefinedName): void;
  deleteName(name: string, scope: string | null): void;
  /** Custom XML parts: id → XML. */
  readonly customXml: Map<string, string>;
  /** Custom document properties: name → value. Dates and the like are left out. */
  readonly properties: Map<string, PropertyValue>;
  /** Resolves when all formulas are calculated. */
  settled(): Promise<void>;
  /** Everything changed in `change` becomes one step of the user's undo. */
  transact<T>(change: () => T): T;
  undo(): void;
  redo(): void;
  /** Empties the undo history, as some calls of Excel do. */
  clearUndo(): void;
  readonly undoDepth: number;
  subscribe(listener: (event: ModelEvent) => void): () => void;
  dispose(): void;
}

/** A workbook that remembers what it was opened with: whoever saves it finds by comparison what has changed since. */
export interface OpenedWorkbookModel extends WorkbookModel {
  readonly opened: OpenedWorkbook;
  readonly sheets: readonly OpenedWorksheetModel[];
  /**
   * Cells whose formulas cannot be calculated here: they keep the value they were opened with, whatever happens to the
   * cells they refer to. By what formulas say, and what came out of them so far.
   */
  readonly uncalculated: readonly CellOfSheet[];
  /** Ids of the worksheets whose rows or columns are no longer those they were opened with. */
  readonly restructured: ReadonlySet<string>;
  /** What the worksheets it was opened with were like right after that, by their ids. */
  readonly asOpened: ReadonlyMap<string, SheetAspects>;
}

/** A worksheet of such a workbook: it can be compared with what it was. */
export interface OpenedWorksheetModel extends WorksheetModel {
  /** All cells that hold or show something, in no order: however far apart, it takes as long as there are cells. */
  forEachCell(visit: (cell: StoredCell) => void): void;
  /** Whether a cell holds or shows something. */
  hasCell(cell: CellPosition): boolean;
  /** Whether the result of a cell's formula fills others too. */
  spills(cell: CellPosition): boolean;
  /** Rows or columns that are hidden or have a size of their own, in their order. */
  lines(what: 'row' | 'column'): readonly LineLayout[];
}

export interface CellOfSheet extends CellPosition {
  readonly sheetId: string;
}

/** What is told of a worksheet besides its cells: texts that are the same where it is. */
export type SheetAspects = Readonly<
  Record<
    'merges' | 'links' | 'choices' | 'charts' | 'page' | 'layout' | 'conditional-formats' | 'notes',
    string
  >
>;

/** What a sheet of a workbook is. Only the first two have cells. */
export type ModelSheetKind = 'worksheet' | 'macro' | 'chart' | 'dialog' | 'module';

/** A cell that holds or shows something. */
export interface StoredCell extends CellPosition {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly format: Required<CellFormat>;
}

/** A row or column that is hidden, or has a size of its own. */
export interface LineLayout {
  readonly index: number;
  readonly hidden: boolean;
  /** Width in characters or height in points; `null` where it has none of its own. */
  readonly size: number | null;
}

export interface DefinedName {
  readonly name: string;
  /** "=Sheet1!$A$1". */
  readonly refersTo: string;
  /** Sheet id for a worksheet-scoped name, `null` for the workbook's. */
  readonly scope: string | null;
  readonly visible: boolean;
}

export interface ModelCell {
  /** Written exactly: a text stays a text. */
  readonly value: CellValue;
  /** With "="; the value then is ignored. */
  readonly formula?: string | null;
}

export interface CellFormat {
  readonly fill?: string | null;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly horizontal?: 'general' | 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly border?: 'thin' | null;
}

/** A conditional format by a formula; the first in the list has the highest priority. */
export interface ConditionalFormatModel {
  readonly id: string;
  readonly ranges: readonly CellRange[];
  readonly formula: string;
  readonly fill: string | null;
}

export interface ChartModel {
  readonly id: string;
  /** By which programs know it; a chart that was given none has none. */
  readonly name?: string;
  readonly type: string;
  readonly title: string;
  /** The worksheet it is drawn from, and the range around all that is drawn. */
  readonly data: { readonly sheetId: string; readonly range: CellRange };
  /** On the worksheet of `data`; where missing, the first row of its range names the series, the first column labels. */
  readonly series?: readonly ChartSeriesModel[] | undefined;
  readonly at: CellRange;
}

/** A series of a chart. Its ranges are one cell wide or one cell high. */
export interface ChartSeriesModel {
  /** A text, or the cell that holds it. */
  readonly name: string | CellPosition;
  /** `null` until they are given. */
  readonly values: CellRange | null;
  /** Labels of the values; `null`: they are numbered. */
  readonly categories: CellRange | null;
}

export interface WorksheetModel {
  readonly id: string;
  readonly name: string;
  readonly kind: ModelSheetKind;
  readonly visible: boolean;
  readonly protected: boolean;
  setProtected(on: boolean): void;
  rename(name: string): void;
  /** The range that holds values or formulas; `null` for an empty sheet. */
  usedRange(): CellRange | null;
  /** Values, formulas ("" where none), number formats and texts as shown, of any range; sparse ranges are cheap. */
  values(range: CellRange): CellValue[][];
  formulas(range: CellRange): (string | null)[][];
  numberFormats(range: CellRange): string[][];
  texts(range: CellRange): string[][];
  /** `null` in the matrix leaves a cell as it is. */
  setCells(range: CellRange, cells: readonly (readonly (ModelCell | null)[])[]): void;
  setNumberFormats(range: CellRange, formats: readonly (readonly (string | null)[])[]): void;
  /** Takes values and formulas away; formats only with `all`. */
  clear(range: CellRange, what: 'contents' | 'all'): void;
  /** The format of one cell without conditional formats. */
  format(cell: CellPosition): CellFormat;
  setFormat(range: CellRange, format: CellFormat): void;
  /** What a person sees: the fill with conditional formats laid over it. */
  shownFill(cell: CellPosition): string | null;
  readonly merges: readonly CellRange[];
  merge(range: CellRange): void;
  unmerge(range: CellRange): void;
  /** Widths in characters, heights in points. */
  setColumnWidth(column: number, width: number): void;
  columnWidth(column: number): number;
  setRowHeight(row: number, height: number): void;
  /** `null` where the row fits its text. */
  rowHeight(row: number): number | null;
  setHidden(what: 'row' | 'column', index: number, hidden: boolean): void;
  isHidden(what: 'row' | 'column', index: number): boolean;
  freeze(rows: number, columns: number): void;
  readonly frozen: { readonly rows: number; readonly columns: number };
  insertRows(before: number, count: number): void;
  deleteRows(first: number, count: number): void;
  readonly conditionalFormats: readonly ConditionalFormatModel[];
  /** Adds one with the highest priority. */
  addConditionalFormat(format: Omit<ConditionalFormatModel, 'id'>): ConditionalFormatModel;
  deleteConditionalFormat(id: string): void;
  /** Notes by cell. */
  note(cell: CellPosition): string | null;
  readonly notes: readonly (CellPosition & { readonly text: string })[];
  setNote(cell: CellPosition, text: string | null): void;
  readonly links: readonly OpenedLink[];
  link(cell: CellPosition): { readonly sheetName: string; readonly address: string } | null;
  setLink(cell: CellPosition, link: { readonly sheetName: string; readonly address: string } | null): void;
  /** Lists to choose from. */
  readonly choices: readonly { readonly range: CellRange; readonly values: readonly string[] }[];
  setChoices(range: CellRange, values: readonly string[] | null): void;
  readonly charts: readonly ChartModel[];
  addChart(chart: Omit<ChartModel, 'id'>): ChartModel;
  deleteChart(id: string): void;
  /** Print set-up and the like: kept, not shown. */
  readonly page: Map<string, unknown>;
}

export type ModelEvent =
  | {
      readonly type: 'changed';
      readonly sheetId: string;
      readonly range: CellRange;
      readonly structural: boolean;
    }
  /** Formulas there have other values, or cells other formats: nobody has written into them. */
  | { readonly type: 'calculated' | 'formatted'; readonly sheetId: string; readonly range: CellRange }
  | { readonly type: 'selected'; readonly sheetId: string; readonly range: CellRange }
  | { readonly type: 'activated' | 'added' | 'deleted' | 'renamed'; readonly sheetId: string };

/** A workbook to open. Ids of worksheets are the model's (`sheetIdOf` of the snapshot's id). */
export interface OpenedWorkbook {
  readonly sheets: readonly OpenedSheet[];
  /** No scope has a name twice. */
  readonly names?: readonly DefinedName[];
  /** Whether the file asks for all formulas to be calculated, whatever it holds of their values. */
  readonly asksForCalculation?: boolean;
  readonly customXml?: readonly OpenedCustomXml[];
  readonly properties?: ReadonlyMap<string, PropertyValue>;
}

export type PropertyValue = string | number | boolean;

export interface OpenedCustomXml {
  readonly id: string;
  /** Name of the part in the file. */
  readonly part: string;
  readonly xml: string;
}

export type OpenedNote = CellPosition & { readonly text: string };
export type OpenedLink = CellPosition & { readonly sheetName: string; readonly address: string };
export interface OpenedChoices {
  readonly range: CellRange;
  readonly values: readonly string[];
}

/** A worksheet to open: the snapshot, with what a snapshot leaves out where the reader knows it. */
export interface OpenedSheet {
  readonly snapshot: SheetSnapshot;
  readonly kind: ModelSheetKind;
  readonly visible: boolean;
  /** In characters. */
  readonly columnWidths?: Readonly<Record<number, number>>;
  /** In points; rows without one fit their text. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** By the rows and columns of the snapshot; may reach further than its values. */
  readonly formats?: readonly (readonly (CellFormat | null)[])[];
  /** The highest priority first. The model keeps the ids. */
  readonly conditionalFormats?: readonly ConditionalFormatModel[];
  /** By row and column, one for a cell. */
  readonly notes?: readonly OpenedNote[];
  readonly links?: readonly OpenedLink[];
  /** Headers and totals of tables, which a table keeps a second time. */
  readonly tableTexts?: readonly CellRange[];
  /** Ranges that share `values` are one list. */
  readonly choices?: readonly OpenedChoices[];
  /** The model keeps the ids. */
  readonly charts?: readonly ChartModel[];
  /** Entries as in the model's `page`. */
  readonly page?: ReadonlyMap<string, unknown>;
}
