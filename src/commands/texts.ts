import { errorText } from '../app/error-text';
import type { Locale } from '../engine/language';
import { HostError, type HostErrorCode } from '../host/port';
import type { CommandName, CommandOutcome } from './command';

/** The language of the product for a display language of the host ("zh-CN", "zh-TW", "en-US"). */
export function localeOf(displayLanguage: string): Locale {
  return displayLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** What a button says when no pane is there to say it: one sentence, with the figures and the next step. */
export function outcomeText(outcome: CommandOutcome, locale: string): string {
  const spoken = localeOf(locale);
  const zh = spoken === 'zh-CN';
  if (!outcome.ok) return failureText(outcome, spoken);
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = (outcome as unknown as Record<string, unknown>)[key];
      return Array.isArray(value) ? value.join(zh ? '、' : ', ') : String(value ?? 0);
    });
  const done = fill(outcome.left ? (zh ? LEFT_ZH : LEFT_EN) : (zh ? DONE_ZH : DONE_EN)[outcome.command]);
  return outcome.unread ? done + (zh ? UNREAD_ZH : UNREAD_EN) : done;
}

const DONE_ZH: Readonly<Record<CommandName, string>> = {
  review: '“{sheet}”审核完毕：错误 {errors}，警告 {warnings}，提示 {infos}。打开窗格可逐条查看。',
  mark: '“{sheet}”已标记 {markedCells} 个单元格：错误 {errors}，警告 {warnings}，提示 {infos}。',
  clearMarks: '“{sheet}”上的标记已清除，共 {markedCells} 个单元格。',
  insertRollups: '已根据“{sheet}”插入或更新：{sheets}。',
};

/** In place of what is said where all marks are cleared. */
const LEFT_ZH =
  '“{left}”上的标记没有全部清除：已清除 {markedCells} 个单元格，其余的标记或批注表格软件没有允许删除。请重试，或在“条件格式”“批注”中手工删除。';
const LEFT_EN =
  'Not all marks of "{left}" are cleared: {markedCells} cells are; the spreadsheet did not let the other marks or notes go. Try again, or delete them under Conditional Formatting and Notes.';

const UNREAD_ZH = '另有条件格式或批注，表格软件不能读取，未作处理；其中如有本工具的标记或批注，请手工删除。';
const UNREAD_EN =
  ' There are conditional formats or notes that the spreadsheet cannot read; they were left alone. Should some be of this tool, delete them by hand.';

const DONE_EN: Readonly<Record<CommandName, string>> = {
  review: '"{sheet}" reviewed: {errors} errors, {warnings} warnings, {infos} hints. The pane lists them.',
  mark: '{markedCells} cells of "{sheet}" marked: {errors} errors, {warnings} warnings, {infos} hints.',
  clearMarks: 'The marks of "{sheet}" are cleared: {markedCells} cells.',
  insertRollups: 'Inserted or refreshed from "{sheet}": {sheets}.',
};

type Failure = Extract<CommandOutcome, { readonly ok: false }>;

/** A sheet that is no annex is told here; any trouble of the host in the words that the pane has for it. */
function failureText({ code, cause, write, sheet, elsewhere }: Failure, locale: Locale): string {
  const gap = locale === 'en' ? ' ' : '';
  const own = NOT_AN_ANNEX[locale][code];
  if (own !== undefined) {
    const named = own.replace('{sheet}', () => sheet ?? cause);
    const where = elsewhere === undefined ? WHERE[locale].unknown : WHERE[locale].known;
    return named + gap + where.replace('{sheet}', () => elsewhere ?? '');
  }
  const error = write ? new HostError(code as HostErrorCode, cause, { write }) : cause;
  const { happened, lost, next } = errorText(error, locale);
  return [happened, lost, next, ...(code === 'failed' ? [`(${cause})`] : [])].join(gap);
}

const NOT_AN_ANNEX: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    empty: '当前工作表“{sheet}”是空的，没有可审核的内容。',
    'no-annex': '当前工作表“{sheet}”里没有找到绩效自评表，工作簿没有改动。',
    'own-sheet': '当前工作表“{sheet}”是汇总表，不是自评表，工作簿没有改动。',
    'not-a-worksheet': '当前的“{sheet}”是图表工作表，没有单元格可审核。',
  },
  en: {
    empty: 'The sheet in view, "{sheet}", is empty: nothing to review.',
    'no-annex': 'No self-evaluation annex was found on "{sheet}", the sheet in view; nothing was changed.',
    'own-sheet': 'The sheet in view, "{sheet}", is a rollup, not an annex; nothing was changed.',
    'not-a-worksheet': 'The sheet in view, "{sheet}", is a chart and has no cells to review.',
  },
};

/** Where to go from there. */
const WHERE: Readonly<Record<Locale, Readonly<Record<'known' | 'unknown', string>>>> = {
  'zh-CN': {
    known: '“{sheet}”中有绩效自评表，请切换到该工作表再试。',
    unknown: '请切换到自评表所在的工作表再试。',
  },
  en: {
    known: '"{sheet}" holds one; switch to it and try again.',
    unknown: 'Switch to the annex and try again.',
  },
};
