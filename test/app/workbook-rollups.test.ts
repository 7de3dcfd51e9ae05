import type { WorkbookSheet } from '../../src/app/reviewer';
import { WorkbookReview } from '../../src/app/workbook-review';
import { engineHere } from '../../src/app/engine/here';
import { HostError } from '../../src/host/port';
import { ministryForm } from '../support/annexes/ministry-form';
import type { FakeHost } from '../support/workbooks/fake-host';
import { NOW, openDesk, ROWS } from './review-cases';

const RESULTS = '自评结果汇总表';
const OURS = ['问题清单', '审核意见表', '指标完成统计', '执行率分档表', RESULTS, '单位汇总'];

const SHEETS = [
  { name: '封面', rows: [['2024年度绩效自评材料']] },
  { name: '附件2', rows: ROWS },
  { name: '表1', rows: ministryForm({ name: '河道巡查', totalScore: 90 }) },
  {
    name: "O'Brien",
    rows: ministryForm({ name: '水质监测', moneyUnit: '元', budget: 5_000_000, actual: 4e6 }),
  },
  { name: '空表', rows: [] },
  { name: '底稿', rows: ministryForm({ name: '底稿项目' }), visible: false },
];

/** The cells of a sheet, their links and what a user sees of them. */
async function contentOf(host: FakeHost, name: string): Promise<unknown> {
  const sheet = (await host.sheets()).find((one) => one.name === name)!;
  const { values, formulas, numberFormats, merges, firstRow, firstColumn } = await host.read(sheet.id);
  return { values, formulas, numberFormats, merges, firstRow, firstColumn };
}

async function byPane(sheets: typeof SHEETS): Promise<FakeHost> {
  const { host, reviewer } = openDesk({ sheets });
  await reviewer.insertWorkbookRollups(await reviewer.reviewWorkbook(), 'all');
  return host;
}

async function byCommand(sheets: typeof SHEETS): Promise<FakeHost> {
  const { host } = openDesk({ sheets });
  const review = await WorkbookReview.of(host, { now: new Date(NOW) });
  for (const sheet of review.sheets) await review.look(sheet);
  await review.conclude();
  for (const sheet of review.hiddenSheets) await review.lookAt(sheet);
  await review.dress('zh-CN');
  return host;
}

