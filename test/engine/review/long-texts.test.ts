import { errorText } from '../../../src/app/error-text';
import { marksOf } from '../../../src/app/marks';
import { readAnnexes } from '../../../src/engine/annex/reading';
import { LOCALES } from '../../../src/engine/language';
import { profileProblemText } from '../../../src/engine/profile/problem-text';
import { readProfileText } from '../../../src/engine/profile/read-profile';
import { findingText, habitText, fixText } from '../../../src/engine/review/messages';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { issueColumn, issueList } from '../../../src/engine/rollup/issue-list';
import type { Finding } from '../../../src/engine/rule/finding';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { LONGEST_MESSAGE } from '../../../src/engine/sheet/shortened';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { HostError } from '../../../src/host/port';
import { XlsxError } from '../../../src/xlsx';
import { Random } from '../../support/random';
import { generateWide } from '../../support/annexes/wide-generator';

const LONGEST_CELL = 32_767;
const fillUp = (text: string): string => text.repeat(LONGEST_CELL).slice(0, LONGEST_CELL);

/** Cells as long as they may be. */
const LONG: readonly CellValue[] = [
  fillUp('完成'),
  fillUp('≥95%，'),
  `a${fillUp('𠮷')}`.slice(0, LONGEST_CELL - 1),
  fillUp('请填写\u0007\u202e'),
  fillUp('9'),
  { error: '#REF!' },
];
const LONG_FORMULA = `=${'IFERROR(A1,𠮷)+'.repeat(600)}1`.slice(0, 8_000);

/** Half a pair that stands for one character. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function lengthened(sheet: SheetSnapshot, random: Random): SheetSnapshot {
  const isLong = sheet.values.map((row, i) => row.map(() => i >= 5 && random.chance(0.2)));
  return {
    ...sheet,
    name: `附件\u202e${'一'.repeat(500)}`,
    values: sheet.values.map((row, i) => row.map((value, j) => (isLong[i]![j] ? random.pick(LONG) : value))),
    formulas: sheet.values.map((row, i) =>
      row.map((_, j) => (isLong[i]![j] && random.chance(0.3) ? LONG_FORMULA : null)),
    ),
  };
}

function textsOf(finding: Finding): string[] {
  const fixes = [...(finding.fix ? [finding.fix] : []), ...finding.suggestions];
  return LOCALES.flatMap((locale) => [
    findingText(finding, locale),
    ...fixes.map((fix) => fixText(finding, fix, locale)),
  ]);
}

const tooLong = (texts: readonly string[]): string[] =>
  texts.filter((text) => text.length > LONGEST_MESSAGE || HALVES.test(text)).map((text) => text.slice(0, 80));

test('nothing that is said of long cells is longer than a page', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 20; seed++) {
    const annexes = readAnnexes(lengthened(generateWide(seed).sheet, new Random(seed)));
    const findings = annexes.flatMap((annex) => reviewAnnex(annex).findings);
    findings.forEach(({ rule }) => seen.add(rule));
    expect(tooLong(findings.flatMap(textsOf))).toEqual([]);

    const open = findings.map((finding, i) => ({ ...finding, id: String(i), state: 'open' as const }));
    const { notes } = marksOf(open as never, 'zh-CN', true);
    expect(tooLong(notes.map(({ text }) => text))).toEqual([]);

    const list = issueList(annexes, findings, {
      locale: 'zh-CN',
      date: new Date(2026, 2, 5),
      words: {
        problem: (finding) => findingText(finding, 'zh-CN'),
        advice: () => null,
        habit: (finding) => habitText(finding, 'zh-CN'),
        suggestions: (finding) => textsOf(finding),
        rule: (id) => id,
      },
    });
    const kept = [issueColumn('unit'), issueColumn('key')];
    const read = list.rows.flatMap((row) => row.filter((_, column) => !kept.includes(column)));
    expect(tooLong(read.map((cell) => String(cell?.value ?? '')))).toEqual([]);
  }
  expect(seen).toContain('formula-error');
  expect(seen.size).toBeGreaterThan(15);
});

test('a rule that fails does not tell more than a page', () => {
  const { sheet } = generateWide(1);
  const [annex] = readAnnexes(sheet);
  const broken = {
    meta: { id: 'broken', severity: 'error', requires: [], topic: 'table' },
    check: () => {
      throw new Error(fillUp('坏'));
    },
  };
  const { findings, outcomes } = reviewAnnex(annex!, [broken as never]);
  expect(tooLong(findings.flatMap(textsOf))).toEqual([]);
  expect(JSON.stringify(outcomes).length).toBeLessThan(LONGEST_MESSAGE);
});

test.each([
  ['an unknown setting', JSON.stringify({ id: 'own', [fillUp('键')]: 1 })],
  ['a value of the wrong type', JSON.stringify({ id: 'own', explainBelow: fillUp('𠮷') })],
  ['a place far down', JSON.stringify({ id: 'own', [fillUp('键')]: { [fillUp('键')]: [[[1]]] } })],
  ['no JSON', fillUp('{"id": ')],
])('what is wrong with a profile is told on a page: %s', (_, text) => {
  const result = readProfileText(text, []);
  const problems = 'problems' in result ? result.problems : [];
  expect(problems.length).toBeGreaterThan(0);
  for (const locale of LOCALES)
    expect(tooLong(problems.map((problem) => profileProblemText(problem, locale)))).toEqual([]);
});

test('errors that name worksheets or parts are no longer than a page', () => {
  const sheets = Array.from({ length: 300 }, (_, i) => ({
    kind: 'worksheet' as const,
    visible: true,
    id: String(i),
    name: `问题清单${i}${'𠮷'.repeat(400)}`,
  }));
  for (const locale of LOCALES) {
    const { happened } = errorText(new HostError('two-own-sheets', 'x', { sheets }), locale);
    expect(tooLong([happened])).toEqual([]);
    expect(happened).toContain('问题清单0');
  }
  expect(tooLong([new XlsxError('corrupt', `${fillUp('xl/𠮷')} is missing`).message])).toEqual([]);
});
