import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnexView, Indicator, Project } from '../../../src/engine/annex/annex';
import { readAnnexes } from '../../../src/engine/annex/reading';
import { FactBook } from '../../../src/engine/facts/fact-book';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { findingText, fixText } from '../../../src/engine/review/messages';
import { AnnexRun } from '../../../src/engine/review/annex-run';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { RULES } from '../../../src/engine/rules';
import type { Finding } from '../../../src/engine/rule/finding';
import type { Report, Rule } from '../../../src/engine/rule/rule';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { buildAnnex, type AnnexRow } from '../../support/annexes/annex-builder';
import { Random } from '../../support/random';
import type { RuleCase, RuleCases } from '../../support/annexes/rule-tester';
import { generateWide } from '../../support/annexes/wide-generator';

/** Every case of a rule, valid and invalid. */
function casesOf(rule: Rule): RuleCase[] {
  const path = join(__dirname, '../rules', `${rule.meta.id}.cases.ts`);
  if (!existsSync(path)) return [];
  const { cases } = jest.requireActual<{ cases: RuleCases }>(path);
  return [...cases.valid, ...cases.invalid];
}

function reportsOf(rule: Rule, annex: AnnexView, { profile }: RuleCase): readonly Finding[] {
  return reviewAnnex(annex, [rule], { ...DEFAULT_PROFILE, ...profile }).findings;
}

/** The same review, with the projects looked at in portions of a size. */
function inPortions(rule: Rule, annex: AnnexView, { profile }: RuleCase, size: number): readonly Finding[] {
  const run = new AnnexRun(annex, [rule], { ...DEFAULT_PROFILE, ...profile });
  const portions = Array.from({ length: Math.ceil(annex.projects.length / size) }, (_, i) => ({
    from: i * size,
    to: Math.min(annex.projects.length, (i + 1) * size),
  }));
  run.takeFacts(structuredClone(run.useFacts(portions.map((portion) => run.facts(portion)))));
  const looks = portions.map((portion) => structuredClone(run.look(portion)));
  run.takeLearnt(structuredClone(run.useLooks(looks)));
  return run.review(
    looks,
    portions.map((portion) => structuredClone(run.lookAgain(portion))),
  ).findings;
}

describe('a rule says the same in any portioning, what it learns being plain', () => {
  test.each(RULES.map((rule) => [rule.meta.id, rule] as const))('%s', (_, rule) => {
    for (const input of casesOf(rule)) {
      const { annex } = buildAnnex(input);
      const whole = reportsOf(rule, annex, input);
      for (const size of [1, 2, 3]) expect(inPortions(rule, annex, input, size)).toEqual(whole);
    }
  });
});

describe('a rule that is silent by the wording of an indicator has looked at nothing else of its project', () => {
  const silent = RULES.filter(({ silentByWording }) => silentByWording);
  // The examples of all rules: what makes one speak may be what another is silent for.
  let examples: readonly { readonly annex: AnnexView; readonly book: FactBook }[] = [];
  beforeAll(() => {
    examples = RULES.flatMap(casesOf).map((input) => {
      const { annex } = buildAnnex(input);
      const profile = { ...DEFAULT_PROFILE, ...input.profile };
      const run = new AnnexRun(annex, [], profile);
      const facts = run.useFacts(run.portions.map((portion) => run.facts(portion)));
      return { annex, book: new FactBook(facts, profile) };
    });
  });
  afterAll(() => {
    examples = [];
  });

  test('there are such rules', () => expect(silent.length).toBeGreaterThan(10));

  test.each(silent.map((rule) => [rule.meta.id, rule] as const))('%s', (_, rule) => {
    for (const { annex, book } of examples) {
      for (const project of annex.projects)
        for (const indicator of project.indicators) {
          const looks = new Set<PropertyKey>();
          const context = { ...book.context, learnt: undefined };
          const { silentByWording } = rule;
          let spoke = false;
          const hear = (): void => void (spoke = true);
          if (typeof silentByWording === 'function') {
            const silent = silentByWording(watched(indicator, looks), context);
            if (silent) rule.indicator!(project, indicator, context, hear);
            expect(spoke).toBe(false);
          } else rule.indicator!(watched(project, looks), watched(indicator, looks), context, hear);
          if (!spoke) expect([...looks].filter((key) => !OF_WORDING.has(key))).toEqual([]);
        }
    }
  });
});

/** What of an indicator follows from its wording, or from the place that it stands in. */
const OF_WORDING: ReadonlySet<PropertyKey> = new Set<keyof Indicator>([
  'kind',
  'kindGuessed',
  'name',
  'target',
  'result',
  'deviation',
  'operator',
  'measureUnit',
  'asked',
  'verdict',
]);

/** Keeps the keys that are looked at. */
function watched<T extends object>(one: T, looks: Set<PropertyKey>): T {
  return new Proxy(one, {
    get(target, key) {
      looks.add(key);
      return Reflect.get(target, key) as unknown;
    },
  });
}

/** Counts every look at a project of the annex. */
function counting(annex: AnnexView): { annex: AnnexView; looks: () => number } {
  let looks = 0;
  const projects = annex.projects.map(
    (project) =>
      new Proxy(project, {
        get(target, key: keyof Project) {
          looks += 1;
          return target[key];
        },
      }),
  );
  return { annex: { ...annex, projects }, looks: () => looks };
}

const SHORT = 24;
const TIMES = 8;

