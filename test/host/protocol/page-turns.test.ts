import { HostError } from '../../../src/host/port';
import { checkAndWrite, LONGEST_STRETCH, PageTurns } from '../../../src/host/protocol/page-turns';

/** A clock that goes on only while somebody works. */
function handClock() {
  let time = 0;
  return {
    now: () => time,
    work(milliseconds: number): void {
      time += milliseconds;
    },
  };
}

describe('turns of the page', () => {
  it.each([1, 5, 10, 24])('come at least every 50 ms where pieces take %d ms', async (milliseconds) => {
    const clock = handClock();
    let given = 0;
    const turn = async (): Promise<void> => void given++;
    const turns = new PageTurns({ now: clock.now, turn, lookAgain: () => undefined });
    for (let done = 0; done < 1000; done += milliseconds) await turns.piece(() => clock.work(milliseconds));
    expect(turns.longestStretch).toBeLessThanOrEqual(LONGEST_STRETCH);
    // Not between any two: a browser makes each last some milliseconds.
    expect(given).toBeGreaterThan(15);
    expect(given).toBeLessThanOrEqual(40);
  });

  it('let timers fire in the midst of work that never waits, so that it can be cancelled', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 0);
    const turns = new PageTurns({ lookAgain: () => undefined, signal: cancel.signal });
    let pieces = 0;
    const work = async (): Promise<void> => {
      for (;;) {
        await turns.piece(() => {
          pieces++;
          for (const end = performance.now() + 2; performance.now() < end;);
        });
      }
    };
    await expect(work()).rejects.toMatchObject({ code: 'cancelled' });
    expect(pieces).toBeGreaterThan(0);
  });

  it('look again before work goes on, and begin no piece where something has changed', async () => {
    const clock = handClock();
    let elsewhere = false;
    const turns = new PageTurns({
      now: clock.now,
      turn: async () => void (elsewhere = true),
      lookAgain() {
        if (elsewhere) throw new HostError('workbook-changed', 'another is in front', { write: 'not-tried' });
      },
    });
    const work = jest.fn(() => clock.work(30));
    await turns.piece(work);
    await expect(turns.piece(work)).rejects.toMatchObject({ code: 'workbook-changed' });
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('a batch of edits', () => {
  type Cells = Record<string, number>;

  function batch(cells: Cells, faults: { look?: Error; at?: string; putBack?: boolean } = {}) {
    return {
      look() {
        if (faults.look) throw faults.look;
        return { ...cells };
      },
      write() {
        for (const name of Object.keys(cells)) {
          if (name === faults.at) throw new Error('refused');
          cells[name]!++;
        }
        return { ...cells };
      },
      putBack(before: Cells) {
        if (faults.putBack === false) return false;
        Object.assign(cells, before);
        return true;
      },
    };
  }

  it('is written as a whole', () => {
    const cells = { A1: 1, A2: 2 };
    expect(checkAndWrite(batch(cells))).toEqual({ A1: 2, A2: 3 });
  });

  it.each([
    [
      'nothing is tried',
      { look: new HostError('changed', 'edited') },
      'changed',
      'not-tried',
      { A1: 1, A2: 2 },
    ],
    ['everything is put back', { at: 'A2' }, 'failed', 'unchanged', { A1: 1, A2: 2 }],
    ['doubt is told', { at: 'A2', putBack: false }, 'failed', 'in-doubt', { A1: 2, A2: 2 }],
  ])('where it fails, %s', (_, faults, code, write, after) => {
    const cells = { A1: 1, A2: 2 };
    let thrown: unknown = null;
    try {
      checkAndWrite(batch(cells, faults));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code, write });
    expect(cells).toEqual(after);
  });
});
