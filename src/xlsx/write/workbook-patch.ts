import type { CellPosition, CellRange } from '../../engine/sheet/address';
import { toRangeAddress } from '../../engine/sheet/address';
import type { WorksheetPlan } from '../../engine/sheet/sheet-plan';
import type { PackageDraft } from '../package/package-draft';
import type { CustomPropertyValue } from '../read/custom-properties';
import { type OpenOptions, XlsxWorkbook } from '../read/open-workbook';
import type { SheetInfo } from '../read/workbook-part';
import { XlsxError } from '../xlsx-error';
import type { Deflate } from '../zip/deflate';
import { numberInChain } from './cells/calc-chain';
import type { CellEdit } from './cells/edit-cells';
import { removeCustomProperties, setCustomProperties } from './custom-properties';
import { addCustomXml, namespaceOfXml, removeCustomXml } from './custom-xml';
import { type Dressing, dressSheet, type HighlightPlan } from './dressing';
import { editSheetCells } from './edit-sheet-cells';
import { withoutHighlights } from './highlights';
import { cellKey } from './notes/note';
import { notesIn, removeNotes, type NoteText } from './notes';
import { type DefinedName, removeDefinedNames, sameName, setDefinedName } from './sheets/defined-names';
import { insertPlannedSheet, rewritePlannedSheet } from './sheets/own-sheet';
import type { ChartNames } from './sheets/sheet-charts';
import { structureProtected } from './sheets/workbook-sheets';
import { joinSheet, splitSheet } from './sheet-text';
import { openDraft, sheetOfId } from './open-draft';
import { StyleSheet } from './styles/style-sheet';

/** A conditional format by formula, as a file has it. */
export interface HighlightKey {
  readonly ranges: readonly CellRange[];
  /** Without "=". */
  readonly formula: string;
}

/** What is to be laid over a worksheet, and taken off it. */
export interface SheetPatch {
  /** Each is found once by what it says; several that say the same are told apart by nothing and go one by one. */
  readonly removedHighlights: readonly HighlightKey[];
  /** Put before all others, the one with the highest priority first. */
  readonly addedHighlights: readonly HighlightPlan[];
  /** Cells whose note is to go, or to give way to one of `addedNotes`. */
  readonly removedNotes: readonly CellPosition[];
  readonly addedNotes: readonly NoteText[];
}

/**
 * A workbook that is saved by an office program, as it were: nothing in it is anybody's in particular, and what is
 * changed is changed. What is not touched stays to the byte. Whoever puts marks into a workbook to take them off again
 * edits a `WorkbookDraft`.
 *
 * Sheets are named by their `id`. After a call that throws, the patch is of no more use.
 */
export class WorkbookPatch {
  private readonly workbookPart: string;

  private constructor(
    private readonly file: Uint8Array,
    private readonly draft: PackageDraft,
  ) {
    this.workbookPart = new XlsxWorkbook(draft).part;
  }

  /** @throws XlsxError of any code */
  static open(bytes: Uint8Array, options: OpenOptions): WorkbookPatch {
    return new WorkbookPatch(bytes, openDraft(bytes, options));
  }

  /** All sheets in the order of their tabs. */
  get sheets(): readonly SheetInfo[] {
    return new XlsxWorkbook(this.draft).sheets;
  }

  /** Whether no sheet may be added. */
  get structureProtected(): boolean {
    return structureProtected(this.draft, this.workbookPart);
  }

  /** @throws CellsLocked where a cell is a part of an array formula or of a data table */
  editCells(id: string, edits: readonly CellEdit[]): void {
    const { draft, workbookPart } = this;
    const part = this.worksheetPart(id);
    const number = numberInChain(this.sheets, sheetOfId(this.sheets, id));
    editSheetCells(draft, { workbookPart, part, number, edits });
  }

  /**
   * Takes highlights and notes off a worksheet and lays others over it.
   * @returns whether all of it could be done; conversations are neither removed nor replaced
   */
  layOver(id: string, patch: SheetPatch): boolean {
    const part = this.worksheetPart(id);
    const authors = this.authors(part);
    return this.takeOff(part, patch) && this.putOn(part, patch, authors);
  }

  /** Adds a worksheet as the last one. */
  addSheet(plan: WorksheetPlan, charts: ChartNames): SheetInfo {
    const styles = StyleSheet.open(this.draft, this.workbookPart);
    const own = { ownName: null, chartName: charts };
    const { id } = insertPlannedSheet(this.draft, this.workbookPart, plan, styles, own);
    styles.save();
    return sheetOfId(this.sheets, id);
  }

  /**
   * Makes a worksheet hold a plan in place of its cells and of all that belongs to cells; its conditional formats go
   * too. Names, notes, view and what is drawn on it stay, but for charts that give way.
   */
  rewriteSheet(id: string, plan: WorksheetPlan, charts: ChartNames): void {
    this.worksheetPart(id);
    const styles = StyleSheet.open(this.draft, this.workbookPart);
    const own = { ownName: null, chartName: charts };
    rewritePlannedSheet(this.draft, this.workbookPart, id, plan, styles, own);
    styles.save();
  }

