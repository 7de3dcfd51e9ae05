import { createReviewer } from '../../src/app/create-reviewer';
import type { FollowedReview, ReviewFinding, Reviewer, SheetReview } from '../../src/app/reviewer';
import type { FakeHost } from '../support/workbooks/fake-host';
import { find, openDesk, type Desk } from './review-cases';

/** The rows of the annex under test, 0-based: title, unit, header, three projects. */
const [TITLE, UNIT, HEAD, PATROL, STATION, HOMES] = [0, 1, 2, 3, 4, 5];
const MISMATCH = 'execution-rate-mismatch';

/** A desk that hears of edits, and its first review. */
async function reviewed(): Promise<Desk & { readonly review: SheetReview }> {
  const desk = openDesk();
  await desk.reviewer.listen(() => undefined);
  return { ...desk, review: await desk.reviewer.review() };
}

const idsOf = (findings: readonly ReviewFinding[] = []): readonly string[] => findings.map(({ id }) => id);

/** What another page says of the same worksheet, which knows nothing of before. */
async function anew(host: FakeHost): Promise<readonly string[]> {
  return idsOf((await createReviewer(host).review()).findings);
}

function statesOf({ settled = [] }: SheetReview): readonly (readonly [string, string])[] {
  return settled.map(({ id, state }) => [id, state] as const);
}

async function again(reviewer: Reviewer, before: SheetReview): Promise<FollowedReview> {
  return reviewer.reviewAgain(before);
}

/** The review as the pane knows it after a fix of ours. */
function withState(review: SheetReview, fixed: ReviewFinding): SheetReview {
  const findings = review.findings.map((one) =>
    one.id === fixed.id ? { ...one, state: 'fixed' as const } : one,
  );
  return { ...review, findings };
}

describe('a worksheet that is reviewed again after an edit', () => {
  it('says what a fresh review says, and keeps what was solved in its place', async () => {
    const { host, reviewer, review } = await reviewed();
    const solved = find(review, MISMATCH);
    host.user.type('附件2', 'E4', { value: 0.95 });
    const { review: now, became, also } = await again(reviewer, review);
    expect(idsOf(now.findings)).toEqual(await anew(host));
    expect(idsOf(now.findings)).not.toContain(solved.id);
    expect(statesOf(now)).toEqual([[solved.id, 'solved']]);
    expect(now.settled![0]!.original).toBe('90.00%');
    expect(became[solved.id]).toBe(solved.id);
    expect(also).toEqual([]);
  });

  it('lists what an edit made wrong, and no longer what was solved once it is wrong again', async () => {
    const { host, reviewer, review } = await reviewed();
    const solved = find(review, MISMATCH);
    host.user.type('附件2', 'E4', { value: 0.95 });
    const { review: right } = await again(reviewer, review);
    host.user.type('附件2', 'E4', { value: 0.91 });
    const { review: wrong, became } = await again(reviewer, right);
    expect(wrong.settled).toBeUndefined();
    expect(became[solved.id]).toBe(solved.id);
    expect(idsOf(wrong.findings)).toEqual(await anew(host));
    expect(find(wrong, MISMATCH).data).not.toEqual(solved.data);
  });

  it('calls nothing solved that could not be checked any more', async () => {
    const { host, reviewer, review } = await reviewed();
    const { id } = find(review, MISMATCH);
    host.user.type('附件2', 'E3', { value: '联系电话' });
    const { review: now } = await again(reviewer, review);
    expect(now.outcomes.flat()).toContainEqual(
      expect.objectContaining({ rule: MISMATCH, outcome: 'not-checked' }),
    );
    expect(idsOf([...now.findings, ...(now.settled ?? [])])).not.toContain(id);
  });

  it.each<[string, readonly (number | null)[], number]>([
    ['a row was inserted above', [TITLE, UNIT, HEAD, null, PATROL, STATION, HOMES], 4],
    ['the row above was deleted', [TITLE, UNIT, HEAD, HOMES, PATROL], 4],
    ['rows were sorted', [TITLE, UNIT, HEAD, HOMES, STATION, PATROL], 5],
  ])('follows findings to their rows where %s', async (_, order, row) => {
    const { host, reviewer, review } = await reviewed();
    const before = find(review, MISMATCH);
    host.user.arrangeRows('附件2', order);
    const { review: now, became } = await again(reviewer, review);
    expect(idsOf(now.findings)).toEqual(await anew(host));
    const moved = find(now, MISMATCH);
    expect(moved.project).toBe(before.project);
    expect(moved.cell.row).toBe(row);
    expect(became[before.id]).toBe(moved.id);
  });

  it('forgets what was solved with its row', async () => {
    const { host, reviewer, review } = await reviewed();
    const gone = find(review, MISMATCH);
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, STATION, HOMES]);
    const { review: now, became } = await again(reviewer, review);
    expect(now.settled).toBeUndefined();
    expect(became[gone.id]).toBeUndefined();
  });

  it('keeps what we corrected, with its way back, through moves', async () => {
    const { host, reviewer, review } = await reviewed();
    const finding = find(review, MISMATCH);
    const entry = await reviewer.apply(finding, finding.fix!);
    const { review: fixed } = await again(reviewer, withState(review, finding));
    expect(statesOf(fixed)).toEqual([[finding.id, 'fixed']]);
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, null, PATROL, STATION, HOMES]);
    const { review: moved, became } = await again(reviewer, fixed);
    const [settled] = moved.settled!;
    expect(settled).toMatchObject({ state: 'fixed', cell: { row: 4 }, original: '90.00%' });
    expect(became[finding.id]).toBe(settled!.id);
    await reviewer.goTo(review.sheet.id, settled!.cell, settled);
    expect(host.user.selected()).toBe('E5');
    await reviewer.undo([entry]);
    const { review: back, became: then } = await again(reviewer, moved);
    expect(back.settled).toBeUndefined();
    expect(then[settled!.id]).toBe(find(back, MISMATCH).id);
    expect(idsOf(back.findings)).toEqual(await anew(host));
  });

  it('does not say where something is that we corrected in a row that is gone', async () => {
    const { host, reviewer, review } = await reviewed();
    const finding = find(review, MISMATCH);
    await reviewer.apply(finding, finding.fix!);
    const { review: fixed } = await again(reviewer, withState(review, finding));
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, STATION, HOMES]);
    const { review: now } = await again(reviewer, fixed);
    expect(now.settled).toMatchObject([{ state: 'fixed', unplaced: true }]);
  });

  it('lists what we corrected in 问题清单 as corrected, with what the cell said', async () => {
    const { host, reviewer, review } = await reviewed();
    const finding = find(review, MISMATCH);
    await reviewer.apply(finding, finding.fix!);
    const { review: fixed } = await again(reviewer, withState(review, finding));
    await reviewer.insertRollups(fixed, ['issue-list']);
    const sheet = host.user.sheets.find(({ name }) => name === '问题清单')!;
    const rows = [...sheet.cells.values()].map(({ value }) => value);
    expect(rows).toEqual(expect.arrayContaining(['90.00%', '已修改']));
  });

  it('keeps what was set aside', async () => {
    const { host, reviewer, review } = await reviewed();
    const aside = find(review, MISMATCH);
    await reviewer.ignore([aside], '已核实');
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, null, PATROL, STATION, HOMES]);
    const { review: now } = await again(reviewer, review);
    expect(find(now, MISMATCH)).toMatchObject({ state: 'ignored', ignoredBecause: '已核实' });
  });
});

