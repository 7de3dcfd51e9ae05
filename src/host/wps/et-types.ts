/**
 * The members of WPS Spreadsheets ("et") that the product uses, in our own words: a small part of what the vendor's type
 * package declares, which test/workbench/wps/et-types.test.ts proves. Add a member here before using it.
 *
 * - Collections are 1-based, by `Item`. What is missing answers `null` in most builds, and everything is `null` while no
 *   workbook is open, whatever the vendor's types say: what can be missing has `| null` here.
 * - Whatever a build may answer in another shape is `unknown`: it has to be decoded.
 * - Enumerations are numbers. Middle arguments that are left out are `undefined`.
 */
export interface EtApplication {
  readonly Name: string;
  readonly Version: string;
  readonly Build: unknown;
  readonly Workbooks: EtWorkbooks;
  readonly ActiveWorkbook: EtWorkbook | null;
  readonly ActiveSheet: EtWorksheet | null;
  readonly ActiveWindow: EtWindow | null;
  /** A range, or whatever else is selected. */
  readonly Selection: unknown;
  readonly Ready: boolean;
  Interactive: boolean;
  ScreenUpdating: boolean;
  EnableEvents: boolean;
  DisplayAlerts: boolean;
  /** -4105 automatic, -4135 manual, 2 automatic but for data tables. */
  Calculation: number;
  Calculate(): void;
  /** All but the first two may be left out; at most thirty. */
  Union(first: EtRange, second: EtRange, ...more: EtRange[]): EtRange | null;
  readonly ApiEvent: EtApiEvent;
  readonly PluginStorage: EtPluginStorage;
  /** Made out of view; a full address, for WPS shows nothing for another. */
  CreateTaskPane(url: string, title?: string): EtTaskPane | null;
  GetTaskPane(id: number): EtTaskPane | null;
}

/** What is held of a pane is worth nothing once it was closed. */
export interface EtTaskPane {
  readonly ID: number;
  Visible: boolean;
  /** 0 left, 1 top, 2 right, 3 bottom, 4 floating. */
  DockPosition: number;
  Width: number;
  Navigate(url: string): void;
  Delete(): void;
}

export interface EtWorkbooks {
  readonly Count: number;
  Item(index: number | string): EtWorkbook | null;
}

export interface EtWorkbook {
  readonly Name: string;
  /** Its name alone while it has never been saved. */
  readonly FullName: string;
  /** Empty while it has never been saved. */
  readonly Path: string;
  readonly ReadOnly: boolean;
  readonly MultiUserEditing: boolean;
  readonly ProtectStructure: boolean;
  readonly FileFormat: number;
  Saved: boolean;
  Activate(): void;
  readonly ActiveSheet: EtWorksheet | null;
  readonly Sheets: EtSheets;
  readonly Worksheets: EtSheets;
  readonly Windows: EtWindows;
  readonly Names: EtNames;
  readonly CustomXMLParts: EtXmlParts;
  readonly CustomDocumentProperties: EtDocumentProperties;
}

export interface EtSheets {
  readonly Count: number;
  /** A worksheet, or a sheet of another kind; `null` where there is none. */
  Item(index: number | string): unknown;
  /** Before the sheet in view, where neither is given. */
  Add(before?: EtWorksheet, after?: EtWorksheet, count?: number, type?: number): unknown;
}

export interface EtWorksheet {
  Name: string;
  readonly CodeName: string;
  readonly Index: number;
  /** -4167 a worksheet. */
  readonly Type: number;
  /** -1 visible, 0 hidden, 2 very hidden. */
  Visible: number;
  readonly ProtectContents: boolean;
  readonly ProtectDrawingObjects: boolean;
  readonly ProtectScenarios: boolean;
  readonly UsedRange: EtRange | null;
  readonly Cells: EtRange;
  readonly Rows: EtRange;
  readonly Columns: EtRange;
  /** At most 255 characters. */
  Range(address: string): EtRange | null;
  Activate(): void;
  Delete(): void;
  readonly Names: EtNames;
  readonly Comments: EtComments;
  readonly Hyperlinks: EtHyperlinks;
  readonly PageSetup: EtPageSetup;
  readonly HPageBreaks: EtHPageBreaks;
  ResetAllPageBreaks(): void;
  /** The collection, or one of it; a property in some builds. */
  ChartObjects(index?: number | string): unknown;
}

