import { listed } from '../language';
import type { Project } from '../annex/annex';
import { quote } from '../rule/figures';
import { defineRule } from '../rule/rule';
import { foreignName, projectNames } from './name-content-mismatch/foreign-names';

export const rule = defineRule({
  meta: {
    id: 'name-content-mismatch',
    name: { 'zh-CN': '项目名称与内容不符', en: 'Name and content of the project differ' },
    description: {
      'zh-CN':
        '项目名称是商品和服务支出、公用经费、办公经费，但目标是发放工资、缴纳社会保险（或相反）；目标写的是本表另一个项目的名称（提示）。',
      en: 'A project named for goods and services or running costs whose goal is to pay wages and insurance (or the other way round); a note where the goal names another project of the table.',
    },
    topic: 'goal',
    severity: 'warning',
    severities: ['info'],
    requires: [['annualGoal']],
    fix: 'none',
    basis: ['评审惯例'],
    habit: 'none',
    messages: {
      wages: {
        'zh-CN': '项目名称为“{name}”，但年度目标是人员支出（{words}）。请核对项目名称、目标和支出内容。',
        en: 'The project is named "{name}", but the goal is about paying staff ({words}). Check name, goal and spending.',
      },
      running: {
        'zh-CN': '项目名称为“{name}”，但年度目标是公用支出（{words}）。请核对项目名称、目标和支出内容。',
        en: 'The project is named "{name}", but the goal is about running costs ({words}). Check name, goal and spending.',
      },
      other: {
        'zh-CN': '年度目标所列为另一项目“{other}”，本项目为“{name}”。请核对是否填报有误。',
        en: 'The goal names another project, "{other}"; this one is "{name}". Check whether it belongs here.',
      },
    },
  },
  learn: projectNames,
  project(project, { learnt }, report) {
    const { annualGoal: goal } = project.narrative;
    if (!goal?.answered || typeof goal.raw !== 'string') return;
    const differs = expenditureDiffers(project, goal.text);
    const other = differs ? null : foreignName(learnt, goal.text, project.name);
    if (!differs && other === null) return;
    report({
      severity: differs && differs.words.length > 1 ? undefined : 'info',
      cell: goal,
      related: [project.nameCell],
      project,
      message: differs ? differs.message : 'other',
      data: {
        name: quote(project.name),
        ...(differs ? { words: listed(differs.words) } : { other: quote(other!) }),
      },
      actual: goal.text,
    });
  },
});

/** Names that say by themselves what money is spent on. */
const RUNNING_NAME = /商品和?服务支出|公用经费|办公经费|办公费|日常公用|公务费|水电费|印刷费|差旅费/;
const WAGES_NAME = /工资福利|工资性支出|工资|人员经费|人员支出|薪酬|津补贴|绩效奖金|社会保险缴费|住房公积金/;

const WAGES =
  /工资|薪酬|薪金|津贴补贴|津补贴|绩效奖金|奖励性绩效|社会保险|养老保险|医疗保险|职业年金|住房公积金|公积金|人员经费|人员支出/g;
const RUNNING =
  /办公用品|办公耗材|办公费|印刷费|水电费|水费|电费|物业管理费|差旅费|会议费|培训费|公务接待|公务用车|维修维护费|维修费|邮电费|办公设备|公用经费|日常运转|购置设备/g;
/** What may be paid under either name. */
const BOTH = /人员|职工|职员|聘用|劳务|编外|临聘/;

interface Difference {
  readonly message: 'wages' | 'running';
  readonly words: readonly string[];
}

/** A goal that is about the one sort of spending alone, under the name of the other. */
function expenditureDiffers({ name }: Project, goal: string): Difference | null {
  const running = RUNNING_NAME.test(name);
  const wages = WAGES_NAME.test(name);
  if (running === wages) return null;
  const paid = wordsIn(goal, WAGES);
  const bought = wordsIn(goal, RUNNING);
  if (running)
    return paid.length > 0 && bought.length === 0 && !/公用|办公|采购|购置/.test(goal)
      ? { message: 'wages', words: paid }
      : null;
  return bought.length > 0 && paid.length === 0 && !BOTH.test(goal)
    ? { message: 'running', words: bought }
    : null;
}

function wordsIn(text: string, words: RegExp): string[] {
  return [...new Set(text.match(words) ?? [])];
}
