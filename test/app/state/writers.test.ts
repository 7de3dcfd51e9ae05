import type { Reviewer } from '../../../src/app/reviewer';
import type { FakeCall, FakeHost } from '../../support/workbooks/fake-host';
import { find, partsOf } from '../review-cases';
import { HOUR, MINUTE, openHost, OURS, pane, put, TestClock, THEIRS } from './desks';

const RULES = ['execution-rate-mismatch', 'execution-rate-as-text', 'operator-typo'] as const;

async function ignore(reviewer: Reviewer, rule: (typeof RULES)[number]): Promise<void> {
  await reviewer.ignore([find(await reviewer.review(), rule)], rule);
}

async function reasons(host: FakeHost): Promise<readonly string[]> {
  return (await pane(host).dismissals()).map(({ reason }) => reason).sort();
}

/** For what is done over and over, in milliseconds. */
const LONG = 60_000;

describe('several writers', () => {
  it('each keep a part of their own, and every reader sees all', async () => {
    const host = openHost();
    const panes = [pane(host), pane(host), pane(host)];
    await Promise.all(panes.map((one, i) => ignore(one, RULES[i]!)));
    expect(await reasons(host)).toEqual([...RULES].sort());
    expect(host.user.customXml).toHaveLength(3);
    await ignore(panes[0]!, 'operator-typo');
    expect(host.user.customXml).toHaveLength(3);
  });

  it('take back what another has recorded, without touching its part', async () => {
    const host = openHost();
    const [a, b] = [pane(host), pane(host)];
    await ignore(a, 'operator-typo');
    const [part] = host.user.customXml;
    await b.lift(await b.dismissals());
    expect(host.user.customXml[0]).toBe(part);
    expect(await reasons(host)).toEqual([]);
    await ignore(a, 'operator-typo');
    expect(await reasons(host)).toEqual(['operator-typo']);
  });

  it('settle on the profile that was chosen last, whatever their clocks say', async () => {
    const host = openHost();
    const [early, late] = [new TestClock(), new TestClock()];
    late.pass(-100 * HOUR);
    await pane(host, OURS, early).chooseProfile('jinan');
    await pane(host, OURS, late).chooseProfile('sichuan');
    expect((await pane(host).recognise()).profiles!.setting).toBe('sichuan');
  });

  it('give their changes ids of their own in the same moment', async () => {
    const host = openHost();
    const [a, b] = [pane(host), pane(host)];
    const [first, second] = await Promise.all([a.review(), b.review()]);
    const one = find(first, 'execution-rate-mismatch');
    const other = find(second, 'operator-typo', { row: 5 });
    await Promise.all([a.apply(one, one.fix!), b.apply(other, other.fix!)]);
    const log = await pane(host).changeLog();
    expect(new Set(log.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a writer that is gone', () => {
  it('is brought together with one’s own after an hour of silence, and not before', async () => {
    const host = openHost();
    const clock = new TestClock();
    await ignore(pane(host, OURS, clock), 'operator-typo');
    clock.pass(59 * MINUTE);
    await ignore(pane(host, OURS, clock), 'execution-rate-mismatch');
    expect(host.user.customXml).toHaveLength(2);
    clock.pass(2 * HOUR);
    await ignore(pane(host, OURS, clock), 'execution-rate-as-text');
    expect(host.user.customXml).toHaveLength(1);
    expect(await reasons(host)).toEqual([...RULES].sort());
  });

  it('keeps what is its desk’s when another desk takes its part up', async () => {
    const host = openHost();
    const clock = new TestClock();
    await ignore(pane(host, THEIRS, clock), 'operator-typo');
    clock.pass(2 * HOUR);
    await ignore(pane(host, OURS, clock), 'execution-rate-mismatch');
    expect(host.user.customXml).toHaveLength(1);
    expect(await pane(host, THEIRS).dismissals()).toMatchObject([{ reason: 'operator-typo' }]);
    expect((await pane(host, OURS).received()).dismissals).toMatchObject([{ reason: 'operator-typo' }]);
  });

  it('that comes back writes a part anew', async () => {
    const host = openHost();
    const clock = new TestClock();
    const sleeper = pane(host, OURS, clock);
    await ignore(sleeper, 'operator-typo');
    clock.pass(2 * HOUR);
    await ignore(pane(host, OURS, clock), 'execution-rate-mismatch');
    await ignore(sleeper, 'execution-rate-as-text');
    expect(await reasons(host)).toEqual([...RULES].sort());
    expect(host.user.customXml).toHaveLength(2);
  });

  it.each(['2099-01-01T00:00:00.000Z', 'yesterday', ''])(
    'is told by having written nothing for an hour where it says “%s”',
    async (seen) => {
      const host = openHost();
      const clock = new TestClock();
      await ignore(pane(host, OURS, clock), 'operator-typo');
      const [document] = await partsOf(host);
      put(host, { ...document, seen });
      const ours = pane(host, OURS, clock);
      await ignore(ours, 'execution-rate-mismatch');
      clock.pass(HOUR + MINUTE);
      expect(host.user.customXml).toHaveLength(2);
      await ignore(ours, 'execution-rate-as-text');
      expect(host.user.customXml).toHaveLength(1);
      expect(await reasons(host)).toEqual([...RULES].sort());
    },
  );

  it('has its interrupted batch settled for good', async () => {
    const host = openHost();
    const clock = new TestClock();
    const gone = pane(host, OURS, clock);
    const finding = find(await gone.review(), 'execution-rate-mismatch');
    const remember = host.remember.bind(host);
    let saves = 0;
    host.remember = async (...part) => {
      if (++saves > 1) throw new Error('the page was closed');
      return remember(...part);
    };
    const entry = await gone.apply(finding, finding.fix!);
    host.remember = remember;
    clock.pass(2 * HOUR);
    await ignore(pane(host, OURS, clock), 'operator-typo');
    expect(host.user.customXml).toHaveLength(1);
    host.user.type('附件2', 'E4', { value: 0.5 });
    expect(await pane(host, OURS, clock).changeLog()).toMatchObject([{ id: entry.id, undone: false }]);
  });
});

describe('a writer at every moment of another one', () => {
  /** Lets somebody act right before the nth call of a host. */
  function meddle(host: FakeHost, nth: number, act: () => Promise<unknown>): () => boolean {
    let calls = 0;
    let acted = false;
    const methods: readonly FakeCall[] = ['recall', 'remember', 'forget', 'edit', 'read'];
    for (const name of methods) {
      const call = (host[name] as (...args: unknown[]) => Promise<unknown>).bind(host);
      Object.assign(host, {
        [name]: async (...args: unknown[]) => {
          if (!acted && ++calls === nth) {
            acted = true;
            await act();
          }
          return call(...args);
        },
      });
    }
    return () => acted;
  }

  it(
    'loses nothing that either has recorded, and leaves no more parts than writers',
    async () => {
      for (let nth = 1; ; nth++) {
        const host = openHost();
        const clock = new TestClock();
        const sleeper = pane(host, OURS, clock);
        await ignore(sleeper, 'operator-typo');
        clock.pass(2 * HOUR);
        const fresh = pane(host, OURS, clock);
        const finding = find(await fresh.review(), 'execution-rate-mismatch');
        const hit = meddle(host, nth, () => ignore(sleeper, 'execution-rate-as-text'));
        const entry = await fresh.apply(finding, finding.fix!);
        if (!hit()) break;
        expect([nth, await reasons(host)]).toEqual([nth, ['execution-rate-as-text', 'operator-typo']]);
        expect(await pane(host).changeLog()).toMatchObject([{ id: entry.id, undone: false }]);
        expect(host.user.customXml.length).toBeLessThanOrEqual(2);
        // What one has taken back stays taken back, whichever part it stands in.
        await fresh.lift(await fresh.dismissals());
        expect(await reasons(host)).toEqual([]);
      }
    },
    LONG,
  );

  it(
    'takes up a part only as it was read',
    async () => {
      for (let nth = 1; ; nth++) {
        const host = openHost();
        const clock = new TestClock();
        const sleeper = pane(host, OURS, clock);
        await ignore(sleeper, 'operator-typo');
        clock.pass(2 * HOUR);
        const fresh = pane(host, OURS, clock);
        const finding = find(await fresh.review(), 'execution-rate-mismatch');
        const hit = meddle(host, nth, async () => {
          const own = (await sleeper.dismissals()).filter(({ reason }) => reason === 'operator-typo');
          await sleeper.lift(own);
          await ignore(sleeper, 'execution-rate-as-text');
        });
        await fresh.ignore([finding], 'execution-rate-mismatch');
        if (!hit()) break;
        expect([nth, await reasons(host)]).toEqual([
          nth,
          ['execution-rate-as-text', 'execution-rate-mismatch'],
        ]);
      }
    },
    LONG,
  );
});
