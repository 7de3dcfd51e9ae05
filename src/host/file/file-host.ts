import { basename } from 'node:path';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import { XlsxError, type SheetInfo, type XlsxWorkbook } from '../../xlsx';
import {
  HostError,
  type Capabilities,
  type ReadOptions,
  type SheetRef,
  type SpreadsheetHost,
  type WorkbookRef,
} from '../port';
import { openWorkbookFile, type OpenFileOptions } from './open-workbook-file';

const CAPABILITIES: Capabilities = {
  host: 'file',
  writes: false,
  notes: false,
  charts: false,
  undo: false,
  interactive: false,
  merges: true,
};

/**
 * A workbook on disk behind the port. It only reads so far: every call that would write is refused. Nobody sits at a
 * file, so the first visible sheet counts as the one in view, and there is nothing to listen to.
 */
export class FileHost implements SpreadsheetHost {
  readonly capabilities = CAPABILITIES;
  readonly roundTrips = 0;

  constructor(
    private readonly path: string,
    private readonly file: XlsxWorkbook,
  ) {}

  workbook(): Promise<WorkbookRef> {
    return Promise.resolve({ id: this.path, name: basename(this.path) });
  }

  sheets(): Promise<readonly SheetRef[]> {
    return Promise.resolve(this.file.sheets.map(toSheetRef));
  }

  async activeSheet(): Promise<SheetRef> {
    const sheets = await this.sheets();
    const inView = sheets.find(({ visible }) => visible) ?? sheets[0];
    if (!inView) throw new HostError('sheet-gone', 'the workbook has no sheet');
    return inView;
  }

  async read(sheetId: string, { onProgress, signal }: ReadOptions = {}): Promise<SheetSnapshot> {
    if (signal?.aborted) throw new HostError('cancelled', 'reading was cancelled');
    const sheet = this.file.sheets.find((one) => one.sheetId === sheetId);
    if (!sheet) throw new HostError('sheet-gone', `no sheet ${sheetId}`);
    if (sheet.kind !== 'worksheet') {
      throw new HostError('not-a-worksheet', `${sheet.name} is no worksheet`, { sheet: sheet.name });
    }
    const snapshot = await this.snapshot(sheet.index);
    onProgress?.(snapshot.rowCount, snapshot.rowCount);
    return snapshot;
  }

  private snapshot(index: number): Promise<SheetSnapshot> {
    try {
      return Promise.resolve(this.file.readSheet(index));
    } catch (error) {
      if (!(error instanceof XlsxError)) throw error;
      const code = error.code === 'too-large' ? 'too-large' : 'failed';
      throw new HostError(code, error.message, { cause: error });
    }
  }

  edit = refuse;
  mark = refuse;
  unmark = refuse;
  insert = refuse;
  remember = refuse;
  select = refuse;

  ownSheet(): Promise<null> {
    return Promise.resolve(null);
  }

  listen(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  recall(): Promise<null> {
    return Promise.resolve(null);
  }
}

/**
 * Opens a file as a host.
 * @throws WorkbookFileError, XlsxError as `openWorkbookFile`
 */
export async function openFileHost(path: string, options?: OpenFileOptions): Promise<FileHost> {
  return new FileHost(path, await openWorkbookFile(path, options));
}

function refuse(): Promise<never> {
  return Promise.reject(new HostError('not-supported', 'workbooks on disk are only read'));
}

function toSheetRef({ sheetId, name, kind, state }: SheetInfo): SheetRef {
  return {
    id: sheetId,
    name,
    kind: kind === 'worksheet' ? 'worksheet' : 'other',
    visible: state === 'visible',
  };
}
