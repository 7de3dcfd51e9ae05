import type { CellUnknown, CellValue } from '../../../engine/sheet/cell-value';
import { isCellError, isUnknown } from '../../../engine/sheet/cell-value';
import type { CellContent } from '../../../engine/sheet/edit';
import { storedFormula } from '../../newer-functions';
import { escapeCellText } from '../../xml/escape-xml';

/** What stands in a cell's element, and the type its tag has to name; `null` is the type of numbers and blanks. */
export interface CellXml {
  readonly type: string | null;
  readonly inside: string;
}

/** The errors a file may name; programs keep newer ones as "#VALUE!" with data of their own beside it. */
const WRITABLE_ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
]);

/**
 * The XML of what a cell is to hold. A text is an inline string, so that the shared strings stay as they are; a text of
 * no characters is a blank.
 * @param cached the value that programs show which do not calculate
 * @param prefix of the elements, "x:" or ""
 * @throws RangeError for a number that is not finite
 */
export function cellXml(content: CellContent, cached: CellValue | undefined, prefix: string): CellXml {
  if ('formula' in content) {
    const formula = element(prefix, 'f', escapeCellText(storedFormula(content.formula.replace(/^=/, ''))));
    if (cached === undefined || cached === null || isUnknown(cached)) return { type: null, inside: formula };
    if (typeof cached === 'string') {
      return { type: 'str', inside: formula + element(prefix, 'v', escapeCellText(cached)) };
    }
    const value = plainValue(cached, prefix);
    return { type: value.type, inside: formula + value.inside };
  }
  const { value } = content;
  if (value === null || value === '') return { type: null, inside: '' };
  if (isUnknown(value)) throw new RangeError('what is not known cannot be written');
  if (typeof value !== 'string') return plainValue(value, prefix);
  const text = `<${prefix}t xml:space="preserve">${escapeCellText(value)}</${prefix}t>`;
  return { type: 'inlineStr', inside: element(prefix, 'is', text) };
}

function plainValue(value: Exclude<CellValue, string | CellUnknown | null>, prefix: string): CellXml {
  if (isCellError(value)) {
    const code = WRITABLE_ERRORS.has(value.error) ? value.error : '#VALUE!';
    return { type: 'e', inside: element(prefix, 'v', code) };
  }
  if (typeof value === 'boolean') return { type: 'b', inside: element(prefix, 'v', value ? '1' : '0') };
  if (!Number.isFinite(value)) throw new RangeError(`not a number for a cell: ${value}`);
  return { type: null, inside: element(prefix, 'v', String(value)) };
}

function element(prefix: string, name: string, inside: string): string {
  return `<${prefix}${name}>${inside}</${prefix}${name}>`;
}
