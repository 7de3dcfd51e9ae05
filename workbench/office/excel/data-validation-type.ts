import { method, objectType, scalar } from '../description/object-type';
import { isHostObject } from '../description/object-type';
import { invalidArgument } from '../interpreter/office-error';
import { cellsArgument, recordArgument } from './arguments';
import { intersection } from '../../model/area';
import type { Cells } from './targets';

/** The data validation of cells: lists to choose from. */
export const dataValidationType = objectType<Cells>('DataValidation', '1.8', {
  type: scalar('1.8', (cells) => (choicesOf(cells) ? 'List' : 'None')),
  rule: scalar(
    '1.8',
    (cells) => {
      const choices = choicesOf(cells);
      return choices ? { list: { inCellDropDown: true, source: choices.join(',') } } : {};
    },
    writeRule,
  ),
  ignoreBlanks: scalar(
    '1.8',
    () => true,
    (cells, value) => {
      if (value !== true) cells.host.ignored('DataValidation.ignoreBlanks');
    },
  ),
  prompt: scalar(
    '1.8',
    () => ({ message: '', showPrompt: false, title: '' }),
    (cells) => cells.host.ignored('DataValidation.prompt'),
  ),
  errorAlert: scalar(
    '1.8',
    () => ({ message: '', showAlert: true, style: 'Stop', title: '' }),
    (cells) => cells.host.ignored('DataValidation.errorAlert'),
  ),
  clear: method('1.8', (cells) => {
    const sheet = cells.writableSheet;
    for (const range of cells.areas) sheet.setChoices(range, null);
  }),
});

function choicesOf(cells: Cells): readonly string[] | undefined {
  return cells.sheet.choices.find((choice) => intersection(choice.range, cells.area))?.values;
}

function writeRule(cells: Cells, value: unknown): void {
  const sheet = cells.writableSheet;
  const rule = recordArgument(value);
  if (rule.list === undefined) {
    cells.host.warn(`not emulated: DataValidation.rule of kind ${Object.keys(rule).join()}`);
    throw invalidArgument();
  }
  const values = listValues(cells, recordArgument(rule.list).source);
  for (const range of cells.areas) sheet.setChoices(range, values);
}

function listValues(cells: Cells, source: unknown): string[] {
  if (isHostObject(source)) {
    const from = cellsArgument(source);
    return from ? from.sheet.texts(from.area).flat() : [];
  }
  // Excel takes lists written out up to 255 characters.
  if (typeof source !== 'string' || source.length > 255 || source.startsWith('=')) {
    cells.host.warn('not emulated: a list by a formula, or longer than 255 characters');
    throw invalidArgument();
  }
  return source.split(',').map((choice) => choice.trim());
}
