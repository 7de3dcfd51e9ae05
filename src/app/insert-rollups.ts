import type { Annex } from '../engine/annex/annex';
import { findingText, fixText } from '../engine/review/messages';
import { RULE_FAILED } from '../engine/review/review-annex';
import {
  issueList,
  issueTableOfPlan,
  issueTableOfSheet,
  keepReviewerInput,
  keepUnitInput,
  readWrittenSheet,
  unitSummary,
  type FindingWords,
  type IssueTable,
} from '../engine/rollup';
import { RULES } from '../engine/rules';
import type { Locale } from '../engine/language';
import { freeSheetName } from '../engine/sheet/sheet-name';
import type { SheetSnapshot } from '../engine/sheet/snapshot';
import { OWN_SHEET_KEYS, type OwnSheetKey, type SheetPlan } from '../engine/sheet/sheet-plan';
import {
  HostError,
  type PresentSheets,
  type RollupPlan,
  type SheetRef,
  type SpreadsheetHost,
} from '../host/port';
import { annexesOf } from './recognise-sheet';
import type { ReviewFinding, SheetReview } from './reviewer';

/** What rollup sheets are made of. */
export interface RollupInput {
  readonly review: SheetReview;
  /** The worksheet as it was when `findings` were found to be where they were; absent: it is read. */
  readonly present?: SheetSnapshot;
  /** The review's findings with what has become of them since. */
  readonly findings: readonly ReviewFinding[];
  readonly keys: readonly OwnSheetKey[];
  readonly locale: Locale;
}

/** What rollup sheets tell, whichever worksheets it comes from. */
export interface RollupContent {
  /** As they stand now. */
  readonly annexes: readonly Annex[];
  /** As they were reviewed, where they may have been corrected since: what findings quote is what was found. */
  readonly found?: readonly Annex[];
  /** Findings name their worksheets as they are called now. */
  readonly findings: readonly ReviewFinding[];
  /** Names of the worksheets that were reviewed. */
  readonly sheetNames: readonly string[];
  readonly date: Date;
}

/**
 * Inserts or refreshes rollup sheets of a worksheet's review.
 *
 * @returns the sheets in the order of `keys`
 * @throws HostError `changed` where the annex has other rows or columns than were reviewed
 */
export async function insertRollupSheets(
  host: SpreadsheetHost,
  { review, present, findings, keys, locale }: RollupInput,
): Promise<SheetRef[]> {
  const { name: sheetName, annexes } = freshAnnexes(present ?? (await host.read(review.sheet.id)), review);
  const content: RollupContent = {
    annexes,
    found: review.annexes,
    // The sheet may have been renamed since: links and keys need its name of now.
    findings: findings.map((finding) => ({ ...finding, sheetName })),
    sheetNames: [sheetName],
    date: review.reviewedAt,
  };
  return writeRollupSheets(host, content, keys, locale);
}

/**
 * Writes rollup sheets, all of them or none. 问题清单 comes first, for 单位汇总 counts in it and has to know its name.
 *
 * @returns the sheets in the order of `keys`
 */
export async function writeRollupSheets(
  host: SpreadsheetHost,
  content: RollupContent,
  keys: readonly OwnSheetKey[],
  locale: Locale,
): Promise<SheetRef[]> {
  const inOrder = [...OWN_SHEET_KEYS].reverse().filter((key) => keys.includes(key));
  const sheets = await host.insert((present) => rollupPlans(content, inOrder, locale, present));
  return keys.map((key) => sheets[inOrder.indexOf(key)]!);
}

/** The plans of rollup sheets for what is in the workbook, in the order of `keys`. */
function rollupPlans(
  { annexes, found, findings, sheetNames, date }: RollupContent,
  keys: readonly OwnSheetKey[],
  locale: Locale,
  { names, rollups }: PresentSheets,
): RollupPlan[] {
  const options = { locale, date };
  const present = rollups['issue-list'];
  let issues: IssueTable | null = present && issueTableOfSheet(present, findings);
  return keys.map((key): RollupPlan => {
    const old = rollups[key];
    const over = (plan: SheetPlan): RollupPlan => {
      const written = old && readWrittenSheet(key, old);
      return written ? { plan, mergesBefore: written.merges } : { plan };
    };
    if (key === 'unit-summary') {
      const plan = unitSummary(annexes, findings, { ...options, issues });
      return over(old ? keepUnitInput(plan, old) : plan);
    }
    const words = findingWords(locale);
    let plan = issueList(annexes, findings, { ...options, words, ...(found && { found }) });
    if (old) plan = keepReviewerInput(plan, old, { locale, reviewedSheets: sheetNames, sheetNames: names });
    else plan = { ...plan, name: freeSheetName(plan.name, names) };
    issues = issueTableOfPlan(plan, findings.length, old?.name ?? plan.name, locale);
    return over(plan);
  });
}

/**
 * The annexes as they stand now: figures may have been corrected since the review, but where rows or columns have
 * moved, the findings no longer tell which cells they mean.
 */
function freshAnnexes(
  snapshot: SheetSnapshot,
  review: SheetReview,
): { readonly name: string; readonly annexes: readonly Annex[] } {
  const annexes = annexesOf(snapshot);
  if (shapeOf(annexes) !== shapeOf(review.annexes))
    throw new HostError('changed', 'rows or columns of the annex have changed since the review', {
      sheet: review.sheet.name,
    });
  return { name: snapshot.name, annexes };
}

/** Where everything stands, without what it says. */
function shapeOf(annexes: readonly Annex[]): string {
  return JSON.stringify(
    annexes.map(({ layout, places, projects, totals }) => [
      layout,
      places.map(({ line, field }) => [line, field]),
      projects.map(({ row, lastRow }) => [row, lastRow]),
      totals.map(({ row }) => row),
    ]),
  );
}

/** The texts of findings in one language. */
function findingWords(locale: Locale): FindingWords {
  const names = new Map(RULES.map(({ meta }) => [meta.id, meta.name[locale]]));
  names.set(RULE_FAILED, { 'zh-CN': '规则出错', en: 'Rule failed' }[locale]);
  return {
    problem: (finding) => findingText(finding, locale),
    suggestions: (finding) =>
      [finding.fix, ...finding.suggestions].flatMap((fix) => (fix ? [fixText(finding, fix, locale)] : [])),
    rule: (id) => names.get(id) ?? id,
  };
}
