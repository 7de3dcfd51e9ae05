import { readAnnexes } from '../../../src/engine/annex/reading';
import { reviewSheet } from '../../../src/engine/review/review-sheet';
import { columnLetters, toAddress } from '../../../src/engine/sheet/address';
import { drawTable } from '../../support/annexes/drawn-table';

const sheetOf = (rows: string) =>
  drawTable({ name: '', year: null, unit: null, fields: '-', rows: rows.trim() }).sheet;

/** "C budget", and "G ?executionRate" of what is only guessed. */
function columnsOf(rows: string): string[] {
  return readAnnexes(sheetOf(rows))[0]!.places.flatMap(({ line, field, guess }) =>
    field ? [`${columnLetters(line)} ${field}`] : guess ? [`${columnLetters(line)} ?${guess.field}`] : [],
  );
}

function alarmsOf(rows: string): string[] {
  return reviewSheet(sheetOf(rows))
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, cell }) => `${toAddress(cell.row, cell.column)} ${rule}`);
}

describe('labels that sound like another thing than their columns hold', () => {
  const tables: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'the amount and the share by which spending is off are no reasons',
      `
t 2023年度项目支出预算偏差及绩效自评表
> 序号|项目名称|预算数|决算数|偏差额|偏差率|自评得分|偏差原因
. 1|道路养护|120|114|-6|-5%|94|尾款未到支付期
. 2|河道清淤|86|81.7|-4.3|-5%|95|结算审计核减
. 3|信号改造|240|232.8|-7.2|-3%|96|招标节约
. 4|档案加工|35|33.6|-1.4|-4%|95.5|招标节约`,
      [
        'A sequence',
        'B projectName',
        'C budget',
        'D actual',
        'F ?executionRate',
        'G totalScore',
        'H deviation',
      ],
    ],
    [
      'what was passed on is no rate on the budget at the start',
      `
t 2023年补助资金绩效自评表
> 县区|资金下达数|拨付数|拨付率|支出数|支出进度
. 东阳县|200|190|95%|188.1|94.05%
. 南溪县|86|83.42|97%|83.42|97%
. 西岭区|640|620.8|97%|608|95%
. 北关区|310|306.9|99%|294.5|95%`,
      ['A unit', 'B budget', 'C ?received', 'D ?executionRate.initial', 'E actual', 'F executionRate'],
    ],
    [
      'counts of things are no money',
      `
t 2023年项目支出绩效自评结果汇总表
> 项目名称|预算数|支出数|支出率|受益村数|完成村数|受益率
. 道路养护|120|114|95%|12|12|100%
. 河道清淤|86|81.7|95%|15|12|80%
. 信号改造|240|232.8|97%|20|19|95%
. 档案加工|35|33.6|96%|8|6|75%`,
      ['A projectName', 'B budget', 'C actual', 'D executionRate'],
    ],
  ];
  test.each(tables)('%s', (_, rows, columns) => {
    expect(columnsOf(rows)).toEqual(columns);
    expect(alarmsOf(rows)).toEqual([]);
  });
});

describe('columns of another time than the table', () => {
  const tables: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'the year before, left of the year of the title',
      `
t 2023年度项目支出绩效自评表
> 项目名称|2022年度|<|<|2023年度|<|<|得分
> ^|预算数|执行数|执行率|预算数|执行数|执行率|^
. 道路养护|100|60|60%|120|114|95%|94
. 河道清淤|80|40|50%|86|81.7|95%|95
. 信号改造|200|100|50%|240|232.8|97%|96`,
      ['A projectName', 'E budget', 'F actual', 'G executionRate', 'H totalScore'],
    ],
    [
      'the year before, where no title says which year it is',
      `
t 项目支出绩效自评表
> 项目名称|2022年预算数|2022年执行数|2023年预算数|2023年执行数|执行率
. 道路养护|100|60|120|114|95%
. 河道清淤|80|40|86|81.7|95%
. 信号改造|200|100|240|232.8|97%`,
      ['A projectName', 'D budget', 'E actual', 'F executionRate'],
    ],
    [
      'the first half of the year, before the whole of it',
      `
t 2023年度项目支出绩效自评表
> 项目名称|全年预算|1-6月执行|<|1-12月执行|<|得分
> ^|^|金额|执行率|金额|执行率|^
. 道路养护|120|60|50%|114|95%|94
. 河道清淤|86|43|50%|81.7|95%|95
. 信号改造|240|96|40%|232.8|97%|96`,
      ['A projectName', 'B budget', 'E actual', 'F executionRate', 'G totalScore'],
    ],
    [
      'a part of the year where nothing speaks of the whole: as it is named',
      `
t 2023年度项目支出绩效自评表
> 项目名称|全年预算|1-10月执行数|执行率
. 道路养护|120|114|95%
. 河道清淤|86|81.7|95%
. 信号改造|240|232.8|97%`,
      ['A projectName', 'B budget', 'C actual', 'D executionRate'],
    ],
  ];
  test.each(tables)('%s', (_, rows, columns) => {
    expect(columnsOf(rows)).toEqual(columns);
    expect(alarmsOf(rows)).toEqual([]);
  });
});

