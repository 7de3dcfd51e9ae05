import { covers } from '../../model/ranges';
import type { RangeTarget } from '../host/targets';
import { sheetOf } from '../host/targets';
import { NotEmulated, WpsError } from '../object/et-errors';
import { etType, method, property } from '../object/et-type';
import { changeSheet } from './changes';
import { firstArea } from './range-places';

const LIST = 3;
/** As in VBA, a list written out has at most so many characters. */
const LONGEST = 255;

/** What may be typed into cells: lists to choose from alone. */
export const validationType = etType<RangeTarget>('Et.Validation', {
  Type: property((range) => choices(range) && LIST),
  Formula1: property((range) => choices(range).join(',')),
  Add: method((range, [type, , , list], { host }) => {
    if (host.switches.validation === 'nothing') return;
    if (type !== LIST) throw new NotEmulated(`Et.Validation.Add of type ${String(type)}`);
    if (typeof list !== 'string' || list === '' || list.startsWith('='))
      throw new NotEmulated('Et.Validation.Add but for a list written out');
    if (list.length > LONGEST) throw new WpsError('the list is too long');
    if (range.areas.some((area) => sheetOf(range).choices.some((one) => covers(one.range, first(area)))))
      throw new WpsError('there is a validation already');
    changeSheet(host, range, (sheet) => {
      for (const area of range.areas) sheet.setChoices(area, list.split(','));
    });
  }),
  Delete: method((range, _args, { host }) =>
    changeSheet(host, range, (sheet) => {
      for (const area of range.areas) sheet.setChoices(area, null);
    }),
  ),
});

/** @throws WpsError where the first cell has none */
function choices(range: RangeTarget): readonly string[] {
  const found = sheetOf(range).choices.find((one) => covers(one.range, first(firstArea(range))));
  if (!found) throw new WpsError('there is no validation');
  return found.values;
}

function first({ firstRow, firstColumn }: { firstRow: number; firstColumn: number }) {
  return { row: firstRow, column: firstColumn };
}
