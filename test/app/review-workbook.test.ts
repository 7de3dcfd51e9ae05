import type { WorkbookSheet } from '../../src/app/reviewer';
import { HostError } from '../../src/host/port';
import { ministryForm } from '../support/annexes/ministry-form';
import type { CellInput } from '../support/annexes/sheet-builder';
import { openDesk, ROWS } from './review-cases';

const COVER = [['2024年度绩效自评材料'], ['编制单位', '市水务处']];
const SHEETS = [
  { name: '封面', rows: COVER },
  { name: '附件1', rows: ROWS },
  { name: '空表', rows: [] },
  { name: '附件2', rows: ROWS },
  { name: '底稿', rows: ROWS, visible: false },
];

/** A cell without its format. */
const plain = (cell: CellInput) =>
  typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;

describe('a whole workbook', () => {
  it('is looked at sheet by sheet, and those with annexes are reviewed as they are one by one', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS });
    const told: [string, number, number][] = [];
    const sheets = await reviewer.reviewWorkbook({
      onSheet: ({ sheet }, done, total) => told.push([sheet.name, done, total]),
    });
    expect(told).toEqual([
      ['封面', 1, 5],
      ['附件1', 2, 5],
      ['空表', 3, 5],
      ['附件2', 4, 5],
      ['底稿', 5, 5],
    ]);
    const kinds = sheets.map(({ reason, review, error }) => [reason, review !== null, error]);
    expect(kinds).toEqual([
      ['no-annex', false, null],
      [null, true, null],
      ['empty', false, null],
      [null, true, null],
      // Hidden: what it is, and nothing of what stands in it.
      [null, false, null],
    ]);
    expect(sheets[4]!.annexes).toHaveLength(1);
    host.user.activate('附件2');
    const alone = await reviewer.review();
    expect(sheets[3]!.review!.findings.map(({ id }) => id)).toEqual(alone.findings.map(({ id }) => id));
    expect(host.calls).not.toContain('mark');
  });

  it('takes hidden sheets along where that is asked for', async () => {
    const { reviewer } = openDesk({ sheets: SHEETS });
    const sheets = await reviewer.reviewWorkbook({ hidden: true });
    expect(sheets[4]!.review!.findings.length).toBeGreaterThan(0);
  });

  it('leads to marks and fixes on every sheet', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS });
    const sheets = await reviewer.reviewWorkbook();
    const reviews = sheets.flatMap(({ review }) => review ?? []);
    for (const review of reviews) expect((await reviewer.mark(review)).markedCells).toBeGreaterThan(0);
    const finding = reviews[1]!.findings.find(({ fix }) => fix !== null)!;
    const entry = await reviewer.apply(finding, finding.fix!);
    expect(entry.sheetName).toBe('附件2');
    expect((await host.activeSheet()).name).toBe('封面');
  });

  it('goes on past a sheet that cannot be read, and ends where the host answers no more', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS });
    const broken = (await host.sheets())[1]!.id;
    const read = host.read.bind(host);
    let code: 'too-large' | 'no-answer' = 'too-large';
    host.read = async (id, options) => {
      if (id === broken) throw new HostError(code, code);
      return read(id, options);
    };
    const sheets = await reviewer.reviewWorkbook();
    expect(sheets[1]).toMatchObject({ review: null, error: { code: 'too-large' } });
    expect(sheets[3]!.review).not.toBeNull();
    code = 'no-answer';
    await expect(reviewer.reviewWorkbook()).rejects.toMatchObject({ code: 'no-answer' });
  });

  const SUMMARY = [
    ['2024年度项目支出绩效自评汇总表'],
    ['单位：万元'],
    ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '自评总分'],
    [1, '市水务处', '湿地补水', 100, 92, 99.5],
  ];
  const COMPARED = [
    { name: '汇总', rows: SUMMARY },
    { name: '附件1', rows: ROWS },
    { name: '附表1', rows: ministryForm({ name: '湿地补水' }).map((row) => row.map(plain)) },
  ];
  const isCompared = ({ rule }: { readonly rule: string }): boolean => rule === 'summary-form-mismatch';

  it('compares the annexes of its sheets, and tells what was found once more', async () => {
    const { host, reviewer } = openDesk({ sheets: COMPARED });
    const told: [string, number][] = [];
    const sheets = await reviewer.reviewWorkbook({
      onSheet: ({ sheet, review }) => told.push([sheet.name, review!.findings.filter(isCompared).length]),
    });
    expect(told).toEqual([
      ['汇总', 0],
      ['附件1', 0],
      ['附表1', 0],
      ['汇总', 1],
      ['附表1', 0],
    ]);
    const { findings, outcomes } = sheets[0]!.review!;
    const [found] = findings.filter(isCompared);
    const form = (await host.sheets())[2]!.id;
    expect(found).toMatchObject({
      cell: { row: 3, column: 4 },
      related: [{ sheetId: form, row: 5, column: 5 }],
    });
    expect(outcomes[0]!.find(isCompared)!.outcome).toBe('checked');
    expect(sheets[1]!.review!.outcomes[0]!.find(isCompared)!.outcome).toBe('uncompared');
    // It is marked, set aside and listed as any other.
    expect((await reviewer.mark(sheets[0]!.review!)).markedCells).toBeGreaterThan(0);
    await reviewer.ignore([found!], '已核实');
    const again = await reviewer.reviewWorkbook();
    expect(again[0]!.review!.findings.find(isCompared)!.state).toBe('ignored');
    expect(await reviewer.insertRollups(again[0]!.review!, ['issue-list'])).toHaveLength(1);
  });

  it('says of one sheet nothing that takes another', async () => {
    const { host, reviewer } = openDesk({ sheets: COMPARED });
    host.user.activate('汇总');
    const { findings, outcomes } = await reviewer.review();
    expect(findings.filter(isCompared)).toEqual([]);
    expect(outcomes[0]!.find(isCompared)!.outcome).toBe('uncompared');
  });

  it('compares them where the engine keeps no more than one sheet, too', async () => {
    const { reviewer } = openDesk({ sheets: COMPARED, mostCells: 1 });
    const sheets = await reviewer.reviewWorkbook();
    expect(sheets[0]!.review!.findings.filter(isCompared)).toHaveLength(1);
  });

  it('is cancelled between two sheets', async () => {
    const { reviewer } = openDesk({ sheets: SHEETS });
    const controller = new AbortController();
    const seen: WorkbookSheet[] = [];
    const running = reviewer.reviewWorkbook({
      signal: controller.signal,
      onSheet: (sheet) => {
        seen.push(sheet);
        if (seen.length === 2) controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen).toHaveLength(2);
  });
});
