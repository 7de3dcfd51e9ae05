import type { CellContent } from '../../../src/engine/sheet/edit';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { Span } from '../../../src/engine/sheet/snapshot';
import type { Capabilities, SpreadsheetHost } from '../../../src/host/port';
import type { CellInput } from '../../support/annexes/sheet-builder';

/** A worksheet a test begins with. */
export interface StartSheet {
  readonly name: string;
  readonly rows: readonly (readonly (CellInput | undefined)[])[];
  /** 0-based position of the first cell of `rows`. */
  readonly firstRow?: number;
  readonly firstColumn?: number;
  readonly hiddenRows?: readonly Span[];
  readonly hiddenColumns?: readonly Span[];
  readonly visible?: boolean;
}

export interface StartWorkbook {
  readonly name: string;
  readonly sheets: readonly StartSheet[];
}

export interface SeenCell {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
}

export interface Highlight {
  readonly formula: string;
  readonly fill: string | null;
  /** How many cells it covers. */
  readonly cells: number;
}

/**
 * What the person at the keyboard and other programs do to the workbook, and what they see in it. Worksheets are
 * named by their present names, cells by A1 addresses. Members marked optional are for hosts that know such a
 * thing; the tests of it run only where they are there.
 */
export interface WorkbookUser {
  /** Names of all sheets in the order of their tabs. */
  sheetNames(): readonly string[];
  activeSheet(): string;
  activate(sheet: string): void;
  /** Selects cells of the sheet in view. */
  select(address: string): void;
  /** The first cell of the selection. */
  selected(): string;
  addSheet(name: string): void;
  renameSheet(from: string, to: string): void;
  removeSheet(sheet: string): void;
  protect(sheet: string): void;
  /** Gives a worksheet a hidden name of its own, which stands for its first cell or what `refersTo` says. */
  nameSheet(sheet: string, name: string, refersTo?: string): void;
  /** Gives the workbook a hidden name. */
  nameWorkbook(name: string, refersTo: string): void;
  cell(sheet: string, address: string): SeenCell;
  type(sheet: string, address: string, content: CellContent): void;
  /** The fill of the cell itself. */
  fill(sheet: string, address: string): string | null;
  paint(sheet: string, address: string, color: string): void;
  /** The fill a person sees: the cell's own under the conditional formats. */
  shownFill(sheet: string, address: string): string | null;
  /** The conditional formats of a worksheet, the one with the highest priority first. */
  highlights(sheet: string): readonly Highlight[];
  /** Adds a conditional format as another program or person would. */
  highlight(sheet: string, address: string, formula: string, fill: string): void;
  note(sheet: string, address: string): string | null;
  writeNote(sheet: string, address: string, text: string): void;
  link(sheet: string, address: string): { readonly sheetName: string; readonly address: string } | null;
  merges(sheet: string): readonly string[];
  frozen(sheet: string): { readonly rows: number; readonly columns: number };
  choices(sheet: string, address: string): readonly string[] | null;
  charts(sheet: string): number;
  /** How many steps the user could undo; `null` where the host has no such thing. */
  undoSteps(): number | null;
  /** Brings another workbook to the front. */
  openAnother?(): void;
  /** Begins or ends the editing of a cell, in which a host takes no calls. */
  editCell?(editing: boolean): void;
  /** The custom XML parts of the workbook. */
  parts?: (() => readonly string[]) | undefined;
  addPart?: ((xml: string) => void) | undefined;
}

/** A host with the workbook behind it. */
export interface Subject {
  readonly host: SpreadsheetHost;
  readonly user: WorkbookUser;
  /** Resolves when everything that was done has reached the host: formulas calculated, events told. */
  settled(): Promise<void>;
  dispose?(): void | Promise<void>;
}

/**
 * What a host turns out not to do once it is tried, in the order in which it is told:
 *
 * - `marks`, `notes`, `charts`, `links`, `choices`, `print`, `freeze`: it takes none.
 * - `renames`: a worksheet that is renamed is another one to it; `renames-new`: one that was added and not saved is.
 * - `part`: it keeps records in document properties alone; `record`: nowhere.
 * - `ranges`: it does not tell which cells the user changed; `changes`: nor that any were.
 * - `errors`: errors that were typed in or pasted as values are read as texts.
 * - `undo`: what we write empties the undo of the user.
 * - `blocks`: each cell is read by itself.
 */
export const LOSSES = [
  'marks',
  'notes',
  'charts',
  'links',
  'choices',
  'print',
  'freeze',
  'renames',
  'renames-new',
  'part',
  'record',
  'ranges',
  'changes',
  'errors',
  'undo',
  'blocks',
] as const;

export type Loss = (typeof LOSSES)[number];

/** What the suite must know of a host before it runs. */
export interface HostTraits {
  /** As it tells them before anything was tried. */
  readonly capabilities: Capabilities;
  /** Each is shown to be so, and all else to be done; absent: nothing. */
  readonly loses?: readonly Loss[];
  /** Whether formulas get values. */
  readonly calculates: boolean;
  /** The most round trips of each call on a worksheet of 31 rows; absent: not limited. */
  readonly roundTrips?: Readonly<
    Partial<Record<'read' | 'edit' | 'mark' | 'markAgain' | 'unmark' | 'insert' | 'insertAgain', number>>
  >;
}

export type MakeSubject = (workbook: StartWorkbook) => Promise<Subject>;
