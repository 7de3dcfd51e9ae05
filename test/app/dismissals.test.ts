import { createReviewer } from '../../src/app/create-reviewer';
import { EMPTY_STATE, readState, writeState } from '../../src/app/state/state-document';
import { toStatePart } from '../../src/host/state-part';
import { find, openDesk, stateOf } from './review-cases';

describe('ignore', () => {
  it('sets a finding aside until its cell changes', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    await reviewer.ignore(find(review, 'execution-rate-mismatch'), '口径不同');

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
    await reviewer.ignore(find(await reviewer.review(), 'execution-rate-mismatch'), '已核实');
    host.user.type('附件2', 'D4', { value: 80 });
    expect(find(await reviewer.review(), 'execution-rate-mismatch').state).toBe('open');
  });

  it('is not taken for another rule, cell or sheet', async () => {
    const { host, reviewer } = openDesk();
    await reviewer.ignore(find(await reviewer.review(), 'operator-typo', { row: 3 }), '已核实');
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
    await reviewer.ignore(finding, '已核实');
    await reviewer.ignore(finding, '不适用');
    expect((await stateOf(host)).dismissals).toHaveLength(1);
    expect(find(await reviewer.review(), 'execution-rate-mismatch').ignoredBecause).toBe('不适用');
    await reviewer.restore(finding);
    expect(find(await reviewer.review(), 'execution-rate-mismatch').state).toBe('open');
    await reviewer.restore(finding);
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
    await expect(reviewer.ignore(finding, '已核实')).rejects.toMatchObject(refused);
    await expect(reviewer.changeLog()).rejects.toMatchObject(refused);
    expect((await reviewer.mark(review)).markedCells).toBeGreaterThan(0);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
    expect(host.user.customXml).toEqual(before);
  });

  it('keeps what other parts of the product put beside it', async () => {
    const { host, reviewer } = openDesk();
    const settings = { profile: 'longgang', explainBelow: 0.8 };
    put(host, { version: 1, dismissals: [], changes: [], journal: null, settings });
    await reviewer.ignore(find(await reviewer.review(), 'execution-rate-mismatch'), '已核实');
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
