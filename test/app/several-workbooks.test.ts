import { deskKeyOf } from '../../src/host/desk-key';
import type { HostError } from '../../src/host/port';
import type { Reviewer, SheetReview } from '../../src/app/reviewer';
import { FakeApplication } from '../support/workbooks/fake-application';
import type { FakeHost } from '../support/workbooks/fake-host';
import { reviewerOf } from '../support/workbooks/reviewer-of';
import { find, NOW, ROWS } from './review-cases';

/** Two workbooks, in each of which a worksheet of the same name and id holds the same annex. */
function openTwo(looksBehind = false) {
  const sheets = [{ name: '附件2', rows: ROWS }];
  let onMoment: ((moment: number) => void) | null = null;
  const application = new FakeApplication({
    workbooks: [
      { sheets, name: '甲.xlsx' },
      { sheets, name: '乙.xlsx' },
    ],
    looksBehind,
    onMoment: (moment) => onMoment?.(moment),
  });
  const [one, other] = application.hosts as [FakeHost, FakeHost];
  const reviewer = reviewerOf(one, {
    application,
    now: () => new Date(NOW),
    deskKey: () => deskKeyOf(new Uint8Array(32).fill(1), true),
  });
  const outdated: string[] = [];
  return {
    outdated,
    application,
    one,
    other,
    reviewer,
    at(act: (moment: number) => void): void {
      application.moments = 0;
      onMoment = act;
    },
  };
}

type Two = ReturnType<typeof openTwo>;

/** Everything in a workbook; of the records only what they are about. */
function contents({ user }: FakeHost, records: boolean): string {
  return JSON.stringify([
    user.sheets.map((sheet) => [
      [sheet.name, [...sheet.cells].sort(), sheet.highlights, [...sheet.notes].sort(), [...sheet.names]],
      sheet.dress,
    ]),
    user.active.name,
    records ? user.customXml : null,
  ]);
}

function cells({ user }: FakeHost): string {
  return JSON.stringify(user.sheets.map((sheet) => [...sheet.cells].sort()));
}

/** What is asked of the workbook, once its sheet was reviewed. */
type UseCase = (reviewer: Reviewer, review: SheetReview) => Promise<unknown>;

const WRITING: Readonly<Record<string, UseCase>> = {
  apply: (reviewer, review) => {
    const finding = find(review, 'execution-rate-mismatch');
    return reviewer.apply(finding, finding.fix!);
  },
  applyAll: (reviewer, { findings }) => reviewer.applyAll(findings),
  undo: async (reviewer) => reviewer.undo(await reviewer.changeLog()),
  ignore: (reviewer, { findings }) => reviewer.ignore(findings.slice(0, 1), '已核实'),
  mark: (reviewer, review) => reviewer.mark(review),
  clearMarks: (reviewer) => reviewer.clearMarks('workbook'),
  insertRollups: (reviewer, review) => reviewer.insertRollups(review, 'all'),
  chooseProfile: (reviewer) => reviewer.chooseProfile({ id: 'ministry' } as never),
  goTo: (reviewer, { findings: [finding] }) => reviewer.goTo(finding!.sheetId, finding!.cell, finding),
};

const LOOKING: Readonly<Record<string, UseCase>> = {
  recognise: (reviewer) => reviewer.recognise(),
  review: async (reviewer) => (await reviewer.review()).findings,
  reviewWorkbook: async (reviewer) =>
    (await reviewer.reviewWorkbook()).map(({ review }) => review && review.findings),
  changeLog: (reviewer) => reviewer.changeLog(),
  dismissals: (reviewer) => reviewer.dismissals(),
  received: (reviewer) => reviewer.received(),
};

/** A workbook that was reviewed; for undoing, one in which something was fixed, for clearing, marked. */
async function ready(name: string, two: Two): Promise<SheetReview> {
  await two.reviewer.listen((change) => {
    if (change.type === 'marks' && !change.upToDate) two.outdated.push(change.sheetId);
  });
  const review = await two.reviewer.review();
  if (name === 'undo') await WRITING['apply']!(two.reviewer, review);
  if (name === 'clearMarks' || name === 'apply') await two.reviewer.mark(review);
  return review;
}

/** Lets everything run that does not wait for the user. */
async function idle(): Promise<void> {
  for (let i = 0; i < 30; i++) await new Promise((resolve) => setTimeout(resolve, 0));
}

async function undisturbed(name: string, work: UseCase) {
  const two = openTwo();
  const review = await ready(name, two);
  const before = contents(two.one, false);
  let moments = 0;
  two.at((moment) => (moments = moment + 1));
  const result = await work(two.reviewer, review);
  return { before, after: contents(two.one, false), cellsAfter: cells(two.one), result, moments };
}

