import type { SheetPlan } from '../../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import type { PackageDraft } from '../package/package-draft';
import { customProperties, type CustomProperty } from '../read/custom-properties';
import { type OpenOptions, XlsxWorkbook } from '../read/open-workbook';
import type { SheetInfo, StoredCalculation } from '../read/workbook-part';
import { unlessDamaged } from '../unless-damaged';
import { XlsxError } from '../xlsx-error';
import type { Deflate } from '../zip/deflate';
import { numberInChain } from './cells/calc-chain';
import type { CellEdit } from './cells/edit-cells';
import { removeCustomProperties } from './custom-properties';
import { addCustomXml, customXmlParts, removeCustomXml, type CustomXml } from './custom-xml';
import { type Dressing, dressSheet, tracesOf, type Traces, undressSheet } from './dressing';
import { editSheetInBoth } from './edit-sheet-cells';
import { canBeBefore } from './restore-check';
import { addedParts, restoreBefore, restoreRecord } from './restore-record';
import { insertPlannedSheet, rewritePlannedSheet } from './sheets/own-sheet';
import { ownSheetsIn, type OwnSheets } from './sheets/own-sheets';
import { structureProtected } from './sheets/workbook-sheets';
import { isProtected } from './sheet-protection';
import { sharedTargets } from './notes';
import type { Signature } from './signature';
import { openDraft, sheetOfId } from './open-draft';
import { StyleSheet } from './styles/style-sheet';
import { cleanSheet, removeOwnNames, removeOwnSheets, removeOwnRecords } from './without-traces';

/** Lasting ids by which office programs tell our custom XML parts apart. */
const RESTORE_ID = '{6E1E6C3B-0C55-4B0B-9B5D-9F0C5C0E7A11}';

export interface DraftOptions extends OpenOptions {
  readonly signature: Signature;
}

/** A worksheet to be inserted. */
export interface PlannedSheet {
  readonly plan: SheetPlan;
  /** The hidden name by which it is known. */
  readonly ownName: string;
  /** The worksheet that it takes the place of; `null`: it is added. */
  readonly present: SheetInfo | null;
}

/**
 * A workbook being edited. Two drafts of its package go side by side: `dressed`, which is what is saved, and `plain`,
 * the same workbook without anything of ours. What a reviewer changes in cells goes into both; highlights, notes,
 * sheets of ours and our custom XML only into `dressed`. So taking everything of ours off again is saving `plain`, and a
 * record of the way back goes into the file.
 *
 * Sheets are named by their `id`. A call that throws has changed nothing.
 */
export class WorkbookDraft {
  private book: XlsxWorkbook;
  /** Parts of worksheets whose plain version is known to be without our highlights and notes. */
  private readonly cleaned = new Set<string>();
  /** Parts of worksheets that are damaged, so that nobody can tell, or change, what is on them. */
  private readonly damaged = new Set<string>();

  private foundPlain: PackageDraft | null = null;
  /** The worksheets of ours as `dressed` is now. */
  private foundOwn: readonly OwnSheets[] | null = null;
  private foundOwnParts: ReadonlySet<string> | null = null;
  private foundAddedParts: ReadonlySet<string> | null = null;
  /** The workbook as it was opened; changes are made to branches. */
  private readonly opened: PackageDraft;

  private constructor(
    private readonly file: Uint8Array,
    private dressed: PackageDraft,
    private readonly signature: Signature,
  ) {
    this.book = new XlsxWorkbook(dressed);
    this.opened = dressed;
  }

  /**
   * Opens a workbook from the bytes of its file; sheets are not read yet.
   * @throws XlsxError of any code
   */
  static open(bytes: Uint8Array, options: DraftOptions): WorkbookDraft {
    return new WorkbookDraft(bytes, openDraft(bytes, options), options.signature);
  }

  /** All sheets in the order of their tabs. */
  get sheets(): readonly SheetInfo[] {
    return this.book.sheets;
  }

  /** Whether dates are counted from 1904 instead of 1900. */
  get date1904(): boolean {
    return this.book.date1904;
  }

  /** What the file says about the values that it keeps of formulas. */
  get calculation(): StoredCalculation {
    return this.book.calculation;
  }

  /** Whether the package carries a digital signature, which any change makes invalid. */
  get isSigned(): boolean {
    return this.dressed.relationships('').some(({ kind }) => kind === 'origin');
  }

  /** Whether no sheet may be added or renamed. */
  get structureProtected(): boolean {
    return structureProtected(this.dressed, this.book.part);
  }

  /** Whether a worksheet is protected against changes. */
  isProtected(id: string): boolean {
    return isProtected(this.dressed, this.worksheetPart(id));
  }

  /** Whether there is anything of ours in the workbook; looks at every worksheet. */
  get hasTraces(): boolean {
    this.cleanAll();
    return !this.dressed.sameContentAs(this.plain);
  }

  /** Reads the cells of a sheet. @throws XlsxError; RangeError where there is no such sheet */
  readSheet(id: string): SheetSnapshot {
    return this.book.readSheet(sheetOfId(this.sheets, id).index);
  }

