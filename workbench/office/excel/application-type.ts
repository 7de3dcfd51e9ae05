import { method, objectType, scalar } from '../description/object-type';
import { invalidArgument } from '../interpreter/office-error';
import type { ExcelHost } from './excel-host';

/** Screen updating and calculation need no holding back here: a batch is shown when it is done. */
export const applicationType = objectType<{ readonly host: ExcelHost }>('Application', '1.1', {
  calculationMode: scalar(
    '1.1',
    ({ host }) => host.calculationMode,
    ({ host }, value) => {
      const mode = ['Automatic', 'AutomaticExceptTables', 'Manual'].find((one) => one === value);
      if (mode === undefined) throw invalidArgument();
      host.calculationMode = mode;
    },
  ),
  calculationState: scalar('1.9', () => 'Done'),
  decimalSeparator: scalar('1.11', () => '.'),
  thousandsSeparator: scalar('1.11', () => ','),
  useSystemSeparators: scalar('1.11', () => true),
  calculate: method('1.1', () => undefined),
  suspendApiCalculationUntilNextSync: method('1.6', () => undefined),
  suspendScreenUpdatingUntilNextSync: method('1.9', () => undefined),
});
