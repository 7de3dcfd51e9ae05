import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import type { XlsxLimits } from '../limits';
import { DEFAULT_LIMITS } from '../limits';
import { OpcPackage } from '../package/opc-package';
import type { Inflate } from '../zip/inflate';
import { XlsxError } from '../xlsx-error';
import { refuseByTheStart, refuseTooManyCells } from './count-cells';
import { EMPTY_GRID } from './grid-builder';
import { openParts } from './open-parts';
import { richErrors } from './rich-values';
import { readSharedStrings } from './shared-strings';
import { readCellFormats } from './styles';
import type { SheetInfo, StoredCalculation, WorkbookPart } from './workbook-part';
import { readWorkbookPart } from './workbook-part';
import { readWorksheet } from './worksheet';

export interface OpenOptions {
  readonly inflate: Inflate;
  /** Those limits that are not to be the default ones. */
  readonly limits?: Partial<XlsxLimits>;
}

/** An .xlsx or .xlsm workbook. Sheets are read when asked for, so that one large sheet need not cost the others. */
export class XlsxWorkbook {
  readonly sheets: readonly SheetInfo[];
  /** Whether dates are counted from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** What the file says about the values that it keeps of formulas. */
  readonly calculation: StoredCalculation;
  /** Name of the workbook part. */
  readonly part: string;
  private readonly workbook: WorkbookPart;
  private sharedStrings: readonly string[] | undefined;
  private cellFormats: readonly string[] | undefined;
  private isRichError: ((metadata: number) => boolean) | undefined;

  /**
   * Use `openWorkbook`, which tells other kinds of files apart first.
   * @param before the same workbook before some of its parts were changed: what cannot have changed is taken from it
   */
  constructor(
    readonly opc: OpcPackage,
    before?: XlsxWorkbook,
  ) {
    this.sharedStrings = before?.sharedStrings;
    this.workbook = readWorkbookPart(opc);
    this.part = this.workbook.part;
    this.sheets = this.workbook.sheets;
    this.date1904 = this.workbook.date1904;
    this.calculation = this.workbook.calculation;
  }

  /**
   * Reads the cells of a sheet. Sheets that can have none (chart and dialog sheets) are empty snapshots.
   * @param index 0-based, as in `sheets`
   * @throws RangeError for an index out of range; XlsxError for a part that is missing, damaged or over a limit
   */
  readSheet(index: number): SheetSnapshot {
    const info = this.sheets[index];
    if (!info) throw new RangeError(`no sheet ${index}`);
    const { id, name } = info;
    if (info.part === null || info.kind === 'unknown') {
      throw new XlsxError('corrupt', `sheet ${index} has no part of its own`, {
        part: this.workbook.part,
      });
    }
    if (info.kind !== 'worksheet' && info.kind !== 'macrosheet') return { id, name, ...EMPTY };
    const context = {
      sharedStrings: this.readSharedStrings(),
      cellFormats: this.readCellFormats(),
      date1904: this.date1904,
      isRichError: (metadata: number) =>
        (this.isRichError ??= richErrors(this.opc, this.workbook.part))(metadata),
      maxCells: this.opc.limits.maxCells,
    };
    const { part } = info;
    refuseByTheStart(this.opc, part, context.maxCells);
    const scanner = this.opc.scan(part, (bytes) => refuseTooManyCells(bytes, part, context.maxCells));
    return { id, name, ...readWorksheet(scanner, context) };
  }

  /** Without the part there are no shared strings; a cell that refers to one then is an error of its own. */
  private readSharedStrings(): readonly string[] {
    const { sharedStringsPart: part } = this.workbook;
    this.sharedStrings ??= part !== null && this.opc.has(part) ? readSharedStrings(this.opc.scan(part)) : [];
    return this.sharedStrings;
  }

  private readCellFormats(): readonly string[] {
    const { stylesPart: part } = this.workbook;
    this.cellFormats ??= part !== null && this.opc.has(part) ? readCellFormats(this.opc.scan(part)) : [];
    return this.cellFormats;
  }
}

const EMPTY: Omit<SheetSnapshot, 'id' | 'name'> = {
  ...EMPTY_GRID,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  protected: false,
};

/**
 * Opens a workbook from the bytes of its file. Only the directory and the workbook part are read; see `readSheet`.
 * @param bytes kept as long as the workbook is, not changed
 * @throws XlsxError of any code
 */
export function openWorkbook(bytes: Uint8Array, options: OpenOptions): XlsxWorkbook {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  return new XlsxWorkbook(new OpcPackage(openParts(bytes, options.inflate, limits), limits));
}
