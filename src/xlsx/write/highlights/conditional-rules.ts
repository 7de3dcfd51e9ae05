import { parseRangeAddress, type CellRange } from '../../../engine/sheet/address';
import { shownFormula } from '../../newer-functions';
import { XmlScanner } from '../../xml/xml-scanner';

/** A conditional format's rule: `cfRule`, in the worksheet's own list or in the newer one (`x14:`) of its extensions. */
export interface RuleSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** The first formula as programs show it, without "="; `null` where there is none. */
  readonly formula: string | null;
  /** `null` for rules that carry their format in them, and for those that have none. */
  readonly dxfId: number | null;
  readonly priority: PriorityValue | null;
}

/** A rule's priority (1 is first) and where its characters lie. */
export interface PriorityValue {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** `conditionalFormatting`: ranges and the rules over them. */
export interface FormattingSpan {
  readonly start: number;
  readonly end: number;
  readonly ranges: readonly CellRange[];
  readonly rules: readonly RuleSpan[];
  /** Whether it holds anything besides rules and ranges. */
  readonly holdsMore: boolean;
}

/** An element on the way from the worksheet to conditional formats. */
export interface HolderSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly formats: readonly FormattingSpan[];
  readonly holders: readonly HolderSpan[];
  /** Whether it holds anything else. */
  readonly holdsMore: boolean;
}

/** Elements that conditional formats may lie in, the worksheet aside. */
const HOLDERS = ['AlternateContent', 'Choice', 'Fallback', 'extLst', 'ext', 'conditionalFormattings'];
const LARGEST = 2 ** 31 - 1;

/**
 * Where the conditional formats of a worksheet lie in the text of its frame.
 * @returns the worksheet element
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function findFormats(frame: string, part: string): HolderSpan {
  const scanner = new XmlScanner(frame, { part });
  scanner.root();
  return readHolder(scanner);
}

/** All conditional formats in a holder, at whatever depth, in the order of the text. */
export function formatsIn(holder: HolderSpan): FormattingSpan[] {
  return [...holder.formats, ...holder.holders.flatMap(formatsIn)].sort((a, b) => a.start - b.start);
}

/** The priority on the tag where the scanner stands; `null` where there is none or it is no 32-bit number. */
export function readPriority(scanner: XmlScanner): PriorityValue | null {
  const text = scanner.attribute('priority');
  if (text === undefined || !/^\s*[+-]?\d+\s*$/.test(text)) return null;
  const value = Number(text);
  if (Math.abs(value) > LARGEST) return null;
  return { value, start: scanner.attributeStart, end: scanner.attributeEnd };
}

function readHolder(scanner: XmlScanner): HolderSpan {
  const { depth, start, name } = scanner;
  const formats: FormattingSpan[] = [];
  const holders: HolderSpan[] = [];
  let holdsMore = false;
  while (scanner.nextChild(depth)) {
    const child = scanner.name;
    if (child === 'conditionalFormatting') formats.push(readFormatting(scanner));
    else if (HOLDERS.includes(child)) holders.push(readHolder(scanner));
    else holdsMore = true;
  }
  return { name, start, end: scanner.end, formats, holders, holdsMore };
}

function readFormatting(scanner: XmlScanner): FormattingSpan {
  const { depth, start } = scanner;
  let sqref = scanner.attribute('sqref') ?? '';
  const rules: RuleSpan[] = [];
  let holdsMore = false;
  while (scanner.nextChild(depth)) {
    if (scanner.nameIs('cfRule')) rules.push(readRule(scanner));
    else if (scanner.nameIs('sqref')) {
      scanner.readContent();
      sqref = scanner.content();
    } else holdsMore = true;
  }
  const ranges = sqref
    .split(/\s+/)
    .map(parseRangeAddress)
    .filter((range) => range !== null);
  return { start, end: scanner.end, ranges, rules, holdsMore };
}

function readRule(scanner: XmlScanner): RuleSpan {
  const { depth, start } = scanner;
  const type = scanner.attribute('type') ?? '';
  const dxf = scanner.attribute('dxfId');
  const priority = readPriority(scanner);
  let formula: string | null = null;
  while (scanner.nextChild(depth)) {
    // The newer list has its formulas in elements `xm:f`.
    if (formula !== null || !(scanner.nameIs('formula') || scanner.nameIs('f'))) continue;
    scanner.readContent();
    formula = shownFormula(scanner.content());
  }
  const dxfId = dxf !== undefined && /^\s*\d+\s*$/.test(dxf) ? Number(dxf) : null;
  return { start, end: scanner.end, type, formula, dxfId, priority };
}
