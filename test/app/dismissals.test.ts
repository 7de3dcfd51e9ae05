import { createReviewer } from '../../src/app/create-reviewer';
import { EMPTY_STATE, readState, writeState } from '../../src/app/state/state-document';
import { toStatePart } from '../../src/host/state-part';
import type { CellInput } from '../support/sheet-builder';
import { find, openDesk, ROWS, stateOf } from './review-cases';

describe('ignore', () => {
  it('sets a finding aside until its cell changes', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    await reviewer.ignore([find(review, 'execution-rate-mismatch')], '口径不同');

    const again = await createReviewer(host).review();
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
    expect((await stateOf(host)).dismissals).toHaveLength(1);
    expect(find(await reviewer.review(), 'execution-rate-mismatch').ignoredBecause).toBe('不适用');
    await reviewer.restore([finding]);
    expect(find(await reviewer.review(), 'execution-rate-mismatch').state).toBe('open');
    await reviewer.restore([finding]);
  });
});

describe('what is set aside', () => {
  const moved = (rows: readonly (readonly CellInput[])[], state: string | null) => {
    const desk = openDesk({ sheets: [{ name: '附件2', rows }] });
    if (state !== null) desk.host.user.customXml = [toStatePart(state)];
    return desk;
  };
  const blank = [null, '新增项目', 50, 50, { value: 1, format: '0.00%' }, '≥10次', '12次'];

  it('stays so when rows move', async () => {
    const { host, reviewer } = openDesk();
    await reviewer.ignore([find(await reviewer.review(), 'execution-rate-mismatch')], '已核实');
    const inserted = [...ROWS.slice(0, 3), blank, ...ROWS.slice(3)];
    const later = moved(inserted, await host.recall());
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
    const first = moved([...ROWS.slice(0, 3), row(4)], null);
    await first.reviewer.ignore([find(await first.reviewer.review(), 'execution-rate-mismatch')], '已核实');
    const later = moved([...ROWS.slice(0, 3), blank, row(5)], await first.host.recall());
    expect(find(await later.reviewer.review(), 'execution-rate-mismatch').state).toBe('ignored');
  });

  it('is not passed on to an equal one', async () => {
    const twin = [null, '河道巡查', 100, 95, { value: 0.9, format: '0.00%' }, '≥120次', '121次'];
    const rows = [...ROWS, twin];
    const { host, reviewer } = moved(rows, null);
    const states = async (desk: typeof reviewer): Promise<unknown[]> =>
      (await desk.review()).findings
        .filter(({ rule }) => rule === 'execution-rate-mismatch')
        .map(({ cell, state }) => [cell.row, state]);
    await reviewer.ignore([find(await reviewer.review(), 'execution-rate-mismatch', { row: 6 })], '已核实');
    expect(await states(reviewer)).toEqual([
      [3, 'open'],
      [6, 'ignored'],
    ]);
    const later = moved([...ROWS.slice(0, 3), blank, ...ROWS.slice(3), twin], await host.recall());
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
    expect(host.calls.slice(asked)).toEqual(['workbook', 'recall', 'remember']);
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
    const later = createReviewer(host);
    const listed = await later.dismissals();
    expect(listed).toMatchObject([
      { finding: 'operator-typo!F4!typo', reason: '口径不同', project: '河道巡查', sheetName: '附件2' },
      { finding: 'execution-rate-mismatch!E4!mismatch', reason: '已核实' },
    ]);
    expect(await later.lift([listed[0]!])).toEqual([listed[1]]);
    expect(find(await later.review(), 'operator-typo', { row: 3 }).state).toBe('open');
    expect(await later.lift(listed)).toEqual([]);
  });

  it('is known by its cell where an older version wrote it', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    const { id, sheetId, sheetName, origin } = finding;
    const old = { finding: id, sheetId, sheetName, fingerprint: origin!.fingerprint };
    const document = {
      version: 1,
      dismissals: [{ ...old, reason: '已核实', at: '2025-01-01T00:00:00.000Z' }],
      changes: [],
      journal: null,
    };
    host.user.customXml = [toStatePart(JSON.stringify(document))];
    expect(find(await reviewer.review(), 'execution-rate-mismatch').state).toBe('ignored');
    expect(await reviewer.restore([finding])).toEqual([]);
  });
});

describe('the state document', () => {
  const put = (host: ReturnType<typeof openDesk>['host'], document: unknown): void => {
    host.user.customXml = [toStatePart(typeof document === 'string' ? document : JSON.stringify(document))];
  };

  it.each([
    ['newer', { version: 2, changes: 'in another shape' }],
    ['damaged', '{"version":1,"dismis'],
    ['damaged', { version: 1, dismissals: [{}], changes: [], journal: null }],
    ['damaged', { version: 1, dismissals: [], changes: [{ id: 1 }], journal: null }],
    ['damaged', { version: 1, dismissals: [], changes: [], journal: { kind: 'other' } }],
    ['damaged', []],
  ])('is never overwritten where it is %s', async (reason, document) => {
    const { host, reviewer } = openDesk();
    put(host, document);
    const before = host.user.customXml;
    const review = await reviewer.review();
    expect(review.findings.length).toBeGreaterThan(0);
    expect(review.stateProblem).toMatchObject({ reason });
    const finding = find(review, 'execution-rate-mismatch');
    const refused = { name: 'StateError', reason };
    await expect(reviewer.apply(finding, finding.fix!)).rejects.toMatchObject(refused);
    await expect(reviewer.applyAll(review.findings)).rejects.toMatchObject(refused);
    await expect(reviewer.ignore([finding], '已核实')).rejects.toMatchObject(refused);
    await expect(reviewer.changeLog()).rejects.toMatchObject(refused);
    expect((await reviewer.mark(review)).markedCells).toBeGreaterThan(0);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
    expect(host.user.customXml).toEqual(before);
  });

  it('keeps what other parts of the product put beside it', async () => {
    const { host, reviewer } = openDesk();
    const settings = { profile: 'longgang', explainBelow: 0.8 };
    put(host, { version: 1, dismissals: [], changes: [], journal: null, settings });
    await reviewer.ignore([find(await reviewer.review(), 'execution-rate-mismatch')], '已核实');
    expect(await stateOf(host)).toMatchObject({ settings });
  });

  it('drops the oldest changes before it grows too long', () => {
    const content = { value: '长'.repeat(1000), formula: null, numberFormat: 'General' };
    const changes = Array.from({ length: 1200 }, (_, i) => ({
      id: `c${i}`,
      at: new Date(i).toISOString(),
      rule: 'operator-typo',
      finding: 'operator-typo!F4!typo',
      sheetId: 'sheet-1',
      sheetName: '附件2',
      project: null,
      edits: [{ row: 3, column: 5, before: content, after: content }],
      undone: false,
    }));
    const kept = readState(writeState({ ...EMPTY_STATE, changes })).changes;
    expect(kept.length).toBeGreaterThan(500);
    expect(kept.length).toBeLessThan(800);
    expect(kept.at(-1)!.id).toBe('c1199');
  });
});
