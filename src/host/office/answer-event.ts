import { sharesRuntime } from './shared-runtime';

/** What of an event of the ribbon is needed. */
export interface ButtonEvent {
  completed(): void;
}

/**
 * Excel ends a page that serves the buttons alone five minutes after a click; until then the button waits. Shortly
 * before, the event is answered whatever has become of the work, so that the button is of use again.
 */
export const LONGEST_WORK = 290_000;

/**
 * A button's function for Office, which waits for `completed` and lets no other click through before it: called exactly
 * once, whatever the work does.
 *
 * In the pane's own page, which stays, that is at once: no host that has stopped answering can hold the button. A page
 * that serves the buttons alone may be ended as soon as it is called, so there the work comes first, within a limit.
 */
export function answering(perform: () => Promise<void>): (event: ButtonEvent) => void {
  return (event) => {
    const complete = once(() => event.completed());
    if (staysOpen()) {
      complete();
      void settled(perform);
      return;
    }
    const timer = setTimeout(complete, LONGEST_WORK);
    void settled(perform).then(() => {
      clearTimeout(timer);
      complete();
    });
  };
}

function staysOpen(): boolean {
  try {
    return sharesRuntime();
  } catch {
    return false;
  }
}

/** Never rejects, also where the work throws before it begins to wait: what went wrong is the work's to tell. */
async function settled(perform: () => Promise<void>): Promise<void> {
  try {
    await perform();
  } catch {
    // As above.
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    try {
      act();
    } catch {
      // Excel has ended the click by itself.
    }
  };
}
