import { xlsxParts } from '../xlsx/xlsx-builder';

/** Name of the worksheet that is an annex with findings, the first of two. */
export const ANNEX_SHEET = '自评表';

/** The parts of a small workbook with an annex, by name, for whoever wants to change some of them. */
export const ANNEX_PARTS: Readonly<Record<string, string>> = xlsxParts({
  sheets: [
    {
      name: ANNEX_SHEET,
      rows: [
        ['2024年度项目支出绩效自评表'],
        ['填报部门：市示例局', null, null, null, null, null, null, '金额单位：万元'],
        [
          '序号',
          '单位名称',
          '项目名称',
          '全年预算数',
          '全年执行数',
          '执行率',
          '数量指标',
          null,
          '满意度指标',
          null,
        ],
        [null, null, null, null, null, null, '指标值', '完成值', '指标值', '完成值'],
        [1, '市示例局', '河道巡查', 100, 80, 0.95, '巡护河道≥260公里', '200公里', '居民满意度≥90%', '93.2%'],
        [2, '市示例局', '公园养护', 60, 57, 0.95, '养护面积≥30公顷', '已完成', '居民满意度≥90%', '100%'],
      ],
      formats: { 'F5:F6': '0.00%' },
    },
    { name: '其他', rows: [['另一张表', 1]] },
  ],
});
