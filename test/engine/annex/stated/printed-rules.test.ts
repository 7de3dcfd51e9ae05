import type { PointsRule } from '../../../../src/engine/annex/stated/printed-rule';
import { readPrintedRules } from '../../../../src/engine/annex/stated/read-printed-rules';
import type { Place } from '../../../../src/engine/annex/place';

const CELL = { row: 20, column: 0 };
const read = (text: string) => readPrintedRules([{ ...CELL, text }], []);

/** What a rule says, without what is absent from it. */
function said({ cell, text, ...rule }: PointsRule) {
  expect(cell).toStrictEqual(CELL);
  expect(text).not.toBe('');
  return Object.fromEntries(
    Object.entries(rule).filter(
      ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const EXCESS = ['*', 'weight', ['-', 1, ['/', ['-', 'result', 'target'], 'target']]];
const GROWING = ['*', ['/', 'result', 'target'], 'weight'];
const SHRINKING = ['*', ['/', 'target', 'result'], 'weight'];

describe('how points follow', () => {
  test.each<[string, string, object[]]>([
    [
      'a formula for less is better, and where it ends',
      '注：1.逆向指标未达标：得分＝权重×［1－（实际完成值－目标值）÷目标值］；实际完成值为目标值的2倍以上的，不得分。',
      [{ about: 'down', understood: true, formulas: [EXCESS], nothingFrom: 2 }],
    ],
    [
      'both directions in one sentence, with the letters of the columns',
      '说明：正向指标，得分=全年实际值（B）/年度指标值（A）×该指标分值，反向指标，得分=年度指标值（A）/全年实际值（B）×该指标分值。',
      [
        { about: 'up', understood: true, formulas: [GROWING] },
        { about: 'down', understood: true, formulas: [SHRINKING] },
      ],
    ],
    [
      'two formulas of which one is meant',
      '定量指标没有达到指标值的，按B/A或A/B×分值计分',
      [
        {
          about: 'quantified',
          understood: true,
          formulas: [['*', 'weight', ['/', 'result', 'target']], SHRINKING.slice(0, 2).concat(['weight'])],
        },
      ],
    ],
    [
      'by steps below what earns all',
      '预算执行率达到95%得满分，每降低1个百分点扣0.5分，扣完为止。',
      [
        {
          about: 'execution',
          understood: true,
          tiers: [{ from: 0.95, to: null, earns: { share: 1 } }],
          steps: [{ each: 0.01, off: { points: 0.5 }, below: 0.95 }],
        },
      ],
    ],
    [
      'steps as a share of the weight',
      '定量指标未完成的，每低于目标值5%扣分值的10%',
      [{ about: 'quantified', understood: true, steps: [{ each: 0.05, off: { share: 0.1 }, below: null }] }],
    ],
    [
      'tiers in points',
      '资金支出率85%以上计10分，60%～85%计6分，低于60%不得分',
      [
        {
          about: 'execution',
          understood: true,
          tiers: [
            { from: 0.85, to: null, earns: { points: 10 } },
            { from: 0.6, to: 0.85, earns: { points: 6 } },
            { from: null, to: 0.6, earns: { points: 0 } },
          ],
        },
      ],
    ],
    [
      'in proportion, in words',
      '各指标按完成比例计分',
      [{ about: 'quantified', understood: true, proportion: true }],
    ],
    [
      'spending by budget is about the execution',
      '得分=（支出数÷预算数）×10',
      [{ about: 'execution', understood: true, formulas: [['*', ['/', 'spent', 'budget'], 10]] }],
    ],
    [
      'what a miss earns',
      '定量指标未达标的不得分',
      [{ about: 'quantified', understood: true, missed: 'nothing' }],
    ],
    [
      'nothing loses points',
      '所有指标一律满分，不扣分',
      [{ about: 'indicators', understood: true, missed: 'full' }],
    ],
    [
      'a subject holds to the end of its item',
      '1.满意度指标90%以上得10分；每降低1%扣1分。2.其他见附件',
      [
        {
          about: 'indicators',
          kinds: ['satisfaction'],
          understood: true,
          tiers: [{ from: 0.9, to: null, earns: { points: 10 } }],
          steps: [{ each: 0.01, off: { points: 1 }, below: null }],
        },
      ],
    ],
    ['not understood, about all indicators', '未尽事项酌情扣分', [{ about: 'indicators' }]],
    ['not understood, about the execution', '执行率按季度考核结果计分', [{ about: 'execution' }]],
    [
      'half understood is not understood',
      '执行率≥90%得满分，其余由主管部门酌情扣分',
      [{ about: 'execution', tiers: [{ from: 0.9, to: null, earns: { share: 1 } }] }],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text).points.map(said)).toStrictEqual(expected);
  });

  test.each([
    ['a cap', '得分最高不能超过该指标分值上限。'],
    ['a sum', '总分=预算执行率得分+各项指标得分之和'],
    ['a rate', '执行率=执行数÷预算数×100%'],
    ['the caption of a rate', '预算执行率(B/A)'],
    ['honesty', '请根据指标实际完成情况如实打分'],
    ['reasons for lost points', '扣分的应在备注栏说明扣分原因'],
    ['a date', '填报日期：2024年3月15日'],
    ['a unit', '单位：万元'],
    ['points of a level', '产出指标（50分）'],
    ['weights', '分值由各单位根据指标重要程度确定'],
  ])('no rule on points: %s', (_, text) => {
    expect(read(text).points).toStrictEqual([]);
  });
});

describe('other facts', () => {
  test.each<[string, string, object]>([
    [
      'four grades, words first',
      '等级：优（90分及以上）、良（80-89分）、中（60-79分）、差（60分以下）',
      {
        grades: [
          ['优', 90],
          ['良', 80],
          ['中', 60],
          ['差', 0],
        ],
      },
    ],
    [
      'five grades, limits first',
      '90分(含)-100分为优，80分(含)-90分为良，70分(含)-80分为中，60分(含)-70分为低，60分以下为差',
      {
        grades: [
          ['优', 90],
          ['良', 80],
          ['中', 70],
          ['低', 60],
          ['差', 0],
        ],
      },
    ],
    [
      'grades around the score',
      '综合得分≥80为优，70≤综合得分<80为良，60≤综合得分<70为中，综合得分<60为差',
      {
        grades: [
          ['优', 80],
          ['良', 70],
          ['中', 60],
          ['差', 0],
        ],
      },
    ],
    ['bands', '定性指标分三档，在100%-80%（含）、80%-50%（含）、50%-0%之间打分', { bands: [0.8, 0.5] }],
    ['a threshold', '预算执行率低于80%的项目，应在备注中说明原因。', { explainBelow: 0.8 }],
    [
      'weights of levels',
      '分值：产出指标40分、成本指标20分、效益指标20分、满意度指标10分、预算执行率10分',
      { weights: [10, 40, 20, 20, 10] },
    ],
    ['scaled totals', '不涉及的指标予以剔除，总分按比例折算为百分制。', { scaled: true }],
  ])('%s', (_, text, expected) => {
    const { bands, grades, explainBelow, weights, scaled } = read(text);
    const facts = {
      ...(bands && { bands: [bands.value.achieved, bands.value.partial] }),
      ...(grades && { grades: grades.value.map(({ name, from }) => [name, from]) }),
      ...(explainBelow && { explainBelow: explainBelow.value }),
      ...(weights && { weights: Object.values(weights.value) }),
      ...(scaled && { scaled: scaled.value }),
    };
    expect(facts).toStrictEqual(expected);
    for (const fact of [bands, grades, explainBelow, weights, scaled])
      if (fact) expect(fact.cell).toStrictEqual(CELL);
  });

  test.each([
    ['a scale with a gap', '优（90分以上）、良（70-80分）、差（60分以下）'],
    ['a scale that does not reach 0', '优（90分以上）、良（80-90分）、中（60-80分）'],
    ['two bands', '定性指标在100%-80%、80%-0%之间打分'],
    ['a threshold of deviation', '完成值偏差超过20%的应说明原因'],
    ['a low rate that is only deducted', '执行率低于80%的，扣2分'],
    ['quality in words', '项目质量优良，效益中等，差异较小'],
    ['one level', '产出指标50分'],
    ['nothing left out', '不涉及的指标填“无”'],
  ])('none: %s', (_, text) => {
    const { points: _points, ...facts } = read(text);
    expect(Object.values(facts)).toStrictEqual([null, null, null, null, null]);
  });
});

test('a caption is about what stands below it, a note of several fields about none of them', () => {
  const place = (field: Place['field'], ...labels: [number, string][]): Place => ({
    field,
    labels: labels.map(([column, text], row) => ({ row, column, text })),
    along: 'column',
    line: labels[labels.length - 1]![0],
    confidence: 'certain',
    evidence: [],
    guess: null,
    content: 'texts',
    indicator: -1,
    percent: false,
  });
  const { points } = readPrintedRules(
    [],
    [
      place('executionRate.score', [3, '得分（每低1个百分点扣0.2分）']),
      place('indicator.cost.score', [5, '成本指标'], [5, '得分（未达标不得分）']),
    ],
  );
  expect(points.map(({ about, kinds, cell }) => [about, kinds, cell.column])).toStrictEqual([
    ['execution', null, 3],
    ['quantified', ['cost'], 5],
  ]);
});