describe('调整预算 is what the figures say it is', () => {
  const head = '> 项目名称|年初预算|调整预算|支出金额|年初预算执行率|调整预算执行率';
  test('the budget as adjusted', () => {
    const rows = `
t 项目支出绩效自评表
${head}
. 道路养护|100|120|114|114%|95%
. 河道清淤|90|86|81.7|90.78%|95%
. 信号改造|240|240|232.8|97%|97%
. 档案加工|40|35|33.6|84%|96%`;
    expect(columnsOf(rows)).toEqual([
      'A projectName',
      'B initialBudget',
      'C budget',
      'D actual',
      'E executionRate.initial',
      'F executionRate',
    ]);
  });

  test('by how much it was', () => {
    const rows = `
t 项目支出绩效自评表
> 项目名称|年初预算|调整预算|全年预算数|支出金额|执行率
. 道路养护|100|20|120|114|95%
. 河道清淤|90|-4|86|81.7|95%
. 信号改造|240|0|240|232.8|97%
. 档案加工|40|-5|35|33.6|96%`;
    expect(columnsOf(rows)).toContain('C budget.adjustment');
  });
});

describe('columns of indicators whose labels were exchanged', () => {
  const rows = (labels: string, cells: readonly string[]): string => `
t 2023年度项目支出绩效自评明细表
> 项目名称|一级指标|二级指标|三级指标|${labels}|分值|得分
. 道路养护|产出指标|数量指标|养护里程|${cells[0]!}|30|30
. |产出指标|质量指标|验收合格率|${cells[1]!}|20|20
. 河道清淤|产出指标|数量指标|清淤长度|${cells[2]!}|30|30
. |产出指标|质量指标|验收合格率|${cells[3]!}|20|20`;
  const told = ['12公里|≥10公里', '98%|≥95%', '8.5公里|≥8公里', '95%|≥95%'];

  test('conditions below the result alone, which the figures of the target meet: neither is sure', () => {
    const table = rows('指标值|完成值', told);
    expect(columnsOf(table)).toEqual(
      expect.arrayContaining(['E ?indicator.target', 'F ?indicator.result', 'G indicator.weight']),
    );
    expect(alarmsOf(table).filter((alarm) => /^[EF]/.test(alarm))).toEqual([]);
  });

  test('the same cells below their own labels', () => {
    expect(columnsOf(rows('完成值|指标值', told))).toEqual(
      expect.arrayContaining(['E indicator.result', 'F indicator.target']),
    );
  });

  test('a result that repeats its target, once: the columns are sure, and the cell is told of', () => {
    const table = rows('指标值|完成值', ['≥10公里|≥10公里', '≥95%|98%', '≥8公里|8.5公里', '≥95%|95%']);
    expect(alarmsOf(table)).toContain('F3 result-copies-target');
  });

  const scored = (labels: string, cells: readonly string[]): string => `
t 2023年度项目支出绩效自评明细表
> 项目名称|一级指标|三级指标|指标值|完成值|${labels}
${cells.map((cell, i) => `. ${i % 2 === 0 ? `养护${i}` : ''}|产出指标|指标名${i}|≥95%|98%|${cell}`).join('\n')}`;

  test('scores that are above the weights in many rows and below them in none: neither is sure', () => {
    const table = scored('分值|得分', ['50|50', '49|50', '50|50', '48|50', '49.5|50', '50|50']);
    expect(columnsOf(table)).toEqual(expect.arrayContaining(['F ?indicator.weight', 'G ?indicator.score']));
    expect(alarmsOf(table).filter((alarm) => alarm.includes('score-over-weight'))).toEqual([]);
  });

  test('a score above its weight among others that are below: the cell is told of', () => {
    const table = scored('分值|得分', ['50|50', '50|49', '50|50', '50|52', '50|49.5', '50|50']);
    expect(alarmsOf(table)).toContain('G6 score-over-weight');
  });
});

describe('answers of yes and no', () => {
  test('are no results, and take no score from the project', () => {
    expect(
      columnsOf(`
t 2023年度项目支出绩效自评汇总表
> 项目名称|预算数|执行数|执行率|是否完成目标|自评得分
. 道路养护|120|114|95%|是|94
. 河道清淤|86|81.7|95%|是|95
. 信号改造|240|232.8|97%|否|88`),
    ).toEqual(['A projectName', 'B budget', 'C actual', 'D executionRate', 'F totalScore']);
  });
});