  /** Adds a defined name, or replaces the one that is called so in the same place. */
  setName(name: DefinedName): void {
    setDefinedName(this.draft, this.workbookPart, name);
  }

  removeName(name: string, localSheet: string | null): void {
    removeDefinedNames(
      this.draft,
      this.workbookPart,
      (one) => one.localSheet === localSheet && sameName(one.name, name),
    );
  }

  /** Adds a custom XML part. @param id a GUID in braces */
  addCustomXml(id: string, xml: string): void {
    const text = withoutDeclaration(xml);
    addCustomXml(this.draft, this.workbookPart, { xml: text, namespace: namespaceOfXml(text), id });
  }

  /** Gives a custom XML part new content. */
  replaceCustomXml(part: string, xml: string): void {
    this.draft.replace(part, new TextEncoder().encode(withoutDeclaration(xml)));
  }

  removeCustomXml(part: string): void {
    removeCustomXml(this.draft, this.workbookPart, part);
  }

  /** Adds custom document properties, or gives those that are called so other values. */
  setProperties(given: ReadonlyMap<string, CustomPropertyValue>): void {
    const properties = [...given].map(([name, value]) => ({ name, value }));
    setCustomProperties(this.draft, this.workbookPart, properties);
  }

  removeProperties(names: ReadonlySet<string>): void {
    removeCustomProperties(this.draft, (name) => names.has(name));
  }

  /**
   * The file as it is now; the very bytes it was opened from where nothing was changed.
   * @throws XlsxError 'too-large'
   */
  save(deflate: Deflate): Uint8Array {
    return this.draft.changes().size === 0 ? this.file : this.draft.write(deflate);
  }

  private takeOff(part: string, { removedHighlights, removedNotes }: SheetPatch): boolean {
    if (removedHighlights.length + removedNotes.length === 0) return true;
    const { draft } = this;
    const sheet = splitSheet(draft.bytes(part), part, draft.limits.maxDepth);
    const wanted = removedHighlights.map(keyOf);
    const bare = withoutHighlights(sheet.frame, part, (formula, ranges) => {
      const at = wanted.indexOf(keyOf({ formula, ranges }));
      if (at >= 0) wanted.splice(at, 1);
      return at >= 0;
    });
    const cells = new Set(removedNotes.map(({ row, column }) => cellKey(row, column)));
    const isWanted = ({ row, column }: CellPosition) => cells.has(cellKey(row, column));
    if (notesIn(draft, part).some((note) => isWanted(note) && isConversation(note))) return false;
    const { frame, removed } = removeNotes(draft, part, bare, (_, cell) => isWanted(cell));
    draft.replace(part, joinSheet({ ...sheet, frame }));
    return wanted.length === 0 && removed === cells.size;
  }

  /** A note that takes the place of another keeps its author. */
  private putOn(
    part: string,
    { addedHighlights, addedNotes }: SheetPatch,
    authors: ReadonlyMap<string, string>,
  ): boolean {
    const dress = (dressing: Dressing, author: string): boolean =>
      dressSheet(this.draft, this.workbookPart, part, dressing, { author }).notesLeftOut === 0;
    const byAuthor = new Map<string, NoteText[]>();
    for (const note of addedNotes) {
      const author = authors.get(cellKey(note.row, note.column)) ?? '';
      byAuthor.set(author, [...(byAuthor.get(author) ?? []), note]);
    }
    if (addedHighlights.length > 0) dress({ highlights: addedHighlights, notes: [] }, '');
    return [...byAuthor].every(([author, notes]) => dress({ highlights: [], notes }, author));
  }

  /** Who wrote the notes of a worksheet, by cell. */
  private authors(part: string): ReadonlyMap<string, string> {
    return new Map(
      notesIn(this.draft, part).map(({ row, column, author }) => [cellKey(row, column), author]),
    );
  }

  private worksheetPart(id: string): string {
    const { part, kind, name } = sheetOfId(this.sheets, id);
    if ((kind !== 'worksheet' && kind !== 'macrosheet') || part === null)
      throw new RangeError(`${name} is no worksheet`);
    if (!this.draft.has(part)) throw new XlsxError('corrupt', `${part} is missing`, { part });
    return part;
  }
}

/** Programs know a conversation by the author of the text that stands in its place. */
function isConversation({ author }: { readonly author: string }): boolean {
  return author.startsWith('tc={');
}

function keyOf({ ranges, formula }: HighlightKey): string {
  return `${ranges.map(toRangeAddress).join(' ')} ${formula.trim().replace(/^=/, '')}`;
}

function withoutDeclaration(xml: string): string {
  return xml.replace(/^\ufeff?\s*<\?xml[^>]*\?>\s*/, '');
}
