import { eachRollup } from '../../../src/host/protocol/own-sheets';
import type { Engine } from '../../../src/app/engine/engine';
import { NotKept } from '../../../src/app/engine/engine';
import { engineHere } from '../../../src/app/engine/here';
import { EngineGone, remoteEngine } from '../../../src/app/engine/remote';
import type { Progress } from '../../../src/app/reviewer';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { buildSheet } from '../../support/annexes/sheet-builder';
import { generateWide } from '../../support/annexes/wide-generator';
import { ROWS } from '../review-cases';
import { closePorts, fakeWorker } from './port-pair';

afterEach(closePorts);

const HOW = { workbookId: 'workbook', setting: null };

/** All that an engine says of a worksheet, ids of what it keeps left out. */
async function allSaid(engine: Engine, sheet: SheetSnapshot): Promise<unknown> {
  const { kept, ...opened } = await engine.open(sheet);
  const review = await engine.review(kept, HOW);
  const ids = review.findings.map(({ id }) => id);
  const again = (await engine.open(sheet)).kept;
  const fixes = review.findings.flatMap((finding) => {
    const fix = finding.fix ?? finding.suggestions.find(({ edits }) => edits.length > 0);
    return fix && fix.edits.length > 0 ? [{ finding, fix }] : [];
  });
  return {
    opened,
    review,
    profiles: await engine.profiles(kept, 'hubei'),
    followed: await engine.follow(kept, again, ids),
    bound: await engine.bind(kept, again, fixes, false),
    plans: await engine.plans(
      {
        sheets: [{ reviewed: kept, present: again, states: {}, sheetName: '附件2' }],
        ...{ keys: ['issue-list', 'unit-summary'], locale: 'zh-CN', date: new Date(2026, 2, 5) },
      },
      {
        sheets: [{ id: 'sheet1', name: '附件2' }],
        rollups: eachRollup(() => null),
      },
    ),
  };
}

describe('an engine in another thread', () => {
  it.each([
    ['a small annex', () => buildSheet(ROWS)],
    ['a generated annex', () => generateWide(3).sheet],
    ['another', () => generateWide(8).sheet],
  ])('says of %s byte for byte what the one in this thread says', async (_, make) => {
    const worker = fakeWorker();
    const there = await allSaid(remoteEngine(worker), make());
    const here = await allSaid(engineHere(), make());
    expect(JSON.stringify(there)).toBe(JSON.stringify(here));
    expect(there).toEqual(here);
  });

  it('is sent snapshots, and sends findings, in pieces that do not grow with the worksheet', async () => {
    const row = (i: number) => ['市水务处', `河道巡查${i}`, 100, 95, 0.9, '》120次', '121次'];
    const sizes = async (count: number) => {
      const worker = fakeWorker();
      const engine = remoteEngine(worker);
      const { kept } = await engine.open(
        buildSheet([...ROWS.slice(0, 3), ...Array.from({ length: count }, (_, i) => row(i))]),
      );
      const { findings } = await engine.review(kept, HOW);
      const longest = (messages: readonly unknown[]) =>
        Math.max(...messages.map((message) => JSON.stringify(message).length));
      return { findings: findings.length, sent: longest(worker.sent), received: longest(worker.received) };
    };
    const small = await sizes(290);
    const large = await sizes(450);
    expect(large.findings).toBeGreaterThan(small.findings * 1.4);
    expect(large.sent).toBeLessThan(small.sent * 1.1);
    expect(large.received).toBeLessThan(small.received * 1.1);
  }, 30_000);

  it('passes on failures with what is known of them', async () => {
    const engine = remoteEngine(fakeWorker());
    await expect(engine.review('nothing', HOW)).rejects.toEqual(new NotKept('nothing'));
    const { kept } = await engine.open(buildSheet(ROWS));
    await engine.review(kept, HOW);
    const present = (await engine.open(buildSheet([...ROWS, ROWS[4]!]))).kept;
    const wish = { sheets: [{ reviewed: kept, present, states: {}, sheetName: '附件2' }], keys: [] };
    const plans = engine.plans(
      { ...wish, locale: 'zh-CN', date: new Date(0) },
      { sheets: [], rollups: eachRollup(() => null) },
    );
    await expect(plans).rejects.toMatchObject({
      name: 'HostError',
      code: 'changed',
      detail: { sheet: '附件2' },
    });
  });

  it('hears a cancelled review before the next piece of work, which the caller is told at once', async () => {
    const worker = fakeWorker();
    const engine = remoteEngine(worker);
    const { kept } = await engine.open(buildSheet(ROWS));
    const cancel = new AbortController();
    const seen: Progress[] = [];
    const review = engine.review(kept, HOW, {
      signal: cancel.signal,
      onProgress: (progress) => {
        seen.push(progress);
        cancel.abort();
      },
    });
    await expect(review).rejects.toMatchObject({ code: 'cancelled' });
    const failure = () =>
      worker.received.find((message) => (message as { readonly type: string }).type === 'failed');
    while (!failure()) await new Promise((resolve) => setImmediate(resolve));
    expect(failure()).toMatchObject({ failure: { kind: 'host', code: 'cancelled' } });
    // Of all pieces only the first, and at most the one that was under way.
    const told = worker.received.filter((one) => (one as { readonly type: string }).type === 'progress');
    expect(told.length).toBeLessThanOrEqual(2);
    expect(seen).toHaveLength(1);
  });

  it('does not begin what was cancelled before', async () => {
    const worker = fakeWorker();
    const engine = remoteEngine(worker);
    const cancel = new AbortController();
    cancel.abort();
    await expect(engine.open(buildSheet(ROWS), cancel.signal)).rejects.toMatchObject({ code: 'cancelled' });
    const { kept } = await engine.open(buildSheet(ROWS));
    const review = engine.review(kept, HOW, { signal: cancel.signal });
    await expect(review).rejects.toMatchObject({ code: 'cancelled' });
    expect(worker.sent).not.toContainEqual(expect.objectContaining({ type: 'review' }));
  });

  it('fails what waits, and whatever is asked later, once it is gone', async () => {
    const engine = remoteEngine(fakeWorker());
    const { kept } = await engine.open(buildSheet(ROWS));
    const review = engine.review(kept, HOW);
    engine.end('out of memory');
    await expect(review).rejects.toThrow(EngineGone);
    await expect(engine.open(buildSheet(ROWS))).rejects.toThrow('out of memory');
    await expect(engine.close(kept)).rejects.toThrow(EngineGone);
  });
});
