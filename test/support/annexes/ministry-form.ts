import type { CellInput } from './sheet-builder';

/** What one form says; money in its own unit. */
export interface MinistryForm {
  readonly name: CellInput;
  readonly department?: string | null;
  readonly unit?: string | null;
  readonly year?: number;
  /** `null`: the form does not say in what its money is kept. */
  readonly moneyUnit?: '元' | '万元' | null;
  readonly initialBudget?: CellInput;
  readonly budget?: CellInput;
  readonly actual?: CellInput;
  readonly executionScore?: CellInput;
  readonly totalScore?: CellInput;
  /** Absent: the form does not ask for one. */
  readonly grade?: CellInput;
  readonly title?: string;
}

/** Where figures stand in the rows of `ministryForm`, in A1 notation. */
export const FORM_CELLS = {
  name: 'C3',
  initialBudget: 'D6',
  budget: 'E6',
  actual: 'F6',
  executionScore: 'I6',
  totalScore: 'I14',
  grade: 'C15',
} as const;

/** The rows of a form as 财预〔2020〕10号 draws it, with one indicator of each level, all of them reached. */
export function ministryForm({
  name,
  department = '市示例局',
  unit = '市水务处',
  year = 2024,
  moneyUnit = '万元',
  initialBudget = 100,
  budget = 100,
  actual = 95,
  executionScore = 9.5,
  totalScore = 99.5,
  grade,
  title = '项目支出绩效自评表',
}: MinistryForm): readonly (readonly CellInput[])[] {
  const rate =
    typeof actual === 'number' && typeof budget === 'number' && budget !== 0
      ? { value: actual / budget, format: '0.00%' }
      : null;
  const money = moneyUnit === null ? '项目资金' : `项目资金（${moneyUnit}）`;
  return [
    [title],
    [`（${year}年度）`],
    ['项目名称', null, name],
    ['主管部门', null, department, null, null, '实施单位', null, unit],
    [money, null, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', null, initialBudget, budget, actual, 10, rate, executionScore],
    ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
    [null, '巡查120次，60户受益', null, null, null, '巡查121次，62户受益'],
    ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', null, '得分'],
    [null, '产出指标', '数量指标', '巡查次数', '≥120次', '121次', 50, null, 50],
    [null, '效益指标', '社会效益指标', '受益户数', '≥60户', '62户', 30, null, 30],
    [null, '满意度指标', '服务对象满意度指标', '服务对象满意度', '≥90%', '96%', 10, null, 10],
    [],
    ['总分', null, null, null, null, null, 100, null, totalScore],
    ...(grade === undefined ? [] : [['自评等级', null, grade]]),
  ];
}
