import type { Engine } from '../app/engine/engine';
import { engineWhenAsked } from '../app/engine/when-asked';
import { openEngine, type EngineSeat, type EngineWorker } from '../app/engine/open-engine';

/** The engine of the pane: beside the page where that is allowed. @param onSeat told where it runs */
export function startEngine(onSeat: (seat: EngineSeat) => void): Promise<Engine> {
  return openEngine({
    start: () => new Worker(new URL('../app/engine/worker.ts', import.meta.url)) as EngineWorker,
    here: engineWhenAsked,
    onSeat,
  });
}
