import type { CellRange } from '../../../src/engine/sheet/address';
import type { EtHost } from '../host/et-host';
import { bookRef, rangeRef, sheetRef } from '../host/targets';
import { NotEmulated, WpsError, WpsMisuse } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import type { EtMember, EtProperty } from '../object/et-type';
import { method, property } from '../object/et-type';
import { rangeArgument } from './arguments';
import { missing } from './collection';
import { selectionRef, windowRef } from './windows';

/** -4105 automatic, -4135 manual, 2 automatic but for data tables. */
const CALCULATIONS = [-4105, -4135, 2];

/** What `window.Application` has, but for what pages and panes are made with. */
export const applicationMembers: Readonly<Record<string, EtMember<EtHost>>> = {
  // It claims to be another's product.
  Name: property(() => 'Microsoft Excel'),
  Version: property(() => '12.0'),
  Build: property(() => '12.1.0.0'),
  Application: property((host) => new EtRef('WPSMergedRoot', host)),
  EtApplication: property((host) => new EtRef('WPSMergedRoot', host)),
  Workbooks: property((host) => new EtRef('Et.Workbooks', host)),
  ActiveWorkbook: property((host) => host.active && bookRef(host.active)),
  ActiveSheet: property((host) => host.active && sheetRef(host.active, host.active.model.activeSheet.id)),
  ActiveWindow: property((host) => host.active && windowRef(host.active)),
  Selection: property((host) => host.active && selectionRef(host, host.active)),
  Ready: property((host) => !host.editing),
  Interactive: flag('interactive'),
  ScreenUpdating: flag('screenUpdating'),
  EnableEvents: flag('enableEvents'),
  DisplayAlerts: flag('displayAlerts'),
  Calculation: property(
    (host) => {
      if (!host.active) throw new WpsError('no workbook is open');
      return host.calculation;
    },
    (host, value) => {
      if (!CALCULATIONS.includes(value as number)) throw new WpsError('no way of calculating');
      host.calculation = value as number;
    },
  ),
  // The grid calculates by itself, a moment later.
  Calculate: method(() => undefined),
  StatusBar: property(
    (host) => host.statusBar,
    (host, value) => void (host.statusBar = value),
  ),
  Undo: method((host) => host.active?.model.undo()),
  Union: method((host, ranges) => union(host, ranges)),
  Goto: method((host, [reference]) => {
    const range = rangeArgument(reference);
    if (!range) throw new NotEmulated('Application.Goto by a text');
    host.activate(range.book);
    range.book.model.select(range.sheetId, range.areas[0]!);
  }),
  ApiEvent: property((host) => new EtRef('WPS.EtApiEvent', host)),
  PluginStorage: property((host) => new EtRef('WPS.PluginStorage', host)),
};

type Flag = 'interactive' | 'screenUpdating' | 'enableEvents' | 'displayAlerts';

function flag(name: Flag): EtProperty<EtHost> {
  return property(
    (host) => host[name],
    (host, value) => {
      if (typeof value !== 'boolean') throw host.fault(new WpsMisuse(`${name} is true or false`));
      host[name] = value;
    },
  );
}

function union(host: EtHost, ranges: readonly unknown[]): unknown {
  const { unionLimit } = host.switches;
  if (unionLimit !== null && ranges.length > unionLimit)
    throw new WpsError(`at most ${unionLimit} ranges are united`);
  const targets = ranges.filter((one) => one !== undefined).map(rangeArgument);
  const [first] = targets;
  if (!first) return missing(host, 'range');
  if (targets.some((one) => one?.book !== first.book || one.sheetId !== first.sheetId))
    throw new WpsError('ranges of one worksheet are united');
  const areas = new Map<string, CellRange>();
  for (const one of targets)
    for (const { firstRow, firstColumn, lastRow, lastColumn } of one!.areas)
      areas.set(`${firstRow} ${firstColumn} ${lastRow} ${lastColumn}`, {
        firstRow,
        firstColumn,
        lastRow,
        lastColumn,
      });
  return rangeRef(first.book, first.sheetId, [...areas.values()]);
}
