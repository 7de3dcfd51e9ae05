import { insertOne } from '../../support/workbooks/insert-one';
import type { CellRange } from '../../../src/engine/sheet/address';
import { WEB_PAYLOAD_LIMIT } from '../../../workbench/office/excel/excel-switches';
import type { CellInput } from '../../support/annexes/sheet-builder';
import { ANNEX_OF_31_ROWS } from '../contract/open-annex';
import { PLAN } from '../contract/plan';
import type { StartWorkbook } from '../contract/subject';
import { openInExcel, toMemoryWorkbook, type ExcelSubject } from './open-in-excel';

const COLUMNS = 27;

/** An annex of many rows with as much text in them as published ones have. */
function annexOf(rows: number): StartWorkbook {
  const text = '完成年度绩效目标任务并按期支付项目资金';
  const cell = (row: number, column: number): CellInput =>
    column % 3 === 0 ? row * column : `${text.slice(0, 3 + ((row + column) % 14))}${row}`;
  return {
    name: 'large.xlsx',
    sheets: [
      {
        name: '附件2',
        rows: Array.from({ length: rows }, (_, row) =>
          Array.from({ length: COLUMNS }, (__, column) => cell(row, column)),
        ),
      },
    ],
  };
}

/** What goes over the seam, as Excel sees it: also requests of the client that the adapter does not know of. */
async function batchesOf(subject: ExcelSubject, work: () => Promise<unknown>): Promise<number> {
  const { counters } = subject.excel.host;
  const before = counters.batches;
  await work();
  await subject.settled();
  return counters.batches - before;
}

describe('round trips to Excel', () => {
  let subject: ExcelSubject;
  afterEach(() => subject.dispose?.());

  const marks = (rows: number) => ({
    cells: {
      error: Array.from({ length: rows }, (_, row): CellRange => {
        const column = (row * 5) % COLUMNS;
        return { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
      }),
      warning: [],
      info: [],
    },
    notes: [],
  });

  it('are at most eight for reading, marking and a rollup of a usual annex, and no request is hidden', async () => {
    subject = openInExcel(toMemoryWorkbook(ANNEX_OF_31_ROWS));
    const { host } = subject;
    const [sheet] = await host.sheets();
    const before = host.roundTrips;
    const batches = await batchesOf(subject, async () => {
      await host.read(sheet!.id);
      await host.mark(sheet!.id, marks(31));
      await insertOne(host, PLAN);
    });
    expect(host.roundTrips - before).toBeLessThanOrEqual(8);
    expect(batches).toBe(host.roundTrips - before);
    expect(subject.excel.host.references).toBe(0);
    expect(subject.excel.host.warnings).toEqual([]);
  });

  it('grow by chunks of rows, each within the limits of Excel on the web', async () => {
    const workbook = annexOf(5_000);
    subject = openInExcel(toMemoryWorkbook(workbook), { payloadLimit: 4_000_000 });
    const { host } = subject;
    const [sheet] = await host.sheets();
    const told: number[] = [];
    const read = await batchesOf(subject, async () => {
      const snapshot = await host.read(sheet!.id, { onProgress: (rows) => told.push(rows) });
      expect(snapshot.values).toEqual(workbook.sheets[0]!.rows);
    });
    expect(read).toBeLessThanOrEqual(6);
    expect(told[told.length - 1]).toBe(5_000);
    const mark = await batchesOf(subject, () => host.mark(sheet!.id, marks(5_000)));
    expect(mark).toBe(2);
  }, 60_000);

  it('grow with the length of a rollup, each request within a megabyte or so', async () => {
    subject = openInExcel(toMemoryWorkbook(ANNEX_OF_31_ROWS));
    const { host, excel } = subject;
    const text = '问题和建议，说明若干'.repeat(20);
    const rows = Array.from({ length: 1_500 }, (_, row) => [
      { value: row, style: 1 },
      { value: text, style: 1 },
      { formula: `=A${row + 1}+1`, value: row + 1, style: 2 },
    ]);
    const trips = await batchesOf(subject, () =>
      insertOne(host, {
        ...PLAN,
        rows: [...PLAN.rows.slice(0, 2), ...rows],
        links: [],
        charts: [],
        merges: [],
      }),
    );
    expect(trips).toBeLessThanOrEqual(6);
    // Counted in characters; a Chinese one has three bytes.
    expect(excel.host.counters.largestRequest).toBeLessThan(1_000_000);
    const own = await host.ownSheet(PLAN.key);
    expect((await host.read(own!.id)).values[1_501]!.slice(0, 2)).toEqual([1_499, text]);
  }, 60_000);

  it('shrink their chunks where a response turns out too large', async () => {
    // The first rows are short, those after them are not.
    const rows = Array.from({ length: 400 }, (_, row) => [row, row < 64 ? '短' : '长'.repeat(3_000)]);
    const start: StartWorkbook = { name: 'uneven.xlsx', sheets: [{ name: '附件2', rows }] };
    subject = openInExcel(toMemoryWorkbook(start), { payloadLimit: WEB_PAYLOAD_LIMIT });
    const [sheet] = await subject.host.sheets();
    const snapshot = await subject.host.read(sheet!.id);
    expect(snapshot.values).toEqual(rows);
  });

  it('tell errors from texts with one more, however far down they are', async () => {
    const rows = Array.from({ length: 300 }, (_, row): CellInput[] => [
      row,
      row === 250 ? { error: '#REF!' } : '#备注',
      row === 251 ? '#REF!' : null,
    ]);
    subject = openInExcel(toMemoryWorkbook({ name: 'errors.xlsx', sheets: [{ name: '附件2', rows }] }));
    const [sheet] = await subject.host.sheets();
    let values: readonly (readonly unknown[])[] = [];
    const trips = await batchesOf(subject, async () => {
      ({ values } = await subject.host.read(sheet!.id));
    });
    expect(trips).toBe(3);
    expect(values[250]).toEqual([250, { error: '#REF!' }, null]);
    expect(values[251]).toEqual([251, '#备注', '#REF!']);
  });
});
