import type { FieldId } from '../../engine/annex/field-id';
import { FIELD_NAMES, fieldName } from '../../engine/annex/field-names';
import { fill, type Locale } from '../../engine/language';
import { BUILT_IN_PROFILES } from '../../engine/profile/built-in';
import { RULES } from '../../engine/rules';
import { toAddress, toRangeAddress } from '../../engine/sheet/address';
import { LONGEST_MESSAGE, shortened } from '../../engine/sheet/shortened';
import type { UsageProblem } from '../arguments';
import { oneLine } from '../one-line';
import type { Notice, SheetGuess, WorkbookProblem } from '../review-workbook';
import type { CliTexts } from './cli-texts';
import { en } from './en';
import { zhCN } from './zh-CN';

export const TEXTS: Readonly<Record<Locale, CliTexts>> = { 'zh-CN': zhCN, en };

/** The help, with the built-in profiles by name. */
export function helpText(locale: Locale): string {
  const width = Math.max(...BUILT_IN_PROFILES.map(({ id }) => id.length)) + 2;
  const profiles = BUILT_IN_PROFILES.map(
    ({ id, name }) => `${' '.repeat(29)}${id.padEnd(width)}${name[locale]}`,
  ).join('\n');
  return fill(TEXTS[locale].help, { profiles });
}

/** What happened to a workbook, and what to do about it. */
export function problemText(problem: WorkbookProblem, locale: Locale): string {
  const texts = TEXTS[locale];
  const format = problem.format === null ? '' : fill(texts.inFormat, { format: problem.format });
  const text = fill(texts.problems[problem.reason], { format, detail: problem.detail ?? '' });
  return problem.sheet === null ? text : fill(texts.inSheet, { sheet: shortened(problem.sheet) }) + text;
}

/** Of cells that are named in a text, so many ranges. */
const MOST_NAMED = 12;

/** So much of a text of the table is quoted. Characters. */
const LONGEST_NOTE = 80;
const RULE_NAMES = new Map(RULES.map(({ meta }) => [meta.id, meta.name]));

export function noticeText(notice: Notice, locale: Locale): string {
  const texts = TEXTS[locale];
  if (notice.code === 'no-annex') return texts.notices[notice.code];
  if (notice.code === 'sheet-not-understood')
    return (
      fill(texts.notices[notice.code], { sheet: shortened(notice.sheet) }) +
      (notice.guess ? guessText(notice.guess, locale) : '')
    );
  if (notice.code === 'hidden-worksheet')
    return fill(texts.notices[notice.annex ? 'hidden-annex' : 'hidden-other'], {
      sheet: shortened(notice.sheet),
    });
  if (notice.code === 'rules-by-note') {
    const { sheet, cell, text, rules, understood } = notice;
    return fill(texts.notices[understood ? 'by-note' : 'note-not-understood'], {
      sheet: shortened(sheet),
      cell: toAddress(cell.row, cell.column),
      note: shortened(text, LONGEST_NOTE),
      rules: rules.map((id) => RULE_NAMES.get(id)?.[locale] ?? id).join(texts.listSeparator),
    });
  }
  if (notice.code === 'columns-not-read') return notReadText(notice, locale);
  const { sheet, reason, count, ranges } = notice;
  const named = ranges.slice(0, MOST_NAMED);
  const cells =
    named.map(toRangeAddress).join(texts.cellSeparator) +
    (ranges.length > named.length ? texts.moreCells : '');
  const text = texts.notices[reason === 'formula' ? 'not-calculated' : 'pictures'];
  return fill(text, { sheet: shortened(sheet), count: String(count), cells });
}

/** What a worksheet may be that was not understood, and by what. */
function guessText({ layout, confidence, ...parts }: SheetGuess, locale: Locale): string {
  const { guess, cellSeparator } = TEXTS[locale];
  const named = (fields: readonly FieldId[]): string =>
    fields.map((field) => fieldName(field, FIELD_NAMES[locale])).join(cellSeparator);
  const of = (text: string, fields: readonly FieldId[]): string =>
    fields.length === 0 ? '' : fill(text, { fields: named(fields) });
  return (
    fill(guess.mayBe, {
      layout: guess[layout === 'department-form' ? layout : 'form'],
      percent: String(Math.round(confidence * 100)),
    }) +
    of(guess.found, parts.found) +
    of(guess.guessed, parts.guessed) +
    of(guess.missing, parts.missing) +
    guess.next
  );
}

function notReadText(
  { sheet, columns, cells, rules }: Extract<Notice, { code: 'columns-not-read' }>,
  locale: Locale,
): string {
  const texts = TEXTS[locale];
  const named = columns.slice(0, MOST_NAMED).map(({ column, header, field }) => {
    const name = field && fieldName(field, FIELD_NAMES[locale]);
    return `${column} ${shortened(header)}${name ? fill(texts.unsureColumn, { field: name }) : ''}`;
  });
  const more = columns.length > named.length ? texts.moreCells : '';
  const text = fill(texts.notices[cells ? 'cells-not-read' : 'columns-not-read'], {
    sheet: shortened(sheet),
    count: String(columns.length),
    columns: named.join(texts.listSeparator) + more,
  });
  if (rules.length === 0) return text;
  const names = rules.map((id) => RULE_NAMES.get(id)?.[locale] ?? id).join(texts.listSeparator);
  return text + fill(texts.notices['rules-not-checked'], { rules: names });
}

/** Names of worksheets as a list, as far as a message takes it. */
export function sheetsText(names: readonly string[], locale: Locale): string {
  return shortened(
    names.map((name) => shortened(name)).join(TEXTS[locale].listSeparator),
    LONGEST_MESSAGE / 2,
  );
}

export function usageText(problem: UsageProblem, locale: Locale): string {
  const texts = TEXTS[locale];
  const {
    kind,
    word = '',
    value = '',
    other = '',
    allowed = [],
    most = 0,
  } = problem as {
    kind: UsageProblem['kind'];
    word?: string;
    value?: string;
    other?: string;
    allowed?: readonly string[];
    most?: number;
  };
  const problemLine = fill(texts.usage[kind], {
    word: shortened(word),
    value: shortened(value),
    other,
    allowed: allowed.join(', '),
    most: String(most),
  });
  return `${oneLine(problemLine)}\n${texts.seeHelp}\n`;
}
