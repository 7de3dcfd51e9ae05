import { insertOne } from '../../support/workbooks/insert-one';
import { parseAddress } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { Edit } from '../../../src/engine/sheet/edit';
import type { MemoryWorkbook } from '../../support/memory-workbook';
import { WORKBOOK } from '../contract/open-annex';
import { PLAN } from '../contract/plan';
import { openInExcel, toMemoryWorkbook, type ExcelSubject, type ExcelSubjectOptions } from './open-in-excel';

const edit = (address: string, before: CellValue, after: CellValue): Edit => ({
  ...parseAddress(address)!,
  expectedBefore: { value: before, formula: null },
  after: { value: after },
});

/** Lets something happen in place of each write of cells; what it returns is written. */
function meddle(
  model: MemoryWorkbook,
  name: string,
  change: (value: CellValue, format: string) => CellValue,
): void {
  const sheet = model.sheet(name);
  const original = sheet.setCells.bind(sheet);
  sheet.setCells = (range, cells) => {
    const formats = sheet.numberFormats(range);
    original(
      range,
      cells.map((row, rowIndex) =>
        row.map(
          (cell, column) => cell && { ...cell, value: change(cell.value, formats[rowIndex]![column]!) },
        ),
      ),
    );
  };
}

/** Lets batches fail half-way: the n-th from now on (1 is the next) makes half of its calls. */
function failBatches(subject: ExcelSubject, ...which: readonly number[]): void {
  const { host } = subject.excel;
  const original = host.process.bind(host);
  let batches = 0;
  host.process = async (body, flags) => {
    batches += 1;
    if (!which.includes(batches)) return original(body, flags);
    const request = JSON.parse(body) as { Actions: unknown[] };
    const half = Math.floor(request.Actions.length / 2);
    request.Actions = request.Actions.slice(0, half);
    const answer = JSON.parse(await original(JSON.stringify(request), flags)) as object;
    const failure = { Code: 'GeneralException', Message: 'There was an internal error.', Location: '' };
    return JSON.stringify({ ...answer, Error: { ...failure, ActionIndex: half, HttpStatusCode: 500 } });
  };
}

