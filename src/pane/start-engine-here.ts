import type { Engine } from '../app/engine/engine';
import type { EngineSeat } from '../app/engine/open-engine';
import { engineWhenAsked } from '../app/engine/when-asked';

/**
 * In place of `start-engine` where a pane is one script (WPS): no page that is opened from a file may start a worker, and
 * a worker needs a script of its own.
 */
export function startEngine(onSeat: (seat: EngineSeat) => void): Promise<Engine> {
  onSeat({ seat: 'here', crashed: false, because: 'the pane is one script' });
  return Promise.resolve(engineWhenAsked());
}
