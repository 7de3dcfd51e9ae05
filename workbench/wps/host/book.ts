import type { WorkbookModel, WorksheetModel } from '../../model/workbook-model';
import { ChartStore } from '../../model/chart-store';
import { ConditionalFormatStore } from '../../model/conditional-format-store';
import { WpsError } from '../object/et-errors';

/** How a workbook is when WPS opens it. */
export interface BookOptions {
  /** Folder; empty for a workbook that was never saved. */
  readonly path?: string;
  readonly readOnly?: boolean;
  /** Edited by several at once. */
  readonly shared?: boolean;
  readonly structureProtected?: boolean;
  /** 51 .xlsx, 56 .xls. */
  readonly fileFormat?: number;
}

/** What a window shows of a sheet. */
export interface SheetView {
  splitRow: number;
  splitColumn: number;
  scrollRow: number;
  scrollColumn: number;
}

/** What of a workbook is in the file that it was last saved to. */
export interface BookLeaving {
  readonly customXml: boolean;
  readonly properties: boolean;
  readonly hiddenNames: boolean;
}

/** An open workbook, with what WPS keeps beside what the model has. */
export class Book {
  name: string;
  path: string;
  readonly readOnly: boolean;
  readonly shared: boolean;
  readonly structureProtected: boolean;
  readonly fileFormat: number;
  saved = true;
  open = true;
  /** All is, until it is saved by a build that loses something. */
  leaving: BookLeaving = { customXml: true, properties: true, hiddenNames: true };
  readonly formats = new ConditionalFormatStore();
  readonly charts: ChartStore;
  private readonly views = new Map<string, SheetView>();
  private readonly codeNames = new Map<string, string>();

  constructor(
    readonly model: WorkbookModel,
    { path = '', readOnly = false, shared = false, structureProtected = false, fileFormat = 51 }: BookOptions,
  ) {
    this.name = model.name;
    this.path = path;
    this.readOnly = readOnly;
    this.shared = shared;
    this.structureProtected = structureProtected;
    this.fileFormat = fileFormat;
    this.charts = new ChartStore(model);
    this.nameCode();
  }

  /** @throws WpsError where it is gone */
  sheet(id: string): WorksheetModel {
    const sheet = this.open ? this.model.sheets.find((one) => one.id === id) : undefined;
    if (!sheet) throw new WpsError('the worksheet is no longer there');
    return sheet;
  }

  /** What scripts call a sheet, whatever its title; empty for one that came after the last saving. */
  codeName(sheetId: string): string {
    return this.codeNames.get(sheetId) ?? '';
  }

  /** Sheets get such names when the workbook is saved. */
  nameCode(): void {
    for (const { id } of this.model.sheets)
      if (!this.codeNames.has(id)) this.codeNames.set(id, `Sheet${this.codeNames.size + 1}`);
  }

  view(sheet: WorksheetModel): SheetView {
    let view = this.views.get(sheet.id);
    if (!view) {
      const { rows, columns } = sheet.frozen;
      view = { splitRow: rows, splitColumn: columns, scrollRow: 1, scrollColumn: 1 };
      this.views.set(sheet.id, view);
    }
    return view;
  }
}
