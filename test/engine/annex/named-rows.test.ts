import { readAnnexes } from '../../../src/engine/annex/reading';
import { recognise } from '../../../src/engine/annex/recognise';
import { reviewSheet } from '../../../src/engine/review/review-sheet';
import { toAddress } from '../../../src/engine/sheet/address';
import { drawTable } from '../../support/annexes/drawn-table';

const sheetOf = (rows: string) =>
  drawTable({ name: '', year: null, unit: null, fields: '-', rows: rows.trim() }).sheet;

describe('rows that are no projects are named by the column that names them', () => {
  const tables: readonly (readonly [string, string, readonly (readonly [string | null, string])[]])[] = [
    [
      'counties, merged group labels',
      `
t 2023年度农村公路养护补助资金绩效自评汇总表
> 县区|资金情况（万元）|<|<|自评得分|等级
> ^|下达预算数|实际支出数|支出率|^|^
. 东阳县|120|117.6|98%|96.5|优
. 南溪县|86|81.7|95%|94|优
. 西岭区|64|64|100%|97.2|优
s 合计|270|263.3|97.52%||`,
      [
        ['东阳县', '东阳县'],
        ['南溪县', '南溪县'],
        ['西岭区', '西岭区'],
      ],
    ],
    [
      'schools below their counties, which stand once',
      `
t 2022年义务教育薄弱环节改善资金执行情况
> 序号|县区|学校名称|预算金额|支出金额|执行率|存在问题
. 1|东阳县|城关一小|60|58.8|98%|无
. 2||城关二小|45|45|100%|无
. 3|南溪县|溪口中学|38|36.1|95%|无
. 4||中心小学|22|22|100%|无`,
      [
        ['东阳县', '城关一小'],
        ['东阳县', '城关二小'],
        ['南溪县', '溪口中学'],
        ['南溪县', '中心小学'],
      ],
    ],
    [
      'batches by a label nobody knows',
      `
t 水利救灾资金绩效自评表
> 下达批次|到位资金|支出数|资金支付率|综合得分
. 第一批|500|490|98%|97
. 第二批|320|304|95%|95
. 第三批|180|180|100%|98`,
      [
        [null, '第一批'],
        [null, '第二批'],
        [null, '第三批'],
      ],
    ],
    [
      'villages, with kinds of indicators above the columns',
      `
t 2021年人居环境整治项目绩效自评表
> 序号|村（社区）|预算数|执行数|数量指标|<|满意度指标|<
> ^|^|^|^|指标值|完成值|指标值|完成值
. 1|桃园村|12|11.8|≥3处|3处|≥90%|95%
. 2|柳林村|9|9|≥2处|2处|≥90%|93%`,
      [
        [null, '桃园村'],
        [null, '柳林村'],
      ],
    ],
    [
      'hospitals, their money below a group of that name',
      `
t 2023年度医疗机构能力建设绩效自评结果
> 医院|项目资金|<|<|自评得分|存在问题
> ^|预算|支出|执行率|^|^
. 市一医院|500|490|98%|97|无
. 市二医院|300|282|94%|93|无
. 县中医院|120|120|100%|99|无`,
      [
        [null, '市一医院'],
        [null, '市二医院'],
        [null, '县中医院'],
      ],
    ],
    [
      'batches with their indicators as rows',
      `
> 批次|资金文号|预算下达数（万元）|支出数（万元）|执行进度|指标名称|指标值|完成值|得分
. 第一批|某财〔2023〕1号|100|95|95%|修复渠道|≥3公里|3.2公里|50
. |||||受益农户|≥300户|320户|50
. 第二批|某财〔2023〕9号|60|60|100%|新建泵站|≥1座|1座|50
. |||||受益农户|≥100户|110户|50`,
      [
        [null, '第一批'],
        [null, '第二批'],
      ],
    ],
  ];
  test.each(tables)('%s', (_, rows, named) => {
    const annexes = recognise(sheetOf(rows));
    expect(annexes).toHaveLength(1);
    expect(annexes[0]!.layout).toBe('wide');
    expect(annexes[0]!.projects.map(({ unit, name }) => [unit, name])).toEqual(named);
  });

  test('findings say its name', () => {
    const sheet = sheetOf(tables[0]![1].replace('117.6|98%', '117.6|88%'));
    const findings = reviewSheet(sheet).flatMap((review) => review.findings);
    expect(
      findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ rule, cell, project }) => [rule, toAddress(cell.row, cell.column), project]),
    ).toEqual([['execution-rate-mismatch', 'D4', '东阳县']]);
  });
});

describe('other lists are no annexes', () => {
  const lists: readonly (readonly [string, string])[] = [
    [
      'people and what they are paid',
      `
t 2023年绩效考核发放表
> 序号|姓名|部门|基本工资|考核得分|等次
. 1|张某|办公室|5200|96|优
. 2|李某|财务科|5100|93|优
. 3|王某|业务科|4900|91|优`,
    ],
    [
      'money by county, with nothing that was spent',
      `
t 2023年补助资金安排表
> 序号|县区|预算数|其中：中央|其中：省级
. 1|东阳县|120|100|20
. 2|南溪县|86|60|26
. 3|西岭区|64|50|14`,
    ],
    [
      'the accounts of a year',
      `
t 2023年一般公共预算收入执行情况表
> 收入名目|预算数|执行数|完成率
. 增值税|1200|1260|105%
. 企业所得税|800|790|98.75%
. 契税|300|310|103.3%`,
    ],
    [
      'the funds of one project',
      `
t 项目支出绩效自评表
> 资金构成|年初预算数|全年预算数|全年执行数|执行率
. 年度资金总额|100|100|98|98%
. 财政拨款|80|80|80|100%
. 其他资金|20|20|18|90%`,
    ],
  ];
  test.each(lists)('%s', (_, rows) => {
    expect(recognise(sheetOf(rows)).map(({ layout }) => layout)).toEqual([]);
  });
});

