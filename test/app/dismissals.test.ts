import { reviewerOf } from '../support/workbooks/reviewer-of';
import type { CellInput } from '../support/annexes/sheet-builder';
import { find, openDesk, recordsOf, ROWS } from './review-cases';

describe('ignore', () => {
  it('sets a finding aside until its cell changes', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    await reviewer.ignore([find(review, 'execution-rate-mismatch')], '口径不同');

    const again = await reviewerOf(host).review();
    expect(again.findings).toHaveLength(review.findings.length);
    expect(find(again, 'execution-rate-mismatch')).toMatchObject({
      state: 'ignored',
      ignoredBecause: '口径不同',
    });

    host.user.type('附件2', 'E4', { value: 0.91 });
    expect(find(await reviewer.review(), 'execution-rate-mismatch').state).toBe('open');
    host.user.type('附件2', 'E4', { value: 0.9 });
    expect(find(await reviewer.review(), 'execution-rate-mismatch').state).toBe('ignored');
  });

  it('lapses when a cell that it was compared with changes', async () => {
    const { host, reviewer } = openDesk();
    await reviewer.ignore([find(await reviewer.review(), 'execution-rate-mismatch')], '已核实');
    host.user.type('附件2', 'D4', { value: 80 });
    expect(find(await reviewer.review(), 'execution-rate-mismatch').state).toBe('open');
  });

  it('is not taken for another rule, cell or sheet', async () => {
    const { host, reviewer } = openDesk();
    await reviewer.ignore([find(await reviewer.review(), 'operator-typo', { row: 3 })], '已核实');
    const again = await reviewer.review();
    expect(again.findings.filter(({ state }) => state === 'ignored')).toHaveLength(1);
    host.user.renameSheet('附件2', '附件3');
    expect(find(await reviewer.review(), 'operator-typo').state).toBe('ignored');
    Object.assign(host.user.active, { id: 'another' });
    expect(find(await reviewer.review(), 'operator-typo').state).toBe('open');
  });

  it('has one reason, the last, and can be taken back', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    await reviewer.ignore([finding], '已核实');
    await reviewer.ignore([finding], '不适用');
    expect((await recordsOf(host)).filter(({ kind }) => kind === 'dismissal')).toHaveLength(1);
    expect(find(await reviewer.review(), 'execution-rate-mismatch').ignoredBecause).toBe('不适用');
    await reviewer.restore([finding]);
    expect(find(await reviewer.review(), 'execution-rate-mismatch').state).toBe('open');
    await reviewer.restore([finding]);
  });
});

describe('what is set aside', () => {
  const moved = (rows: readonly (readonly CellInput[])[], from?: ReturnType<typeof openDesk>) => {
    const desk = openDesk({ sheets: [{ name: '附件2', rows }] });
    if (from) desk.host.user.customXml = from.host.user.customXml;
    return desk;
  };
  const blank = [null, '新增项目', 50, 50, { value: 1, format: '0.00%' }, '≥10次', '12次'];

  it('stays so when rows move', async () => {
    const first = openDesk();
    const { reviewer } = first;
    await reviewer.ignore([find(await reviewer.review(), 'execution-rate-mismatch')], '已核实');
    const inserted = [...ROWS.slice(0, 3), blank, ...ROWS.slice(3)];
    const later = moved(inserted, first);
    expect(find(await later.reviewer.review(), 'execution-rate-mismatch')).toMatchObject({
      cell: { row: 4, column: 4 },
      state: 'ignored',
      ignoredBecause: '已核实',
    });
  });

  it('stays so when a formula moves with its row', async () => {
    const formula = { value: 0.9, formula: '=D4/111', format: '0.00%' };
    const row = (n: number): readonly CellInput[] => [
      '市水务处',
      '河道巡查',
      100,
      95,
      { ...formula, formula: `=D${n}/111` },
      '≥120次',
      '121次',
    ];
    const first = moved([...ROWS.slice(0, 3), row(4)]);
    await first.reviewer.ignore([find(await first.reviewer.review(), 'execution-rate-mismatch')], '已核实');
    const later = moved([...ROWS.slice(0, 3), blank, row(5)], first);
    expect(find(await later.reviewer.review(), 'execution-rate-mismatch').state).toBe('ignored');
  });

  it('is not passed on to an equal one', async () => {
    const twin = [null, '河道巡查', 100, 95, { value: 0.9, format: '0.00%' }, '≥120次', '121次'];
    const rows = [...ROWS, twin];
    const desk = moved(rows);
    const { host, reviewer } = desk;
    const states = async (by: typeof reviewer): Promise<unknown[]> =>
      (await by.review()).findings
        .filter(({ rule }) => rule === 'execution-rate-mismatch')
        .map(({ cell, state }) => [cell.row, state]);
    await reviewer.ignore([find(await reviewer.review(), 'execution-rate-mismatch', { row: 6 })], '已核实');
    expect(await states(reviewer)).toEqual([
      [3, 'open'],
      [6, 'ignored'],
    ]);
    const later = moved([...ROWS.slice(0, 3), blank, ...ROWS.slice(3), twin], desk);
    expect(await states(later.reviewer)).toEqual([
      [4, 'open'],
      [7, 'ignored'],
    ]);
    host.user.type('附件2', 'E7', { value: 0.95 });
    expect(await states(reviewer)).toEqual([[3, 'open']]);
  });

  it('is one step for all findings, written once', async () => {
    const { host, reviewer } = openDesk();
    const { findings } = await reviewer.review();
    const asked = host.calls.length;
    const kept = await reviewer.ignore(findings, '不适用');
    expect(host.calls.slice(asked)).toEqual(['workbook', 'recall', 'remember', 'hasMarks']);
    expect(kept).toHaveLength(findings.length);
    expect(new Set(kept.map(({ step }) => step)).size).toBe(1);
    expect((await reviewer.review()).findings.every(({ state }) => state === 'ignored')).toBe(true);
    expect(await reviewer.restore(findings)).toEqual([]);
    expect((await reviewer.review()).findings.every(({ state }) => state === 'open')).toBe(true);
  });

  it('is listed, newest first, and can be taken back without a review', async () => {
    const { host, reviewer, wait } = openDesk();
    const review = await reviewer.review();
    await reviewer.ignore([find(review, 'execution-rate-mismatch')], '已核实');
    wait(1000);
    await reviewer.ignore([find(review, 'operator-typo', { row: 3 })], '口径不同');
    const later = reviewerOf(host);
    const listed = await later.dismissals();
    expect(listed).toMatchObject([
      { finding: 'operator-typo!F4!typo', reason: '口径不同', project: '河道巡查', sheetName: '附件2' },
      { finding: 'execution-rate-mismatch!E4!mismatch', reason: '已核实' },
    ]);
    expect(await later.lift([listed[0]!])).toEqual([listed[1]]);
    expect(find(await later.review(), 'operator-typo', { row: 3 }).state).toBe('open');
    expect(await later.lift(listed)).toEqual([]);
  });
});
