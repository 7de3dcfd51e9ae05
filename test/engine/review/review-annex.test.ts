import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { REVIEWED_LAYOUTS, type Layout } from '../../../src/engine/annex/annex';
import { findingText } from '../../../src/engine/review/messages';
import { fill } from '../../../src/engine/language';
import { RULE_FAILED, reviewAnnex } from '../../../src/engine/review/review-annex';
import { RULES } from '../../../src/engine/rules';
import type { Severity } from '../../../src/engine/severity';
import type { Report, Rule, RuleMeta } from '../../../src/engine/rule/rule';
import { toAddress } from '../../../src/engine/sheet/address';
import { buildAnnex } from '../../support/annexes/annex-builder';
import { asks, percent } from '../../support/annexes/cells';

const both = (text: string) => ({ 'zh-CN': text, en: text });

function fakeRule(id: string, annex: Rule['annex'], meta: Partial<RuleMeta> = {}): Rule {
  return {
    meta: {
      id,
      name: both(id),
      description: both(id),
      topic: 'table',
      severity: 'warning',
      requires: [],
      fix: 'none',
      basis: [],
      messages: { said: both('said') },
      ...meta,
    },
    annex,
  };
}

/** A rule that speaks of the given cells, one after the other. */
function speaker(
  id: string,
  cells: readonly (readonly [number, number, Severity?])[],
  meta: Partial<RuleMeta> = {},
): Rule {
  const reports = cells.map(([row, column, severity]): Report => ({
    cell: { row, column },
    severity,
    project: null,
    message: 'said',
  }));
  return fakeRule(id, (_, report) => reports.forEach(report), meta);
}

const { annex } = buildAnnex({
  rows: [
    { unit: '河务局', budget: 40, actual: 38, executionRate: percent(0.95) },
    { unit: '河务局', budget: 20, actual: 19, executionRate: percent(0.5) },
  ],
});

const said = (rules: readonly Rule[]): string[] =>
  reviewAnnex(annex, rules).findings.map(
    (f) => `${toAddress(f.cell.row, f.cell.column)} ${f.rule} ${f.severity}`,
  );

describe('a rule that throws', () => {
  const broken = fakeRule('broken-rule', (_, report) => {
    report({ cell: { row: 4, column: 2 }, project: null, message: 'said' });
    throw new TypeError('no such column');
  });

  test('becomes a finding of its own at the head of the annex, and the others go on', () => {
    const review = reviewAnnex(annex, [broken, speaker('next-rule', [[5, 1]])]);
    expect(review.outcomes).toEqual([
      { rule: 'broken-rule', outcome: 'failed', reason: 'no such column' },
      { rule: 'next-rule', outcome: 'checked' },
    ]);
    const [failure, ...others] = review.findings;
    expect(failure).toMatchObject({
      rule: RULE_FAILED,
      severity: 'error',
      cell: { row: annex.range.firstRow, column: annex.range.firstColumn },
      data: { rule: 'broken-rule', reason: 'no such column' },
      project: null,
      fix: null,
    });
    expect(findingText(failure!, 'zh-CN')).toBe(
      '规则“broken-rule”在检查时出错（no such column），本表未按该规则检查，其他规则不受影响。请将此文件反馈给开发者。',
    );
    expect(findingText(failure!, 'en')).toContain('"broken-rule" failed (no such column)');
    expect(others.map((f) => f.rule)).toContain('next-rule');
  });

  test('may throw anything', () => {
    const odd = fakeRule('odd-rule', () => {
      throw 'a text';
    });
    expect(reviewAnnex(annex, [odd]).outcomes).toEqual([
      { rule: 'odd-rule', outcome: 'failed', reason: 'a text' },
    ]);
  });

  test('two of them are two findings', () => {
    const twice = reviewAnnex(annex, [broken, { ...broken, meta: { ...broken.meta, id: 'broken-too' } }]);
    const failed = twice.findings.filter((f) => f.rule === RULE_FAILED).map((f) => f.data['rule']);
    expect(failed).toEqual(['broken-rule', 'broken-too']);
  });
});