  /**
   * Edits cells of a worksheet, all or none. Formulas elsewhere are calculated anew when a program opens the file.
   * @throws CellsLocked where a cell is a part of an array formula or of a data table; StylesFull where one needs a
   *   number format that the workbook has no room for
   */
  edit(id: string, edits: readonly CellEdit[]): void {
    const part = this.worksheetPart(id);
    this.clean(part);
    const number = numberInChain(this.sheets, sheetOfId(this.sheets, id));
    this.atOnce((plain, dressed) =>
      editSheetInBoth(plain, dressed, { workbookPart: this.book.part, part, number, edits }),
    );
  }

  /** Lays highlights and notes over a worksheet, in place of all of ours there. @throws StylesFull */
  dress(id: string, dressing: Dressing): { readonly notes: number; readonly notesLeftOut: number } {
    const part = this.worksheetPart(id);
    this.clean(part);
    return this.atOnce((plain, dressed) => {
      undressSheet(plain, dressed, part, this.signature);
      return dressSheet(dressed, this.book.part, part, dressing, this.signature);
    });
  }

  /** Takes our highlights and notes off a worksheet. */
  undress(id: string): void {
    const part = this.worksheetPart(id);
    this.clean(part);
    this.atOnce((plain, dressed) => undressSheet(plain, dressed, part, this.signature));
  }

  /** Our highlights and notes on a worksheet. */
  traces(id: string): Traces {
    return tracesOf(this.dressed, this.worksheetPart(id), this.signature);
  }

  /** The worksheets of one kind of ours, by name and by content. */
  ownSheets(key: string): OwnSheets {
    this.foundOwn ??= ownSheetsIn(this.dressed, this.book, this.signature, this.addedParts);
    return this.foundOwn.find((one) => one.key === key) ?? { key, own: null, doubtful: [] };
  }

  /** The worksheets of ours in the file as it was opened, those in doubt among them. */
  ownSheetsOpened(): readonly OwnSheets[] {
    const book = this.opened === this.dressed ? this.book : new XlsxWorkbook(this.opened);
    return ownSheetsIn(this.opened, book, this.signature, this.addedParts);
  }

  /**
   * Inserts planned worksheets, each as the last one or in place of one that is there; all of them or none.
   * @param chartName what the names of our charts begin with
   * @returns the worksheets in the order of `planned`
   */
  insert(planned: readonly PlannedSheet[], chartName: string): readonly SheetInfo[] {
    const ids = this.atOnce((_, dressed) =>
      planned.map(({ plan, ownName, present }) => {
        const styles = StyleSheet.open(dressed, this.book.part);
        const own = { ownName, chartName };
        const written = present
          ? rewritePlannedSheet(dressed, this.book.part, present.id, plan, styles, own)
          : insertPlannedSheet(dressed, this.book.part, plan, styles, own);
        styles.save();
        return written!.id;
      }),
    );
    return ids.map((id) => sheetOfId(this.sheets, id));
  }

  /** The custom XML parts of a namespace, with their texts. */
  customXml(namespace: string): readonly CustomXml[] {
    return customXmlParts(this.dressed, this.book.part).filter((one) => one.namespace === namespace);
  }

  /**
   * Keeps a custom XML part of ours.
   * @param replaces the part that it takes the place of; absent: it is added
   * @param id a lasting GUID in braces for a part that is added
   * @returns its name; `null` where there is no such part to be replaced
   */
  keepCustomXml(
    { xml, namespace, id }: { readonly xml: string; readonly namespace: string; readonly id: string },
    replaces?: string,
  ): string | null {
    if (replaces !== undefined && !this.customXml(namespace).some(({ part }) => part === replaces))
      return null;
    return this.atOnce((_, dressed) => {
      if (replaces === undefined) return addCustomXml(dressed, this.book.part, { xml, namespace, id });
      dressed.replace(replaces, new TextEncoder().encode(xml));
      return replaces;
    });
  }

  /** Takes a custom XML part away. */
  dropCustomXml(part: string): void {
    this.atOnce((_, dressed) => removeCustomXml(dressed, this.book.part, part));
  }

  /** The custom document properties. */
  get properties(): readonly CustomProperty[] {
    return customProperties(this.dressed);
  }

  /** Takes custom document properties away, by their names. */
  dropProperties(names: readonly string[]): void {
    const gone = new Set(names);
    this.atOnce((_, dressed) => removeCustomProperties(dressed, (name) => gone.has(name)));
  }

