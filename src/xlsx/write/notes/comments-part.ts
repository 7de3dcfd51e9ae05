import { parseRangeAddress, toAddress } from '../../../engine/sheet/address';
import { shortened } from '../../../engine/sheet/shortened';
import { XML_DECLARATION } from '../../package/package-draft';
import { unescapeText } from '../../read/escaped-text';
import { readStringItem } from '../../read/string-item';
import { TextPool } from '../../read/text-pool';
import { appendInside, type ElementSpan, insertChild, outline, span } from '../../xml/element-span';
import { escapeCellText } from '../../xml/escape-xml';
import { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';
import type { NoteText } from './note';

const ORDER = ['authors', 'commentList', 'extLst'];
/** The longest text that programs read in a note, in UTF-16 units; Excel opens a file with a longer one as damaged. */
const LONGEST_NOTE = 32_767;
/**
 * The font that Chinese Excel and WPS write notes with. Where it is missing, programs take one that has the characters;
 * where a note names none, Excel takes one of Latin letters.
 */
const FONT = '<sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/>';

/** A note as it stands in a comments part. */
export interface FoundComment extends NoteText {
  readonly authorId: number;
  readonly start: number;
  readonly end: number;
}

/** What a comments part holds and where. */
export interface CommentsPart {
  readonly comments: readonly FoundComment[];
  readonly authors: readonly { readonly name: string; readonly span: ElementSpan }[];
}

/**
 * Reads the notes of a comments part. Those whose cell cannot be read are left out.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function readComments(text: string, part: string): CommentsPart {
  const scanner = new XmlScanner(text, { part });
  const pool = new TextPool();
  const comments: FoundComment[] = [];
  const authors: { name: string; span: ElementSpan }[] = [];
  scanner.root('comments');
  while (scanner.nextChild(1)) {
    const list = scanner.name;
    if (list !== 'authors' && list !== 'commentList') continue;
    while (scanner.nextChild(2)) {
      if (list === 'authors' && scanner.nameIs('author')) authors.push(readAuthor(scanner));
      else if (list === 'commentList' && scanner.nameIs('comment')) {
        const comment = readComment(scanner, pool);
        if (comment) comments.push(comment);
      }
    }
  }
  return { comments, authors };
}

/** A comments part without notes. @param namespace of its elements */
export function emptyComments(namespace: string): string {
  return `${XML_DECLARATION}<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
}

/**
 * Adds notes at the end of a comments part, all by one author, who is entered once.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function withComments(text: string, part: string, notes: readonly NoteText[], author: string): string {
  const { authors } = readComments(text, part);
  const present = authors.findIndex(({ name }) => name === author);
  const scanner = new XmlScanner(text, { part });
  scanner.root();
  const root = outline(scanner);
  const { prefix } = root;
  const splices = new Splices(text);
  const authorId = present < 0 ? authors.length : present;
  const list = notes.map((note) => commentXml(note, authorId, prefix)).join('');
  const put = (name: string, xml: string) => {
    const parent = root.children.find((child) => child.name === name);
    if (parent) appendInside(splices, parent, xml);
    else insertChild(splices, root, ORDER, name, `<${prefix}${name}>${xml}</${prefix}${name}>`);
  };
  const [hasAuthors, hasList] = ['authors', 'commentList'].map((name) =>
    root.children.some((child) => child.name === name),
  );
  const entry = present < 0 ? `<${prefix}author>${escapeCellText(author)}</${prefix}author>` : '';
  if (root.selfClosed || (!hasAuthors && !hasList)) {
    // One edit: two of them would each open the element.
    const both = `<${prefix}authors>${entry}</${prefix}authors><${prefix}commentList>${list}</${prefix}commentList>`;
    insertChild(splices, root, ORDER, 'commentList', both);
    return splices.result();
  }
  if (entry !== '' || !hasAuthors) put('authors', entry);
  put('commentList', list);
  return splices.result();
}

/**
 * Takes notes out of a comments part; their author too where nobody else is his and his is the last entry: others
 * are known by their place in the list.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function withoutComments(
  text: string,
  part: string,
  gone: (comment: FoundComment) => boolean,
): { readonly text: string; readonly removed: readonly FoundComment[]; readonly left: number } {
  const { comments, authors } = readComments(text, part);
  const removed: FoundComment[] = [];
  const left: FoundComment[] = [];
  for (const comment of comments) (gone(comment) ? removed : left).push(comment);
  const splices = new Splices(text);
  for (const { start, end } of removed) splices.remove(start, end);
  const theirs = new Set(removed.map(({ authorId }) => authorId));
  const used = new Set(left.map(({ authorId }) => authorId));
  for (let id = authors.length - 1; theirs.has(id) && !used.has(id); id--) {
    const { start, end } = authors[id]!.span;
    splices.remove(start, end);
  }
  return { text: splices.result(), removed, left: left.length };
}

function readAuthor(scanner: XmlScanner): { name: string; span: ElementSpan } {
  const { text } = scanner;
  const found = span(scanner);
  const content = new XmlScanner(text.slice(found.start, found.end));
  content.root();
  content.readContent();
  return { name: unescapeText(content.content()), span: found };
}

function readComment(scanner: XmlScanner, pool: TextPool): FoundComment | null {
  const { depth, start } = scanner;
  const cell = parseRangeAddress(scanner.attribute('ref') ?? '');
  const authorId = Number(scanner.attribute('authorId'));
  let text = '';
  while (scanner.nextChild(depth)) {
    if (scanner.nameIs('text')) text = readStringItem(scanner, pool).replace(/\r\n?/g, '\n');
  }
  return cell && { row: cell.firstRow, column: cell.firstColumn, text, authorId, start, end: scanner.end };
}

/** The first line, which says whose note it is, is bold; a text longer than a note can be is cut. */
function commentXml({ row, column, text }: NoteText, authorId: number, prefix: string): string {
  const whole = shortened(text.replace(/\r\n?/g, '\n'), LONGEST_NOTE);
  const end = whole.indexOf('\n');
  const first = end < 0 ? whole : whole.slice(0, end);
  const rest = end < 0 ? '' : runXml(whole.slice(end), false);
  const xml = `<text>${first === '' ? '' : runXml(first, true)}${rest}</text>`;
  return `<comment ref="${toAddress(row, column)}" authorId="${authorId}" shapeId="0">${xml}</comment>`.replace(
    /<(\/?)(?=[a-zA-Z])/g,
    `<$1${prefix}`,
  );
}

function runXml(text: string, bold: boolean): string {
  return `<r><rPr>${bold ? '<b/>' : ''}${FONT}</rPr><t xml:space="preserve">${escapeCellText(text)}</t></r>`;
}