/** At most so many times as much work a project in a long table: in a short one there may be nothing to look for. */
const MOST = 2;

/** One example in so many makes a long table; `npm run nightly -- rule-properties` takes them all. */
const STEP = process.env.RULE_EXAMPLES === 'all' ? 1 : 4;

describe('the work of a rule grows with the table, not with its square', () => {
  test.each(RULES.map((rule) => [rule.meta.id, rule] as const))('%s', (_, rule) => {
    const inputs = casesOf(rule).filter(({ rows }) => rows.length > 0);
    // Tables without rows of sums: those stand at the end of a table, not in it again and again.
    const plain = inputs.filter(({ rows }) =>
      rows.every(({ projectName }) => !/计/.test(String(projectName))),
    );
    // From the last one back: that is one which makes the rule speak.
    for (const input of plain.reverse().filter((_input, i) => i % STEP === 0)) {
      const looksAt = (length: number): number => {
        const rows = Array.from({ length }, (_, i): AnnexRow => input.rows[i % input.rows.length]!);
        const counted = counting(buildAnnex({ ...input, rows }).annex);
        reportsOf(rule, counted.annex, input);
        return counted.looks();
      };
      expect(looksAt(SHORT * TIMES)).toBeLessThanOrEqual(looksAt(SHORT) * TIMES * MOST + 100);
    }
  });
});

describe('a large annex, reviewed in portions, is reviewed as a whole', () => {
  test.each(RULES.map((rule) => [rule.meta.id, rule] as const))('%s', (_, rule) => {
    for (const input of casesOf(rule).slice(-3)) {
      const rows = Array.from(
        { length: SHORT * TIMES },
        (_row, i): AnnexRow => input.rows[i % input.rows.length]!,
      );
      const { annex } = buildAnnex({ ...input, rows });
      const place = ({ cell, message }: Pick<Report, 'cell' | 'message'>): string =>
        `${cell.row} ${cell.column} ${message}`;
      const whole = new Set(reportsOf(rule, annex, input).map(place));
      const { findings } = reviewAnnex(annex, [rule], { ...DEFAULT_PROFILE, ...input.profile });
      expect(new Set(findings.map(place))).toEqual(whole);
    }
  });
});

/** What turns up in cells where something else was meant. */
const ODDITIES: readonly CellValue[] = [
  null,
  '',
  '   ',
  '―',
  '无',
  0,
  -1,
  1e300,
  1.7e308,
  -1.7e308,
  Number.MIN_VALUE,
  0.1 + 0.2,
  true,
  { error: '#DIV/0!' },
  '%',
  '≥',
  '》》90%',
  '（',
  '1'.repeat(400),
  '完成'.repeat(300),
  '\u0000\ud800',
  '2023年13月45日',
  '１２３．４％',
  '=1+1',
  '一二三四五六七八九十百千万亿',
];

function spoilt(sheet: SheetSnapshot, random: Random): SheetSnapshot {
  return {
    ...sheet,
    values: sheet.values.map((row, i) =>
      i < 5 ? row : row.map((value) => (random.chance(0.25) ? random.pick(ODDITIES) : value)),
    ),
  };
}

test('no rule fails, nor names a number that is none, whatever stands in the cells', () => {
  for (let seed = 1; seed <= 120; seed++) {
    const { sheet } = generateWide(seed);
    for (const annex of readAnnexes(spoilt(sheet, new Random(seed)))) {
      const { outcomes, findings } = reviewAnnex(annex);
      expect(outcomes.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(findings.flatMap(saidBy).filter((text) => /NaN|Infinity/.test(text))).toEqual([]);
    }
  }
});

/** All texts and figures of a finding. */
function saidBy(finding: Finding): string[] {
  const fixes = [...(finding.fix ? [finding.fix] : []), ...finding.suggestions];
  return [
    findingText(finding, 'zh-CN'),
    String(finding.expected),
    String(finding.actual),
    ...fixes.map((fix) => fixText(finding, fix, 'zh-CN')),
    ...fixes.flatMap(({ edits }) =>
      edits.map(({ after }) => String('value' in after ? after.value : after.formula)),
    ),
  ];
}

/** More digits than a spreadsheet keeps of what is typed. */
const NOISE = /(?:[1-9][\d]*\.?[\d]*|0\.0*[1-9]\d*)/g;

function isNoisy(text: string): boolean {
  return (text.match(NOISE) ?? []).some(
    (figure) => figure.includes('.') && figure.replace('.', '').replace(/^0+|0+$/g, '').length > 15,
  );
}

/** Sums and quotients as cells hold them where nobody rounded them. */
const UNROUNDED: readonly number[] = [
  0.1 + 0.2,
  0.57 / 0.6,
  1.1 * 3,
  4.35 * 100,
  1 / 3,
  20 / 3,
  1_234_567.8 + 0.1,
];

test('figures are said and written as people write them', () => {
  let figures = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { sheet } = generateWide(seed);
    const random = new Random(seed);
    const values = sheet.values.map((row, i) =>
      i < 5
        ? row
        : row.map((value) =>
            typeof value === 'number' && random.chance(0.5) ? random.pick(UNROUNDED) : value,
          ),
    );
    for (const annex of readAnnexes({ ...sheet, values })) {
      const said = reviewAnnex(annex).findings.flatMap(saidBy);
      figures += said.filter((text) => /\d\.\d/.test(text)).length;
      expect(said.filter(isNoisy)).toEqual([]);
    }
  }
  expect(figures).toBeGreaterThan(500);
});
