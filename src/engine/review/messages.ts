import { RULES } from '../rules';
import { fill, type Locale, type Localised } from '../language';
import type { Finding, Fix, MessageData } from '../rules/support/finding';
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
export function findingText(finding: Pick<Finding, 'rule' | 'message' | 'data'>, locale: Locale): string {
  return textOf(finding.rule, finding.message, finding.data, locale);
}

/** What a fix or a suggestion of a finding would do. */
export function fixText(finding: Pick<Finding, 'rule'>, fix: Fix, locale: Locale): string {
  return textOf(finding.rule, fix.title, fix.data, locale);
}

function textOf(rule: string, key: string, data: MessageData, locale: Locale): string {
  const messages = rule === RULE_FAILED ? FAILED : messagesByRule.get(rule);
  return fill(messages?.[key]?.[locale] ?? key, data);
}
