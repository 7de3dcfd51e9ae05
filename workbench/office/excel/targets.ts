import type { CellRange } from '../../../src/engine/sheet/address';
import type { WorksheetModel } from '../../model/workbook-model';
import type { HostObject } from '../description/object-type';
import { accessDenied, itemNotFound } from '../interpreter/office-error';
import type { ExcelHost } from './excel-host';

/** Makes the objects that many others lead to. */
export interface ExcelObjects {
  worksheet(sheetId: string): HostObject<SheetTarget>;
  range(sheetId: string, range: CellRange): HostObject<Cells>;
  rangeAreas(sheetId: string, ranges: readonly CellRange[]): HostObject<Cells>;
}

/** What a Worksheet object stands for. The worksheet may be gone by the time it is asked. */
export class SheetTarget {
  constructor(
    readonly host: ExcelHost,
    readonly sheetId: string,
  ) {}

  /** @throws OfficeError ItemNotFound where the worksheet was deleted */
  get sheet(): WorksheetModel {
    this.host.contentWrites.flush();
    return this.find();
  }

  /** @throws OfficeError AccessDenied where the worksheet is protected */
  get writableSheet(): WorksheetModel {
    this.host.contentWrites.flush();
    return this.sheetBesideWrites;
  }

  /** The same for a write of contents, which may join the one before it. */
  get sheetBesideWrites(): WorksheetModel {
    const sheet = this.find();
    if (sheet.protected) throw accessDenied();
    this.host.touched();
    return sheet;
  }

  private find(): WorksheetModel {
    const sheet = this.host.findSheet(this.sheetId);
    if (!sheet) throw itemNotFound();
    return sheet;
  }
}

/** What a Range or RangeAreas object stands for. Its areas move when rows are inserted above them. */
export class Cells extends SheetTarget {
  constructor(
    host: ExcelHost,
    sheetId: string,
    public areas: readonly CellRange[],
  ) {
    super(host, sheetId);
  }

  /** The first area: that of a Range. */
  get area(): CellRange {
    return this.areas[0]!;
  }
}
