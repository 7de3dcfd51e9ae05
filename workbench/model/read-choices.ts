import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { eachElement, textOf } from './element-path';
import { parseRangeList } from './references';
import type { OpenedChoices } from './workbook-model';

/**
 * Reads the lists to choose from of a `dataValidations` element, the scanner standing on its start. Ranges of one list
 * share its `values`. Lists that are kept in cells, and other kinds of validation, are left out.
 */
export function readChoices(scanner: XmlScanner): OpenedChoices[] {
  const choices: OpenedChoices[] = [];
  eachElement(scanner, ['dataValidation'], () => {
    if (scanner.attribute('type') !== 'list') return;
    const ranges = parseRangeList(scanner.attribute('sqref') ?? '');
    const formulas: string[] = [];
    eachElement(scanner, ['formula1'], () => formulas.push(textOf(scanner).trim()));
    const list = /^"((?:[^"]|"")*)"$/s.exec(formulas[0] ?? '')?.[1];
    if (list === undefined) return;
    const values = list
      .replace(/""/g, '"')
      .split(',')
      .map((value) => value.trim());
    choices.push(...ranges.map((range) => ({ range, values })));
  });
  return choices;
}