describe('sums stand in any column', () => {
  const tables: readonly (readonly [string, string, readonly (readonly [number, string])[], number])[] = [
    [
      'of a kind of project, in the column of kinds',
      `
> 序号|项目类别|项目名称|预算数|执行数
. 1|基建|校舍维修|100|98
. 2|基建|操场改造|50|49
. |小计||150|147
. 3|设备|电脑购置|30|30
. 4|设备|图书购置|20|19
. |小计||50|49
. |合计||200|196`,
      [
        [3, 'subtotal'],
        [6, 'subtotal'],
        [7, 'total'],
      ],
      4,
    ],
    [
      'of a county, in the column of sources, beside its name',
      `
t 补助资金绩效自评表
> 县区|资金来源|预算数|执行数|执行率
. 东阳县|中央|100|98|98%
. 东阳县|省级|50|49|98%
. 东阳县|小计|150|147|98%
. 南溪县|中央|30|30|100%
. 南溪县|省级|20|19|95%
. 南溪县|小计|50|49|98%`,
      [
        [4, 'subtotal'],
        [7, 'subtotal'],
      ],
      4,
    ],
    [
      'of a project, in a column nobody knows, where its sources follow',
      `
> 项目名称|资金渠道|预算数|执行数
. 渠道整治|合计|150|147
. |中央|100|98
. |省级|50|49
. 泵站改造|合计|50|49
. |中央|30|30
. |省级|20|19`,
      [
        [1, 'subtotal'],
        [4, 'subtotal'],
      ],
      4,
    ],
  ];
  test.each(tables)('%s', (_, rows, sums, projects) => {
    const sheet = sheetOf(rows);
    const [annex] = readAnnexes(sheet);
    expect(annex!.totals.map(({ row, level }) => [row, level])).toEqual(sums);
    expect(annex!.projects).toHaveLength(projects);
    expect(
      reviewSheet(sheet)
        .flatMap(({ findings }) => findings)
        .filter(({ severity }) => severity !== 'info'),
    ).toEqual([]);
  });

  test.each(tables)('%s: a wrong one is found', (_, rows, sums) => {
    const sheet = sheetOf(rows);
    const row = sums[0]![0] - sheet.firstRow;
    const column = sheet.values[row]!.findIndex((value) => typeof value === 'number');
    const values = sheet.values.map((cells, r) =>
      r === row ? cells.map((value, c) => (c === column ? Number(value) + 7 : value)) : cells,
    );
    const found = reviewSheet({ ...sheet, values }).flatMap(({ findings }) => findings);
    expect(
      found.filter(({ rule }) => rule === 'total-row').map(({ cell }) => toAddress(cell.row, cell.column)),
    ).toContain(toAddress(sums[0]![0], sheet.firstColumn + column));
  });

  test('a project that says what it reached stays a project beside its own 合计', () => {
    const [annex] = recognise(
      sheetOf(`
> 项目名称|资金渠道|预算数|执行数|年度目标|目标完成情况
. 渠道整治|合计|150|147|整治渠道12公里|整治12公里
. 泵站改造|合计|50|49|改造泵站3座|改造3座`),
    );
    expect(annex!.projects.map(({ name }) => name)).toEqual(['渠道整治', '泵站改造']);
  });
});

describe('names that stand at the first row of a batch', () => {
  const namesOf = (rows: string): (string | null)[] =>
    recognise(sheetOf(rows))[0]!.projects.map(({ name }) => name);

  test('rows with money of their own are named by it', () => {
    expect(
      namesOf(`
> 批次|序号|项目名称|预算数|执行数
. 一批|1|提升改造|10|10
. |2||12|11
. |3||9|9
. 二批|4|新建道路|20|19
. |5||14|14`),
    ).toEqual(['提升改造', '提升改造', '提升改造', '新建道路', '新建道路']);
  });

  test('so are rows over which it is merged', () => {
    expect(
      namesOf(`
> 项目名称|单位名称|预算数|执行数
. 提升改造|甲局|10|10
. ^|乙局|12|11
. 新建道路|甲局|20|19
. 植树造林|丙局|20|20
. 河道清淤|丁局|20|20
. 书屋建设|戊局|20|20`),
    ).toEqual(['提升改造', '提升改造', '新建道路', '植树造林', '河道清淤', '书屋建设']);
  });

  test('a single name that is missing is nobody’s', () => {
    expect(
      namesOf(`
> 序号|项目名称|预算数|执行数
. 1|提升改造|10|10
. 2||12|11
. 3|新建道路|20|19
. 4|植树造林|20|20
. 5|河道清淤|20|20
. 6|书屋建设|20|20`),
    ).toEqual(['提升改造', '', '新建道路', '植树造林', '河道清淤', '书屋建设']);
  });

  test('rows with indicators alone are more of the same', () => {
    const [annex] = recognise(
      sheetOf(`
> 项目名称|预算数|数量指标|<
> ^|^|指标值|完成值
. 提升改造|10|≥3处|3处
. ||≥5条|5条
. 新建道路|20|≥2条|2条`),
    );
    expect(annex!.projects.map(({ name, rows }) => [name, rows.last - rows.first])).toEqual([
      ['提升改造', 1],
      ['新建道路', 0],
    ]);
  });
});