describe('a rule without its columns', () => {
  test('is not checked, and says which columns it misses', () => {
    const check = jest.fn();
    const rule = fakeRule('needs-columns', check, {
      requires: [['executionRate'], ['goalCompletion', 'problems'], ['indicator.*.result']],
    });
    expect(reviewAnnex(annex, [rule])).toEqual({
      findings: [],
      outcomes: [
        {
          rule: 'needs-columns',
          outcome: 'not-checked',
          missing: [['goalCompletion', 'problems'], ['indicator.*.result']],
          unsure: [],
        },
      ],
    });
    expect(check).not.toHaveBeenCalled();
  });

  test.each([
    ['a field', [['budget']], true],
    ['one of several', [['problems', 'actual']], true],
    ['any indicator', [['indicator.*.target']], true],
    ['another role', [['indicator.*.score']], false],
    ['a part of a field’s id', [['budget.fiscal']], false],
  ] as const)('%s', (_, requires, checked) => {
    const { annex: asking } = buildAnnex({ rows: [asks('quantity', '3场', '3场', { actual: 5 })] });
    const [outcome] = reviewAnnex(asking, [fakeRule('r', () => undefined, { requires })]).outcomes;
    expect(outcome!.outcome).toBe(checked ? 'checked' : 'not-checked');
  });

  test('every rule has exactly one outcome', () => {
    const { outcomes } = reviewAnnex(annex);
    expect(outcomes.map((o) => o.rule)).toEqual(RULES.map((rule) => rule.meta.id));
  });
});

describe('precedence', () => {
  const strong = speaker('strong', [[4, 2]]);
  const weak = speaker(
    'weak',
    [
      [4, 2],
      [5, 2],
    ],
    { yieldsTo: ['strong'] },
  );

  test('of two rules at one cell the one that yields is silent, whatever their order', () => {
    const expected = ['C5 strong warning', 'C6 weak warning'];
    expect(said([strong, weak])).toEqual(expected);
    expect(said([weak, strong])).toEqual(expected);
  });

  test('rules that do not yield both speak', () => {
    expect(said([strong, speaker('other', [[4, 2]])])).toEqual(['C5 strong warning', 'C5 other warning']);
  });

  test('nobody yields to a rule that found nothing there', () => {
    expect(said([speaker('strong', [[4, 3]]), weak])).toEqual([
      'C5 weak warning',
      'D5 strong warning',
      'C6 weak warning',
    ]);
  });

  test('the same message for the same cell is heard once', () => {
    expect(
      said([
        speaker('twice', [
          [4, 2],
          [4, 2],
        ]),
      ]),
    ).toEqual(['C5 twice warning']);
  });

  test('no rule yields to itself or in a circle, and none to a rule that is not there', () => {
    const yields = new Map(RULES.map((rule) => [rule.meta.id, rule.meta.yieldsTo ?? []]));
    for (const [id, others] of yields) {
      for (const other of others) {
        expect(yields.has(other)).toBe(true);
        expect(yields.get(other)).not.toContain(id);
      }
    }
  });

  test('a satisfaction that repeats its target is one finding', () => {
    const { annex: repeated, at } = buildAnnex({ rows: [asks('satisfaction', '≥90%', '≧９０％')] });
    const { row, column } = at(0, 'indicator.satisfaction.result');
    const { findings } = reviewAnnex(repeated);
    expect(findings.filter((f) => f.cell.row === row && f.cell.column === column).map((f) => f.rule)).toEqual(
      ['satisfaction-no-figure'],
    );
  });

  test('an answer that is only partly done is not also without a figure', () => {
    const { annex: partial, at } = buildAnnex({
      rows: [asks('quantity', '建站3座', '基本完成', { goalCompletion: '已完成' })],
    });
    const { row, column } = at(0, 'indicator.quantity.result');
    const here = reviewAnnex(partial).findings.filter((f) => f.cell.row === row && f.cell.column === column);
    expect(here.map((f) => f.rule)).toEqual(['result-partial']);
  });
});

