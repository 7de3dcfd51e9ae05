import { LONGEST_MESSAGE, shortened } from '../engine/sheet/shortened';

/** Why a workbook could not be read. Stable words: callers choose the user's text by them. */
export type XlsxErrorCode =
  /** Not a workbook at all: HTML, plain text, a picture, an empty file. */
  | 'not-a-workbook'
  /** A workbook behind a password. */
  | 'encrypted'
  /** The binary format of Excel 97–2003 (.xls; WPS's .et is of the same family). */
  | 'legacy-xls'
  /** A format that is known and not read: .xlsb, .docx, .ods, an exotic compression. */
  | 'unsupported-format'
  /** Meant to be a workbook, but truncated, damaged or contradicting itself. */
  | 'corrupt'
  /** Over a limit: inflated size, number of entries, depth of elements, number of cells. */
  | 'too-large'
  /** XML with a document type declaration, hence possibly with entities of its own. */
  | 'unsafe-xml';

/** Where it happened and how much was too much. Every field may be missing. */
export interface XlsxErrorDetail {
  /** Name of the part inside the package, without a leading slash: "xl/worksheets/sheet1.xml". */
  readonly part?: string;
  /** 0-based offset into the decoded text of `part`. */
  readonly offset?: number;
  /** A1 address of the cell. */
  readonly cell?: string;
  /** What the file turned out to be, as a usual extension without its dot: "xlsb", "docx", "html". */
  readonly format?: string;
  /** The limit that was passed, in the unit of the message (bytes, entries, levels, cells). */
  readonly limit?: number;
}

/** The one error of this library. `message` is English and for logs; texts for users come from `code` and `detail`. */
export class XlsxError extends Error {
  override readonly name = 'XlsxError';

  constructor(
    readonly code: XlsxErrorCode,
    message: string,
    readonly detail: XlsxErrorDetail = {},
  ) {
    // Parts, encodings and elements bear names of any length.
    super(shortened(message, LONGEST_MESSAGE));
  }
}
