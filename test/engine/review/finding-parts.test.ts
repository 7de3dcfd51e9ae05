import { LOCALES } from '../../../src/engine/language';
import { findingParts, findingText } from '../../../src/engine/review/messages';
import { RULE_FAILED } from '../../../src/engine/review/review-annex';
import type { MessageData } from '../../../src/engine/rule/finding';
import { RULES } from '../../../src/engine/rules';

/** What cells hold may look like sentences. */
const QUOTED = '甲。乙. Z';

const MESSAGES = RULES.flatMap(({ meta }) =>
  Object.entries(meta.messages).flatMap(([message, texts]) =>
    LOCALES.map((locale) => ({ rule: meta.id, fix: meta.fix, message, text: texts[locale], locale })),
  ),
);

function dataOf(text: string): MessageData {
  return Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, QUOTED]));
}

describe('findingParts', () => {
  it('parts the message of every rule into its own sentences, whatever these quote', () => {
    for (const { rule, message, text, locale } of MESSAGES) {
      const finding = { rule, message, data: dataOf(text) };
      const { problem, advice } = findingParts(finding, locale);
      const whole = findingText(finding, locale);
      expect([rule, message, [problem, advice ?? []].flat().join(locale === 'en' ? ' ' : '')]).toEqual([
        rule,
        message,
        whole,
      ]);
      expect(problem).not.toBe('');
      expect(problem.length).toBeGreaterThan(3);
    }
  });

  it('advises in every message that states a problem, unless the rule has the right answer', () => {
    const silent = MESSAGES.filter(({ rule, message, text, locale }) => {
      const { advice } = findingParts({ rule, message, data: dataOf(text) }, locale);
      // Titles of fixes are no sentences.
      return advice === null && /[。.]$/.test(text);
    });
    expect(silent.filter(({ fix }) => !['value', 'format'].includes(fix))).toEqual([]);
    // What to do is said as such.
    const advised = MESSAGES.flatMap(({ rule, message, text, locale }) => {
      const { advice } = findingParts({ rule, message, data: dataOf(text) }, locale);
      return locale === 'zh-CN' && advice !== null ? [advice] : [];
    });
    expect(advised.filter((advice) => !/请|建议|应|可/.test(advice))).toEqual([]);
    expect(advised.length).toBeGreaterThan(150);
  });

  it('names the indicator in what is wrong, once', () => {
    const [of] = MESSAGES.filter(({ rule, locale }) => rule === 'unit-missing' && locale === 'zh-CN');
    const finding = { rule: of!.rule, message: 'target', data: { text: '12' } };
    expect(findingParts({ ...finding, indicator: '公众满意度' }, 'zh-CN')).toEqual({
      problem: '“公众满意度”：指标值“12”未注明计量单位。',
      advice: '请写明单位。',
    });
    expect(findingParts({ ...finding, indicator: '12' }, 'zh-CN').problem).toBe('指标值“12”未注明计量单位。');
  });

  it('parts what is said of a rule that failed', () => {
    const failed = { rule: RULE_FAILED, message: 'failed', data: { rule: 'x', reason: 'y' } };
    expect(findingParts(failed, 'zh-CN').advice).toBe('请将此文件反馈给开发者。');
    expect(findingParts(failed, 'en').advice).toBe('Please report the file.');
  });
});
