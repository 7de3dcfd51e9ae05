import { asks } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { CellInput } from '../../support/annexes/sheet-builder';
import { ministryForm, type MinistryForm } from '../../support/annexes/ministry-form';
import type { RuleCases } from '../../support/annexes/rule-tester';
import { withCells } from '../../support/annexes/workbook-cases';

const row = (name: string, goal: string, more: AnnexRow = {}): AnnexRow => ({
  projectName: name,
  annualGoal: goal,
  ...asks('quantity', '更换阀门86只', '86只'),
  ...asks('quality', '更换后压力合格率≥97%', '98%'),
  ...asks('timeliness', '11月底前更换完毕', '10月26日'),
  ...more,
});

const _ = null;

/** A form with these indicators of quantity: name, target, result. */
const indicators = (...rows: readonly (readonly [string, string, string])[]): (readonly CellInput[])[] => [
  ['项目名称', '校舍屋面防水补助资金'],
  ['项目资金（万元）', _, '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [_, '年度资金总额', 60, 57, 10, '95%', 9.5],
  ['绩效指标', '二级指标', '三级指标', '年度指标值', '分值', '实际完成值', '得分'],
  ...rows.map(([name, target, result]) => [_, '数量指标', name, target, 10, result, 10]),
];

const form = (name: string, input: Partial<MinistryForm> = {}) => ministryForm({ name, ...input });

export const cases: RuleCases = {
  severity: 'warning',
  message: 'dimension',

  valid: [
    {
      name: 'stages and places with targets or names of their own',
      rows: [],
      form: indicators(
        ['举办培训班期数', '≥10期', '12期'],
        ['举办培训班期数', '≥4期', '5期'],
        ['东区举办培训班期数', '≥10期', '12期'],
      ),
    },
    {
      name: 'names that any indicator may have',
      rows: [],
      form: indicators(['完成率', '100%', '100%'], ['完成率', '100%', '100%']),
    },
    { name: 'different indicators', rows: [row('阀门更换', '更换老化阀门，降低漏损')] },
    {
      name: 'figures alone are no text',
      rows: [{ ...asks('quality', '≥95%', '96%'), ...asks('satisfaction', '≥95%', '97%') }],
    },
    {
      name: 'generic words',
      rows: [{ ...asks('quality', '按时完成', '已完成'), ...asks('timeliness', '按时完成', '已完成') }],
    },
    {
      name: 'effects that any project has',
      rows: [{ ...asks('social', '持续提升', '提升'), ...asks('ecological', '持续提升', '提升') }],
    },
    { name: 'dashes', rows: [{ ...asks('social', '————', '—'), ...asks('ecological', '————', '—') }] },
    {
      name: 'names differ, targets do not',
      rows: [
        {
          ...asks('quality', '达到设计标准', '达标', { 'indicator.quality.name': '堤身填筑质量' }),
          ...asks('ecological', '达到设计标准', '达标', { 'indicator.ecological.name': '护坡植被' }),
        },
      ],
    },
    {
      name: 'two projects alike but for one figure',
      rows: [
        row('东区阀门更换', '更换老化阀门，降低漏损'),
        row('西区阀门更换', '更换老化阀门，降低漏损', { 'indicator.quantity.target': '更换阀门85只' }),
      ],
    },
    {
      name: 'the same in two units',
      rows: [
        row('水厂阀门更换', '更换老化阀门，降低漏损', { unit: '城北水厂' }),
        row('管网阀门更换', '更换老化阀门，降低漏损', { unit: '城南水厂' }),
      ],
    },
    {
      name: 'a project that stands twice is another matter',
      rows: [row('阀门更换', '更换老化阀门，降低漏损'), row('阀门更换', '更换老化阀门，降低漏损')],
    },
    {
      name: 'two characters of its own',
      rows: [
        {
          'indicator.quality.target': '完成管网',
          'indicator.quality.result': '已完成',
          'indicator.social.target': '完成管网',
          'indicator.social.result': '已完成',
        },
      ],
    },
    {
      name: 'the name of a rate with one character of its own',
      rows: [
        {
          'indicator.quality.target': '苗率≥95%',
          'indicator.quality.result': '已完成',
          'indicator.social.target': '苗率≥95%',
          'indicator.social.result': '已完成',
        },
      ],
    },
    {
      name: 'three characters name nothing',
      rows: [
        {
          'indicator.quality.target': '架空线',
          'indicator.quality.result': '已完成',
          'indicator.social.target': '架空线',
          'indicator.social.result': '已完成',
        },
      ],
    },
    {
      name: 'a goal of seven characters may be that of two projects',
      rows: [
        row('东区阀门更换', '更换老化阀门'.concat('等')),
        row('水表远传改造', '更换老化阀门'.concat('等')),
      ],
    },
    {
      name: 'rows without goals, whose targets have twenty-three characters',
      rows: [
        {
          projectName: '东区阀门更换',
          budget: 40,
          'indicator.quantity.target': '更换阀门6处并试压',
          'indicator.quantity.result': '6处',
          'indicator.quality.target': '管网试压合格',
          'indicator.quality.result': '合格',
          'indicator.social.target': '减少居民停水时间',
          'indicator.social.result': '减少',
        },
        {
          projectName: '水表远传改造',
          budget: 40,
          'indicator.quantity.target': '更换阀门6处并试压',
          'indicator.quantity.result': '6处',
          'indicator.quality.target': '管网试压合格',
          'indicator.quality.result': '合格',
          'indicator.social.target': '减少居民停水时间',
          'indicator.social.result': '减少',
        },
      ],
    },
    {
      name: 'two indicators may agree by chance',
      rows: [
        {
          projectName: '东区阀门更换',
          budget: 40,
          'indicator.quantity.target': '更换城区老化供水阀门6处并试压',
          'indicator.quantity.result': '6处',
          'indicator.quality.target': '改造后的管网试压全部合格',
          'indicator.quality.result': '合格',
        },
        {
          projectName: '水表远传改造',
          budget: 40,
          'indicator.quantity.target': '更换城区老化供水阀门6处并试压',
          'indicator.quantity.result': '6处',
          'indicator.quality.target': '改造后的管网试压全部合格',
          'indicator.quality.result': '合格',
        },
      ],
    },
  ],
  invalid: [
    {
      name: 'the same indicator twice in a form',
      rows: [],
      form: indicators(['举办培训班期数', '≥10期', '12期'], ['举办培训班 期数', '≥10期', '12期']),
      findings: [
        {
          cell: 'C6',
          message: 'twice',
          related: ['@C5'],
          actual: '举办培训班 期数',
          text: '指标“举办培训班 期数”（指标值“≥10期”）在同类指标中重复设置。请删除重复的指标，或写明区别。',
        },
      ],
    },
    {
      name: 'the same indicator with results of two things',
      rows: [],
      form: indicators(['举办培训班期数', '≥10期', '12期'], ['举办培训班期数', '≥10期', '11期']),
      findings: [
        { cell: 'C6', message: 'twice', severity: 'info', related: ['@C5'], actual: '举办培训班期数' },
      ],
    },
    {
      name: 'one text in two dimensions',
      rows: [{ ...asks('quality', '窗口办件效率', '提升'), ...asks('social', '窗口办件效率', '提升') }],
      findings: [
        {
          row: 0,
          field: 'indicator.social.target',
          message: 'dimension',
          text: '指标“窗口办件效率”与另一维度的指标相同，同一指标不宜重复设置。请替换为反映本维度的指标。',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'with its figure, in another width',
      rows: [
        { ...asks('quality', '路灯亮灯率≥98%', '99%'), ...asks('ecological', '路灯亮灯率≥98％', '99%') },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.ecological.target',
          message: 'dimension',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'the same name and target',
      rows: [
        {
          ...asks('quality', '≥96%', '97%', { 'indicator.quality.name': '苗木成活率' }),
          ...asks('sustainability', '≥96%', '97%', { 'indicator.sustainability.name': '苗木成活率' }),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.sustainability.name',
          message: 'dimension',
          related: ['indicator.quality.name'],
        },
      ],
    },
    {
      name: 'the same name, another target',
      rows: [
        {
          ...asks('social', '≥85%', '86%', { 'indicator.social.name': '读者满意度' }),
          ...asks('satisfaction', '≥90%', '93%', { 'indicator.satisfaction.name': '读者满意度' }),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.name',
          message: 'dimension',
          severity: 'info',
          related: ['indicator.social.name'],
        },
      ],
    },
    {
      name: 'the goal as an indicator',
      rows: [
        {
          annualGoal: '完成库区清淤方案编制及施工合同签订，并制定调度计划。',
          ...asks('quantity', '库区清淤方案编制及施工合同签订，并制定调度计划', '完成'),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'goal',
          related: ['annualGoal'],
          text: '指标“库区清淤方案编制及施工合同签订，并制定调度计划”照抄年度目标，未予细化。请改为可衡量的指标。',
        },
      ],
    },
    {
      name: 'a short goal',
      rows: [{ annualGoal: '编制年鉴', ...asks('quantity', '编制年鉴', '完成') }],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'goal',
          severity: 'info',
          related: ['annualGoal'],
        },
      ],
    },
    {
      name: 'a goal under another dimension',
      rows: [
        {
          annualGoal: '按合同约定节点，支付监理服务尾款',
          ...asks('timeliness', '按合同约定节点支付监理服务尾款', '已支付'),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.target',
          message: 'goal',
          severity: 'info',
          related: ['annualGoal'],
        },
      ],
    },
    {
      name: 'rows copied',
      rows: [
        row('东区阀门更换', '更换老化阀门，降低漏损'),
        row('泵房改造', '改造泵房两处'),
        row('水表远传改造', '更换老化阀门，降低漏损'),
      ],
      findings: [
        {
          row: 2,
          field: 'annualGoal',
          message: 'project',
          text: '目标和指标与项目“东区阀门更换”完全相同，疑为复制。请按本项目内容核实填写。',
          actual: null,
          related: ['0 annualGoal'],
        },
      ],
    },
    {
      name: 'batches of one project',
      rows: [
        row('阀门更换（第一批）', '更换老化阀门，降低漏损'),
        row('阀门更换（第二批）', '更换老化阀门，降低漏损'),
      ],
      findings: [
        {
          row: 1,
          field: 'annualGoal',
          message: 'project',
          severity: 'info',
          actual: null,
          related: ['0 annualGoal'],
        },
      ],
    },
    {
      name: 'copied rows without goals',
      rows: [
        {
          ...row('东区阀门更换', ''),
          annualGoal: null,
          ...asks('social', '减少居民停水时间和次数', '减少'),
        },
        {
          ...row('西区阀门更换', ''),
          annualGoal: null,
          ...asks('social', '减少居民停水时间和次数', '减少'),
        },
      ],
      findings: [
        {
          row: 1,
          field: 'indicator.quantity.target',
          message: 'project',
          actual: null,
          related: ['0 indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'three characters of its own',
      rows: [
        {
          'indicator.quality.target': '完成管网巡',
          'indicator.quality.result': '已完成',
          'indicator.social.target': '完成管网巡',
          'indicator.social.result': '已完成',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.social.target',
          message: 'dimension',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'the name of a rate with two characters of its own',
      rows: [
        {
          'indicator.quality.target': '出勤率≥95%',
          'indicator.quality.result': '已完成',
          'indicator.social.target': '出勤率≥95%',
          'indicator.social.result': '已完成',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.social.target',
          message: 'dimension',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'four characters name something',
      rows: [
        {
          'indicator.quality.target': '架空线缆',
          'indicator.quality.result': '已完成',
          'indicator.social.target': '架空线缆',
          'indicator.social.result': '已完成',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.social.target',
          message: 'dimension',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'a goal of twelve characters says more than a name',
      rows: [
        { annualGoal: '编制全县地方志年鉴长编稿', ...asks('quantity', '编制全县地方志年鉴长编稿', '已完成') },
      ],
      findings: [{ row: 0, field: 'indicator.quantity.target', message: 'goal', related: ['annualGoal'] }],
    },
    {
      name: 'a goal of eleven characters may be a name',
      rows: [
        { annualGoal: '编制全县地方志年鉴长编', ...asks('quantity', '编制全县地方志年鉴长编', '已完成') },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'goal',
          severity: 'info',
          related: ['annualGoal'],
        },
      ],
    },
    {
      name: 'rows copied with a goal of eight characters',
      rows: [row('东区阀门更换', '更换老化阀门两处'), row('水表远传改造', '更换老化阀门两处')],
      findings: [
        { row: 1, field: 'annualGoal', message: 'project', actual: null, related: ['0 annualGoal'] },
      ],
    },
    {
      name: 'copied rows without goals, whose targets have twenty-four characters',
      rows: [
        {
          projectName: '东区阀门更换',
          budget: 40,
          'indicator.quantity.target': '更换阀门6处并试压检',
          'indicator.quantity.result': '6处',
          'indicator.quality.target': '管网试压合格',
          'indicator.quality.result': '合格',
          'indicator.social.target': '减少居民停水时间',
          'indicator.social.result': '减少',
        },
        {
          projectName: '水表远传改造',
          budget: 40,
          'indicator.quantity.target': '更换阀门6处并试压检',
          'indicator.quantity.result': '6处',
          'indicator.quality.target': '管网试压合格',
          'indicator.quality.result': '合格',
          'indicator.social.target': '减少居民停水时间',
          'indicator.social.result': '减少',
        },
      ],
      findings: [
        {
          row: 1,
          field: 'indicator.quantity.target',
          message: 'project',
          actual: null,
          related: ['0 indicator.quantity.target'],
        },
      ],
    },
  ],

  across: {
    valid: [
      {
        name: 'forms with results of their own',
        sheets: { 表1: form('河道巡查'), 表2: withCells(form('泵站检修'), { F10: '133次' }) },
      },
      {
        name: 'forms of two units',
        sheets: { 表1: form('河道巡查'), 表2: form('泵站检修', { unit: '市林业站' }) },
      },
      { name: 'a second form of one project', sheets: { 表1: form('河道巡查'), 表2: form('河道巡查') } },
      {
        name: 'templates with the same examples',
        sheets: {
          表1: withCells(form('河道巡查'), { B8: null, E10: null, F10: null, E11: null, F11: null }),
          表2: withCells(form('泵站检修'), { B8: null, E10: null, F10: null, E11: null, F11: null }),
        },
      },
    ],
    invalid: [
      {
        name: 'a form copied under another name',
        sheets: { 表1: form('河道巡查'), 表2: form('泵站检修', { budget: 80, actual: 70 }) },
        findings: [
          {
            at: '表2!B8',
            message: 'form',
            related: ['表1!B8'],
            text: '目标和指标与项目“河道巡查”的自评表（“表1”表 B8）完全相同，疑为复制。请按本项目内容核实填写。',
          },
        ],
      },
      {
        name: 'many copies of one form are said once',
        sheets: {
          表1: form('河道巡查'),
          表2: form('泵站检修'),
          表3: form('闸门更换'),
          表4: form('水文监测'),
          表5: form('白蚁防治'),
        },
        findings: [
          {
            at: '表2!B8',
            message: 'forms',
            related: ['表1!B8', '表3!B8', '表4!B8', '表5!B8'],
            actual: 4,
            text: '本表等 4 张自评表的目标和指标与项目“河道巡查”的自评表（“表1”表 B8）完全相同，疑为复制。请按各项目内容核实填写。',
          },
        ],
      },
      {
        name: 'forms of two batches',
        sheets: { 表1: form('河道巡查（第一批）'), 表2: form('河道巡查（第二批）') },
        findings: [{ at: '表2!B8', message: 'form', severity: 'info', related: ['表1!B8'] }],
      },
    ],
  },
};
