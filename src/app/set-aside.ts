import { HostError } from '../host/port';
import { changeId } from './changes';
import { dismissalKey, withoutDismissalsOf } from './dismissals';
import type { ReviewFinding } from './reviewer';
import type { Dismissal, StateDocument } from './state/state-document';
import type { StateStore } from './state/state-store';

/** Findings set aside in the workbook, newest first. */
export class SetAside {
  constructor(
    private readonly store: StateStore,
    private readonly now: () => Date,
  ) {}

  async all(): Promise<readonly Dismissal[]> {
    return [...(await this.store.load()).dismissals].reverse();
  }

  async add(findings: readonly ReviewFinding[], reason: string): Promise<readonly Dismissal[]> {
    const state = await this.store.load();
    const at = this.now().toISOString();
    const step = changeId(
      this.now(),
      1,
      new Set(state.dismissals.map((dismissal) => dismissal.step ?? '')),
      this.store.writer,
    );
    const made = findings.map(({ origin, id, sheetId, sheetName, project }): Dismissal => {
      if (!origin) throw new HostError('failed', 'the finding does not come from a review');
      const { fingerprint, among } = origin;
      return { finding: id, sheetId, sheetName, fingerprint, among, project, reason, at, step };
    });
    const dismissals = [...withoutDismissalsOf(findings, state.dismissals), ...made];
    if (made.length > 0) await this.store.save({ ...state, dismissals });
    return [...dismissals].reverse();
  }

  restore(findings: readonly ReviewFinding[]): Promise<readonly Dismissal[]> {
    return this.keep((dismissals) => withoutDismissalsOf(findings, dismissals));
  }

  lift(lifted: readonly Dismissal[]): Promise<readonly Dismissal[]> {
    const keys = new Set(lifted.map(dismissalKey));
    // What was set aside a moment ago has its id only once it has been read again.
    const isMeant = (one: Dismissal): boolean =>
      keys.has(dismissalKey(one)) || keys.has(dismissalKey({ ...one, id: undefined }));
    return this.keep((dismissals) => dismissals.filter((one) => !isMeant(one)));
  }

  private async keep(
    kept: (dismissals: StateDocument['dismissals']) => StateDocument['dismissals'],
  ): Promise<readonly Dismissal[]> {
    const state = await this.store.load();
    const dismissals = kept(state.dismissals);
    if (dismissals.length < state.dismissals.length) await this.store.save({ ...state, dismissals });
    return [...dismissals].reverse();
  }
}
