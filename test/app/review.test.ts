import { reviewSheet } from '../../src/engine/review/review-sheet';
import type { Progress } from '../../src/app/reviewer';
import { UNKNOWN_FORMULA, UNKNOWN_PICTURE } from '../../src/engine/sheet/cell-value';
import { HostError } from '../../src/host/port';
import type { CellInput } from '../support/annexes/sheet-builder';
import { generateWide } from '../support/annexes/wide-generator';
import { find, NOW, openDesk, ROWS } from './review-cases';

describe('cells of which it is not known what they show', () => {
  const withPicture = (cells: readonly CellInput[]) => [...ROWS.slice(0, 3), cells, ...ROWS.slice(4)];

  it('are named with the review, and none is found wrong', async () => {
    const rows = withPicture([
      '市水务处',
      '河道巡查',
      100,
      UNKNOWN_PICTURE,
      UNKNOWN_FORMULA,
      '≥120次',
      '121次',
    ]);
    const review = await openDesk({ sheets: [{ name: '附件2', rows }] }).reviewer.review();
    const at = (row: number, column: number) => ({
      firstRow: row,
      lastRow: row,
      firstColumn: column,
      lastColumn: column,
    });
    expect(review.notJudged).toEqual([
      { reason: 'formula', count: 1, ranges: [at(3, 4)] },
      { reason: 'picture', count: 1, ranges: [at(3, 3)] },
    ]);
    expect(review.findings.filter(({ cell }) => cell.row === 3)).toEqual([]);
    expect((await openDesk().reviewer.review()).notJudged).toEqual([]);
  });

  it('are not named in a table that is not reviewed', async () => {
    const rows = [
      ['2024年项目绩效目标表'],
      ['序号', '项目名称', '总体目标', '数量指标'],
      [1, '河道巡查', UNKNOWN_PICTURE, '巡查≥40次'],
    ];
    const review = await openDesk({ sheets: [{ name: '目标表', rows }] }).reviewer.review();
    expect(review.annexes).toHaveLength(1);
    expect(review.notJudged).toEqual([]);
  });
});

describe('recognise', () => {
  it('says what the sheet in view is, without checking or writing', async () => {
    const { host, reviewer } = openDesk();
    const recognition = await reviewer.recognise();
    expect(recognition).toMatchObject({ sheet: { name: '附件2' }, reason: null });
    expect(recognition.annexes[0]!.projectCount).toBe(3);
    expect(host.calls).not.toContain('remember');
  });

  it.each([
    ['empty', []],
    ['no-annex', [['会议纪要'], ['参会人员', '张某']]],
  ])('says why it is none: %s', async (reason, rows) => {
    const { reviewer } = openDesk({ sheets: [{ name: 'Sheet1', rows }] });
    expect(await reviewer.recognise()).toMatchObject({ annexes: [], reason });
    expect(await reviewer.review()).toMatchObject({ annexes: [], findings: [], outcomes: [], reason });
  });

  it('names another worksheet that holds one, past one that cannot be read, and asks a silent host no more', async () => {
    const minutes = [['会议纪要'], ['参会人员', '张某']];
    const { host, reviewer } = openDesk({
      sheets: [
        { name: '封面', rows: minutes },
        { name: '坏表', rows: ROWS },
        { name: '附件1', rows: ROWS },
        { name: '附件2', rows: ROWS },
      ],
    });
    const sheets = await host.sheets();
    const idOf = (name: string) => sheets.find((sheet) => sheet.name === name)!.id;
    const read = host.read.bind(host);
    host.read = async (id, options) => {
      if (id === idOf('坏表')) throw new HostError('too-large', 'too large');
      return read(id, options);
    };
    expect((await reviewer.review()).elsewhere).toMatchObject({ name: '附件1' });
    expect((await reviewer.recognise()).elsewhere).toBeUndefined();
    host.read = async (id, options) => {
      if (id === idOf('坏表')) throw new HostError('no-answer', 'silent');
      return read(id, options);
    };
    expect(await reviewer.review()).toMatchObject({ reason: 'no-annex', elsewhere: null });
    host.user.activate('附件2');
    expect(await reviewer.review()).toMatchObject({ reason: null, elsewhere: null });
  });

  it('does not take a chart sheet or a rollup of ours for an annex', async () => {
    const { host, reviewer } = openDesk();
    await reviewer.insertRollups(await reviewer.review(), ['issue-list']);
    host.user.activate('问题清单');
    expect(await reviewer.recognise()).toMatchObject({ annexes: [], reason: 'own-sheet' });
    host.user.active.kind = 'other';
    expect(await reviewer.recognise()).toMatchObject({ annexes: [], reason: 'not-a-worksheet' });
  });
});