export interface EtRange {
  /** 1-based, of the first cell. */
  readonly Row: number;
  readonly Column: number;
  readonly Count: number;
  readonly Rows: EtRange;
  readonly Columns: EtRange;
  readonly Areas: EtAreas;
  readonly Cells: EtRange;
  readonly EntireRow: EtRange;
  readonly EntireColumn: EtRange;
  readonly Worksheet: EtWorksheet;
  Item(row: number | string, column?: number | string): EtRange | null;
  Resize(rows?: number, columns?: number): EtRange;
  Offset(rows?: number, columns?: number): EtRange;
  Address(rowAbsolute?: boolean, columnAbsolute?: boolean): string;
  /** Scalar of one cell; of more whatever the build makes of it. */
  Value2: unknown;
  Formula: unknown;
  readonly HasFormula: unknown;
  readonly Text: unknown;
  /** One text for all; `null` where they differ. */
  NumberFormat: unknown;
  Hidden: unknown;
  RowHeight: unknown;
  ColumnWidth: unknown;
  MergeCells: unknown;
  WrapText: unknown;
  HorizontalAlignment: unknown;
  VerticalAlignment: unknown;
  readonly MergeArea: EtRange;
  Merge(across?: boolean): void;
  UnMerge(): void;
  ClearContents(): unknown;
  Clear(): unknown;
  Select(): unknown;
  readonly Interior: EtInterior;
  readonly Font: EtFont;
  readonly Borders: EtBorders;
  readonly FormatConditions: EtFormatConditions;
  readonly Validation: EtValidation;
  readonly Hyperlinks: EtHyperlinks;
  /** `null` where it has none. */
  readonly Comment: EtComment | null;
  AddComment(text?: string): EtComment | null;
  ClearComments(): void;
}

export interface EtAreas {
  readonly Count: number;
  Item(index: number): EtRange | null;
}

/** Colours are numbers: red + 256 × green + 65536 × blue. */
export interface EtInterior {
  Color: unknown;
  /** -4142: none. */
  ColorIndex: unknown;
  Pattern: unknown;
}

export interface EtFont {
  Bold: unknown;
  Color: unknown;
  Name: unknown;
  Size: unknown;
}

export interface EtBorders {
  /** 1 continuous, -4142 none. */
  LineStyle: unknown;
}

export interface EtFormatConditions {
  readonly Count: number;
  Item(index: number): EtFormatCondition | null;
  /** Type 2: by a formula. */
  Add(type: number, operator?: number, formula?: string): EtFormatCondition | null;
}

export interface EtFormatCondition {
  readonly Type: number;
  readonly Formula1: string;
  readonly Interior: EtInterior;
  readonly AppliesTo: EtRange;
  StopIfTrue: boolean;
  SetFirstPriority(): void;
  Delete(): void;
}

export interface EtComments {
  readonly Count: number;
  Item(index: number): EtComment | null;
}

export interface EtComment {
  /** The cell. */
  readonly Parent: EtRange;
  readonly Author: string;
  Visible: boolean;
  Text(text?: string): string;
  Delete(): void;
}

export interface EtHPageBreaks {
  /** The page begins with the row of the range. */
  Add(before: EtRange): unknown;
}

export interface EtHyperlinks {
  readonly Count: number;
  Item(index: number): EtHyperlink | null;
  Add(anchor: EtRange, address: string, subAddress?: string, screenTip?: string, text?: string): unknown;
  Delete(): void;
}

export interface EtHyperlink {
  readonly Range: EtRange;
  Address: string;
  SubAddress: string;
  Delete(): void;
}

export interface EtValidation {
  /** Type 3: a list. */
  Add(type: number, alertStyle?: number, operator?: number, formula1?: string, formula2?: string): void;
  readonly Type: number;
  readonly Formula1: string;
  Delete(): void;
}

