import { LOCALES } from '../../../src/engine/language';
import { RULES } from '../../../src/engine/rules';
import { foreignSign } from '../../support/annexes/punctuation';

/** Without descriptions, which name signs that are looked for. */
const TEXTS = RULES.flatMap(({ meta: { id, name, messages } }) =>
  Object.entries({ name, ...messages }).flatMap(([key, text]) =>
    LOCALES.map((locale) => ({ at: `${id} ${key} ${locale}`, text: text[locale], locale })),
  ),
);

describe('the texts of the rules', () => {
  it('carry the signs of their own language', () => {
    const found = TEXTS.flatMap(({ at, text, locale }) => {
      const sign = foreignSign(text.replace(/\{\w+\}/g, '1'), locale);
      return sign === null ? [] : [`${at}: ${sign}`];
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['得分应在 6–8（不含） 之间。', 'zh-CN'],
    ['完成值为 8,未达到指标。', 'zh-CN'],
    ['The score should be 6–8（不含）.', 'en'],
    ['24场，below 30', 'en'],
  ] as const)('would not: %s', (text, locale) => {
    expect(foreignSign(text, locale)).not.toBeNull();
  });

  it.each([
    ['执行率 85% 低于 90%，得分应为 8.5 分。', 'zh-CN'],
    ['备注写为“Done, see above (p. 2)”。', 'zh-CN'],
    ['The result is "24场，已完成", below 30.', 'en'],
  ] as const)('may: %s', (text, locale) => {
    expect(foreignSign(text, locale)).toBeNull();
  });
});
