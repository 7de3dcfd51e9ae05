import { RULES } from '../rules';
import { fill, textIn, type Locale, type Localised } from '../language';
import type { Finding, Fix, Hindrance, MessageData } from '../rule/finding';
import { LONGEST_MESSAGE, shortened } from '../sheet/shortened';
import { IN_MOST, READINGS } from './errors-in-most';
import { RULE_FAILED } from './review-annex';

const FAILED: Readonly<Record<string, Localised>> = {
  failed: {
    'zh-CN':
      '规则“{rule}”在检查时出错（{reason}），本表未按该规则检查，其他规则不受影响。请将此文件反馈给开发者。',
    en: 'The rule "{rule}" failed ({reason}); this annex was not checked against it, the other rules were. Please report the file.',
  },
};

const messagesByRule = new Map(RULES.map((rule) => [rule.meta.id, rule.meta.messages]));

/** What a finding says, in one sentence or two, with the figures. */
export function findingText(
  { rule, message, data, indicator }: Pick<Finding, 'rule' | 'message' | 'data' | 'indicator'>,
  locale: Locale,
): string {
  const text = textOf(rule, message, data, locale);
  if (indicator === undefined || text.includes(indicator)) return text;
  return shortened(fill(OF_INDICATOR[locale], { indicator, text }), LONGEST_MESSAGE);
}

/** A finding in two parts: what is wrong, and what to do about it. */
export interface FindingParts {
  readonly problem: string;
  /** `null`: the message states the problem alone; what to do its fixes say. */
  readonly advice: string | null;
}

/**
 * The sentences of `findingText` apart: the last of several says what to do, those before it what is wrong. They are told
 * from each other in the message as it is written, not in what it quotes.
 */
export function findingParts(
  { rule, message, data, indicator }: Pick<Finding, 'rule' | 'message' | 'data' | 'indicator'>,
  locale: Locale,
): FindingParts {
  const template = messagesOf(rule)?.[message]?.[locale] ?? message;
  const [stated, advised] = apart(template, locale);
  const problem = filledIn(stated, data, locale);
  const advice = advised === null ? null : filledIn(advised, data, locale);
  const isNamed = indicator === undefined || `${problem}${advice ?? ''}`.includes(indicator);
  return {
    problem: isNamed
      ? problem
      : shortened(fill(OF_INDICATOR[locale], { indicator, text: problem }), LONGEST_MESSAGE),
    advice,
  };
}

/** Where a further sentence of a message begins. */
const SENTENCE: Readonly<Record<Locale, RegExp>> = { 'zh-CN': /(?<=。)(?=.)/g, en: /(?<=\.) (?=["A-Z{])/g };

function apart(template: string, locale: Locale): readonly [string, string | null] {
  const last = [...template.matchAll(SENTENCE[locale])].pop();
  if (last?.index === undefined) return [template, null];
  return [template.slice(0, last.index), template.slice(last.index + last[0].length)];
}

/** What is said of all findings of a habit together; `null`: nothing but what is said of each. */
export function habitText({ rule, habit }: Pick<Finding, 'rule' | 'habit'>, locale: Locale): string | null {
  const told = habit?.told;
  if (!told) return null;
  const messages = told.message === IN_MOST ? OF_MOST : readingsByRule.get(rule);
  return filled(messages, told.message, told.data, locale);
}

const readingsByRule = new Map(
  RULES.flatMap(({ meta, readings }) => (readings ? [[meta.id, { [READINGS]: readings.message }]] : [])),
);

const OF_MOST: Readonly<Record<string, Localised>> = {
  [IN_MOST]: {
    'zh-CN':
      '{projects} 个项目中有 {count} 个如此：可能各单位都这样填报，也可能这些列的含义与审核时所认的不同。请先核实。',
    en: '{count} of {projects} projects are so: either the units all filled it in this way, or the columns mean something else than they are taken for. Check that first.',
  },
};

/** Where the indicators of a project are rows, a finding says which of them is meant. */
const OF_INDICATOR: Localised = {
  'zh-CN': '“{indicator}”：{text}',
  en: '"{indicator}": {text}',
};

/** What a fix or a suggestion of a finding would do, and why it has to be done by hand where it has. */
export function fixText(finding: Pick<Finding, 'rule'>, fix: Fix, locale: Locale): string {
  const text = textOf(finding.rule, fix.title, fix.data, locale);
  return fix.hindrance ? text + HINDERED[fix.hindrance][locale] : text;
}

const HINDERED: Readonly<Record<Hindrance, Localised>> = {
  formula: {
    'zh-CN': '（该单元格是公式，不以数值覆盖，请在表中核对并修改公式）',
    en: ' (the cell holds a formula, which is not overwritten: check and correct the formula in the sheet)',
  },
  'too-long': {
    'zh-CN': '（超过单元格可容纳的长度，请在表中精简后填写）',
    en: ' (longer than a cell can hold: shorten it in the sheet)',
  },
  merged: {
    'zh-CN': '（该单元格在合并区域内，请在表中取消合并后修改）',
    en: ' (the cell is covered by a merged one: unmerge it in the sheet first)',
  },
  protected: {
    'zh-CN': '（工作表有保护，请取消保护后重新审核）',
    en: ' (the worksheet is protected: lift the protection and review again)',
  },
};

function textOf(rule: string, key: string, data: MessageData, locale: Locale): string {
  return filled(messagesOf(rule), key, data, locale);
}

function messagesOf(rule: string): Readonly<Record<string, Localised>> | undefined {
  return rule === RULE_FAILED ? FAILED : messagesByRule.get(rule);
}

function filled(
  messages: Readonly<Record<string, Localised>> | undefined,
  key: string,
  data: MessageData,
  locale: Locale,
): string {
  return filledIn(messages?.[key]?.[locale] ?? key, data, locale);
}

function filledIn(template: string, data: MessageData, locale: Locale): string {
  const quoted = Object.fromEntries(
    Object.entries(data).map(([name, said]) => [name, shortened(textIn(said, locale))]),
  );
  return shortened(fill(template, quoted), LONGEST_MESSAGE);
}
