import type { StoredChange } from '../../../src/app/state/state-document';
import { StateStore } from '../../../src/app/state/state-store';
import type { FakeHost } from '../../support/workbooks/fake-host';
import { find, recordsOf } from '../review-cases';
import { openHost, OURS, pane } from './desks';

const content = { value: '长'.repeat(1000), formula: null, numberFormat: 'General' };

function change(number: number): StoredChange {
  return {
    id: `c${number}`,
    at: new Date(number).toISOString(),
    rule: 'operator-typo',
    finding: 'operator-typo!F4!typo',
    sheetId: 'sheet-1',
    sheetName: '附件2',
    project: null,
    edits: [{ row: 3, column: 5, before: content, after: content }],
    undone: false,
  };
}

/** Records changes one writer makes, so many at a time. */
async function recordChanges(host: FakeHost, count: number, atATime: number): Promise<StateStore> {
  const store = new StateStore(host, { key: () => OURS, look: () => Promise.resolve([]) });
  for (let first = 0; first < count; first += atATime) {
    const state = await store.load();
    const made = Array.from({ length: atATime }, (_, i) => change(first + i));
    await store.save({ ...state, changes: [...state.changes, ...made] });
  }
  return store;
}

describe('where there is too much', () => {
  it('the oldest history goes, never what is set aside, and it is said', async () => {
    const host = openHost();
    const ours = pane(host);
    await ours.ignore([find(await ours.review(), 'operator-typo')], '已核实');
    const store = await recordChanges(host, 1200, 100);
    const first = await store.load();
    await store.save({ ...first, dismissals: [] });
    const later = pane(host);
    const log = await later.changeLog();
    expect(log.length).toBeGreaterThan(500);
    expect(log.length).toBeLessThan(800);
    expect(log[0]!.id).toBe('c1199');
    expect((await later.received()).dropped).toBe(1200 - log.length);
  }, 60_000);

  it('everything of the step that is being recorded stays', async () => {
    const store = await recordChanges(openHost(), 1000, 1000);
    expect((await store.load()).changes).toHaveLength(1000);
  });

  it('and nothing of it may go, nothing more is recorded, and that is said', async () => {
    const host = openHost();
    const ours = pane(host);
    const { findings } = await ours.review();
    await ours.ignore(findings, '已核实');
    const [before] = host.user.customXml;
    await expect(ours.ignore(findings, '长'.repeat(2_000_000))).rejects.toMatchObject({
      name: 'StateError',
      reason: 'full',
    });
    expect(host.user.customXml).toEqual([before]);
  });
});

describe('what is recorded', () => {
  it('holds no more than it needs', async () => {
    const host = openHost();
    const ours = pane(host);
    const { findings } = await ours.review();
    await ours.ignore(findings, '已核实');
    const texts = (await recordsOf(host)).map((one) => JSON.stringify(one).length);
    expect(Math.max(...texts)).toBeLessThan(600);
  });

  it('grows no more by setting aside and restoring again and again', async () => {
    const host = openHost();
    const ours = pane(host);
    const lengths: number[] = [];
    for (let i = 0; i < 4; i++) {
      const finding = find(await ours.review(), 'operator-typo');
      await ours.ignore([finding], '已核实');
      await ours.restore([finding]);
      await ours.chooseProfile(i % 2 === 0 ? 'jinan' : 'sichuan');
      lengths.push((await recordsOf(host)).length);
    }
    // What was taken back leaves no more than that it was.
    expect(lengths).toEqual([2, 3, 4, 5]);
  });
});
