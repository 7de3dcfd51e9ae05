import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import { indicatorParts, mayRepeat, type FieldId } from '../field-id';
import { foldText } from '../text';
import type { Draft } from './draft-column';
import type { HeaderBlock } from './find-header';

/** A part of a year: what was spent in it is not what was spent in the year. */
const PART_OF_A_YEAR =
  /(?<!\d)(?:0?1[-~—至到])?(?:0?[1-9]|1[01])月(?!\d)|[上下]半年|前三季度|第?[一二三四1-4]季度/;
const YEAR = /(20\d\d)(?:年|(?!\d))/;

/** Rows above a header that may hold its title. */
const TITLE_ROWS = 6;

/**
 * Of several columns of one field those are set aside that speak of another year than the table, or of a part of the year
 * where another speaks of the whole: the plan of last year, what was spent by June.
 */
export function setOtherPeriodsAside(
  drafts: readonly Draft[],
  sheet: SheetSnapshot,
  block: HeaderBlock,
): void {
  const groups = new Map<FieldId, Draft[]>();
  for (const draft of drafts) {
    const { field } = draft;
    if (!field || mayRepeat(field) || indicatorParts(field)) continue;
    const own = groups.get(field);
    if (own) own.push(draft);
    else groups.set(field, [draft]);
  }
  const rivals = [...groups].filter(([, own]) => own.length > 1);
  if (rivals.length === 0) return;
  const year = yearOf(
    rivals.flatMap(([, own]) => own),
    sheet,
    block,
  );
  for (const [, own] of rivals) {
    const others = own.filter((draft) => year !== null && (statedYear(draft) ?? year) !== year);
    setAside(others, own);
    const open = own.filter((draft) => !others.includes(draft));
    setAside(
      open.filter((draft) => PART_OF_A_YEAR.test(pathOf(draft))),
      open,
    );
  }
}

/** Sets columns aside, unless no other is left. */
function setAside(some: readonly Draft[], all: readonly Draft[]): void {
  if (some.length === all.length) return;
  for (const draft of some) {
    draft.field = null;
    draft.confidence = 'guess';
    draft.aside = true;
  }
}

/** The year of the table: that of its title, or else the last of which the columns tell what was spent. */
function yearOf(rivals: readonly Draft[], sheet: SheetSnapshot, block: HeaderBlock): string | null {
  const stated = (drafts: readonly Draft[]): string[] =>
    drafts.flatMap((draft) => statedYear(draft) ?? []).sort();
  const years = stated(rivals);
  if (years.length === 0) return null;
  for (let row = block.firstRow - 1; row >= Math.max(sheet.firstRow, block.firstRow - TITLE_ROWS); row--) {
    for (let column = sheet.firstColumn; column <= block.lastColumn; column++) {
      const value = valueAt(sheet, row, column);
      const year = typeof value === 'string' ? YEAR.exec(foldText(value))?.[1] : undefined;
      if (year !== undefined && years.includes(year)) return year;
    }
  }
  const spent = stated(rivals.filter(({ field }) => field === 'actual' || field === 'executionRate'));
  return spent[spent.length - 1] ?? years[years.length - 1] ?? null;
}

function statedYear(draft: Draft): string | null {
  return YEAR.exec(pathOf(draft))?.[1] ?? null;
}

function pathOf({ leaf }: Draft): string {
  return leaf.nodes.map(({ text }) => foldText(text)).join(' ');
}