  /**
   * The file as it is now; the very bytes it was opened from where nothing was changed.
   * @throws XlsxError 'too-large'
   */
  save(deflate: Deflate): Uint8Array {
    if (this.dressed.changes().size === 0) return this.file;
    const { restoreNamespace: namespace } = this.signature;
    const out = this.dressed.branch();
    const { part: workbookPart } = this.book;
    for (const { part } of customXmlParts(out, workbookPart).filter((one) => one.namespace === namespace))
      removeCustomXml(out, workbookPart, part);
    // Where nothing is laid over the workbook there is no way back to tell.
    if (out.sameContentAs(this.plain)) return out.changes().size === 0 ? this.file : out.write(deflate);
    const bare = out.branch();
    const part = addCustomXml(out, workbookPart, { xml: '<restore/>', namespace, id: RESTORE_ID });
    const record = restoreRecord(this.plain, out, namespace, part);
    if (record === null) return bare.write(deflate);
    out.replace(part, new TextEncoder().encode(record));
    return out.write(deflate);
  }

  /**
   * The file without anything of ours: every part as it was before, where no other program has saved it since;
   * otherwise without our highlights, notes, sheets and custom XML.
   */
  saveWithoutTraces(deflate: Deflate): Uint8Array {
    this.cleanAll();
    return this.plain.changes().size === 0 ? this.file : this.plain.write(deflate);
  }

  /** The names of our sheets that stay for ever: other sheets refer to them. */
  keptSheets(): readonly string[] {
    const parts = this.ownParts;
    const { sheets } = new XlsxWorkbook(this.plain);
    return sheets.flatMap(({ name, part }) => (part !== null && parts.has(part) ? [name] : []));
  }

  /** The names of worksheets that are damaged: what of ours is on them stays, as they do. */
  damagedSheets(): readonly string[] {
    this.cleanAll();
    return this.sheets.flatMap(({ part, name }) => (part !== null && this.damaged.has(part) ? [name] : []));
  }

  /** The workbook without anything of ours, but for what only the worksheets themselves tell: see `clean`. */
  private get plain(): PackageDraft {
    this.foundPlain ??= this.findPlain();
    return this.foundPlain;
  }

  /** To be asked before the first change, which the way back does not know. */
  private findPlain(): PackageDraft {
    const parts = this.ownParts;
    const isOurs = ({ part }: SheetInfo): boolean => part !== null && parts.has(part);
    const restored = this.customXml(this.signature.restoreNamespace).flatMap(({ xml: record }) => {
      const before = this.dressed.branch();
      return restoreBefore(before, record) && canBeBefore(before, this.dressed, isOurs) ? [before] : [];
    });
    const plain = restored[0] ?? this.dressed.branch();
    removeOwnSheets(plain, parts);
    removeOwnNames(plain, this.signature);
    removeOwnRecords(plain, this.signature);
    return plain;
  }

  /** The parts of the worksheets that were certainly ours when the file was opened. */
  private get ownParts(): ReadonlySet<string> {
    this.foundOwnParts ??= new Set(this.ownSheetsOpened().flatMap(({ own }) => own?.part ?? []));
    return this.foundOwnParts;
  }

  /** The parts that a record in the file as it was opened, which still holds, says were added. */
  private get addedParts(): ReadonlySet<string> {
    this.foundAddedParts ??= new Set(
      customXmlParts(this.opened, this.book.part).flatMap(({ namespace, xml }) =>
        namespace === this.signature.restoreNamespace ? addedParts(this.opened, xml) : [],
      ),
    );
    return this.foundAddedParts;
  }

  /** Takes off the plain version of a worksheet what of ours it has from elsewhere. */
  private clean(part: string): void {
    if (this.cleaned.has(part)) return;
    if (this.plain.has(part)) {
      const plain = this.plain.branch();
      cleanSheet(plain, part, this.signature);
      this.foundPlain = plain;
    }
    this.cleaned.add(part);
  }

  /** Cleans all worksheets; those that are damaged stay as they are. */
  private cleanAll(): void {
    const parts = this.sheets.flatMap(({ kind, part }) =>
      kind === 'worksheet' && part !== null && !this.cleaned.has(part) ? [part] : [],
    );
    if (parts.length === 0) return;
    const plain = this.plain.branch();
    const isShared = sharedTargets(plain);
    plain.removeMany(() => {
      for (const part of parts) {
        if (!plain.has(part)) continue;
        const done = unlessDamaged(false, () => {
          cleanSheet(plain, part, this.signature, isShared);
          return true;
        });
        if (!done) this.damaged.add(part);
      }
    });
    for (const part of parts) this.cleaned.add(part);
    this.foundPlain = plain;
  }

  /** Makes a change of both drafts, or none. */
  private atOnce<Result>(change: (plain: PackageDraft, dressed: PackageDraft) => Result): Result {
    const [plain, dressed] = [this.plain.branch(), this.dressed.branch()];
    const result = change(plain, dressed);
    const book = new XlsxWorkbook(dressed, this.book);
    this.foundPlain = plain;
    this.dressed = dressed;
    this.book = book;
    this.foundOwn = null;
    return result;
  }

  private worksheetPart(id: string): string {
    const { part, kind, name } = sheetOfId(this.sheets, id);
    if (kind !== 'worksheet' || part === null) throw new RangeError(`${name} is no worksheet`);
    if (!this.dressed.has(part)) throw new XlsxError('corrupt', `${part} is missing`, { part });
    return part;
  }
}
