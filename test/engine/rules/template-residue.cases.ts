import { asks } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const told = (more: AnnexRow): AnnexRow => ({ budget: 40, actual: 40, ...more });
const CLEARED = [{ value: null }];

export const cases: RuleCases = {
  severity: 'error',
  message: 'whole',

  valid: [
    {
      name: 'answers',
      rows: [told({ goalCompletion: '检修站房12座', problems: '无', rectification: '加强巡检' })],
    },
    {
      name: 'a limit of length that is the work itself',
      rows: [asks('quantity', '编发短信30条', '编发500字以内简讯30篇')],
    },
    {
      name: 'something to analyse',
      rows: [told({ rectification: '分析原因，加强调度', problems: '支出进度偏慢，应分析原因' })],
    },
    { name: 'an indicator with its number', rows: [asks('quantity', '指标1站房检修数12座', '12座')] },
    { name: 'a name that was blacked out', rows: [told({ goalCompletion: '由XX公司承建站房12座，已移交' })] },
    { name: 'dimensions', rows: [asks('quantity', '铺设3×4米垫层', '3×4米')] },
    {
      name: 'placeholders',
      rows: [told({ problems: '……', rectification: '—' }), asks('social', '……', null)],
    },
    { name: 'a list of one’s own', rows: [told({ problems: '问题1：设备到货较晚；问题2：人手不足' })] },
    {
      name: 'measures found in an evaluation',
      rows: [told({ rectification: '针对绩效评价发现的问题，提出整改措施3条并已落实' })],
    },
    {
      name: 'a prompt that the reviewer put in',
      rows: [told({ deviation: '请说明：预算调整的原因和改进措施。' })],
    },
    {
      name: 'a label is no longer than sixteen characters',
      rows: [asks('quantity', '检修站房12座', '指标1：……………')],
    },
    {
      name: 'a longer text is no instruction',
      rows: [
        {
          budget: 40,
          actual: 38,
          problems:
            '请填写沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修缮',
        },
      ],
    },
  ],
  invalid: [
    {
      name: 'a label in place of a result',
      rows: [asks('quantity', '检修站房12座', '指标1：')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'whole',
          suggested: [{ value: null, says: '清空该单元格', leaves: ['result-missing'] }],
          text: '“指标1：”为模板提示文字，未填写实际内容。请如实填写或删除。',
        },
      ],
    },
    {
      name: 'the instruction for the completion',
      rows: [told({ goalCompletion: '对照年度目标，填写全年实际完成情况（200字以内）' })],
      findings: [{ row: 0, field: 'goalCompletion', message: 'whole', suggested: CLEARED }],
    },
    {
      name: 'numbered labels in lines',
      rows: [told({ goalCompletion: '目标1完成情况：\n目标2完成情况：\n……' })],
      findings: [{ row: 0, field: 'goalCompletion', message: 'whole', suggested: CLEARED }],
    },
    {
      name: 'problems and measures',
      rows: [
        told({
          problems: '（简要说明存在的问题，100字以内）',
          rectification: '请填写改进措施',
          conclusion: '结合自评情况，说明项目实施取得的成效。(200字以内)',
        }),
      ],
      findings: [
        { row: 0, field: 'problems', message: 'whole', suggested: CLEARED },
        { row: 0, field: 'rectification', message: 'whole', suggested: CLEARED },
        { row: 0, field: 'conclusion', message: 'whole', suggested: CLEARED },
      ],
    },
    {
      name: 'a template row',
      rows: [asks('ecological', '/', '/', { 'indicator.ecological.name': '指标2……' })],
      findings: [{ row: 0, field: 'indicator.ecological.name', severity: 'info', suggested: CLEARED }],
    },
    {
      name: 'gaps',
      rows: [asks('satisfaction', '≥90%', '满意度达到XX%'), asks('quantity', '巡检24次', '巡检____次')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.result',
          message: 'blank',
          text: '“满意度达到XX%”中留有未填写的空位（XX、××、___）。请填写实际内容。',
        },
        { row: 1, field: 'indicator.quantity.result', message: 'blank' },
      ],
    },
    {
      name: 'a gap in the goal',
      rows: [told({ annualGoal: '检修站房××座，巡检××次' })],
      findings: [{ row: 0, field: 'annualGoal', message: 'blank', severity: 'info' }],
    },
    {
      name: 'an answer beside the limit of length',
      rows: [told({ problems: '站房检修备件到货较晚，影响工期12天。（200字以内）' })],
      findings: [
        {
          row: 0,
          field: 'problems',
          message: 'note',
          severity: 'info',
          text: '“站房检修备件到货较晚，影响工期12天。（200字以内）”中留有模板的字数要求。请删除。',
        },
      ],
    },
    {
      name: 'a sample',
      rows: [told({ goalCompletion: '示例：完成培训10场，培训600人' })],
      findings: [{ row: 0, field: 'goalCompletion', message: 'whole', suggested: CLEARED }],
    },
    {
      name: 'a label of sixteen characters',
      rows: [asks('quantity', '检修站房12座', '指标1：…………')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'whole',
          suggested: [{ value: null, leaves: ['result-missing'] }],
        },
      ],
    },
    {
      name: 'an instruction of sixty characters',
      rows: [
        {
          budget: 40,
          actual: 38,
          problems:
            '请填写沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修',
        },
      ],
      findings: [{ row: 0, field: 'problems', message: 'whole', suggested: [{ value: null }] }],
    },
    {
      name: 'an instruction of a hundred characters with a limit of length',
      rows: [
        {
          budget: 40,
          actual: 38,
          problems:
            '请填写沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿（200字以内）',
        },
      ],
      findings: [{ row: 0, field: 'problems', message: 'whole', suggested: [{ value: null }] }],
    },
    {
      name: 'a longer text with a limit of length is an answer',
      rows: [
        {
          budget: 40,
          actual: 38,
          problems:
            '请填写沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤坡绿化沿岸（200字以内）',
        },
      ],
      findings: [{ row: 0, field: 'problems', message: 'note', severity: 'info' }],
    },
  ],
};
