import { Patience, type Call } from '../../../src/host/office/patience';
import { HandClock, turn } from '../../support/workbooks/hand-clock';

const LIMIT = 20_000;
const IN_ALL = 25_000;

/** An Excel that answers when the test says so, and what became of each call. */
function desk() {
  const clock = new HandClock();
  const patience = new Patience(clock, LIMIT);
  const answers: (() => void)[] = [];
  const call = (kind: Partial<Call> = {}) => {
    const seen = { became: 'waits', at: NaN, sent: false };
    const send = () => {
      seen.sent = true;
      return new Promise<void>((resolve) => answers.push(resolve));
    };
    const settle = (became: string) => Object.assign(seen, { became, at: clock.now });
    void patience.wait({ writes: false, begins: false, ...kind, send }).then(
      () => settle('answered'),
      (error: { code: string }) => settle(error.code),
    );
    return seen;
  };
  return { clock, call, answer: (nth: number) => answers[nth]!() };
}

describe('how long Excel is waited for', () => {
  it('gives up a call at its limit, and what follows it together with it', async () => {
    const { clock, call } = desk();
    const first = call();
    await clock.pass(LIMIT - 1);
    expect(first.became).toBe('waits');
    await clock.pass(1);
    expect(first).toMatchObject({ became: 'no-answer', at: LIMIT });
    const second = call();
    await clock.pass(IN_ALL);
    expect(second).toMatchObject({ became: 'no-answer', at: IN_ALL });
  });

  it('sends nothing more of the same work once all has been given up', async () => {
    const { clock, call } = desk();
    call();
    await clock.pass(IN_ALL);
    const next = call();
    await turn();
    expect(next).toMatchObject({ became: 'no-answer', at: IN_ALL, sent: false });
  });

  it('ends calls that wait side by side together', async () => {
    const { clock, call } = desk();
    const first = call();
    await clock.pass(10_000);
    const second = call();
    await clock.pass(IN_ALL);
    expect([first.at, second.at]).toEqual([LIMIT, IN_ALL]);
  });

  it('writes nothing after a call that stayed unanswered, before Excel answers again', async () => {
    const { clock, call, answer } = desk();
    call();
    await clock.pass(LIMIT);
    const write = call({ writes: true });
    await turn();
    expect(write).toMatchObject({ became: 'no-answer', sent: false });
    const look = call();
    answer(1);
    await turn();
    expect(look.became).toBe('answered');
    expect(call({ writes: true }).sent).toBe(true);
  });

  it.each([
    ['what a piece of work begins with, at once', true, 0],
    ['any look, after a while', false, 1_000],
  ])('asks again: %s', async (_, begins, later) => {
    const { clock, call, answer } = desk();
    call();
    await clock.pass(IN_ALL + later);
    const look = call({ begins });
    answer(1);
    await turn();
    expect(look.became).toBe('answered');
    expect(clock.waiting).toBe(0);
  });

  it('takes a late answer for a sign of life', async () => {
    const { clock, call, answer } = desk();
    call();
    await clock.pass(LIMIT + 1);
    answer(0);
    await turn();
    expect(call({ writes: true }).sent).toBe(true);
  });

  it('is patient with an Excel that is slow but answers', async () => {
    const { clock, call, answer } = desk();
    for (let nth = 0; nth < 5; nth++) {
      const slow = call();
      await clock.pass(LIMIT - 1);
      answer(nth);
      await turn();
      expect(slow.became).toBe('answered');
    }
    expect(clock.waiting).toBe(0);
  });
});
