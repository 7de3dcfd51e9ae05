import { isBlankValue } from '../sheet/cell-value';
import type { SheetSnapshot } from '../sheet/snapshot';
import type { Annex } from './annex';
import { LabelReader, type LabelFeatures } from './header/label-features';
import { foldText } from './text';
import { readTextNumber } from './values/number-cell';
import { readTextRate } from './values/rate-cell';

/** What a self-evaluation tells of a project; names of units and people stand in any list. */
type Asked = 'money' | 'spending' | 'rate' | 'points' | 'goal' | 'result';

/** So far down a worksheet shows what it is. Rows. */
const ROWS_LOOKED_AT = 200;
/** Rows with contents that may hold its title. */
const TITLE_ROWS = 5;
/** Longer texts are neither titles nor labels. Characters. */
const LONGEST_TITLE = 60;
/** Fewer figures stand in any text. */
const FEWEST_FIGURES = 3;
/** Of the kinds of labels, so many tell by themselves what a title would, and so many do beside one. */
const FEWEST_ASKED = { untitled: 4, titled: 2 };

const TITLE = /绩效|自评/;
/** Texts about tables name what these ask for, and are none. */
const ABOUT_TABLES =
  /(?:说明|指南|指引|须知|目录|封面|样例|示例|样表|模板|办法|通知|要求|标准|字典|选项|名单)(?:[(（].*[)）]|\d+)?$/;

const labels = new LabelReader();

/**
 * Whether a worksheet in which no annex was recognised looks like a self-evaluation all the same: its title or its name
 * says so above some labels of one and figures, or so many different labels of one stand over figures that it can hardly
 * be anything else. Covers and guides have no figures, lists of people no such labels.
 */
export function looksLikeAnnex(sheet: SheetSnapshot): boolean {
  return !isAboutTables(sheet.name) && looksLike(sheet.values, isTitle(sheet.name));
}

/** Whether its name, or a title at its top, says that a worksheet is a self-evaluation. */
export function isCalledSelfEvaluation({ name, values }: SheetSnapshot): boolean {
  if (isAboutTables(name)) return false;
  const filled = values.slice(0, ROWS_LOOKED_AT).filter((row) => row.some((value) => !isBlankValue(value)));
  const titles = filled
    .slice(0, TITLE_ROWS)
    .flatMap((row) => row.filter((value) => typeof value === 'string' && isTitle(value)) as string[]);
  return !titles.some(isAboutTables) && [name, ...titles].some((text) => text.includes('自评'));
}

/**
 * Whether rows of a worksheet in which no annex has read anything look like one: a further table above or below, which is
 * taken for lines of its title or for notes. What the worksheet and the annexes are called tells nothing of it.
 *
 * @param annexes those that were recognised
 */
export function looksLikeAnnexBeside(
  { values, firstRow }: SheetSnapshot,
  annexes: readonly Pick<Annex, 'headerRows' | 'dataRows' | 'totals' | 'places'>[],
): boolean {
  const read = new Set<number>();
  const spans: { readonly first: number; readonly last: number }[] = [];
  for (const { headerRows, dataRows, totals, places } of annexes) {
    for (const { labels, along, line } of places) {
      if (along !== 'column') read.add(line);
      for (const { row } of labels) read.add(row);
    }
    const last = Math.max(dataRows[1], totals[totals.length - 1]?.row ?? 0);
    spans.push({ first: headerRows?.[0] ?? dataRows[0], last });
  }
  const isRead = (row: number): boolean =>
    read.has(row) || spans.some(({ first, last }) => first <= row && row <= last);
  return looksLike(
    values.filter((_, i) => !isRead(firstRow + i)),
    null,
  );
}

/** @param named whether the worksheet is called like one; `null`: no title counts either */
function looksLike(lines: SheetSnapshot['values'], named: boolean | null): boolean {
  const asked = new Set<Asked>();
  let titled = named ?? false;
  let figures = 0;
  let rows = 0;
  for (const values of lines.slice(0, ROWS_LOOKED_AT)) {
    const first = values.findIndex((value) => value !== null && value !== '');
    if (first < 0) continue;
    rows++;
    for (let i = first; i < values.length; i++) {
      const value = values[i]!;
      // What a row begins with is its serial number.
      if (i > first && isFigure(value)) figures++;
      if (typeof value !== 'string' || value.length > LONGEST_TITLE) continue;
      if (rows <= TITLE_ROWS && isTitle(value)) {
        if (isAboutTables(value)) return false;
        titled = named !== null;
      }
      const what = askedBy(labels.features(value));
      if (what) asked.add(what);
    }
  }
  if (figures < FEWEST_FIGURES) return false;
  if (titled) return asked.size >= FEWEST_ASKED.titled;
  return asked.size >= FEWEST_ASKED.untitled && (asked.has('points') || asked.has('result'));
}

function isTitle(text: string): boolean {
  const folded = foldText(text);
  return folded.length <= LONGEST_TITLE && TITLE.test(folded) && !/[。;；:：]/.test(folded);
}

function isAboutTables(title: string): boolean {
  return ABOUT_TABLES.test(foldText(title));
}

function isFigure(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return (
    typeof value === 'string' &&
    value.length <= 20 &&
    (readTextNumber(value) !== null || readTextRate(value) !== null)
  );
}

function askedBy(features: LabelFeatures | null): Asked | null {
  if (!features || features.foreign) return null;
  const { field, money, fund, kind, level, role, share } = features;
  if (role === 'result' || field === 'goalCompletion') return 'result';
  if (role === 'weight' || role === 'score' || share) return 'points';
  if (field === 'totalScore' || field === 'totalWeight' || field === 'totalScore.reviewed') return 'points';
  if (field?.startsWith('executionRate')) return 'rate';
  if (role === 'target' || kind || level || field === 'annualGoal') return 'goal';
  if (money === 'actual') return 'spending';
  return money || fund || field?.startsWith('budget.') ? 'money' : null;
}
