import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { countCells } from '../../engine/sheet/address';
import type { Edit, Guard } from '../../engine/sheet/edit';
import { coveredBy } from '../../engine/sheet/merges';
import { OWN_SHEET_KEYS, type OwnSheetKey } from '../../engine/sheet/sheet-plan';
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import { onlyRows } from '../../engine/sheet/snapshot-rows';
import {
  CellsLocked,
  StylesFull,
  XlsxError,
  type CellEdit,
  type SheetInfo,
  type WorkbookDraft,
} from '../../xlsx';
import {
  HostError,
  type AppliedEdit,
  type Capabilities,
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
import {
  certainlyOwn,
  CHART_NAME,
  ownSheetName,
  placeOf,
  signedIds,
  type OwnSheets,
} from '../protocol/own-sheets';
import { changedError } from '../protocol/apply-edits';
import { changedCells } from '../protocol/same-content';
import { fromStatePart, STATE_NAMESPACE, toStatePart } from '../protocol/state-part';
import {
  fromProperties,
  liesInProperties,
  propertiesOf,
  textProperties,
  type TextProperty,
} from '../protocol/state-properties';
import { toDressing } from './file-marks';
import { openDraftFile, type OpenFileOptions } from './open-workbook-file';
import { ShownSheets } from './shown-sheets';
import { mustFitCells } from './writable-content';
import { deflateWithZlib } from './zlib-deflate';

const CAPABILITIES: Capabilities = {
  host: 'file',
  writes: true,
  marks: true,
  notes: true,
  charts: true,
  undo: false,
  interactive: false,
  events: 'none',
  record: 'part',
  merges: true,
  renames: true,
  tellsChanges: false,
};

/** A lasting id by which office programs tell a part of records from others; made of its first text, so none is there twice. */
function stateId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

/**
 * A workbook on disk behind the port. The file itself is never written to: what is done to the workbook is done to a
 * draft, and `save` gives the bytes of a new file. Nobody sits at a file, so the first visible sheet counts as the one
 * in view, nothing can be selected and there is nothing to listen to.
 */
export class FileHost implements SpreadsheetHost {
  readonly capabilities = CAPABILITIES;
  readonly roundTrips = 0;

  private readonly reader: ShownSheets;

  constructor(
    private readonly path: string,
    private readonly draft: WorkbookDraft,
  ) {
    this.reader = new ShownSheets(draft);
  }

  workbook(): Promise<WorkbookRef> {
    return Promise.resolve({ id: this.path, name: basename(this.path) });
  }

  sheets(): Promise<readonly SheetRef[]> {
    return Promise.resolve(this.draft.sheets.map(toSheetRef));
  }

  async activeSheet(): Promise<SheetRef> {
    const sheets = await this.sheets();
    const inView = sheets.find(({ visible }) => visible) ?? sheets[0];
    if (!inView) throw new HostError('sheet-gone', 'the workbook has no sheet');
    return inView;
  }

  async read(sheetId: string, { onProgress, signal, rows }: ReadOptions = {}): Promise<SheetSnapshot> {
    if (signal?.aborted) throw new HostError('cancelled', 'reading was cancelled');
    this.worksheet(sheetId);
    const snapshot = await this.attempt(() => this.reader.read(sheetId));
    onProgress?.(snapshot.rowCount, snapshot.rowCount);
    return rows ? onlyRows(snapshot, rows) : snapshot;
  }

  async edit(
    sheetId: string,
    edits: readonly Edit[],
    guards: readonly Guard[] = [],
  ): Promise<readonly AppliedEdit[]> {
    const before = await this.read(sheetId);
    if (edits.length > 0) mustBeWritable(before);
    const isCovered = coveredBy(before.merges ?? []);
    // Nobody would see what is written into a cell that a merged range covers.
    const stale = [
      ...changedCells(edits, guards, ({ row, column }) => contentAt(before, row, column)),
      ...edits.filter(({ row, column }) => isCovered(row, column)),
    ];
    if (stale.length > 0) throw changedError(before.name, stale);
    if (edits.length === 0) return [];
    mustFitCells(edits, before.name);
    await this.attempt(() => this.draft.edit(sheetId, edits.map(this.reader.toStored(before, toCellEdit))));
    this.reader.forget();
    const now = await this.read(sheetId);
    return edits.map((edit) => ({
      ...edit,
      now: contentAt(now, edit.row, edit.column),
      numberFormatBefore: numberFormatAt(before, edit.row, edit.column),
    }));
  }

  async mark(sheetId: string, marks: SheetMarks): Promise<MarkResult> {
    this.mustBeUnprotected(this.worksheet(sheetId));
    const { notes, notesLeftOut } = await this.attempt(() => this.draft.dress(sheetId, toDressing(marks)));
    const markedCells = countCells(Object.values(marks.cells).flat());
    return { markedCells, notes, notesLeftOut, notesRefused: 0, left: [], unreadable: 0 };
  }

  async remark(sheetId: string, marks: SheetMarks): Promise<MarkResult | null> {
    return (await this.hasMarks(sheetId)) ? this.mark(sheetId, marks) : null;
  }

  hasMarks(sheetId: string): Promise<boolean> {
    return this.attempt(() => {
      const { highlights, notes } = this.draft.traces(this.worksheet(sheetId).id);
      return highlights.length + notes.length > 0;
    });
  }

  async unmark(sheetId: string | 'all'): Promise<UnmarkResult> {
    const sheets =
      sheetId === 'all'
        ? this.draft.sheets.filter(({ kind }) => kind === 'worksheet')
        : [this.worksheet(sheetId)];
    return this.attempt(() => {
      const marked = sheets.flatMap((sheet) => {
        const { highlights, notes } = this.draft.traces(sheet.id);
        const markedCells = countCells(highlights.flatMap(({ ranges }) => ranges));
        return markedCells + notes.length > 0 ? [{ sheet, markedCells, notes: notes.length }] : [];
      });
      if (sheetId !== 'all') for (const { sheet } of marked) this.mustBeUnprotected(sheet);
      const cleared = marked.filter(({ sheet }) => !this.draft.isProtected(sheet.id));
      for (const { sheet } of cleared) this.draft.undress(sheet.id);
      return {
        markedCells: cleared.reduce((sum, { markedCells }) => sum + markedCells, 0),
        notes: cleared.reduce((sum, { notes }) => sum + notes, 0),
        left: marked
          .filter((one) => !cleared.includes(one))
          .map(({ sheet, ...rest }) => ({ sheet: sheet.name, ...rest, because: 'protected' })),
        unreadable: 0,
      };
    });
  }

  ownSheet(key: OwnSheetKey): Promise<SheetRef | null> {
    return this.attempt(() => {
      const own = certainlyOwn(this.ownSheets(), key);
      return own && toSheetRef(own);
    });
  }

  ownSheetIds(): Promise<ReadonlySet<string>> {
    return this.attempt(() => signedIds(this.ownSheets()));
  }

  /** Nobody else is at the draft: what the plans were made of is what they are written over. */
  async insert(make: (present: PresentSheets) => RollupPlans): Promise<readonly SheetRef[]> {
    return this.attempt(async () => {
      const found = this.ownSheets();
      const rollups = Object.fromEntries(
        OWN_SHEET_KEYS.map((key) => {
          const [own, ...others] = found.signed(key);
          return [key, own && others.length === 0 ? this.reader.read(own.id) : null];
        }),
      ) as PresentSheets['rollups'];
      const sheets = this.draft.sheets.map(toSheetRef);
      const planned = (await make({ sheets, rollups })).map(({ plan }) => ({
        plan,
        ownName: ownSheetName(plan.key),
        present: placeOf(found, plan.key),
      }));
      const inserted = this.draft.insert(planned, CHART_NAME).map(toSheetRef);
      this.reader.forget();
      return inserted;
    });
  }

  selection(): Promise<null> {
    return Promise.resolve(null);
  }

  select(): Promise<void> {
    return Promise.reject(new HostError('not-supported', 'nothing can be selected in a file'));
  }

  listen(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  recall(): Promise<readonly StatePart[]> {
    return this.attempt(() => this.stateParts());
  }

  remember(text: string, id?: string): Promise<string | null> {
    return this.attempt(() => {
      const part = { xml: toStatePart(text), namespace: STATE_NAMESPACE, id: stateId(text) };
      if (id === undefined || !liesInProperties(id)) return this.draft.keepCustomXml(part, id);
      // It moves to where a file keeps records.
      const names = propertiesOf(id, this.textProperties);
      if (names.length === 0) return null;
      const kept = this.draft.keepCustomXml(part);
      this.draft.dropProperties(names);
      return kept;
    });
  }

  forget(id: string, text: string | null): Promise<boolean> {
    return this.attempt(() => {
      const part = this.stateParts().find((one) => one.id === id);
      if (!part) return true;
      if (part.text !== text) return false;
      if (liesInProperties(id)) this.draft.dropProperties(propertiesOf(id, this.textProperties));
      else this.draft.dropCustomXml(id);
      return true;
    });
  }

  /** Whether the file carries a digital signature, which a changed copy breaks. */
  get isSigned(): boolean {
    return this.draft.isSigned;
  }

  /**
   * The bytes of the file with everything done to it; the very bytes of the file on disk where nothing was.
   * @throws HostError `too-large`, `failed`
   */
  save(): Promise<Uint8Array> {
    return this.attempt(() => this.draft.save(deflateWithZlib));
  }

  /** The bytes of the file without anything of ours, and what stays because the user's sheets refer to it. */
  saveCleared(): Promise<ClearedFile> {
    return this.attempt(() => ({
      hadTraces: this.draft.hasTraces,
      bytes: this.draft.saveWithoutTraces(deflateWithZlib),
      keptSheets: this.draft.keptSheets(),
      doubtfulSheets: this.draft
        .ownSheetsOpened()
        .flatMap(({ doubtful }) => doubtful.map(({ name }) => name)),
      damagedSheets: this.draft.damagedSheets(),
    }));
  }

  /** The parts of the records, whichever program has written them, and where. */
  private stateParts(): StatePart[] {
    const parts = this.draft.customXml(STATE_NAMESPACE);
    return [
      ...parts.map(({ part, xml }) => ({ id: part, text: fromStatePart(xml) })),
      ...fromProperties(this.textProperties),
    ];
  }

  private get textProperties(): readonly TextProperty[] {
    return textProperties(this.draft.properties);
  }

  private worksheet(sheetId: string): SheetInfo {
    const sheet = this.draft.sheets.find((one) => one.id === sheetId);
    if (!sheet) throw new HostError('sheet-gone', `no sheet ${sheetId}`);
    if (sheet.isLost) {
      const cause = new XlsxError('corrupt', `${sheet.name} has no part of its own`);
      throw new HostError('failed', cause.message, { sheet: sheet.name, cause });
    }
    if (sheet.kind !== 'worksheet') {
      throw new HostError('not-a-worksheet', `${sheet.name} is no worksheet`, { sheet: sheet.name });
    }
    return sheet;
  }

  private ownSheets(): OwnSheets<SheetInfo> {
    const { draft } = this;
    const signed = new Map(
      OWN_SHEET_KEYS.map((key) => {
        const { own, doubtful } = draft.ownSheets(key);
        return [key, own ? [own] : doubtful];
      }),
    );
    return {
      signed: (key) => signed.get(key)!,
      refOf: toSheetRef,
      isProtected: ({ id }) => draft.isProtected(id),
      get structureProtected() {
        return draft.structureProtected;
      },
    };
  }

  private mustBeUnprotected({ id, name }: SheetInfo): void {
    if (!this.draft.isProtected(id)) return;
    throw new HostError('protected', `${name} is protected`, { sheet: name });
  }

  /** Failures of the library as those of a host. */
  private async attempt<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CellsLocked) {
        throw new HostError('failed', error.message, {
          cells: error.cells,
          cause: error,
          write: 'not-tried',
        });
      }
      if (error instanceof StylesFull) {
        throw new HostError('formats-full', error.message, { cause: error, write: 'not-tried' });
      }
      if (!(error instanceof XlsxError)) throw error;
      const code = error.code === 'too-large' ? 'too-large' : 'failed';
      throw new HostError(code, error.message, { cause: error });
    }
  }
}

