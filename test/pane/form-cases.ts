import type { CellInput } from '../support/annexes/sheet-builder';

/** The form of one project, with one indicator of each of three kinds and a line of money with a label that nobody knows. */
export function formRows(project: string, unit = '市河道所'): readonly (readonly CellInput[])[] {
  return [
    ['项目支出绩效自评表'],
    ['（2024年度）'],
    ['项目名称', project],
    ['主管部门', '市水务局', null, '实施单位', unit],
    ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', 100, 120, 96, 10, '95%', 8],
    [null, '其中：当年财政拨款', 100, 100, 90],
    [null, '丙类', null, 20, 6],
    [
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ],
    ['产出指标', '数量指标', '保洁河道长度', '≥12公里', '12公里', 40, 40],
    ['效益指标', '社会效益指标', '河道投诉下降率', '≥20%', '18%', 30, 25],
    ['满意度指标', '服务对象满意度指标', '居民满意度', '≥90%', '95%', 20, 20],
    ['总分', null, null, null, null, 100, 93],
  ];
}

/** The form of a whole department. */
export function departmentRows(department: string): readonly (readonly CellInput[])[] {
  return [
    ['部门整体支出绩效自评表'],
    ['（2024年度）'],
    ['部门名称', department],
    ['部门预算（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', 900, 1000, 960, 10, '95%', 9.6],
    [
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ],
    ['产出指标', '数量指标', '保洁河道长度', '≥12公里', '12公里', 50, 50],
    ['效益指标', '社会效益指标', '河道投诉下降率', '≥20%', '18%', 40, 38],
    ['总分', null, null, null, null, 100, 97.6],
  ];
}