describe('marks', () => {
  it('follow an edit, and are left alone where they are right', async () => {
    const { host, reviewer, review } = await reviewed();
    await reviewer.mark(review);
    const isMarked = (address: string): boolean => host.user.shownFill('附件2', address) !== null;
    expect(isMarked('E4')).toBe(true);
    host.user.type('附件2', 'E4', { value: 0.95 });
    const { review: now } = await again(reviewer, review);
    expect(isMarked('E4')).toBe(true);
    await reviewer.followMarks(review.sheet.id);
    expect(isMarked('E4')).toBe(false);
    expect(isMarked('F4')).toBe(true);
    host.user.type('附件2', 'G4', { value: '122次' });
    await again(reviewer, now);
    const asked = host.calls.length;
    await reviewer.followMarks(review.sheet.id);
    expect(host.calls.slice(asked)).not.toContain('remark');
  });

  it('that were chosen stay chosen where rows have moved', async () => {
    const { host, reviewer, review } = await reviewed();
    await reviewer.mark(review, { findings: [find(review, MISMATCH).id] });
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, HOMES, STATION, PATROL]);
    await again(reviewer, review);
    await reviewer.followMarks(review.sheet.id);
    expect(host.user.shownFill('附件2', 'E6')).not.toBeNull();
    expect(host.user.shownFill('附件2', 'F6')).toBeNull();
    expect(host.user.shownFill('附件2', 'E4')).toBeNull();
  });

  it('are not looked for after an edit where there were none', async () => {
    const { host, reviewer, review } = await reviewed();
    host.user.type('附件2', 'E4', { value: 0.95 });
    await again(reviewer, review);
    const asked = host.calls.length;
    await reviewer.followMarks(review.sheet.id);
    expect(host.calls.slice(asked)).toEqual([]);
  });
});