describe('the rollups of a whole workbook', () => {
  it.each([
    ['forms and a wide table', SHEETS],
    ['one form', SHEETS.slice(2, 3)],
    ['a wide table alone', SHEETS.slice(1, 2)],
  ])('are those of the command, cell for cell: %s', async (_, sheets) => {
    const [pane, command] = [await byPane(sheets), await byCommand(sheets)];
    const names = pane.user.sheetNames();
    expect(names).toEqual(command.user.sheetNames());
    const ours = names.filter((name) => OURS.includes(name));
    expect(ours.length).toBeGreaterThan(1);
    for (const name of ours) expect(await contentOf(pane, name)).toEqual(await contentOf(command, name));
    if (names.includes(RESULTS))
      expect(pane.user.link(RESULTS, 'B4')).toEqual(command.user.link(RESULTS, 'B4'));
  });

  it('tell of all sheets that were reviewed and name those that were not', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS });
    const told: [number, number][] = [];
    const reviewed = await reviewer.reviewWorkbook();
    const sheets = await reviewer.insertWorkbookRollups(reviewed, 'all', {
      onSheet: (done, total) => told.push([done, total]),
    });
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(sheets.map(({ name }) => name)).toEqual([...OURS].reverse());
    expect(host.user.activeSheet()).toBe('封面');
    const results = (await contentOf(host, RESULTS)) as { values: unknown[][] };
    const names = results.values.map((row) => row[1]);
    expect(names).toEqual(expect.arrayContaining(['河道巡查', '泵站检修', '适老化改造', '水质监测', '合计']));
    expect(results.values.flat()).toContain('注：隐藏的工作表未审核，未汇总：底稿。');
    const issues = (await contentOf(host, '问题清单')) as { values: unknown[][] };
    const keys = issues.values.map((row) => String(row.at(-1)));
    for (const name of ['附件2', '表1', "O'Brien"])
      expect(keys.some((key) => key.endsWith(`!${name}`))).toBe(true);
  });

  it('do not name hidden sheets that were reviewed or hold nothing', async () => {
    const { host, reviewer } = openDesk({
      sheets: [...SHEETS, { name: '空底稿', rows: [], visible: false }],
    });
    await reviewer.insertWorkbookRollups(await reviewer.reviewWorkbook({ hidden: true }), 'all');
    const results = (await contentOf(host, RESULTS)) as { values: unknown[][] };
    expect(JSON.stringify(results.values)).not.toContain('隐藏的工作表');
    expect(results.values.map((row) => row[1])).toContain('底稿项目');
  });

  it('are ours at the next review, and written anew in their places', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS });
    await reviewer.insertWorkbookRollups(await reviewer.reviewWorkbook(), 'all');
    const before = host.user.sheetNames();
    const again = await reviewer.reviewWorkbook();
    const own = again.filter(({ reason }) => reason === 'own-sheet').map(({ sheet }) => sheet.name);
    expect(own).toEqual(OURS);
    host.user.type('表1', 'E6', { value: 120 });
    await reviewer.insertWorkbookRollups(await reviewer.reviewWorkbook(), 'all');
    expect(host.user.sheetNames()).toEqual(before);
    const results = (await contentOf(host, RESULTS)) as { values: unknown[][] };
    expect(results.values.find((row) => row[3] === '表1')).toContain(120);
  });

  it('follow a sheet that was renamed, also where cells are read once', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS });
    await reviewer.listen(() => undefined);
    const reviewed = await reviewer.reviewWorkbook();
    host.user.renameSheet('表1', "it's");
    await reviewer.insertWorkbookRollups(reviewed, 'all');
    const { formulas } = (await contentOf(host, RESULTS)) as { formulas: (string | null)[][] };
    expect(formulas.flat().join()).toContain("'it''s'!$E$6");
    expect(formulas.flat().join()).not.toContain("'表1'!");
  });

  it('are refused as a whole where rows of one sheet have moved', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS });
    const reviewed = await reviewer.reviewWorkbook();
    host.user.type('附件2', 'B7', { value: '新项目' });
    host.user.type('附件2', 'C7', { value: 1 });
    await expect(reviewer.insertWorkbookRollups(reviewed, 'all')).rejects.toMatchObject({
      code: 'changed',
      detail: { sheet: '附件2' },
    });
    expect(host.user.sheetNames()).toEqual(SHEETS.map(({ name }) => name));
  });

  it('are cancelled between two sheets, and nothing is written', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS });
    const reviewed = await reviewer.reviewWorkbook();
    const controller = new AbortController();
    const running = reviewer.insertWorkbookRollups(reviewed, 'all', {
      signal: controller.signal,
      onSheet: (done) => done === 2 && controller.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(host.user.sheetNames()).toEqual(SHEETS.map(({ name }) => name));
  });

  it('are refused where more is reviewed than the engine keeps at once, and nothing is written', async () => {
    const most = 550;
    const { host, reviewer } = openDesk({ sheets: SHEETS, engine: engineHere({ mostCells: most }) });
    const reviewed = await reviewer.reviewWorkbook();
    await expect(reviewer.insertWorkbookRollups(reviewed, 'all')).rejects.toMatchObject({
      code: 'too-large',
    });
    expect(host.user.sheetNames()).toEqual(SHEETS.map(({ name }) => name));
  });

  it('are made where all that was reviewed just fits', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS, engine: engineHere({ mostCells: 600 }) });
    await reviewer.insertWorkbookRollups(await reviewer.reviewWorkbook(), 'all');
    expect(await contentOf(host, RESULTS)).toEqual(await contentOf(await byPane(SHEETS), RESULTS));
  });

  it('name sheets that could not be read, or were not there yet', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS });
    const read = host.read.bind(host);
    const broken = (await host.sheets())[1]!.id;
    host.read = async (id, options) => {
      if (id === broken) throw new HostError('too-large', 'too large');
      return read(id, options);
    };
    const reviewed = await reviewer.reviewWorkbook();
    host.user.addSheet('新表');
    await reviewer.insertWorkbookRollups(reviewed, 'all');
    // Ours, which are new as well, are not meant.
    await reviewer.insertWorkbookRollups(reviewed, 'all');
    const results = (await contentOf(host, RESULTS)) as { values: unknown[][] };
    expect(results.values.flat()).toContain('注：未能读取，或审核后新增，未汇总：附件2、新表。');
  });

  it('know more sheets than reviews are kept', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      name: `表${i}`,
      rows: ministryForm({ name: `第${i}号项目` }),
    }));
    const { host, reviewer } = openDesk({ sheets: many });
    const reviewed: readonly WorkbookSheet[] = await reviewer.reviewWorkbook();
    await reviewer.reviewWorkbook();
    await reviewer.insertWorkbookRollups(await reviewer.reviewWorkbook(), 'all');
    expect(reviewed.some(({ review }) => review!.findings.length === 0)).toBe(true);
    const results = (await contentOf(host, RESULTS)) as { values: unknown[][] };
    expect(results.values.filter((row) => typeof row[0] === 'number')).toHaveLength(60);
  });

  it('are none where there is no annex', async () => {
    const { host, reviewer } = openDesk({ sheets: SHEETS.slice(0, 1) });
    expect(await reviewer.insertWorkbookRollups(await reviewer.reviewWorkbook(), 'all')).toEqual([]);
    expect(host.user.sheetNames()).toEqual(['封面']);
  });
});
