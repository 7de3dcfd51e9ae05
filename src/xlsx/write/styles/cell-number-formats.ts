import { builtInFormat, GENERAL } from '../../read/number-formats';
import { escapeAttribute } from '../../xml/escape-xml';
import { XmlScanner } from '../../xml/xml-scanner';
import { prefixed } from './prefixed';
import type { StyleList } from './style-list';

/** The built-in formats that mean the same in every language a workbook may be opened in. */
const SAME_EVERYWHERE = [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 48, 49];
const FIRST_CUSTOM = 164;
/** Ids beyond this some programs do not keep. */
const LAST_CUSTOM = 0x7fff;

/** The number formats of a style sheet: codes by the ids that cell styles name. */
export class CellNumberFormats {
  private readonly codes = new Map<number, string>();
  private readonly ids = new Map<string, number>();
  private readonly taken: Set<number>;

  /**
   * @param list the list `numFmts`
   * @param text of the style sheet; no id it names is given away anew
   */
  constructor(
    private readonly list: StyleList,
    text: string,
    private readonly prefix: string,
  ) {
    for (const item of list.all()) {
      const scanner = new XmlScanner(item);
      scanner.root();
      const code = scanner.attribute('formatCode');
      const id = Number(scanner.attribute('numFmtId'));
      if (code === undefined) continue;
      this.codes.set(id, code);
      this.ids.set(code, id);
    }
    this.taken = new Set([...text.matchAll(/numFmtId\s*=\s*["'](\d+)/g)].map(([, id]) => Number(id)));
    for (const id of SAME_EVERYWHERE) {
      if (!this.codes.has(id)) this.ids.set(builtInFormat(id), id);
    }
  }

  /** The code of a number format, "General" where the id means nothing. */
  code(id: number): string {
    return this.codes.get(id) ?? builtInFormat(id);
  }

  /**
   * The id of a code: that of a built-in format where it means the same everywhere, else one of the workbook's.
   * @throws StylesFull
   */
  id(code: string): number {
    const wanted = code === '' ? GENERAL : code;
    const known = this.ids.get(wanted);
    if (known !== undefined) return known;
    const id = this.freeId();
    this.list.place(
      prefixed(`<numFmt numFmtId="${id}" formatCode="${escapeAttribute(wanted)}"/>`, this.prefix),
    );
    this.taken.add(id);
    this.codes.set(id, wanted);
    this.ids.set(wanted, id);
    return id;
  }

  private freeId(): number {
    let last = FIRST_CUSTOM - 1;
    for (const id of this.taken) last = Math.max(last, id);
    if (last < LAST_CUSTOM) return last + 1;
    let id = FIRST_CUSTOM;
    while (this.taken.has(id)) id++;
    return id;
  }
}
