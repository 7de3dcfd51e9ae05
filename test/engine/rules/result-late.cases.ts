import { asks } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const result = 'indicator.timeliness.result';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'late',

  valid: [
    { name: 'on the last day', rows: [asks('timeliness', '2023年6月30日前', '2023年6月30日')] },
    { name: 'earlier', rows: [asks('timeliness', '2023年12月底前完成决算', '2023年10月完成')] },
    { name: 'within the month', rows: [asks('timeliness', '9月底前', '9月28日')] },
    { name: 'a duration is another rule’s', rows: [asks('timeliness', '≤30天', '41天')] },
    { name: 'words for a result', rows: [asks('timeliness', '2023年6月底前', '按时完成')] },
    { name: 'a year alone sets no day', rows: [asks('timeliness', '2023年', '2023年11月')] },
    {
      name: 'only a deadline for a result',
      rows: [asks('timeliness', '2023年8月底前', '2023年10月底前')],
    },
    {
      name: 'without a year, within that of the annex',
      rows: [asks('timeliness', '11月底前', '2023年11月12日')],
    },
    {
      name: 'a year counted from that of the plan',
      rows: [
        asks('timeliness', '翌年2月底前', '2024年1月18日'),
        asks('timeliness', '次年4月前', '2024年3月'),
      ],
    },
    { name: 'no result', rows: [asks('timeliness', '2023年6月底前', '—')] },
    {
      name: 'several dates that cannot be paired',
      rows: [asks('timeliness', '3月招标，9月完工', '4月招标，10月完工')],
    },
  ],
  invalid: [
    {
      name: 'late, and the column of reasons left empty',
      rows: [
        asks('timeliness', '2023年9月底前完成', '2023年11月完成', { 'indicator.timeliness.deviation': '—' }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          severity: 'error',
          message: 'unexplained',
          expected: '2023年9月底前完成',
          related: ['indicator.timeliness.target', 'indicator.timeliness.deviation'],
          text: '指标要求“2023年9月底前完成”，完成情况为“2023年11月完成”，晚于要求的时间，未填写偏差原因。请核对，并说明原因。',
        },
      ],
    },
    {
      name: 'later than the deadline',
      rows: [asks('timeliness', '2023年10月底前完成验收', '2023年12月5日')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'late',
          text: '指标要求“2023年10月底前完成验收”，完成情况为“2023年12月5日”，晚于要求的时间。请核对，并说明原因。',
          expected: '2023年10月底前完成验收',
          related: ['indicator.timeliness.target'],
        },
      ],
    },
    {
      name: 'a month later',
      rows: [asks('timeliness', '2022年10月底', '2022年11月底')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'late',
          expected: '2022年10月底',
          related: ['indicator.timeliness.target'],
        },
      ],
    },
    {
      name: 'by a day',
      rows: [asks('timeliness', '5月15日前报送方案', '5月16日报送')],
      findings: [
        { row: 0, field: result, expected: '5月15日前报送方案', related: ['indicator.timeliness.target'] },
      ],
    },
    {
      name: 'in the year after',
      rows: [asks('timeliness', '2023年12月底前竣工', '2024年3月竣工验收')],
      findings: [
        { row: 0, field: result, expected: '2023年12月底前竣工', related: ['indicator.timeliness.target'] },
      ],
    },
    {
      name: 'a target without a year is in that of the annex',
      rows: [asks('timeliness', '8月底前开学使用', '2023年9月20日交付')],
      findings: [
        { row: 0, field: result, expected: '8月底前开学使用', related: ['indicator.timeliness.target'] },
      ],
    },
    {
      name: 'points between the numbers',
      rows: [asks('timeliness', '2023.6.30前', '2023.8.2')],
      findings: [
        { row: 0, field: result, expected: '2023.6.30前', related: ['indicator.timeliness.target'] },
      ],
    },
    {
      name: 'under another dimension',
      rows: [asks('quality', '2023年7月底前通过评审', '2023年9月通过评审')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          expected: '2023年7月底前通过评审',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'the reason is given',
      rows: [asks('timeliness', '6月底前完工', '8月完工', { deviation: '主汛期停工两个月', totalScore: 95 })],
      findings: [
        {
          row: 0,
          field: result,
          severity: 'info',
          message: 'explained',
          text: '指标要求“6月底前完工”，完成情况为“8月完工”，晚于要求的时间，已有说明。请核对原因是否充分。',
          expected: '6月底前完工',
          related: ['indicator.timeliness.target'],
        },
      ],
    },
  ],
};
