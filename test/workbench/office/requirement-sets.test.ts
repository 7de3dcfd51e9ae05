import type { ObjectType } from '../../../workbench/office/description/object-type';
import { offers } from '../../../workbench/office/description/api-version';
import { DESCRIBED_TYPES } from '../../../workbench/office/excel/described-types';
import { MemoryWorkbook } from '../../support/memory-workbook';
import { createExcelInNode } from '../../support/office-in-node';
import { officeRequirements } from '../../support/workbooks/office-requirements';

/** Members that @types/office-js leaves without a version, or that the client alone uses. */
const UNSTATED = new Set(['NamedItemCollection.getItemAt']);

/** Events, by the names that their registrations stand for. */
const EVENT_NAMES: Readonly<Record<string, string>> = { DataChanged: 'onChanged' };

function registrations(type: ObjectType): (readonly [string, string])[] {
  return [...type.members.values()].flatMap(({ name, since }) => {
    const event = /^_Register(\w+)Event$/.exec(name)?.[1];
    return event === undefined
      ? []
      : [[`${type.name}.${EVENT_NAMES[event] ?? `on${event}`}`, since] as const];
  });
}

describe('the described object model', () => {
  const stated = officeRequirements();
  const cases = DESCRIBED_TYPES.flatMap((type) => [
    [type.name, type.since] as const,
    ...[...type.members]
      // Not the calls of the client alone, and not the other names that it has for a member.
      .filter(([key, { name }]) => !name.startsWith('_') && key === name.toLowerCase())
      .filter(([, { name }]) => !UNSTATED.has(`${type.name}.${name}`))
      .map(([, { name, since }]) => [`${type.name}.${name}`, since] as const),
    ...registrations(type),
  ]);

  test.each(cases)('%s came with ExcelApi %s', (name, since) => {
    expect(stated.get(name)).toBe(since);
  });

  test('has no class twice', () => {
    const names = DESCRIBED_TYPES.map((type) => type.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('versions are compared as numbers', () => {
    expect(offers('1.14', '1.9')).toBe(true);
    expect(offers('1.9', '1.14')).toBe(false);
  });
});

describe('a host that reports an older requirement set', () => {
  const read = (apiVersion: '1.9' | '1.13' | '1.15') => {
    const model = new MemoryWorkbook('S', [['a']]);
    const office = createExcelInNode({ model, apiVersion, quiet: true });
    const answer = office.Excel.run(async (context) => {
      const merges = context.workbook.worksheets.getItem('S').getRange('A1:B2').getMergedAreasOrNullObject();
      await context.sync();
      return merges.isNullObject;
    });
    return { answer, office };
  };

  test('knows calls up to its version', async () => {
    await expect(read('1.13').answer).resolves.toBe(true);
    await expect(read('1.15').answer).resolves.toBe(true);
  });

  test('answers newer calls as an old Excel does', async () => {
    const { answer, office } = read('1.9');
    await expect(answer).rejects.toMatchObject({ code: 'ApiNotFound' });
    expect(office.host.warnings).toEqual([
      'Range.getMergedAreasOrNullObject came with ExcelApi 1.13, which this host does not report',
    ]);
  });

  test('leaves newer properties out of a load of everything', async () => {
    const model = new MemoryWorkbook('S', [['a']]);
    const { Excel } = createExcelInNode({ model, apiVersion: '1.4' });
    const loaded = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('S').getRange('A1').load();
      await context.sync();
      return range.toJSON();
    });
    expect(loaded.values).toEqual([['a']]);
    expect(loaded).not.toHaveProperty('hyperlink');
  });
});

test('a call that this host does not have is answered as unknown and told', async () => {
  const { Excel, OfficeExtension, host } = createExcelInNode({ model: new MemoryWorkbook(), quiet: true });
  const error = await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().tables.add('A1:B2', true);
    await context.sync();
  }).catch((thrown: unknown) => thrown as OfficeExtension.Error);
  expect(error).toBeInstanceOf(OfficeExtension.Error);
  expect(error).toMatchObject({ code: 'ApiNotFound' });
  expect(host.warnings).toEqual(['not emulated: Worksheet.Tables']);
});
