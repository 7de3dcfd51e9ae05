import { readAnnexes } from '../../../src/engine/annex/reading';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { rulesByNote } from '../../../src/engine/review/rules-by-note';
import { reviewSheet } from '../../../src/engine/review/review-sheet';
import { RULES } from '../../../src/engine/rules';
import { toAddress } from '../../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { buildAnnex } from '../../support/annexes/annex-builder';
import { generateAnnex } from '../../support/annexes/annex-generator/generate';
import { scoredIndicator } from '../../support/annexes/cells';
import { Random } from '../../support/random';

/** Rules that derive points: these alone may be silent for a text of the table. */
const DERIVING = [
  'score-not-proportional',
  'execution-score-mismatch',
  'full-score-not-full-execution',
  'qualitative-band',
];

/** Pieces of what notes may say, put together in any order: sense is not asked for. */
const SUBJECTS = [
  '定量指标',
  '反向指标（≤）',
  '正向指标',
  '定性指标',
  '预算执行率',
  '满意度指标',
  '各项指标',
  '总分',
  '',
];
const CASES = [
  '未达标的',
  '低于80%的',
  '90%（含）以上',
  '60%-80%',
  '达到指标值2倍的',
  '不涉及的',
  '完成的',
  '',
];
const SAYINGS = [
  '不得分',
  '得满分',
  '不扣分',
  '酌情扣分',
  '每低1个百分点扣1分',
  '按完成比例计分',
  '得5分',
  '说明原因',
  '得分=分值×完成值÷指标值',
  '得分=分值×[1-(完成值-指标值)÷指标值]',
  '剔除后按比例折算',
  '为优',
  '按专家意见评分',
  '优（80分以上）、良（70-80分）、中（50-70分）、差（50分以下）',
  '产出指标60分、效益指标40分',
  '100%-50%、50%-20%、20%-0%分三档',
  '均得满分',
  '不要求填写',
  '可超过分值',
  '合计可不为100分',
];

const pick = <T>(random: Random, from: readonly T[]): T => from[random.integer(0, from.length - 1)]!;

function noteOf(random: Random): string {
  const clauses = Array.from({ length: random.integer(1, 4) }, () =>
    [pick(random, SUBJECTS), pick(random, CASES), pick(random, SAYINGS)].join(pick(random, ['，', '', '：'])),
  );
  return `注：${clauses.join(pick(random, ['；', '。', '，', '\n2.']))}`;
}

/** The same sheet with a line below it. */
function withNote(sheet: SheetSnapshot, note: string): SheetSnapshot {
  const row = <T>(first: T, blank: T): T[] => [
    first,
    ...Array.from({ length: sheet.columnCount - 1 }, () => blank),
  ];
  return {
    ...sheet,
    rowCount: sheet.rowCount + 1,
    values: [...sheet.values, row<SheetSnapshot['values'][number][number]>(note, null)],
    formulas: [...sheet.formulas, row<string | null>(null, null)],
    numberFormats: [...sheet.numberFormats, row('General', 'General')],
  };
}

const said = (sheet: SheetSnapshot): string[] =>
  readAnnexes(sheet)
    .flatMap((annex) => reviewAnnex(annex, RULES, DEFAULT_PROFILE).findings)
    .filter(({ rule }) => !DERIVING.includes(rule))
    .map(({ rule, cell }) => `${rule} ${toAddress(cell.row, cell.column)}`);

test.each(Array.from({ length: 60 }, (_, i) => i + 1))(
  'no note takes away a finding of a rule that derives no points (seed %i)',
  (seed) => {
    const random = new Random(seed);
    const { sheet } = generateAnnex(seed);
    const note = noteOf(random);
    const before = said(sheet);
    const after = new Set(said(withNote(sheet, note)));
    expect([note, before.filter((finding) => !after.has(finding))]).toEqual([note, []]);
  },
);

describe('what was checked by texts of the table is named', () => {
  const rows = [
    scoredIndicator('cost', '≤20万元', '25万元', 10, 7.5),
    scoredIndicator('cost', '≤9万元', '8万元', 10, 10),
  ];
  const named = (note: string, profile = DEFAULT_PROFILE) => {
    const { sheet } = buildAnnex({ rows, below: [[note]] });
    const [reviewed] = reviewSheet(sheet, {
      profileOf: () => ({ profile, reason: 'chosen', evidence: null }),
    });
    return reviewed!.byNote.map(({ cell, understood, rules }) => [
      toAddress(cell.row, cell.column),
      understood,
      rules,
    ]);
  };

  test.each<[string, string, unknown[]]>([
    [
      'followed',
      '注：反向指标未达标的，得分=分值×[1-(完成值-指标值)÷指标值]。',
      [['A7', true, ['score-not-proportional']]],
    ],
    ['not understood', '注：定量指标由专家酌情扣分。', [['A7', false, ['score-not-proportional']]]],
    [
      'about any indicator',
      '注：未尽事项酌情扣分。',
      [['A7', false, ['score-not-proportional', 'qualitative-band']]],
    ],
    ['bands', '注：定性指标分三档：100%-80%、80%-50%、50%-0%。', [['A7', true, ['qualitative-band']]]],
    ['what is usual', '注：定量指标按完成比例计分。', []],
    ['what lets nothing be lost', '注：各项指标均得满分，不扣分。', []],
    ['rules without their columns', '注：预算执行率由专家酌情扣分。', []],
    ['no rule', '注：数据截至2023年12月31日。', []],
  ])('%s', (_, note, expected) => {
    expect(named(note)).toEqual(expected);
  });

  test('nothing where the table is held to the profile', () => {
    const note = '注：定量指标由专家酌情扣分。';
    expect(named(note, { ...DEFAULT_PROFILE, printedRules: 'ignore' })).toEqual([]);
    const { annex } = buildAnnex({ rows, below: [[note]] });
    expect(rulesByNote(annex, DEFAULT_PROFILE, [])).toEqual([]);
  });
});