describe('review', () => {
  it('finds what the engine finds, with ids and origins', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    const [engine] = reviewSheet(await host.read(host.user.active.id));
    expect(review.findings).toMatchObject(engine!.findings);
    expect(review.outcomes).toEqual([engine!.outcomes]);
    expect(new Set(review.findings.map(({ id }) => id)).size).toBe(review.findings.length);
    expect(find(review, 'execution-rate-mismatch')).toMatchObject({
      id: 'execution-rate-mismatch!E4!mismatch',
      state: 'open',
      ignoredBecause: null,
      origin: { workbookId: 'workbook-1' },
    });
    expect(review.reviewedAt.toISOString()).toBe(NOW);
  });

  it('finds what the engine finds in several annexes of a sheet', async () => {
    const other = [
      '预算单位',
      '项目名称',
      '年初预算数',
      '实际支出',
      '执行率',
      '质量指标指标值',
      '质量指标完成值',
    ];
    const twice = [...ROWS, [], ['2023年度专项资金绩效自评表'], ROWS[1]!, other, ...ROWS.slice(3)];
    const { host, reviewer } = openDesk({ sheets: [{ name: '附件2', rows: twice }] });
    const review = await reviewer.review();
    const annexes = reviewSheet(await host.read(host.user.active.id));
    expect(review.annexes).toHaveLength(2);
    expect(review.findings).toMatchObject(annexes.flatMap(({ findings }) => findings));
  });

  it.each([1, 2, 3])('agrees with the engine on generated annexes (%i)', async (seed) => {
    const { sheet } = generateWide(seed);
    const { host, reviewer } = openDesk({ sheets: [sheet] });
    const review = await reviewer.review();
    const annexes = reviewSheet(await host.read(host.user.active.id));
    expect(review.findings).toMatchObject(annexes.flatMap(({ findings }) => findings));
  });

  it('tells how far it is, first in rows, then in checks', async () => {
    const { reviewer } = openDesk({ rowsPerChunk: 2 });
    const seen: Progress[] = [];
    await reviewer.review({ onProgress: (progress) => seen.push(progress) });
    expect(seen.filter(({ step }) => step === 'reading')).toEqual([
      { step: 'reading', done: 2, total: 6 },
      { step: 'reading', done: 4, total: 6 },
      { step: 'reading', done: 6, total: 6 },
    ]);
    const checks = seen.filter(({ step }) => step === 'checking');
    expect(checks[0]).toMatchObject({ done: 0 });
    expect(checks.at(-1)!.done).toBe(checks.at(-1)!.total);
  });

  it('gives the page its turn when a slice is used up', async () => {
    let time = 0;
    let turns = 0;
    const { reviewer } = openDesk({
      now: () => new Date((time += 15)),
      yieldToPage: async () => {
        turns++;
      },
    });
    await reviewer.review();
    expect(turns).toBeGreaterThan(3);
  });

  it('stops between two pieces of work when it is cancelled', async () => {
    let time = 0;
    const { reviewer } = openDesk({ now: () => new Date((time += 200)) });
    const cancel = new AbortController();
    const seen: Progress[] = [];
    const review = reviewer.review({
      signal: cancel.signal,
      onProgress: (progress) => {
        seen.push(progress);
        if (progress.step === 'checking' && progress.done > 0) cancel.abort();
      },
    });
    await expect(review).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen.at(-1)!.done).toBeLessThan(seen.at(-1)!.total);
  });

  it('stops while reading, too', async () => {
    const { reviewer } = openDesk({ rowsPerChunk: 1 });
    const cancel = new AbortController();
    const review = reviewer.review({ signal: cancel.signal, onProgress: () => cancel.abort() });
    await expect(review).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('passes on what the host says', async () => {
    const { host, reviewer } = openDesk();
    host.failNext('read', 'too-large');
    await expect(reviewer.review()).rejects.toThrow(HostError);
  });

  it('prefers formulas or values where a rule offers both', async () => {
    const fixOf = async (preferFormulas?: boolean): Promise<unknown> => {
      const { reviewer } = openDesk({ preferFormulas });
      return find(await reviewer.review(), 'execution-rate-mismatch').fix!.edits[0]!.after;
    };
    expect(await fixOf()).toEqual({ value: 0.95 });
    expect(await fixOf(false)).toEqual({ value: 0.95 });
    expect(await fixOf(true)).toEqual({ formula: '=D4/C4' });
  });
});

describe('listen and goTo', () => {
  it('forwards events without host details', async () => {
    const { host, reviewer } = openDesk();
    const seen: unknown[] = [];
    const stop = await reviewer.listen((change) => seen.push(change));
    host.user.type('附件2', 'A4', { value: 1 });
    await reviewer.goTo('sheet-1', { row: 3, column: 4 });
    stop();
    host.user.type('附件2', 'A4', { value: 2 });
    expect(seen).toEqual([
      { type: 'cells-changed', sheetId: 'sheet-1' },
      { type: 'selection-changed', sheetId: 'sheet-1', cell: { row: 3, column: 4 } },
    ]);
    expect(host.user.selected()).toBe('E4');
  });
});
