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
