import { indicatorCells } from '../../../src/engine/annex/cell-refs';
import { readAnnexes } from '../../../src/engine/annex/reading';
import { recognise } from '../../../src/engine/annex/recognise';
import { drawTable, type Drawing } from '../../support/annexes/drawn-table';

const HEAD = '> 项目名称|预算数|执行数|一级指标|二级指标|三级指标|指标值|完成值|分值|得分';

/** A table of one project by the first and second level of its rows; a third part is the name, 指标n where it is left out. */
function tableOf(levels: readonly string[], header = HEAD): Drawing {
  const rows = levels.map((level, i) => {
    const [first = '', second = '', name = `指标${'甲乙丙丁戊己庚辛壬癸'[i]!}`] = level.split('/');
    const own = i === 0 ? '某项目|10|9' : '||';
    return `. ${own}|${first}|${second}|${name}|≥${i + 3}次|${i + 4}次|10|10`;
  });
  return { name: '', year: null, unit: null, fields: '', rows: [header, ...rows].join('\n') };
}

function kindsOf(drawing: Drawing): readonly (string | null)[] | undefined {
  return recognise(drawTable({ ...drawing, fields: '-' }).sheet)[0]?.projects[0]?.rowKinds;
}

describe('the kind of an indicator that is a row follows from its levels', () => {
  const cases: readonly (readonly [string, readonly string[], readonly (string | null)[]])[] = [
    [
      'the second level names it',
      ['产出指标/数量指标', '产出指标/质量指标', '产出指标/时效指标', '效益指标/可持续影响指标'],
      ['quantity', 'quality', 'timeliness', 'sustainability'],
    ],
    [
      'costs of all sorts are cost, effects on the environment ecological',
      [
        '成本指标/经济成本指标',
        '成本指标/社会成本指标',
        '成本指标/生态环境成本指标',
        '效益指标/环境效益指标',
      ],
      ['cost', 'cost', 'cost', 'ecological'],
    ],
    [
      'outside the nine the first level tells where it is a kind',
      ['满意度指标/学员评价', '成本指标/预算控制', '决策/立项依据', '管理/资金使用'],
      ['satisfaction', 'cost', 'other', 'other'],
    ],
    [
      'levels stand once, over merged or blank cells',
      ['产出指标/数量指标', '/', '/质量指标', '效益指标/社会效益指标', '/', '满意度指标/'],
      ['quantity', 'quantity', 'quality', 'social', 'social', 'satisfaction'],
    ],
    [
      'points behind a level belong to no name',
      [
        '产出指标（50分）/数量指标（20分）',
        '/质量指标30分',
        '效益指标(40分)/经济效益指标',
        '满意度（10分）/',
      ],
      ['quantity', 'quality', 'economic', 'satisfaction'],
    ],
    [
      'a row that is to be filled in, and a row of sums, are no indicators',
      ['产出指标/数量指标', '产出指标/质量指标/指标2：', '效益指标/社会效益指标', '合计//合计'],
      ['quantity', 'quality', 'social', null],
    ],
  ];
  test.each(cases)('%s', (_, levels, kinds) => {
    expect(kindsOf(tableOf(levels))).toEqual(kinds);
  });

  test('a row without name, target and result holds no indicator', () => {
    const drawing = tableOf(['产出指标/数量指标', '产出指标/质量指标', '效益指标/社会效益指标']);
    const rows = drawing.rows.replace('|指标乙|≥4次|5次|10|10', '|指标2：|—||10|');
    expect(kindsOf({ ...drawing, rows })).toEqual(['quantity', null, 'social']);
  });

  test('projects with the same kinds share one list', () => {
    const { rows } = tableOf(['产出指标/数量指标', '效益指标/社会效益指标']);
    const again = rows.split('\n').slice(1).join('\n').replace('某项目', '又一项目');
    const { sheet } = drawTable({ name: '', year: null, unit: null, fields: '-', rows: `${rows}\n${again}` });
    const [first, second] = recognise(sheet)[0]!.projects;
    expect(first!.rowKinds).toEqual(['quantity', 'social']);
    expect(second!.rowKinds).toBe(first!.rowKinds);
  });
});

