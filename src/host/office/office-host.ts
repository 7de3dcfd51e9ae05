import type { CellPosition, CellRange } from '../../engine/sheet/address';
import type { Edit, Guard } from '../../engine/sheet/edit';
import { OWN_SHEET_KEYS, type OwnSheetKey } from '../../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import {
  HostError,
  type AppliedEdit,
  type Capabilities,
  type HostEvent,
  type MarkResult,
  type PresentSheets,
  type ReadOptions,
  type RollupPlans,
  type SheetMarks,
  type SheetRef,
  type SpreadsheetHost,
  type StatePart,
  type UnmarkResult,
  type WorkbookRef,
} from '../port';
import { certainlyOwn, signedIds } from '../protocol/own-sheets';
import { applyToSheet } from './apply-edits';
import { excelCode } from './errors';
import { listenToWorkbook } from './events';
import { insertRollups } from './insert-rollups';
import { hasMarks, markSheet, remarkSheet, unmarkSheets } from './marks';
import { findOwnSheets } from './own-sheets';
import type { Clock } from './patience';
import { readRows, readSheet } from './read-sheet';
import { FLOOR, probeRequirements, type IsSetSupported, type Requirements } from './requirements';
import { OfficeSession, type ExcelRun } from './session';
import { addPart, dropPart, readParts, replacePart } from './state-parts';
import { rangeOf, toSheetRef } from './worksheets';

export interface OfficeHostOptions {
  readonly excel: ExcelRun;
  readonly isSetSupported: IsSetSupported;
  readonly clock?: Clock;
  /** Milliseconds that one round trip may take; once one stays unanswered, all together have a quarter more. */
  readonly timeLimit?: number;
}

const TIME_LIMIT = 20_000;

