import { parseAddress, parseRangeAddress } from '../../../src/engine/sheet/address';
import type { Capabilities, HostEvent, PlanPart } from '../../../src/host/port';
import { insertOne } from '../../support/workbooks/insert-one';
import { open } from './open-annex';
import { PLAN } from './plan';
import type { HostTraits, Loss, MakeSubject } from './subject';

/** Whether a host turns out not to do something. */
export function lossesOf({ loses = [] }: HostTraits): (loss: Loss) => boolean {
  const set = new Set(loses);
  return (loss) => set.has(loss);
}

/** The parts of a rollup that a host is said not to take, in the order of the alphabet. */
export function plannedPartsOf({ loses = [] }: HostTraits): PlanPart[] {
  const parts: readonly Loss[] = ['charts', 'choices', 'freeze', 'links', 'print'];
  return parts.filter((part) => loses.includes(part)) as PlanPart[];
}

/** What its capabilities are to say once everything was tried. */
function capabilitiesAfter(traits: HostTraits): Capabilities {
  const { capabilities } = traits;
  const loses = lossesOf(traits);
  const events = loses('changes') ? 'none' : loses('ranges') ? 'polled' : 'told';
  return {
    ...capabilities,
    marks: capabilities.marks && !loses('marks'),
    notes: capabilities.notes && !loses('notes'),
    charts: capabilities.charts && !loses('charts'),
    renames: capabilities.renames && !loses('renames') && !loses('renames-new'),
    events: capabilities.interactive ? events : 'none',
    record: loses('record') ? 'nowhere' : loses('part') ? 'properties' : capabilities.record,
  };
}

/** All that hosts may lose is tried: each loss is shown to be one, and all else to work. */
export function describeLosses(traits: HostTraits, make: MakeSubject): void {
  const loses = lossesOf(traits);

  it('does what it is said to do, and tells by its capabilities what it turned out not to do', async () => {
    const { host, user, sheetId, settled } = await open(make);
    const told: HostEvent[] = [];
    const stop = traits.capabilities.interactive ? await host.listen((event) => told.push(event)) : null;
    user.type('附件2', 'E3', { value: '改' });
    await settled();
    const { row, column } = parseAddress('D4')!;
    const { numberFormats } = await host.read(sheetId);
    expect(numberFormats[row]![column]).toBe('0.00%');
    const edit = { row, column, expectedBefore: { value: 0.95, formula: null }, after: { value: '007' } };
    const [applied] = await host.edit(sheetId, [edit]);
    expect(applied!.now).toEqual({ value: '007', formula: null });
    expect(user.cell('附件2', 'D4').value).toBe('007');

    const error = [parseRangeAddress('D4:D5')!];
    const marked = await host.mark(sheetId, {
      cells: { error, warning: [], info: [] },
      notes: [{ row, column, text: '应为 93.46%' }],
    });
    expect(marked.markedCells).toBe(loses('marks') ? 0 : 2);
    expect(marked.notes).toBe(loses('notes') || !traits.capabilities.notes ? 0 : 1);
    const off = await host.unmark('all');
    expect(off).toMatchObject({ markedCells: marked.markedCells, notes: marked.notes, left: [] });

    const { leftOut = [] } = await insertOne(host, PLAN);
    expect([...leftOut].sort()).toEqual(plannedPartsOf(traits));
    expect((await host.ownSheet('unit-summary'))?.name).toBe('单位汇总');
    const id = await host.remember('{"a":1}');
    expect(await host.recall()).toEqual([{ id, text: '{"a":1}' }]);
    await host.sheets();

    const changed = told.filter(({ type }) => type === 'cells-changed');
    if (stop) {
      expect(changed.length > 0).toBe(!loses('changes'));
      const exact = { type: 'cells-changed', sheetId, range: parseRangeAddress('E3') };
      expect(changed.some((one) => JSON.stringify(one) === JSON.stringify(exact))).toBe(
        !loses('ranges') && !loses('changes'),
      );
    }
    expect(host.capabilities).toEqual(capabilitiesAfter(traits));
    stop?.();
  });

  it('reads errors as what they are, unless it says that it does not', async () => {
    const { host, sheetId } = await open(make, {
      name: 'book.xlsx',
      sheets: [{ name: 'Sheet1', rows: [[{ error: '#DIV/0!' }, '#DIV/0!', true, 'TRUE', '007', 7]] }],
    });
    const error = loses('errors') ? '#DIV/0!' : { error: '#DIV/0!' };
    expect((await host.read(sheetId)).values).toEqual([[error, '#DIV/0!', true, 'TRUE', '007', 7]]);
  });

  it('knows worksheets again that were renamed, unless it says that it does not', async () => {
    const { host, user, sheetId, settled } = await open(make);
    const added = await insertOne(host, PLAN);
    user.renameSheet('附件2', '附件二');
    user.renameSheet('单位汇总', '汇总（王）');
    await settled();
    const found = new Map((await host.sheets()).map(({ name, id }) => [name, id]));
    expect(found.get('附件二') === sheetId).toBe(!loses('renames'));
    expect(found.get('汇总（王）') === added.id).toBe(!loses('renames') && !loses('renames-new'));
    expect((await host.ownSheet('unit-summary'))?.name).toBe('汇总（王）');
  });
}