describe('when Excel fails', () => {
  let subject: ExcelSubject;
  let model: MemoryWorkbook;
  const open = async (options: ExcelSubjectOptions = {}): Promise<string> => {
    model = toMemoryWorkbook(WORKBOOK);
    subject = openInExcel(model, options);
    return (await subject.host.sheets())[0]!.id;
  };
  afterEach(() => subject.dispose?.());

  it('takes back what was written before a write failed', async () => {
    const sheetId = await open();
    failBatches(subject, 2);
    const call = subject.host.edit(sheetId, [
      edit('B3', 40, 1),
      edit('C3', 38.5, 2),
      edit('E3', '已完成', '007'),
    ]);
    await expect(call).rejects.toMatchObject({ name: 'HostError', code: 'failed', write: 'unchanged' });
    expect(subject.user.cell('附件2', 'B3')).toMatchObject({ value: 40 });
    expect(subject.user.cell('附件2', 'C3')).toMatchObject({ value: 38.5 });
    expect(subject.user.cell('附件2', 'E3')).toMatchObject({ value: '已完成', numberFormat: 'General' });
  });

  it('leaves the reason as it is where Excel is busy from the write on, and says that nothing was written', async () => {
    const sheetId = await open();
    const { host } = subject.excel;
    const original = host.process.bind(host);
    let batches = 0;
    host.process = (body, flags) => {
      batches += 1;
      if (batches === 2) host.beginCellEdit();
      return original(body, flags);
    };
    await expect(subject.host.edit(sheetId, [edit('B3', 40, 1)])).rejects.toMatchObject({
      code: 'busy',
      write: 'unchanged',
    });
    expect(batches).toBe(2);
    host.endCellEdit();
    expect(subject.user.cell('附件2', 'B3').value).toBe(40);
  });

  it('notices that a write was swallowed, and takes the others back', async () => {
    const sheetId = await open();
    meddle(model, '附件2', (value) => (value === 2 ? 38.5 : value));
    const call = subject.host.edit(sheetId, [edit('B3', 40, 1), edit('C3', 38.5, 2)]);
    await expect(call).rejects.toMatchObject({
      code: 'not-written',
      detail: { cells: [parseAddress('C3')] },
    });
    expect(subject.user.cell('附件2', 'B3').value).toBe(40);
  });

  it.each([
    ['a number', { value: 40, formula: null }],
    ['a formula', { value: 40, formula: '=20*2' }],
  ])('puts %s back into a cell formatted as text as what it was', async (_, held) => {
    const text = { numberFormat: '@', format: {}, note: null, link: null };
    const sheetId = await open();
    model.sheet('附件2').data.cells.set('2 1', { ...held, ...text });
    failBatches(subject, 2);
    const change: Edit = { ...edit('B3', 40, 1), expectedBefore: held };
    await expect(subject.host.edit(sheetId, [change, edit('C3', 38.5, 2)])).rejects.toMatchObject({
      code: 'failed',
      message: expect.not.stringContaining('taken back'),
    });
    expect(subject.user.cell('附件2', 'B3')).toMatchObject({ formula: held.formula, numberFormat: '@' });

    // This workbook calculates nothing: a formula written anew has no value.
    const { value } = subject.user.cell('附件2', 'B3');
    const [applied] = await subject.host.edit(sheetId, [{ ...change, expectedBefore: { ...held, value } }]);
    expect(subject.user.cell('附件2', 'B3')).toEqual({ value: 1, formula: null, numberFormat: 'General' });
    await subject.host.edit(sheetId, [
      {
        ...change,
        expectedBefore: applied!.now,
        after: held.formula === null ? { value: held.value } : { formula: held.formula },
        numberFormat: applied!.numberFormatBefore,
      },
    ]);
    const back = subject.user.cell('附件2', 'B3');
    expect(back).toMatchObject({ formula: held.formula, numberFormat: '@' });
    if (held.formula === null) expect(back.value).toBe(40);
  });

  it('says which cells where not even taking back works', async () => {
    const sheetId = await open();
    failBatches(subject, 2, 3);
    const call = subject.host.edit(sheetId, [edit('B3', 40, 1), edit('C3', 38.5, 2)]);
    await expect(call).rejects.toMatchObject({
      code: 'failed',
      detail: { cells: [parseAddress('B3'), parseAddress('C3')] },
    });
  });

  it('tries a text again with the text format where an apostrophe did not keep it', async () => {
    const sheetId = await open();
    meddle(model, '附件2', (value, format) => (value === '007' && format !== '@' ? 7 : value));
    const [applied] = await subject.host.edit(sheetId, [edit('E3', '已完成', '007')]);
    expect(applied).toMatchObject({ now: { value: '007' }, numberFormatBefore: 'General' });
    expect(subject.user.cell('附件2', 'E3')).toEqual({ value: '007', formula: null, numberFormat: '@' });
  });

  describe('when somebody types between the look and the write', () => {
    /** Lets a person do something right before a round trip; the look is the first. */
    function before(trip: number, act: () => void): void {
      const { host } = subject.excel;
      const original = host.process.bind(host);
      let batches = 0;
      host.process = (body, flags) => {
        if (++batches === trip) act();
        return original(body, flags);
      };
    }
    const type = (address: string, value: string | number, numberFormat = 'General'): void => {
      const { row, column } = parseAddress(address)!;
      const cell = { value, formula: null, numberFormat, format: {}, note: null, link: null };
      model.sheet('附件2').data.cells.set(`${row} ${column}`, cell);
    };
    const changed = { code: 'changed', write: 'unchanged' };

    it.each<[string, string | number, string]>([
      ['a number', 39, 'General'],
      ['a date', 46_000, 'yyyy-mm-dd'],
      ['a text in a cell formatted as text', '007', '@'],
      ['a text that looks like a formula', '=1+1', 'General'],
    ])('puts %s back as it was typed, and everything else too', async (_, typed, numberFormat) => {
      const sheetId = await open();
      before(2, () => type('B3', typed, numberFormat));
      const call = subject.host.edit(sheetId, [edit('B3', 40, 1), edit('E3', '已完成', '完成')]);
      await expect(call).rejects.toMatchObject({ ...changed, detail: { cells: [parseAddress('B3')] } });
      expect(subject.user.cell('附件2', 'B3')).toEqual({ value: typed, formula: null, numberFormat });
      expect(subject.user.cell('附件2', 'E3').value).toBe('已完成');
    });

    it('takes everything back where a guard was changed', async () => {
      const sheetId = await open();
      before(2, () => type('C3', 39));
      const guards = [{ ...parseAddress('C3')!, expected: { value: 38.5, formula: null } }];
      const call = subject.host.edit(sheetId, [edit('B3', 40, 1)], guards);
      await expect(call).rejects.toMatchObject({ ...changed, detail: { cells: [parseAddress('C3')] } });
      expect(subject.user.cell('附件2', 'B3').value).toBe(40);
      expect(subject.user.cell('附件2', 'C3').value).toBe(39);
    });

    it('puts back what is typed while it takes back', async () => {
      const sheetId = await open();
      before(2, () => type('C3', 39));
      before(3, () => type('B3', 41));
      const call = subject.host.edit(sheetId, [edit('B3', 40, 1), edit('C3', 38.5, 2)]);
      await expect(call).rejects.toMatchObject(changed);
      expect(subject.user.cell('附件2', 'B3').value).toBe(41);
      expect(subject.user.cell('附件2', 'C3').value).toBe(39);
    });

    it('puts back what is typed before the second try of a text', async () => {
      const sheetId = await open();
      meddle(model, '附件2', (value, format) => (value === '007' && format !== '@' ? 7 : value));
      before(3, () => type('E3', '已验收'));
      await expect(subject.host.edit(sheetId, [edit('E3', '已完成', '007')])).rejects.toMatchObject(changed);
      expect(subject.user.cell('附件2', 'E3').value).toBe('已验收');
    });

    it('leaves the rows alone that have come to stand there', async () => {
      const sheetId = await open();
      before(2, () => model.sheet('附件2').insertRows(2, 1));
      const guards = [{ ...parseAddress('A3')!, expected: { value: '路灯维修', formula: null } }];
      await expect(subject.host.edit(sheetId, [edit('B3', 40, 1)], guards)).rejects.toMatchObject(changed);
      expect(['B3', 'B4', 'B5'].map((at) => subject.user.cell('附件2', at).value)).toEqual([null, 40, 27.69]);
    });

    it('says that it does not know where rows move while it takes back', async () => {
      const sheetId = await open();
      before(2, () => type('B4', 28));
      before(3, () => model.sheet('附件2').insertRows(2, 1));
      const guards = [{ ...parseAddress('A3')!, expected: { value: '路灯维修', formula: null } }];
      const call = subject.host.edit(sheetId, [edit('B3', 40, 1), edit('B4', 27.69, 2)], guards);
      await expect(call).rejects.toMatchObject({ code: 'failed', write: 'in-doubt' });
    });
  });

  it('inserts a rollup without its chart where Excel refuses the chart', async () => {
    await open();
    const [chart] = PLAN.charts;
    const nowhere = { ...chart!.at, lastRow: 2_000_000 };
    await insertOne(subject.host, { ...PLAN, charts: [{ ...chart!, at: nowhere }] });
    expect(subject.user.charts('单位汇总')).toBe(0);
    expect(subject.user.frozen('单位汇总')).toEqual({ rows: 2, columns: 1 });
    expect(subject.user.link('单位汇总', 'A3')).not.toBeNull();
  });

  it('leaves no half-made worksheet behind', async () => {
    await open();
    failBatches(subject, 3);
    await expect(insertOne(subject.host, PLAN)).rejects.toMatchObject({ code: 'failed' });
    expect(subject.user.sheetNames()).toEqual(['附件2', '说明']);
  });

  it('puts an apostrophe before a text of a rollup only where its format does not keep it', async () => {
    await open();
    const { host } = subject.excel;
    const original = host.process.bind(host);
    let sent = '';
    host.process = (body, flags) => {
      sent += body;
      return original(body, flags);
    };
    const rows = [[{ value: '007', style: 0 }, { value: '008' }, { value: "'009", style: 0 }]];
    const plain = { merges: [], links: [], choices: [], charts: [] };
    await insertOne(subject.host, { ...PLAN, ...plain, styles: [{ numberFormat: '@' }], rows });
    expect(sent).toContain(`["007","'008","''009"]`);
    const [cell, other, quoted] = ['A1', 'B1', 'C1'].map((at) => subject.user.cell('单位汇总', at).value);
    expect([cell, other, quoted]).toEqual(['007', '008', "'009"]);
  });

  it('leaves a worksheet alone that took the wished name a moment before', async () => {
    await open();
    const { host } = subject.excel;
    const original = host.process.bind(host);
    let batches = 0;
    host.process = (body, flags) => {
      // The first two look at the worksheets that are there, the third adds one.
      if (++batches === 3) model.addSheet('单位汇总');
      return original(body, flags);
    };
    expect(await insertOne(subject.host, PLAN)).toMatchObject({ name: '单位汇总 (2)' });
    expect(subject.user.sheetNames()).toEqual(['附件2', '说明', '单位汇总', '单位汇总 (2)']);
    expect(model.sheet('单位汇总').usedRange()).toBeNull();
  });

  it('puts a rollup back as it was where refreshing fails', async () => {
    await open();
    await insertOne(subject.host, PLAN);
    const own = model.sheet('单位汇总');
    const before = own.values({ firstRow: 0, firstColumn: 0, lastRow: 4, lastColumn: 2 });
    meddle(model, '单位汇总', (value) => (value === '会丢' ? null : value));
    const call = insertOne(subject.host, {
      ...PLAN,
      rows: [...PLAN.rows.slice(0, 2), [{ value: '新' }, { value: '会丢' }]],
    });
    await expect(call).rejects.toMatchObject({ code: 'not-written' });
    expect(own.values({ firstRow: 0, firstColumn: 0, lastRow: 4, lastColumn: 2 })).toEqual(before);
  });

  it('does not add a worksheet where the structure of the workbook is protected', async () => {
    await open({ structureProtected: true });
    await expect(insertOne(subject.host, PLAN)).rejects.toMatchObject({ code: 'protected' });
  });

  it('gives up on an Excel that does not answer', async () => {
    let ring: () => void = () => undefined;
    const sheetId = await open({
      office: {
        timeLimit: 5_000,
        clock: {
          setTimeout: (callback) => {
            ring = callback;
            return 0;
          },
          clearTimeout: () => undefined,
        },
      },
    });
    subject.excel.host.process = () => new Promise(() => undefined);
    const call = subject.host.read(sheetId);
    await new Promise((resolve) => setTimeout(resolve, 5));
    ring();
    await expect(call).rejects.toMatchObject({ name: 'HostError', code: 'no-answer', write: 'not-tried' });
  });

  it('stops reading between two chunks', async () => {
    model = toMemoryWorkbook({
      name: 'long.xlsx',
      sheets: [{ name: '附件2', rows: Array.from({ length: 3_000 }, (_, row) => [row, `第${row}行`]) }],
    });
    subject = openInExcel(model);
    const [sheet] = await subject.host.sheets();
    const controller = new AbortController();
    const told: number[] = [];
    const call = subject.host.read(sheet!.id, {
      signal: controller.signal,
      onProgress: (rows) => {
        told.push(rows);
        controller.abort();
      },
    });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(told).toHaveLength(1);
  });

  it('lets go of its event handlers', async () => {
    await open();
    const stop = await subject.host.listen(() => undefined);
    expect(subject.excel.host.registrations).toBeGreaterThan(0);
    stop();
    await subject.settled();
    expect(subject.excel.host.registrations).toBe(0);
    expect(subject.excel.host.references).toBe(0);
  });
});

test('a used range of a million mostly empty rows is refused in one round trip, and unharmed', async () => {
  const model = toMemoryWorkbook(WORKBOOK);
  const subject = openInExcel(model);
  const far = { firstRow: 999_999, lastRow: 999_999, firstColumn: 26, lastColumn: 26 };
  model.sheets[0]!.setCells(far, [[{ value: '备注' }]]);
  const { id } = (await subject.host.sheets())[0]!;
  const before = subject.host.roundTrips;
  await expect(subject.host.read(id)).rejects.toMatchObject({ code: 'too-large' });
  expect(subject.host.roundTrips - before).toBe(1);
  expect(model.sheets[0]!.values(far)).toEqual([['备注']]);
  await subject.dispose?.();
});
