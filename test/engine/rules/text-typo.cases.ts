import { asks } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const aims = (annualGoal: string): AnnexRow => ({ budget: 40, actual: 40, annualGoal });

export const cases: RuleCases = {
  severity: 'info',
  message: 'doubled',

  valid: [
    { name: 'reduplication', rows: [aims('人人参与，家家受益，时时刻刻守护平平安安，一步一步推进')] },
    { name: 'a word that goes on', rows: [aims('提升志愿服务服务对象的体验，规范项目管理管理人员职责')] },
    { name: 'what the purpose is', rows: [aims('在达到节水目的的同时，按标的的数量付款')] },
    {
      name: 'brackets in pairs, of both widths',
      rows: [aims('编制（修订）规程2项(含附件)，落实“放管服”要求')],
    },
    { name: 'numbers of a list', rows: [aims('1）检修闸门；2）清淤；a)建档')] },
    {
      name: 'signs of comparison are no titles',
      rows: [asks('quality', '合格率》90%', '92%'), asks('quality', '《5%', '3%')],
    },
    {
      name: 'characters that belong to other words',
      rows: [aims('自己完成全部份额的收储，按排名以经营收入补偿')],
    },
    { name: 'dots and dashes', rows: [aims('……'), aims('——'), aims('水质提升。。。')] },
    { name: 'figures in a row', rows: [asks('quantity', '1010盏', '1010盏')] },
    { name: 'a city of the same name', rows: [aims('落实市市政府热线要求，为了了解需求开展走访')] },
  ],
  invalid: [
    {
      name: 'a doubled word',
      rows: [aims('改善农田灌溉灌溉条件')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'doubled',
          suggested: [{ value: '改善农田灌溉条件', says: '改为“改善农田灌溉条件”' }],
          text: '“改善农田灌溉灌溉条件”中“灌溉”重复。请核对。',
        },
      ],
    },
    {
      name: 'its end doubled',
      rows: [aims('提升农技推广服务服务效率')],
      findings: [{ row: 0, field: 'annualGoal', suggested: [{ value: '提升农技推广服务效率' }] }],
    },
    {
      name: 'a particle',
      rows: [aims('解决居民反映的的积水问题')],
      findings: [
        { row: 0, field: 'annualGoal', message: 'doubled', suggested: [{ value: '解决居民反映的积水问题' }] },
      ],
    },
    {
      name: 'longer words',
      rows: [aims('健全管护制度管护制度，配齐巡护员巡护员')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'doubledMore',
          text: '“健全管护制度管护制度，配齐巡护员巡护员”中“管护制度”重复，本格同类问题共 2 处。请核对。',
          suggested: [{ value: '健全管护制度，配齐巡护员' }],
        },
      ],
    },
    {
      name: 'punctuation',
      rows: [aims('疏通沟渠，，清运淤泥，。'), aims('加固堤防。。')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'punctuationMore',
          suggested: [{ value: '疏通沟渠，清运淤泥。' }],
          text: '“疏通沟渠，，清运淤泥，。”中标点“，，”连用，本格同类问题共 2 处。请核对。',
        },
        {
          row: 1,
          field: 'annualGoal',
          message: 'punctuation',
          text: '“加固堤防。。”中标点“。。”连用。请核对。',
          suggested: [{ value: '加固堤防。' }],
        },
      ],
    },
    {
      name: 'a bracket that is not closed',
      rows: [aims('管护制度（含巡查办法已印发')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'bracket',
          suggested: [],
          text: '“管护制度（含巡查办法已印发”中“（”不成对。请补全。',
        },
      ],
    },
    {
      name: 'a bracket and a quotation mark that are not opened',
      rows: [aims('2023年度）堤防加固'), aims('落实林长制”要求')],
      findings: [
        { row: 0, field: 'annualGoal', message: 'bracket' },
        { row: 1, field: 'annualGoal', message: 'bracket' },
      ],
    },
    {
      name: 'a bracket that is not closed before another slip',
      rows: [aims('管护制度（含巡查巡查办法')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'bracketMore',
          text: '“管护制度（含巡查巡查办法”中“（”不成对，本格同类问题共 2 处。请补全。',
          suggested: [{ value: '管护制度（含巡查办法', leaves: ['text-typo'] }],
        },
      ],
    },
    {
      name: 'a confusion',
      rows: [asks('quality', '泵站稳定动作，不出故障', '己完成整冶')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          message: 'word',
          suggested: [{ value: '泵站稳定运作，不出故障' }],
          text: '“泵站稳定动作，不出故障”中“稳定动作”疑为“稳定运作”。请核对。',
        },
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'wordMore',
          text: '“己完成整冶”中“己完成”疑为“已完成”，本格同类问题共 2 处。请核对。',
          suggested: [{ value: '已完成整治' }],
        },
      ],
    },
    {
      name: 'in the name and among the problems',
      rows: [{ projectName: '灌区设备设备更新', actual: 40, problems: '资金拔付较晚' }],
      findings: [
        { row: 0, field: 'projectName', message: 'doubled', suggested: [{ value: '灌区设备更新' }] },
        { row: 0, field: 'problems', message: 'word', suggested: [{ value: '资金拨付较晚' }] },
      ],
    },
    {
      name: 'a slip behind twenty-four characters is shown in the whole sentence',
      rows: [
        {
          budget: 40,
          actual: 38,
          annualGoal: '沿岸护林巡查道口修缮排涝沟渠清理苗圃整地改善农田灌溉灌溉条件',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'doubled',
          text: '“沿岸护林巡查道口修缮排涝沟渠清理苗圃整地改善农田灌溉灌溉条件”中“灌溉”重复。请核对。',
          suggested: [{ value: '沿岸护林巡查道口修缮排涝沟渠清理苗圃整地改善农田灌溉条件' }],
        },
      ],
    },
    {
      name: 'behind more characters the sentence is cut',
      rows: [
        {
          budget: 40,
          actual: 38,
          annualGoal: '沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤改善农田灌溉灌溉条件',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'doubled',
          text: '“…渠清理苗圃整地堤改善农田灌溉灌溉条件”中“灌溉”重复。请核对。',
          suggested: [{ value: '沿岸护林巡查道口修缮排涝沟渠清理苗圃整地堤改善农田灌溉条件' }],
        },
      ],
    },
  ],
};
