import type { Indicator } from '../annex/annex';
import type { Quantity } from '../quantity';
import type { TextCell } from '../annex/values/text-cell';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import type { Fix } from '../rule/finding';
import { defineRule, type Report } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'unit-missing',
    name: { 'zh-CN': '指标值无单位/单位不一致', en: 'Figure without a unit, or in another one' },
    description: {
      'zh-CN':
        '指标值或完成值只有数字，未注明计量单位（名称已含单位、另有计量单位列的除外）；“百分比”写作单位；指标是比率而完成值只有数量。',
      en: 'A target or a result is a bare number (unless the name holds the unit or a column gives it), 百分比 is written for %, or a rate is asked and a count given.',
    },
    topic: 'indicator',
    severity: 'info',
    requires: [['indicator.*.target', 'indicator.*.result']],
    fix: 'format',
    basis: ['评审惯例'],
    yieldsTo: [
      'satisfaction-no-figure',
      'formula-error',
      'result-copies-target',
      'money-as-quantity',
      'result-is-score',
    ],
    messages: {
      percentWord: {
        'zh-CN': '“{text}”以“百分比”作计量单位，应填报为“%”。',
        en: '"{text}" writes 百分比 for a unit; it should be %.',
      },
      target: {
        'zh-CN': '指标值“{text}”未注明计量单位。请写明单位。',
        en: 'The target "{text}" has no unit. Give one.',
      },
      result: {
        'zh-CN': '指标值为“{target}”，完成值“{text}”未注明计量单位。请写明单位。',
        en: 'The target is "{target}", the result "{text}" has no unit. Give one.',
      },
      heads: {
        'zh-CN': '指标“{target}”是比率，完成值“{text}”只有数量。请换算成比率填写。',
        en: 'The target "{target}" is a rate, the result "{text}" only a count. Give the rate.',
      },
      write: { 'zh-CN': '改为“{text}”', en: 'Write "{text}"' },
    },
  },
  silentByWording: true,
  indicator(project, indicator, _, report) {
    const { target, result } = indicator;
    const inTarget = percentWord(target);
    const inResult = percentWord(result);
    if (inTarget) report({ ...inTarget, project });
    if (inResult) report({ ...inResult, project });
    if (inTarget || inResult || indicator.measureUnit?.answered) return;
    const found = bareTarget(indicator) ?? bareResult(indicator) ?? headsForRate(indicator);
    if (found) report({ ...found, project });
  },
});

type Found = Omit<Report, 'project'>;

const PERCENT_WORD = '百分比';

function percentWord(cell: TextCell | null): Found | null {
  if (!cell?.answered || typeof cell.raw !== 'string' || !cell.text.includes(PERCENT_WORD)) return null;
  const { text } = cell;
  const span = cell.statement.quantities.find(
    ({ unitSpan }) => unitSpan !== null && text.slice(unitSpan.start, unitSpan.end) === PERCENT_WORD,
  )?.unitSpan;
  if (!span) return null;
  return {
    cell,
    message: 'percentWord',
    data: { text: quote(text) },
    actual: text,
    fix: write(cell, `${text.slice(0, span.start)}%${text.slice(span.end)}`),
  };
}

function write(cell: TextCell, text: string): Fix {
  return { title: 'write', data: { text: quote(text) }, edits: [editOf(cell, { value: text })] };
}

/** The number that the cell ends in, without a unit; `null` where it holds another figure. */
function lastNumber(cell: TextCell | null): Quantity | null {
  if (!cell?.answered || !endsInDigit(cell.text)) return null;
  const [only, ...others] = cell.statement.quantities;
  if (only === undefined || others.length > 0) return null;
  const last = only.span.end === cell.text.length;
  return last && only.unit.dimension === 'none' && only.unit.per === null && only.value !== 0 ? only : null;
}

/** The number that is all the cell holds. */
function bareNumber(cell: TextCell | null): Quantity | null {
  const number = lastNumber(cell);
  return number?.span.start === 0 ? number : null;
}

function endsInDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return (last >= 0x30 && last <= 0x39) || (last >= 0xff10 && last <= 0xff19);
}

/** Names that tell what is counted: 培训人数, 户数, 面积（亩）, 合格率(%). */
const COUNTED_IN_NAME =
  /[（(][^（()）]{1,8}[)）]|[人次户个件期场份台套辆条项家天座处所册篇例]数|[人件户班场]次|单位[:：]/;

/** 2023.9 names a month. */
const A_MONTH = /^20\d\d[.．]\d{1,2}$/;

function bareTarget({ name, target, result, measureUnit }: Indicator): Found | null {
  const number = lastNumber(target);
  if (!number || A_MONTH.test(target!.text)) return null;
  const words = name?.answered ? name.text : target!.text.slice(0, number.span.start);
  // A column for measure words that is left blank is missed whatever the name says.
  if (!measureUnit && COUNTED_IN_NAME.test(words)) return null;
  const [said] = result?.answered ? result.statement.quantities : [];
  const unit = said && result ? unitText(result.text, said) : null;
  return {
    cell: target!,
    related: result ? [result] : [],
    message: 'target',
    data: { text: quote(target!.text) },
    actual: target!.text,
    suggestions: unit === null ? [] : [write(target!, `${target!.text}${unit}`)],
  };
}

function bareResult(indicator: Indicator): Found | null {
  const { name, target, result } = indicator;
  const bare = bareNumber(result);
  if (!bare || !target?.answered) return null;
  const asked = target.statement.quantities;
  const [only, ...others] = asked;
  if (only === undefined || only.unit.dimension === 'none' || only.unit.dimension === 'date') return null;
  if (only.unit.dimension !== 'percent' && name?.answered && COUNTED_IN_NAME.test(name.text)) return null;
  const unit = others.length === 0 ? unitText(target.text, only) : null;
  const sure =
    unit !== null && indicator.verdict?.verdict !== 'not-comparable' && fitsScale(only, bare.value);
  return {
    cell: result!,
    related: [target],
    message: 'result',
    data: { target: quote(target.text), text: quote(result!.text) },
    actual: result!.text,
    ...(sure ? { fix: write(result!, `${result!.text}${unit}`) } : {}),
  };
}

/** A count where only a rate was asked for. */
function headsForRate({ kind, target, result }: Indicator): Found | null {
  if (kind === 'satisfaction' || !target?.answered || !result?.answered) return null;
  const asked = target.statement.quantities;
  const said = result.statement.quantities;
  if (asked.length === 0 || said.length === 0 || !asked.every(({ unit }) => unit.measure === '%'))
    return null;
  if (asked.some(({ change }) => change) || !said.every(({ unit }) => unit.dimension === 'count'))
    return null;
  if (result.statement.universal || result.statement.negated) return null;
  return {
    cell: result,
    related: [target],
    message: 'heads',
    data: { target: quote(target.text), text: quote(result.text) },
    actual: result.text,
  };
}

/** What stands between the digits and the end of the unit: 万元, 公里; `null` where it is bracketed or none. */
function unitText(text: string, { numberSpan, unitSpan, approximate }: Quantity): string | null {
  if (unitSpan === null || approximate || unitSpan.start < numberSpan.end) return null;
  const unit = text.slice(numberSpan.end, unitSpan.end).trim();
  return /[（(]/.test(unit) ? null : unit;
}

/** 90 beside 90万元 is in 万元, 900000 is not. */
const PLAUSIBLE = 10;

function fitsScale({ value, scale }: Quantity, bare: number): boolean {
  if (scale === 1) return true;
  const written = value / scale;
  return bare <= written * PLAUSIBLE && written <= bare * PLAUSIBLE;
}