describe('which rows belong to a project', () => {
  /** Rows by what stands in 序号, 项目名称 and 预算数, with the row and the last row of each project. */
  const cases: readonly (readonly [string, readonly string[], readonly (readonly [number, number])[]])[] = [
    [
      'blank cells below its name',
      ['1|甲项目|10', '||', '2|乙项目|20', '||', '||'],
      [
        [1, 2],
        [3, 5],
      ],
    ],
    [
      'its name and money again',
      ['1|甲项目|10', '1|甲项目|10', '2|乙项目|20', '2|乙项目|20'],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'its name alone again',
      ['1|甲项目|10', '|甲项目|', '2|乙项目|20', '|乙项目|'],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'numbers that count the rows',
      ['1|甲项目|10', '2||', '3|乙项目|20', '4||'],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'the same name with other money is another',
      ['|甲项目|10', '||', '|甲项目|12', '||'],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'money of its own without a name is another',
      ['1|甲项目|10', '||', '2||20', '||'],
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ];
  test.each(cases)('%s', (_, rows, projects) => {
    const { sheet } = drawTable({
      name: '',
      year: null,
      unit: null,
      fields: '-',
      rows: [
        '> 序号|项目名称|预算数|一级指标|二级指标|指标名称|指标值|完成值',
        ...rows.map((row, i) => `. ${row}|产出指标|数量指标|指标${'甲乙丙丁戊'[i]!}|≥${i + 3}次|${i + 4}次`),
      ].join('\n'),
    });
    const [annex] = recognise(sheet);
    expect(annex!.projects.map(({ rows: { first, last } }) => [first, last])).toEqual(projects);
    expect(readAnnexes(sheet)[0]!.projects.flatMap(({ indicators }) => indicators)).toHaveLength(rows.length);
  });
});

describe('which columns each row answers for itself', () => {
  const fieldsOf = (rows: string): (string | null)[] =>
    recognise(drawTable({ name: '', year: null, unit: null, fields: '-', rows }).sheet)[0]!.places.map(
      ({ field }) => field,
    );

  test('a score and a reason that only first rows have are the project’s', () => {
    const fields = fieldsOf(`
> 项目名称|预算数|一级指标|三级指标|指标值|完成值|分值|得分|评分|偏差原因
. 甲|10|产出指标|完成甲事|≥3次|4次|50|50|100|资金未拨付
. ||效益指标|受益人数|≥30人|40人|50|50||
. 乙|20|产出指标|完成乙事|≥5次|6次|50|50|100|合同未到期
. ||效益指标|惠及人数|≥70人|80人|50|50||`);
    expect(fields.slice(2)).toEqual([
      'indicator.level1',
      'indicator.name',
      'indicator.target',
      'indicator.result',
      'indicator.weight',
      'indicator.score',
      'totalScore',
      'deviation',
    ]);
  });

  test('of several columns of points the one that each row fills is the indicator’s', () => {
    const fields = fieldsOf(`
> 项目名称|预算数|一级指标|权重|二级指标|权重|三级指标|权重|目标值|实际值|得分
. 甲|10|产出指标|60|数量指标|40|完成甲事|20|≥3次|4次|20
. ||||||完成乙事|20|≥5次|6次|20
. ||||质量指标|20|合格率|20|≥90%|95%|20
. ||效益指标|40|社会效益指标|40|受益人数|40|≥70人|80人|40`);
    expect(fields).toEqual([
      'projectName',
      'budget',
      'indicator.level1',
      null,
      'indicator.level2',
      null,
      'indicator.name',
      'indicator.weight',
      'indicator.target',
      'indicator.result',
      'indicator.score',
    ]);
  });

  test('points that another party gives, and an adjusted target, are told apart', () => {
    const fields = fieldsOf(`
> 项目名称|预算数|二级指标|指标名称|年初目标值|调整后目标值|完成值|分值|自评得分|复核得分
. 甲|10|数量指标|完成甲事|≥3次|≥2次|2次|60|60|58
. ||社会效益指标|受益人数|≥30人|≥30人|40人|40|40|40`);
    expect(fields.slice(3)).toEqual([
      'indicator.name',
      'indicator.target',
      'indicator.target.adjusted',
      'indicator.result',
      'indicator.weight',
      'indicator.score',
      'indicator.score.reviewed',
    ]);
  });

  test('where labels name the kinds, columns are what they were', () => {
    expect(
      fieldsOf(`
> 项目名称|预算数|数量指标|<|质量指标|<
> ^|^|指标值|完成值|指标值|完成值
. 甲|10|≥3次|4次|≥90%|95%`),
    ).toEqual([
      'projectName',
      'budget',
      'indicator.quantity.target',
      'indicator.quantity.result',
      'indicator.quality.target',
      'indicator.quality.result',
    ]);
  });
});

test('the cells of each row are named by what they say', () => {
  const { sheet } = drawTable({ ...tableOf(['产出指标/数量指标', '效益指标/社会效益指标']), fields: '-' });
  const [annex] = recognise(sheet);
  const cells = indicatorCells(annex!, annex!.projects[0]!)!;
  expect(cells.map(({ kind, cells: { name, score } }) => [kind, name, score])).toEqual([
    ['quantity', { row: 1, column: 5, place: 5 }, { row: 1, column: 9, place: 9 }],
    ['social', { row: 2, column: 5, place: 5 }, { row: 2, column: 9, place: 9 }],
  ]);
});
