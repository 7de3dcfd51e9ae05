import type { PlanPart } from '../port';

/** What takes back a step that was made, from the last to the first. */
export type TakeBack = () => void;

/** The parts of a rollup that this WPS did not take. The rest stands. */
export class LeftOut {
  private readonly parts: PlanPart[] = [];

  unless(part: PlanPart, work: () => boolean): void {
    try {
      if (work()) return;
    } catch {
      // It is told by name.
    }
    this.parts.push(part);
  }

  get told(): { readonly leftOut?: readonly PlanPart[] } {
    return this.parts.length > 0 ? { leftOut: this.parts } : {};
  }
}