export interface EtNames {
  readonly Count: number;
  Item(index?: number | string): EtName | null;
  Add(name?: string, refersTo?: string, visible?: boolean): EtName | null;
}

export interface EtName {
  /** With its worksheet before it where it is of one: "表1!名称". */
  readonly Name: string;
  readonly RefersTo: unknown;
  Visible: boolean;
  Delete(): void;
}

export interface EtPageSetup {
  /** 1 upright, 2 landscape. */
  Orientation: number;
  /** 9: A4. */
  PaperSize: number;
  /** A percentage; `false` where it fits to pages. */
  Zoom: unknown;
  FitToPagesWide: unknown;
  FitToPagesTall: unknown;
  /** "$1:$3"; empty: none. */
  PrintTitleRows: string;
  PrintArea: string;
}

export interface EtChartObjects {
  readonly Count: number;
  Item(index: number | string): EtChartObject | null;
  /** Points from the worksheet's corner. */
  Add(left: number, top: number, width: number, height: number): EtChartObject | null;
}

export interface EtChartObject {
  Name: string;
  readonly Chart: EtChart;
  Delete(): unknown;
}

export interface EtChart {
  ChartType: number;
  HasTitle: boolean;
  readonly ChartTitle: EtChartTitle;
  /** Plot by 1: rows, 2: columns. */
  SetSourceData(source: EtRange, plotBy?: number): void;
  SeriesCollection(index?: number | string): unknown;
}

export interface EtChartTitle {
  Text: string;
}

export interface EtSeriesCollection {
  readonly Count: number;
  Item(index: number): EtSeries | null;
  NewSeries(): EtSeries | null;
}

/** Set to a range, or to a formula that names one: "='表1'!$B$2:$B$9". */
export interface EtSeries {
  Name: string;
  Values: unknown;
  XValues: unknown;
  Delete(): unknown;
}

export interface EtWindows {
  readonly Count: number;
  Item(index: number | string): EtWindow | null;
}

export interface EtWindow {
  FreezePanes: boolean;
  SplitRow: number;
  SplitColumn: number;
  ScrollRow: number;
  ScrollColumn: number;
  readonly Selection: unknown;
  Activate(): unknown;
}

export interface EtXmlParts {
  readonly Count: number;
  Item(index: number | string): EtXmlPart | null;
  Add(xml?: string): EtXmlPart | null;
  SelectByID(id: string): EtXmlPart | null;
  /** Nothing, in older builds. */
  SelectByNamespace(namespace: string): EtXmlParts | null | undefined;
}

export interface EtXmlPart {
  readonly Id: string;
  readonly NamespaceURI: string;
  readonly XML: string;
  LoadXML(xml: string): boolean;
  Delete(): void;
}

export interface EtDocumentProperties {
  readonly Count: number;
  Item(index: number | string): EtDocumentProperty | null;
  /** Type 4: a text. */
  Add(name: string, linkToContent: boolean, type?: number, value?: string): unknown;
}

export interface EtDocumentProperty {
  readonly Name: string;
  Value: unknown;
  Delete(): void;
}

export interface EtApiEvent {
  /** `callback` is called with host objects. Some builds answer whether it was added. */
  AddApiEventListener(name: EtEventName, callback: (...parts: unknown[]) => void): unknown;
  /** Some builds take all listeners of that name off. */
  RemoveApiEventListener(name: EtEventName, callback?: (...parts: unknown[]) => void): unknown;
}

export type EtEventName =
  | 'SheetActivate'
  | 'SheetBeforeDelete'
  | 'SheetChange'
  | 'SheetSelectionChange'
  | 'WorkbookActivate'
  | 'WorkbookAfterSave'
  | 'WorkbookBeforeClose'
  | 'WorkbookNewSheet'
  | 'WorkbookOpen';

/** Kept while the program runs, shared by all pages and by the vendor's three programs. */
export interface EtPluginStorage {
  setItem(key: string, value: string): void;
  /** As it was set, or as a text; `null` or nothing where there is none. */
  getItem(key: string): unknown;
  removeItem(key: string): void;
}
