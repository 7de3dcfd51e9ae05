import type { AnnexView } from '../engine/annex/annex';
import { findingParts, fixText, habitText } from '../engine/review/messages';
import { RULE_FAILED } from '../engine/review/review-annex';
import {
  issueList,
  issueTableOfPlan,
  issueTableOfSheet,
  indicatorResults,
  keepKeyedInput,
  keepOpinions,
  keepReviewerInput,
  keepUnitInput,
  listedFindings,
  opinionPages,
  projectResults,
  rateBands,
  reviewOpinions,
  readWrittenSheet,
  unitSummary,
  unitWords,
  type FindingWords,
  type IssueTable,
  type LeftOutSheets,
  type UnitWord,
} from '../engine/rollup';
import { RULES } from '../engine/rules';
import type { Locale } from '../engine/language';
import { freeSheetName } from '../engine/sheet/sheet-name';
import type { OwnSheetKey, SheetPlan } from '../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../engine/sheet/snapshot';
import type { PresentSheets, RollupPlan } from '../host/port';
import type { ReviewFinding } from './reviewer';

/** What rollup sheets tell, whichever worksheets it comes from. */
export interface RollupContent {
  /** As they stand now. */
  readonly annexes: readonly AnnexView[];
  /** As they were reviewed, where they may have been corrected since: what findings quote is what was found. */
  readonly found?: readonly AnnexView[];
  /** Findings name their worksheets as they are called now. */
  readonly findings: readonly ReviewFinding[];
  /** Names of the worksheets that were reviewed. */
  readonly sheetNames: readonly string[];
  /** The other worksheets that are no rollups of ours and that nothing is told of; absent: none is known. */
  readonly leftOut?: LeftOutSheets;
  readonly date: Date;
}

/** The plans of rollup sheets for what is in the workbook, in the order of `keys`. */
export function rollupPlans(
  { annexes, found, findings, sheetNames, leftOut, date }: RollupContent,
  keys: readonly OwnSheetKey[],
  locale: Locale,
  { sheets, rollups }: PresentSheets,
): RollupPlan[] {
  const options = { locale, date };
  const names = sheets.map(({ name }) => name);
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
    if (key === 'project-results') {
      const plan = projectResults(annexes, findings, { ...options, ...(leftOut && { leftOut }) });
      return over(old ? keepKeyedInput(plan, old) : plan);
    }
    if (key === 'rate-bands' || key === 'indicator-results') {
      const plan = (key === 'rate-bands' ? rateBands : indicatorResults)(annexes, options);
      return over(old ? keepKeyedInput(plan, old) : plan);
    }
    if (key === 'review-opinions') {
      const own = { ...options, words: findingWords(locale), issues };
      if (!old) return over(reviewOpinions(annexes, findings, own));
      return over(keepOpinions(opinionPages(annexes, findings, own), old, own));
    }
    const listOptions = { ...options, words: findingWords(locale), ...(found && { found }) };
    let plan = issueList(annexes, findings, listOptions);
    if (old) {
      const listed = listedFindings(annexes, findings, listOptions);
      plan = keepReviewerInput(plan, old, {
        locale,
        listed,
        reviewedSheets: sheetNames,
        sheetNames: names,
      });
    } else plan = { ...plan, name: freeSheetName(plan.name, names) };
    issues = issueTableOfPlan(plan, findings, old?.name ?? plan.name, locale);
    return over(plan);
  });
}

/**
 * What somebody typed of findings into the 问题清单 that is there, by their ids.
 *
 * @param annexes as they were reviewed
 */
export function wordsInList(
  annexes: readonly AnnexView[],
  findings: readonly ReviewFinding[],
  list: SheetSnapshot,
  locale: Locale,
): Readonly<Record<string, readonly UnitWord[]>> {
  const ids = new Map<unknown, string>(findings.map((finding) => [finding, finding.id]));
  const options = { locale, date: new Date(0), words: findingWords(locale) };
  const words = unitWords(listedFindings(annexes, findings, options), list, locale);
  return Object.fromEntries([...words].map(([{ finding }, said]) => [ids.get(finding)!, said]));
}

/** Where everything stands, without what it says: findings tell of cells only as long as it is the same. */
export function shapeOf(annexes: readonly AnnexView[]): string {
  return JSON.stringify(
    annexes.map(({ layout, places, projects, totals }) => [
      layout,
      places.map(({ line, column, field }) => [line, column, field]),
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
    problem: (finding) => findingParts(finding, locale).problem,
    advice: (finding) => findingParts(finding, locale).advice,
    habit: (finding) => habitText(finding, locale),
    suggestions: (finding) =>
      [finding.fix, ...finding.suggestions].flatMap((fix) => (fix ? [fixText(finding, fix, locale)] : [])),
    rule: (id) => names.get(id) ?? id,
  };
}
