import { reviewerOf } from '../../support/workbooks/reviewer-of';
import type { Reviewer, ReviewFinding } from '../../../src/app/reviewer';
import { deskKeyOf, type DeskKey } from '../../../src/host/desk-key';
import { toStatePart } from '../../../src/host/protocol/state-part';
import { createFakeHost, type FakeHost, type FakeHostOptions } from '../../support/workbooks/fake-host';
import { NOW, ROWS } from '../review-cases';

/** A desk of its own: the same number gives the same key. */
export function deskKey(number: number): DeskKey {
  return deskKeyOf(new Uint8Array(32).fill(number), true);
}

export const OURS = deskKey(1);
export const THEIRS = deskKey(2);

/** The clock of a test, which every pane in it shares. */
export class TestClock {
  private time = Date.parse(NOW);
  readonly now = (): Date => new Date(this.time);
  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export function openHost(options: FakeHostOptions = {}): FakeHost {
  return createFakeHost({ sheets: [{ name: '附件2', rows: ROWS }], ...options });
}

/** A pane of a desk over a workbook. */
export function pane(host: FakeHost, key: DeskKey = OURS, clock = new TestClock()): Reviewer {
  return reviewerOf(host, { now: clock.now, deskKey: () => key });
}

/** What the review of a pane says of its findings. */
export async function statesOf(reviewer: Reviewer): Promise<readonly ReviewFinding['state'][]> {
  return (await reviewer.review()).findings.map(({ state }) => state);
}

/** The ids of the findings that a pane takes for set aside. */
export async function ignoredIn(reviewer: Reviewer): Promise<readonly string[]> {
  return (await reviewer.review()).findings
    .filter(({ state }) => state === 'ignored')
    .map(({ id }) => id)
    .sort();
}

/** Puts documents into a workbook in place of its records, as somebody who sends it might. */
export function put(host: FakeHost, ...documents: readonly unknown[]): void {
  host.user.customXml = documents.map((one) =>
    toStatePart(typeof one === 'string' ? one : JSON.stringify(one)),
  );
}