describe('tables of indicators without money', () => {
  test('are read where each row of a named project says what was wanted and reached', () => {
    const table = `
t 2023年度各部门项目绩效指标完成情况自评表
> 部门|项目名称|指标类型|指标名称|实际值|目标值|完成率|偏差率|偏差说明
. 市水利局|河道清淤|数量指标|清淤长度|12公里|≥10公里|120%|20%|增加一段
. ||质量指标|验收合格率|98%|≥95%|103%|3%|无偏差
. 市园林局|绿地养护|数量指标|养护面积|9万平方米|≥8万平方米|112%|12%|新增绿地
. ||质量指标|验收合格率|97%|≥95%|102%|2%|无偏差`;
    expect(columnsOf(table)).toEqual([
      'A unit',
      'B projectName',
      'C indicator.level2',
      'D indicator.name',
      'E indicator.result',
      'F indicator.target',
      'I indicator.deviation',
    ]);
    expect(alarmsOf(table.replace('12公里|≥10', '6公里|≥10').replace('增加一段', '无'))).toEqual([
      'E3 result-below-target',
    ]);
  });

  test('a list of tasks is none', () => {
    expect(
      readAnnexes(
        sheetOf(`
t 2023年重点工作完成情况表
> 序号|项目名称|年度目标|完成情况|责任部门
. 1|道路养护|养护12公里|已完成|市政科
. 2|河道清淤|清淤10公里|已完成|水利科`),
      ),
    ).toEqual([]);
  });
});

describe('what the rows are', () => {
  test('is not how many there are of something', () => {
    const table = `
t 2023年公用经费绩效自评汇总表
> 序号|学校|学生人数|预算数|实际支出|执行率|自评得分
. 1|第一小学|1200|86.4|84.7|98.03%|95
. 2|实验中学|860|61.9|61.9|100%|97
. 3|城南初中|540|38.9|37|95.12%|96`;
    expect(columnsOf(table)).toContain('B unit');
    expect(readAnnexes(sheetOf(table))[0]!.projects.map(({ name }) => name)).toEqual([
      '第一小学',
      '实验中学',
      '城南初中',
    ]);
  });

  test('may be bureaus of finance, which are no funds', () => {
    const table = `
t 2023年度部门绩效自评结果汇总表
> 序号|部门名称|全年预算数|全年执行数|执行率|自评得分
. 1|东阳县财政局|120|114|95%|94
. 2|南溪县财政局|86|81.7|95%|95
. 3|西岭区财政局|240|232.8|97%|96`;
    expect(readAnnexes(sheetOf(table)).map(({ projects }) => projects.length)).toEqual([3]);
  });
});

describe('columns of money in another unit than the others', () => {
  test('are not compared with them', () => {
    const table = `
t 2023年度项目支出绩效自评汇总表
> 项目名称|预算数（万元）|执行数（元）|执行率|自评得分
. 道路养护|120|1140000|95%|94
. 河道清淤|86|817000|95%|95
. 信号改造|240|2328000|97%|96`;
    expect(columnsOf(table)).toEqual([
      'A projectName',
      'B budget',
      'C ?actual',
      'D executionRate',
      'E totalScore',
    ]);
    expect(alarmsOf(table)).toEqual([]);
  });
});

describe('what was cut beside what was added', () => {
  test('takes part in the adjusted budget, read or not', () => {
    expect(
      alarmsOf(`
t 2023年度项目支出绩效自评汇总表
> 项目名称|年初预算|追加预算|压减预算|调整后预算|实际支出|执行率|原因
. 道路养护|100|20|5|115|109.25|95%|工程量增加
. 河道清淤|90|0|4|86|81.7|95%|压减一般性支出
. 信号改造|240|0|0|240|232.8|97%|无
. 档案加工|40|5|0|45|43.2|96%|追加扫描费`),
    ).toEqual([]);
  });
});

describe('rows of categories', () => {
  const table = (livelihood: string, second = '326|314.5|96.47%'): string => `
t 2023年度项目支出绩效自评汇总表
> 序号|项目名称|预算数|执行数|执行率
. |全县合计|446|428.5|96.08%
. 一|民生类|${livelihood}
. 1|困难救助|80|76|95%
. 2|免费开放|40|38|95%
. 二|基建类|${second}
. 1|河道清淤|86|81.7|95%
. 2|信号改造|240|232.8|97%`;
  const summed = (rows: string): readonly (readonly [number, string])[] =>
    readAnnexes(sheetOf(rows))[0]!.totals.map(({ row, level }) => [row, level]);

  test('are the sums of the projects below them', () => {
    expect(summed(table('120|114|95%'))).toEqual([
      [2, 'total'],
      [3, 'subtotal'],
      [6, 'subtotal'],
    ]);
    expect(alarmsOf(table('120|114|95%'))).toEqual([]);
  });

  test('one that is no sum is told of', () => {
    expect(alarmsOf(table('130|114|87.69%'))).toContain('C4 total-row');
  });

  test('are projects where their amounts have nothing to do with those below', () => {
    expect(summed(table('57|54.1|94.91%', '11|10|90.91%'))).toEqual([[2, 'total']]);
  });
});
