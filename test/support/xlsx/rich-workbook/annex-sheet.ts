import type { RichDraft } from './rich-draft';
import { STYLE } from './styles';

const HEADER = [
  ['序号', null],
  ['单位名称', null],
  ['项目名称', null],
  ['全年预算数', null],
  ['全年执行数', null],
  ['执行率', null],
  ['年度总体目标', null],
  ['总体完成情况', null],
  ['数量指标', '指标值'],
  [null, '完成值'],
  ['质量指标', '指标值'],
  [null, '完成值'],
  ['满意度指标', '指标值'],
  [null, '完成值'],
  ['存在的问题', null],
  ['改进措施', null],
] as const;

interface Project {
  readonly name: string;
  readonly budget: number;
  readonly actual: number;
  /** Typed instead of computed: wrong on purpose. */
  readonly rate?: number;
  readonly texts: readonly string[];
}

/** One clean project, one whose rate is wrong, one that missed a target without a word, one that is vague. */
const PROJECTS: readonly Project[] = [
  {
    name: '河道巡查',
    budget: 120.5,
    actual: 118.09,
    texts: [
      '巡护全市主要河道，及时处置隐患。',
      '巡护主要河道，隐患均已处置。',
      '巡护河道长度≥260公里',
      '268公里',
      '隐患处置率≥95%',
      '97.5%',
      '居民满意度≥90%',
      '93.2%',
      '部分支流尚未纳入巡护范围。',
      '下年将支流纳入巡护范围。',
    ],
  },
  {
    name: '公园养护',
    budget: 80,
    actual: 60,
    rate: 0.95,
    texts: [
      '养护公园绿地，保持环境整洁。',
      '完成公园绿地养护。',
      '养护绿地面积≥30公顷',
      '31公顷',
      '苗木成活率≥95%',
      '96.1%',
      '居民满意度≥90%',
      '91.7%',
      '招标时间较晚，资金支付滞后。',
      '提前开展招标，加快支付。',
    ],
  },
  {
    name: '适老化改造',
    budget: 45.6,
    actual: 45.6,
    texts: [
      '为困难老年人家庭实施改造。',
      '完成全部改造任务。',
      '改造户数≥150户',
      '120户',
      '验收合格率100%',
      '100%',
      '居民满意度≥90%',
      '100%',
      '无',
      '无',
    ],
  },
  {
    name: '地形图更新',
    budget: 66,
    actual: 65.34,
    texts: [
      '更新城区地形图。',
      '更新城区地形图。',
      '更新图幅不少于200幅',
      '已完成',
      '图幅合格率>=98%',
      '98.6%',
      '用户满意度≥90%',
      '94.0%',
      '数据更新频率偏低。',
      '建立季度更新机制。',
    ],
  },
];

/** 0-based row of the first project. */
const FIRST_ROW = 4;
const letter = (column: number) => String.fromCharCode(65 + column);

/** The self-evaluation annex: a title, a header of two rows, four projects, their sum and a remark. */
export function addAnnexSheet({ pkg, sheets: { annex: sheet } }: RichDraft): void {
  const last = letter(HEADER.length - 1);
  sheet.text('A1', '2024年度市级部门项目支出绩效自评表', STYLE.title);
  sheet.text('A2', '填报部门：泽浦市城市服务中心');
  sheet.text('P2', '金额单位：万元');
  HEADER.forEach(([top, leaf], column) => {
    [top, leaf].forEach((label, i) => {
      const address = `${letter(column)}${3 + i}`;
      if (label === null) sheet.blank(address, STYLE.header);
      else sheet.text(address, label, STYLE.header);
    });
  });
  PROJECTS.forEach((project, i) => projectRow(sheet, project, i));
  const total = FIRST_ROW + PROJECTS.length + 1;
  sheet.text(`A${total}`, '合计', STYLE.header);
  const [budget, actual] = [sum(({ budget: n }) => n), sum(({ actual: n }) => n)];
  sheet.formula(`D${total}`, `SUM(D${FIRST_ROW + 1}:D${total - 1})`, budget, { style: STYLE.money });
  sheet.formula(`E${total}`, `SUM(E${FIRST_ROW + 1}:E${total - 1})`, actual, { style: STYLE.money });
  sheet.formula(`F${total}`, `E${total}/D${total}`, actual / budget, { style: STYLE.percent });
  sheet.text(`A${total + 1}`, '注：执行率=全年执行数÷全年预算数×100%。');
  sheet.put('dimension', `<dimension ref="A1:${last}${total + 1}"/>`);
  const merges = HEADER.flatMap(([top, leaf], column) =>
    leaf === null
      ? [`${letter(column)}3:${letter(column)}4`]
      : top === null
        ? []
        : [`${letter(column)}3:${letter(column + 1)}3`],
  );
  for (const ref of [`A1:${last}1`, 'A2:E2', ...merges, `A${total}:C${total}`])
    sheet.put('mergeCells', `<mergeCell ref="${ref}"/>`);
  sheet.put('cols', '<col min="1" max="1" width="6.75" customWidth="1"/>');
  sheet.put('cols', `<col min="2" max="3" width="16" style="${STYLE.text}" customWidth="1"/>`);
  sheet.put('cols', '<col min="7" max="16" width="22.625" customWidth="1"/>');
  pkg.feature('merged cells', sheet.part, '<mergeCell ref="I3:J3"/>');
}

function projectRow(sheet: RichDraft['sheets']['annex'], project: Project, i: number): void {
  const row = FIRST_ROW + i + 1;
  sheet.number(`A${row}`, i + 1, STYLE.centre);
  sheet.text(`B${row}`, '市城市服务中心', STYLE.text);
  if (i === 0)
    sheet.rich(
      `C${row}`,
      '<r><rPr><b/><sz val="11"/><color rgb="FFFF0000"/><rFont val="宋体"/><charset val="134"/></rPr><t>河道</t></r><r><rPr><sz val="11"/><rFont val="宋体"/><charset val="134"/></rPr><t>巡查</t></r>',
      ` s="${STYLE.text}"`,
    );
  else sheet.text(`C${row}`, project.name, i === 1 ? STYLE.themed : STYLE.text);
  sheet.number(`D${row}`, project.budget, STYLE.money);
  sheet.number(`E${row}`, project.actual, STYLE.money);
  if (project.rate === undefined)
    sheet.formula(`F${row}`, `E${row}/D${row}`, project.actual / project.budget, { style: STYLE.percent });
  else sheet.number(`F${row}`, project.rate, STYLE.percent);
  project.texts.forEach((text, column) => sheet.text(`${letter(column + 6)}${row}`, text, STYLE.text));
}

function sum(amount: (project: Project) => number): number {
  return Math.round(PROJECTS.reduce((all, project) => all + amount(project), 0) * 100) / 100;
}
