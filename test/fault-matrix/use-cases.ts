import type { Reviewer, ReviewFinding, SheetReview } from '../../src/app/reviewer';
import type { Setting } from './desk';

/** What a person asks for, with what has to be at hand before. */
export interface UseCase {
  readonly name: string;
  readonly setting: Setting;
  /** Done before anything goes wrong. @returns what is asked for then */
  ready(reviewer: Reviewer): Promise<() => Promise<unknown>>;
}

const open = ({ findings }: SheetReview): ReviewFinding[] => findings.filter(({ state }) => state === 'open');
const fixable = (review: SheetReview): ReviewFinding => open(review).find(({ fix }) => fix)!;

type Work = (reviewer: Reviewer, review: SheetReview) => Promise<() => Promise<unknown>>;

function reviewed(name: string, setting: Setting, work: Work): UseCase {
  return { name, setting, ready: async (reviewer) => work(reviewer, await reviewer.review()) };
}

const both = (name: string, work: Work): UseCase[] =>
  (['plain', 'dressed'] as const).map((setting) =>
    reviewed(setting === 'plain' ? name : `${name}, sheet marked`, setting, work),
  );

/** Every use case of `Reviewer`, where it makes a difference on a workbook that has marks and rollups already too. */
export const USE_CASES: readonly UseCase[] = [
  { name: 'recognise', setting: 'dressed', ready: async (reviewer) => () => reviewer.recognise() },
  { name: 'review', setting: 'plain', ready: async (reviewer) => () => reviewer.review() },
  { name: 'review, sheet marked', setting: 'dressed', ready: async (reviewer) => () => reviewer.review() },
  ...both('apply', async (reviewer, review) => {
    const finding = fixable(review);
    return () => reviewer.apply(finding, finding.fix!);
  }),
  ...both('applyAll', async (reviewer, review) => () => reviewer.applyAll(open(review))),
  ...both('undo', async (reviewer, review) => {
    const finding = fixable(review);
    const entry = await reviewer.apply(finding, finding.fix!);
    return () => reviewer.undo([entry]);
  }),
  reviewed('undo of several', 'plain', async (reviewer, review) => {
    const entries = await reviewer.applyAll(open(review));
    return () => reviewer.undo(entries);
  }),
  ...both('ignore', async (reviewer, review) => () => reviewer.ignore(open(review).slice(0, 2), '已核实')),
  reviewed('restore', 'dressed', async (reviewer, review) => {
    const ignored = review.findings.filter(({ state }) => state === 'ignored');
    return () => reviewer.restore(ignored);
  }),
  reviewed('lift', 'dressed', async (reviewer) => {
    const dismissals = await reviewer.dismissals();
    return () => reviewer.lift(dismissals);
  }),
  { name: 'dismissals', setting: 'dressed', ready: async (reviewer) => () => reviewer.dismissals() },
  { name: 'changeLog', setting: 'dressed', ready: async (reviewer) => () => reviewer.changeLog() },
  {
    name: 'chooseProfile',
    setting: 'plain',
    ready: async (reviewer) => () => reviewer.chooseProfile('zhejiang-2023'),
  },
  reviewed('mark', 'plain', async (reviewer, review) => () => reviewer.mark(review)),
  reviewed('mark again', 'dressed', async (reviewer, review) => {
    return () => reviewer.mark(review, { severities: ['error', 'info'] });
  }),
  {
    name: 'clearMarks of a sheet',
    setting: 'dressed',
    ready: async (reviewer) => () => reviewer.clearMarks('sheet'),
  },
  {
    name: 'clearMarks of the workbook',
    setting: 'dressed',
    ready: async (reviewer) => () => reviewer.clearMarks('workbook'),
  },
  reviewed('insertRollups', 'plain', async (reviewer, review) => {
    return () => reviewer.insertRollups(review, ['issue-list', 'unit-summary']);
  }),
  reviewed('insertRollups, one', 'plain', async (reviewer, review) => {
    return () => reviewer.insertRollups(review, ['issue-list']);
  }),
  reviewed('insertRollups, refresh', 'dressed', async (reviewer, review) => {
    const finding = fixable(review);
    await reviewer.apply(finding, finding.fix!);
    return () => reviewer.insertRollups(review, ['issue-list', 'unit-summary']);
  }),
  reviewed(
    'goTo',
    'plain',
    async (reviewer, review) => () => reviewer.goTo(review.sheet.id, { row: 3, column: 4 }),
  ),
];
