import type { ChangeEntry, Reviewer, ReviewFinding, SheetReview } from '../../src/app/reviewer';
import type { OwnSheetKey } from '../../src/engine/sheet/sheet-plan';
import { OTHER_ROW, TARGET_ROW, type Setting } from './desk';

/** What a use case has to come to where nothing comes between. Cells and findings are named as they were reviewed. */
export interface Announced {
  /** Fixes by their findings: what their cells are to hold. */
  readonly fixes?: readonly ReviewFinding[];
  /** Changes that are taken back. */
  readonly undone?: readonly ChangeEntry[];
  /** Ids of findings. */
  readonly setAside?: readonly string[];
  readonly taken?: readonly string[];
  readonly marks?: 'laid' | 'off the sheet' | 'off the workbook';
  readonly rollups?: readonly OwnSheetKey[];
}

export interface Prepared {
  readonly review: SheetReview;
  readonly announced: Announced;
  act(): Promise<unknown>;
}

/** Something that a person asks for and that writes. */
export interface UseCase {
  readonly name: string;
  readonly settings: readonly Setting[];
  /** @param row the project that it is about */
  ready(reviewer: Reviewer, row: number): Promise<Prepared>;
}

const open = ({ findings }: SheetReview): ReviewFinding[] => findings.filter(({ state }) => state === 'open');
const ids = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);

type Work = (
  reviewer: Reviewer,
  review: SheetReview,
  row: number,
) => Promise<readonly [Announced, () => Promise<unknown>]>;

const ALL: readonly Setting[] = ['plain', 'dressed', 'received'];

function reviewed(name: string, settings: readonly Setting[], work: Work): UseCase {
  return {
    name,
    settings,
    async ready(reviewer, row) {
      const review = await reviewer.review();
      const [announced, act] = await work(reviewer, review, row);
      return { review, announced, act };
    },
  };
}

function rateIn(review: SheetReview, row: number): ReviewFinding {
  const rates = open(review).filter(({ cell, fix }) => fix && cell.column === 4);
  // Where it was fixed before, another has to do.
  return rates.find(({ cell }) => cell.row === row) ?? rates[0]!;
}

const BOTH: readonly OwnSheetKey[] = ['issue-list', 'unit-summary'];

/** Every use case of `Reviewer` that writes. */
export const USE_CASES: readonly UseCase[] = [
  reviewed('apply', ALL, async (reviewer, review, row) => {
    const finding = rateIn(review, row);
    return [{ fixes: [finding] }, () => reviewer.apply(finding, finding.fix!)];
  }),
  reviewed('applyAll', ['plain', 'dressed'], async (reviewer, review, row) => {
    const texts = open(review).filter(({ cell, fix }) => fix && cell.column === 5);
    const fixes = row === TARGET_ROW ? texts : texts.slice(0, -1);
    return [{ fixes }, () => reviewer.applyAll(fixes)];
  }),
  reviewed('undo', ['plain', 'dressed'], async (reviewer, review, row) => {
    const finding = rateIn(review, row);
    const entry = await reviewer.apply(finding, finding.fix!);
    return [{ undone: [entry] }, () => reviewer.undo([entry])];
  }),
  reviewed('undo of several', ['dressed'], async (reviewer) => {
    const undone = (await reviewer.changeLog()).filter((entry) => !entry.undone);
    return [{ undone }, () => reviewer.undo(undone)];
  }),
  reviewed('ignore', ALL, async (reviewer, review, row) => {
    const some = open(review).filter(({ cell }) => cell.row === row);
    return [{ setAside: ids(some) }, () => reviewer.ignore(some, '已核实')];
  }),
  reviewed('restore', ['dressed'], async (reviewer, review, row) => {
    const ignored = review.findings.filter(({ state }) => state === 'ignored');
    const some = row === OTHER_ROW ? ignored.slice(0, 1) : ignored.slice(1);
    return [{ taken: ids(some) }, () => reviewer.restore(some)];
  }),
  reviewed('lift', ['dressed'], async (reviewer, _, row) => {
    const all = await reviewer.dismissals();
    const some = row === OTHER_ROW ? all.slice(0, 1) : all.slice(1);
    return [{ taken: some.map(({ finding }) => finding) }, () => reviewer.lift(some)];
  }),
  reviewed('chooseProfile', ['plain', 'dressed'], async (reviewer) => [
    {},
    () => reviewer.chooseProfile('zhejiang-2023'),
  ]),
  reviewed('adopt what was set aside', ['received'], async (reviewer) => {
    const { dismissals } = await reviewer.received();
    const setAside = dismissals.map(({ finding }) => finding);
    return [{ setAside }, () => reviewer.adopt('dismissals')];
  }),
  reviewed('refuse changes', ['received'], async (reviewer) => [{}, () => reviewer.refuse('changes')]),
  reviewed('mark', ['plain', 'dressed'], async (reviewer, review) => [
    { marks: 'laid' },
    () => reviewer.mark(review),
  ]),
  reviewed('clearMarks of a sheet', ['dressed'], async (reviewer) => [
    { marks: 'off the sheet' },
    () => reviewer.clearMarks('sheet'),
  ]),
  reviewed('clearMarks of the workbook', ['dressed'], async (reviewer) => [
    { marks: 'off the workbook' },
    () => reviewer.clearMarks('workbook'),
  ]),
  reviewed('insertRollups', ALL, async (reviewer, review) => [
    { rollups: BOTH },
    () => reviewer.insertRollups(review, BOTH),
  ]),
  reviewed('insertRollups after a fix', ['dressed'], async (reviewer, review, row) => {
    const finding = rateIn(review, row);
    await reviewer.apply(finding, finding.fix!);
    return [{ rollups: BOTH }, () => reviewer.insertRollups(review, BOTH)];
  }),
];
