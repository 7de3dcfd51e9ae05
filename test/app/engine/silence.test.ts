import type { EnginePort, FromEngine, ToEngine } from '../../../src/app/engine/protocol';
import { remoteEngine } from '../../../src/app/engine/remote';
import { HandClock, turn } from '../../support/workbooks/hand-clock';

const MINUTE = 60_000;

/** An end of a port that says only what the test lets it say. */
function silentEnd() {
  const clock = new HandClock();
  const heard: ToEngine[] = [];
  const port: EnginePort = { onmessage: null, postMessage: (message) => heard.push(message as ToEngine) };
  let hung = 0;
  const engine = remoteEngine(port, { timers: clock, onHang: () => (hung += 1) });
  const say = (message: FromEngine): void => port.onmessage!({ data: message });
  return { clock, engine, heard, say, hung: () => hung };
}

const PROGRESS = { step: 'checking', done: 1, total: 9 } as const;

describe('an engine in another thread that hangs', () => {
  it('is told where nothing is heard of it for minutes, though it was asked for a sign of life', async () => {
    const { clock, engine, heard, hung } = silentEnd();
    void engine.profiles('a', null);
    await clock.pass(MINUTE);
    expect(hung()).toBe(0);
    expect(heard.filter(({ type }) => type === 'ping')).toHaveLength(1);
    await clock.pass(9 * MINUTE);
    expect(hung()).toBe(1);
  });

  it.each<[string, FromEngine]>([
    ['the progress of a long review', { type: 'progress', call: 1, progress: PROGRESS }],
    ['signs of life alone', { type: 'alive' }],
  ])('is not what says %s', async (_, message) => {
    const { clock, engine, say, hung } = silentEnd();
    void engine.review('a', { workbookId: '', setting: null });
    for (let minute = 0; minute < 30; minute++) {
      await clock.pass(MINUTE);
      say(message);
    }
    expect(hung()).toBe(0);
    await clock.pass(10 * MINUTE);
    expect(hung()).toBe(1);
  });

  it('is noticed though all that was asked of it was cancelled', async () => {
    const { clock, engine, hung } = silentEnd();
    const cancel = new AbortController();
    const review = engine.review('a', { workbookId: '', setting: null }, { signal: cancel.signal });
    await clock.pass(MINUTE / 2);
    cancel.abort();
    await expect(review).rejects.toMatchObject({ code: 'cancelled' });
    await clock.pass(10 * MINUTE);
    expect(hung()).toBe(1);
  });

  it('is not what nobody waits for: nothing runs then', async () => {
    const { clock, engine, say, hung } = silentEnd();
    expect(clock.waiting).toBe(0);
    const closing = engine.close('a');
    expect(clock.waiting).toBe(1);
    say({ type: 'done', call: 1, result: undefined });
    await closing;
    expect(clock.waiting).toBe(0);
    void engine.close('b').catch(() => undefined);
    engine.end('out of memory');
    await turn();
    expect(clock.waiting).toBe(0);
    expect(hung()).toBe(0);
  });
});
