import { createReviewer } from '../../../src/app/create-reviewer';
import { openEngine, type EngineSeat, type EngineWorker } from '../../../src/app/engine/open-engine';
import { engineWhenAsked } from '../../../src/app/engine/when-asked';
import type { Timers } from '../../../src/app/engine/silence';
import { createFakeHost } from '../../support/workbooks/fake-host';
import { HandClock } from '../../support/workbooks/hand-clock';
import { find, ROWS } from '../review-cases';
import { closePorts, fakeWorker } from './port-pair';

afterEach(closePorts);

async function opened(start: () => EngineWorker, patience?: number, timers?: Timers) {
  const seats: EngineSeat[] = [];
  const engine = await openEngine({
    start,
    here: engineWhenAsked,
    onSeat: (seat) => seats.push(seat),
    ...(patience !== undefined && { patience }),
    ...(timers && { timers }),
  });
  const host = createFakeHost({ sheets: [{ name: '附件2', rows: ROWS }] });
  return { seats, host, engine, reviewer: createReviewer(host, { engine }) };
}

describe('where the engine of a page runs', () => {
  it('is a worker where one is allowed', async () => {
    const worker = fakeWorker();
    const { seats, reviewer } = await opened(() => worker);
    expect((await reviewer.review()).findings.length).toBeGreaterThan(0);
    expect(seats).toEqual([{ seat: 'worker' }]);
    expect(worker.sent.length).toBeGreaterThan(0);
  });

  it('is the page from the start where none can be made, is not loaded, or fails at once', async () => {
    const refused = await opened(() => {
      throw new Error('no workers here');
    });
    expect(refused.seats).toEqual([{ seat: 'here', crashed: false, because: 'no workers here' }]);
    expect((await refused.reviewer.review()).findings.length).toBeGreaterThan(0);

    const silent = fakeWorker({}, false);
    const late = await opened(() => silent, 20);
    expect(late.seats).toEqual([
      { seat: 'here', crashed: false, because: 'the worker was not loaded in time' },
    ]);
    expect(silent.terminated).toBe(true);

    const blocked = fakeWorker({}, false);
    const opening = opened(() => blocked);
    blocked.onerror!({ message: 'blocked by the policy of the page' });
    expect((await opening).seats).toEqual([
      { seat: 'here', crashed: false, because: 'blocked by the policy of the page' },
    ]);
  });

  it('is the page once the worker has ended: what was reviewed is read and found again, and work goes on', async () => {
    const worker = fakeWorker();
    const { seats, host, reviewer } = await opened(() => worker);
    const review = await reviewer.review();
    worker.crash();
    const finding = find(review, 'operator-typo');
    await reviewer.apply(finding, finding.fix!);
    expect(host.user.cell('附件2', 'F4').value).toBe('≥120次');
    expect(seats).toEqual([{ seat: 'worker' }, { seat: 'here', crashed: true, because: 'out of memory' }]);
    expect((await reviewer.mark(review)).markedCells).toBeGreaterThan(0);
    expect(await reviewer.insertRollups(await reviewer.review(), ['issue-list'])).toHaveLength(1);
  });

  it('finishes a review during which the worker ends', async () => {
    const worker = fakeWorker();
    const { reviewer } = await opened(() => worker);
    let crashed = false;
    const review = await reviewer.review({
      onProgress: ({ step }) => {
        if (step === 'checking' && !crashed) {
          crashed = true;
          worker.crash();
        }
      },
    });
    const plain = createReviewer(createFakeHost({ sheets: [{ name: '附件2', rows: ROWS }] }));
    expect(crashed).toBe(true);
    expect(review.findings).toEqual((await plain.review()).findings);
  });

  it('is the page once the worker hangs, which the review that waited for it does not lose', async () => {
    const clock = new HandClock();
    const worker = fakeWorker();
    const { seats, reviewer } = await opened(() => worker, undefined, clock);
    await reviewer.recognise();
    worker.hang();
    const reviewing = reviewer.review();
    await clock.pass(10 * 60_000);
    const plain = createReviewer(createFakeHost({ sheets: [{ name: '附件2', rows: ROWS }] }));
    expect((await reviewing).findings).toEqual((await plain.review()).findings);
    const because = 'the worker does not answer';
    expect(seats).toEqual([{ seat: 'worker' }, { seat: 'here', crashed: true, because }]);
    expect(worker.terminated).toBe(true);
    expect(clock.waiting).toBe(0);
  });
});