describe('findings', () => {
  test('come by row, then column, then severity', () => {
    const rules = [
      speaker('a', [
        [6, 0],
        [4, 3, 'info'],
        [4, 1],
      ]),
      speaker('b', [
        [4, 3, 'error'],
        [5, 16_383],
      ]),
      speaker('c', [
        [4, 3],
        [6, 0, 'error'],
      ]),
    ];
    expect(said(rules)).toEqual([
      'B5 a warning',
      'D5 b error',
      'D5 c warning',
      'D5 a info',
      'XFD6 b warning',
      'A7 c error',
      'A7 a warning',
    ]);
  });

  test('are plain values with everything in them', () => {
    const { findings } = reviewAnnex(annex);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding).toMatchObject({
      rule: 'execution-rate-mismatch',
      severity: 'error',
      sheetId: 'sheet1',
      sheetName: 'Sheet1',
      project: '项目2',
      unit: '河务局',
      expected: 0.95,
      actual: 0.5,
    });
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
  });

  test('have defaults for what a rule leaves out', () => {
    const [finding] = reviewAnnex(annex, [speaker('bare', [[4, 2]])]).findings;
    expect(finding).toEqual({
      rule: 'bare',
      severity: 'warning',
      annex: 'sheet1!0',
      projectId: null,
      sheetId: 'sheet1',
      sheetName: 'Sheet1',
      cell: { row: 4, column: 2 },
      related: [],
      project: null,
      unit: null,
      message: 'said',
      data: {},
      expected: null,
      actual: null,
      habit: null,
      fix: null,
      suggestions: [],
    });
  });

  test('are the same each time, and leave the annex as it was', () => {
    const seen = (): string =>
      JSON.stringify(
        annex.projects.map(({ row, lastRow, name, unit, money, rate, indicators }) => [
          [row, lastRow, name, unit, money, rate],
          indicators.map(({ target, result, asked }) => [target?.text, result?.text, asked?.text]),
        ]),
      );
    const before = seen();
    expect(reviewAnnex(annex)).toEqual(reviewAnnex(annex));
    expect(seen()).toBe(before);
  });

  test('do not depend on the order of the rules', () => {
    const backwards = reviewAnnex(annex, [...RULES].reverse()).findings;
    expect(backwards).toEqual(reviewAnnex(annex).findings);
  });
});

describe('layouts', () => {
  const loud = speaker('loud', [[4, 2]]);

  test.each(['goal', 'allocation', 'progress'] as const)('%s is left alone', (layout) => {
    expect(reviewAnnex({ ...annex, layout }, [loud])).toEqual({ findings: [], outcomes: [] });
  });

  test.each(REVIEWED_LAYOUTS)('%s is reviewed', (layout: Layout) => {
    expect(reviewAnnex({ ...annex, layout }, [loud]).findings).toHaveLength(1);
  });

  test('a table of targets, as recognised, is left alone', () => {
    const goals = buildAnnex({
      rows: [{ budget: 0, annualGoal: '改造泵房', 'indicator.quantity.target': '》3座' }],
    });
    expect(goals.annex.layout).toBe('goal');
    expect(reviewAnnex(goals.annex)).toEqual({ findings: [], outcomes: [] });
  });

  test('a list of allocations, as recognised, is left alone', () => {
    const money = buildAnnex({ rows: [{ unit: '河务局', budget: -5, 'budget.fiscal': 9 }] });
    expect(money.annex.layout).toBe('allocation');
    expect(reviewAnnex(money.annex)).toEqual({ findings: [], outcomes: [] });
  });
});

describe('profile', () => {
  test('reach the rules', () => {
    const check = jest.fn();
    const profile = { ...DEFAULT_PROFILE, explainBelow: 0.8 };
    reviewAnnex(annex, [fakeRule('r', check)], profile);
    expect(check).toHaveBeenCalledWith(expect.objectContaining({ profile }), expect.any(Function));
  });
});

describe('texts', () => {
  test('placeholders are filled once, and what has no data stays', () => {
    expect(fill('{a} 与 {b}，{a}', { a: '{b}', b: '2' })).toBe('{b} 与 2，{b}');
    expect(fill('{a}{c}', { a: '1' })).toBe('1{c}');
    expect(fill('没有', {})).toBe('没有');
  });

  test('every rule states its texts in both languages', () => {
    for (const { meta } of RULES) {
      for (const text of [meta.name, meta.description, ...Object.values(meta.messages)]) {
        expect(text['zh-CN']).not.toBe('');
        expect(text.en).not.toBe('');
        expect(text.en).not.toMatch(/[，。；]/);
        const names = (s: string) => [...s.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
        expect([...new Set(names(text.en))]).toEqual([...new Set(names(text['zh-CN']))]);
      }
    }
  });
});