describe.each(Object.entries(WRITING))('%s, while the user turns to another workbook', (name, work) => {
  it('is refused or done, at whatever moment, and leaves the other workbook alone', async () => {
    const { before, after, cellsAfter, moments } = await undisturbed(name, work);
    expect(moments).toBeGreaterThan(1);
    const ends = { done: 0, refused: 0 };
    for (let at = 0; at < moments; at++) {
      const two = openTwo(at % 4 < 2);
      const review = await ready(name, two);
      const others = contents(two.other, true);
      two.at((moment) => moment === at && two.application.switchTo(two.other));
      let outcome: unknown = null;
      const working = work(two.reviewer, review).then(
        () => (outcome = 'done'),
        (thrown: unknown) => (outcome = thrown),
      );
      await idle();
      const there = contents(two.one, false);
      expect(contents(two.other, true)).toBe(others);
      // What is left to look at may wait; what was asked for does not.
      two.application.switchTo(two.one);
      await working;
      expect(contents(two.other, true)).toBe(others);
      if (outcome === 'done') {
        ends.done++;
        // Marks that could not follow any more are told to be out of date.
        if (contents(two.one, false) !== after) {
          expect(cells(two.one)).toBe(cellsAfter);
          expect(two.outdated).toContain('sheet-1');
        }
      } else {
        ends.refused++;
        expect(outcome).toMatchObject({ code: 'workbook-changed' });
        // What it says of the workbook is so, and stays so once the workbook is back.
        const { write } = outcome as HostError;
        expect(['not-tried', 'unchanged', 'done']).toContain(write);
        expect(there).toBe(write === 'done' ? after : before);
        expect(contents(two.one, false)).toBe(there);
      }
      // What is recorded agrees with what was done.
      const log = await two.reviewer.changeLog();
      for (const { edits, undone } of log)
        for (const { row, column, before: held, after: holds } of edits)
          expect(two.one.user.at(two.one.user.sheets[0]!, { row, column }).value).toEqual(
            undone ? held.value : holds.value,
          );
    }
    expect(ends.refused).toBeGreaterThan(0);
  });
});

describe.each(Object.entries(LOOKING))('%s, while the user turns to another workbook', (name, work) => {
  it.each([false, true])('waits and goes on once its own is back (looks behind: %s)', async (looksBehind) => {
    const { result: expected, moments } = await undisturbed(name, work);
    for (let at = 0; at < moments; at++) {
      const two = openTwo(looksBehind);
      const review = await ready(name, two);
      two.at((moment) => moment === at && two.application.switchTo(two.other));
      const others = contents(two.other, true);
      const working = work(two.reviewer, review);
      await idle();
      expect(two.other.calls).toEqual([]);
      two.application.switchTo(two.one);
      expect(plain(await working)).toEqual(plain(expected));
      expect(contents(two.other, true)).toBe(others);
    }
  });
});

/** Without what differs from one run to the next. */
function plain(result: unknown): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, value: unknown) => (key === 'id' || key === 'origin' ? undefined : value)),
  );
}

describe('a review that waits for its workbook', () => {
  async function waiting() {
    const two = openTwo();
    const cancel = new AbortController();
    two.at((moment) => moment === 3 && two.application.switchTo(two.other));
    let outcome: unknown = null;
    const review = two.reviewer.review({ signal: cancel.signal }).then(
      () => (outcome = 'done'),
      (thrown: unknown) => (outcome = thrown),
    );
    await idle();
    expect(outcome).toBeNull();
    return { ...two, cancel, review, outcome: () => outcome };
  }

  it('can be cancelled there and then', async () => {
    const { cancel, review, outcome } = await waiting();
    cancel.abort();
    await review;
    expect(outcome()).toMatchObject({ code: 'cancelled' });
  });

  it('ends where its workbook is closed', async () => {
    const { application, one, review, outcome } = await waiting();
    application.close(one);
    await review;
    expect(outcome()).toMatchObject({ code: 'workbook-changed' });
  });

  it('waits while the other workbook is worked with', async () => {
    const { application, one, other, review, outcome } = await waiting();
    const second = reviewerOf(other, { application });
    const found = await second.review();
    const finding = find(found, 'execution-rate-mismatch');
    await second.apply(finding, finding.fix!);
    expect(outcome()).toBeNull();
    expect(other.user.cell('附件2', 'E4').value).toBe(0.95);
    expect(one.user.cell('附件2', 'E4').value).toBe(0.9);
    application.switchTo(one);
    await review;
    expect(outcome()).toBe('done');
  });
});
