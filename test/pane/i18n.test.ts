import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../src/engine/language';
import { RULES } from '../../src/engine/rules';
import { fieldName } from '../../src/pane/i18n/field-name';
import type { OwnTexts } from '../../src/pane/i18n/own-texts';
import { format, PANE_TEXTS } from '../../src/pane/i18n/texts';

const PANE = join(__dirname, '../../src/pane');

/** Names that are written alike in all languages. */
const NAMES = /Excel|WPS|office\.js|Esc|Shift|Alt|JSON|KB/g;

function leaves(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value as object, `${path}${key}.`),
  );
}

/** The files in which parts of the pane bring texts of their own, and what those export. */
const ownTexts = (readdirSync(PANE, { recursive: true }) as string[])
  .filter((name) => /-texts\.ts$/.test(name) && !name.startsWith('i18n'))
  .map(
    (name) => [name, Object.values(require(join(PANE, name)) as Record<string, OwnTexts<object>>)] as const,
  );

const inLanguage = (locale: Locale): [string, string][] => [
  ...leaves(PANE_TEXTS[locale]),
  ...ownTexts.flatMap(([name, all]) => all.flatMap((texts) => leaves(texts[locale], `${name} `))),
];
const zh = inLanguage('zh-CN');
const en = inLanguage('en');
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('texts', () => {
  it('are found in every part that brings its own', () => {
    expect(ownTexts.map(([name]) => name)).toContain(join('received', 'received-texts.ts'));
    for (const [name, all] of ownTexts) expect([name, all.length]).toEqual([name, 1]);
  });

  it('are there in both languages', () => {
    expect(en.map(([key]) => key).sort()).toEqual(zh.map(([key]) => key).sort());
    for (const [key, text] of [...zh, ...en]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  it('have no English left in the Chinese and no Chinese in the English', () => {
    const words = zh.filter(([, text]) =>
      /[A-Za-z]/.test(
        text
          .replace(/\{\w+\}/g, '')
          .replace(NAMES, '')
          .replace(/ F | I | Z |F 应用|I 忽略|M 只标记|Z 撤销|\+[FI]/g, ''),
      ),
    );
    expect(words).toEqual([]);
    expect(en.filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('never exclaim and never use straight quotes in Chinese', () => {
    expect([...zh, ...en].filter(([, text]) => /[!！]/.test(text))).toEqual([]);
    expect(zh.filter(([, text]) => /["']/.test(text))).toEqual([]);
  });

  it.each(zh)('say the same of %s', (key, text) => {
    const other = new Map(en).get(key)!;
    for (const form of other.split(' | ')) expect(placeholders(form)).toEqual(placeholders(text));
  });
});

describe('format', () => {
  it('fills placeholders and leaves unknown ones', () => {
    expect(format('{a} of {b}', { a: 1 })).toBe('1 of {b}');
  });

  it('chooses between one and many', () => {
    expect(format('{n} cell | {n} cells', { n: 1 })).toBe('1 cell');
    expect(format('{n} cell | {n} cells', { n: 2 })).toBe('2 cells');
    expect(format('{n} cell | {n} cells', { n: 0 })).toBe('0 cells');
  });
});

describe('field names', () => {
  it.each([
    ['budget', '全年预算数', 'budget'],
    ['actual.generalPublic', '全年执行数·一般公共预算', 'spending: general public budget'],
    ['indicator.satisfaction.result', '满意度指标·完成值', 'satisfaction: result'],
    ['indicator.*.target', '任一指标·指标值', 'any indicator: target'],
    ['executionRate', '执行率', 'execution rate'],
  ])('%s', (field, chinese, english) => {
    expect(fieldName(field, 'zh-CN')).toBe(chinese);
    expect(fieldName(field, 'en')).toBe(english);
  });

  it('are known for every field that a rule requires', () => {
    const fields = RULES.flatMap(({ meta }) => meta.requires.flat());
    expect(fields.filter((field) => /[A-Za-z]/.test(fieldName(field, 'zh-CN')))).toEqual([]);
  });
});
