import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const aims = (projectName: string, annualGoal: string): AnnexRow => ({ projectName, annualGoal, actual: 40 });

export const cases: RuleCases = {
  severity: 'warning',
  message: 'wages',

  valid: [
    { name: 'wages for wages', rows: [aims('编外人员工资', '按月发放编外人员工资，缴纳社会保险')] },
    { name: 'running costs for running costs', rows: [aims('公用经费', '保障办公用品、水电费和差旅费支出')] },
    { name: 'both under one name', rows: [aims('商品和服务支出', '采购办公用品，支付劳务派遣人员工资')] },
    { name: 'the name says nothing of the sort', rows: [aims('河道保洁', '支付保洁员工资和社会保险')] },
    { name: 'training of staff', rows: [aims('人员经费', '保障在职人员培训费')] },
    {
      name: 'projects that belong together',
      rows: [
        aims('城北污水处理厂提标改造', '提高出水水质'),
        aims('城北污水处理厂提标改造配套管网', '服务城北污水处理厂提标改造'),
      ],
    },
    {
      name: 'its own name',
      rows: [aims('古桥测绘与加固工程', '完成古桥测绘与加固工程'), aims('林区防火通道', '修整通道')],
    },
    {
      name: 'short names are words',
      rows: [aims('道路养护', '路面修补'), aims('绿化提升', '结合道路养护补植')],
    },
    {
      name: 'another name of seven characters',
      rows: [
        { projectName: '林区防火通道', budget: 40, actual: 38, annualGoal: '完成石桥测绘与加固工程' },
        { projectName: '石桥测绘与加固', budget: 30, actual: 30, annualGoal: '测绘并加固' },
      ],
    },
  ],
  invalid: [
    {
      name: 'goods and services that pay wages',
      rows: [aims('商品和服务支出', '按月足额发放聘用人员工资，缴纳社会保险和住房公积金')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'wages',
          text: '项目名称为“商品和服务支出”，但年度目标是人员支出（工资、社会保险、住房公积金）。请核对项目名称、目标和支出内容。',
          related: ['projectName'],
        },
      ],
    },
    {
      name: 'running costs with one word of wages',
      rows: [aims('机关公用经费', '足额发放工资')],
      findings: [
        { row: 0, field: 'annualGoal', message: 'wages', severity: 'info', related: ['projectName'] },
      ],
    },
    {
      name: 'wages that buy supplies',
      rows: [aims('工资性支出', '保障办公用品、印刷费和水电费支出')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'running',
          related: ['projectName'],
          text: '项目名称为“工资性支出”，但年度目标是公用支出（办公用品、印刷费、水电费）。请核对项目名称、目标和支出内容。',
        },
      ],
    },
    {
      name: 'insurance that pays rent and travel',
      rows: [aims('社会保险缴费', '支付物业管理费、差旅费')],
      findings: [{ row: 0, field: 'annualGoal', message: 'running', related: ['projectName'] }],
    },
    {
      name: 'the goal of another project',
      rows: [aims('古桥测绘与加固工程', '测绘古桥4座'), aims('林区防火通道', '完成古桥测绘与加固工程')],
      findings: [
        {
          row: 1,
          field: 'annualGoal',
          message: 'other',
          severity: 'info',
          related: ['projectName'],
          text: '年度目标所列为另一项目“古桥测绘与加固工程”，本项目为“林区防火通道”。请核对是否填报有误。',
        },
      ],
    },
    {
      name: 'another project in the middle of a goal',
      rows: [
        aims('湿地监测站房购置', '保障乡村电影公益放映补助发放'),
        aims('乡村电影公益放映补助', '放映影片'),
      ],
      findings: [
        { row: 0, field: 'annualGoal', message: 'other', severity: 'info', related: ['projectName'] },
      ],
    },
    {
      name: 'another name of eight characters',
      rows: [
        { projectName: '林区防火通道', budget: 40, actual: 38, annualGoal: '完成石拱古桥测绘加固工程' },
        { projectName: '石拱古桥测绘加固', budget: 30, actual: 30, annualGoal: '测绘并加固' },
      ],
      findings: [
        { row: 0, field: 'annualGoal', message: 'other', severity: 'info', related: ['projectName'] },
      ],
    },
  ],
};