/** A file without anything of ours. */
export interface ClearedFile {
  /** Whether there was anything of ours in it. */
  readonly hadTraces: boolean;
  readonly bytes: Uint8Array;
  /** Names of rollup sheets that stay because other sheets refer to them. */
  readonly keptSheets: readonly string[];
  /** Names of worksheets that stay because several of them look like one rollup of ours. */
  readonly doubtfulSheets: readonly string[];
  /** Names of worksheets that are damaged: they are in the file as they were, with what of ours may be on them. */
  readonly damagedSheets: readonly string[];
}

/**
 * Opens a file as a host.
 * @throws WorkbookFileError, XlsxError as `openDraftFile`
 */
export async function openFileHost(path: string, options?: OpenFileOptions): Promise<FileHost> {
  return new FileHost(path, await openDraftFile(path, options));
}

/** A sheet that is lost may have been a worksheet, and is one that cannot be read: else nobody would miss it. */
function toSheetRef({ id, name, kind, state, isLost }: SheetInfo): SheetRef {
  return {
    id,
    name,
    kind: kind === 'worksheet' || isLost === true ? 'worksheet' : 'other',
    visible: state === 'visible',
  };
}

function toCellEdit({ row, column, after, numberFormat }: Edit): CellEdit {
  return { row, column, content: after, ...(numberFormat !== undefined && { numberFormat }) };
}

function contentAt(sheet: SheetSnapshot, row: number, column: number): Edit['expectedBefore'] {
  return { value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) };
}

function mustBeWritable({ protected: isProtected, name }: SheetSnapshot): void {
  if (isProtected) throw new HostError('protected', `${name} is protected`, { sheet: name });
}