const PAGE_CLOCK: Clock = {
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/**
 * Excel behind the port, through Office.js. A pane belongs to one workbook for its whole life, and every call it makes
 * goes to that workbook, whichever is in front; so nothing needs to be compared before writing.
 */
export class OfficeHost implements SpreadsheetHost {
  readonly capabilities: Capabilities;
  private readonly requirements: Requirements;
  private readonly session: OfficeSession;
  private workbookName: string | null = null;
  private readonly workbookId = `excel-${Math.random().toString(36).slice(2)}`;

  /** @throws HostError `not-supported` where this Excel is too old */
  constructor(private readonly options: OfficeHostOptions) {
    this.requirements = probeRequirements(options.isSetSupported);
    if (!this.requirements.floor) {
      throw new HostError('not-supported', `this Excel has no ExcelApi ${FLOOR}`);
    }
    this.session = new OfficeSession({
      excel: options.excel,
      clock: options.clock ?? PAGE_CLOCK,
      timeLimit: options.timeLimit ?? TIME_LIMIT,
      undoGroups: this.requirements.undoGroups,
    });
    this.capabilities = {
      host: 'excel',
      writes: true,
      marks: true,
      notes: this.requirements.notes,
      charts: true,
      undo: this.requirements.undoGroups,
      interactive: true,
      events: 'told',
      record: 'part',
      merges: false,
      renames: true,
      tellsChanges: true,
    };
  }

  get roundTrips(): number {
    return this.session.roundTrips;
  }

  /** Asks Excel where it has left a call unanswered, and for the name the first time; it belongs to one workbook. */
  async workbook(): Promise<WorkbookRef> {
    if (this.workbookName === null || this.session.silent)
      await this.session.run(async ({ context, sync }) => {
        context.workbook.load('name');
        await sync();
        this.workbookName = context.workbook.name;
      }, true);
    return { id: this.workbookId, name: this.workbookName! };
  }

  sheets(): Promise<readonly SheetRef[]> {
    return this.session.run(async ({ context, sync }) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name,items/visibility');
      await sync();
      return worksheets.items.map(toSheetRef);
    });
  }

  activeSheet(): Promise<SheetRef> {
    return this.session.run(async ({ context, sync }) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load('id,name,visibility');
      try {
        await sync();
      } catch (error) {
        // A chart sheet is in no collection of Excel's, and has no id or name for us.
        if (excelCode(error) !== 'UnsupportedSheet') throw error;
        return { id: '', name: '', kind: 'other', visible: true };
      }
      return toSheetRef(sheet);
    });
  }

  read(sheetId: string, options?: ReadOptions): Promise<SheetSnapshot> {
    const { rows } = options ?? {};
    return this.session.run((batch) =>
      rows
        ? readRows(batch, sheetId, rows, this.requirements)
        : readSheet(batch, sheetId, options, this.requirements),
    );
  }

  edit(
    sheetId: string,
    edits: readonly Edit[],
    guards: readonly Guard[] = [],
  ): Promise<readonly AppliedEdit[]> {
    return this.session.runAsOneStep((batch) => applyToSheet(batch, sheetId, edits, guards));
  }

  mark(sheetId: string, marks: SheetMarks): Promise<MarkResult> {
    return this.session.run((batch) => markSheet(batch, this.requirements, sheetId, marks));
  }

  remark(sheetId: string, marks: SheetMarks): Promise<MarkResult | null> {
    return this.session.run((batch) => remarkSheet(batch, this.requirements, sheetId, marks));
  }

  hasMarks(sheetId: string): Promise<boolean> {
    return this.session.run((batch) => hasMarks(batch, this.requirements, sheetId));
  }

  unmark(sheetId: string | 'all'): Promise<UnmarkResult> {
    return this.session.run(async (batch) => {
      if (sheetId !== 'all') return unmarkSheets(batch, this.requirements, [sheetId]);
      const { worksheets } = batch.context.workbook;
      worksheets.load('items/id');
      await batch.sync();
      return unmarkSheets(
        batch,
        this.requirements,
        worksheets.items.map(({ id }) => id),
      );
    });
  }

  ownSheet(key: OwnSheetKey): Promise<SheetRef | null> {
    return this.session.run(async (batch) => {
      const own = certainlyOwn(await findOwnSheets(batch, [key]), key);
      return own ? toSheetRef(own) : null;
    });
  }

  ownSheetIds(): Promise<ReadonlySet<string>> {
    return this.session.run(async (batch) => {
      return signedIds(await findOwnSheets(batch, OWN_SHEET_KEYS));
    });
  }

  insert(make: (present: PresentSheets) => RollupPlans): Promise<readonly SheetRef[]> {
    return insertRollups(this.session, make);
  }

  selection(): Promise<CellRange | null> {
    return this.session.run(async ({ context, sync }) => {
      const range = context.workbook.getSelectedRange();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      try {
        await sync();
      } catch (error) {
        // Of several ranges, of a shape and of a chart sheet nothing is said.
        if (['InvalidSelection', 'UnsupportedSheet', 'ItemNotFound'].includes(excelCode(error) ?? ''))
          return null;
        throw error;
      }
      const { rowIndex, columnIndex, rowCount, columnCount } = range;
      return {
        firstRow: rowIndex,
        firstColumn: columnIndex,
        lastRow: rowIndex + rowCount - 1,
        lastColumn: columnIndex + columnCount - 1,
      };
    });
  }

  select(sheetId: string, { row, column }: CellPosition): Promise<void> {
    return this.session.run(async ({ context, sync }) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      sheet.activate();
      rangeOf(sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }).select();
      await sync();
    }, true);
  }

  listen(listener: (event: HostEvent) => void): Promise<() => void> {
    return listenToWorkbook(this.session, this.options.excel, listener);
  }

  recall(): Promise<readonly StatePart[]> {
    return readParts(this.session);
  }

  remember(text: string, id?: string): Promise<string | null> {
    return id === undefined ? addPart(this.session, text) : replacePart(this.session, id, text);
  }

  forget(id: string, text: string | null): Promise<boolean> {
    return dropPart(this.session, id, text);
  }
}

/** The host of a page in Excel, over the globals that office.js brings. */
export function createOfficeHost(options: Partial<OfficeHostOptions> = {}): OfficeHost {
  return new OfficeHost({
    excel: Excel,
    isSetSupported: (name, version) => Office.context.requirements.isSetSupported(name, version),
    ...options,
  });
}
