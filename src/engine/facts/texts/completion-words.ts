import { foldText } from '../../annex/text';
import { WordTable } from '../../quantity/word-table';

/** Words of which a completion may consist without telling any fact. */
const EMPTY_WORDS = WordTable.of(
  (
    '项目 本项目 该项目 年度 全年 本年 本年度 当年 年初 年底 各项 总体 整体 全部 全面 所有 部分 绩效 工作 任务 重点 目标 指标 预期 既定 ' +
    '计划 设定 预算 资金 执行 支出 情况 效果 成效 效益 进度 进展 实施 建设 已 均 已经 基本 按 按照 按时 按期 按质 按量 保质 保量 如期 及时 圆满 ' +
    '顺利 较好 良好 优秀 优良 很好 好 优 良 合格 达标 完成 完成了 完 达到 达到了 达成 实现 实现了 完毕 完成率 完成度 显著 明显 有效 符合 要求 ' +
    '规定 正常 推进 落实 到位 开展 了 的 地 得 并 且 和 与 于 对 照 进行 高质量 序时 时间 合同 约定 预定 目的 是 为 我单位 我局 单位 本单位 全额 足额 都'
  ).split(' '),
);

/** Longer completions say something, if only in many words. Characters. */
const LONGEST_EMPTY = 25;
const OPEN = /未完成|没有完成|未能|正在|尚/;
const CLOSING = /[,。.;:!、"“”()【】\s]/g;
const YEAR = /20\d\d年度?/g;

/** Whether a completion only says that all is done or well: 已完成, 良好, 按计划完成年度目标. */
export function saysNoFact(text: string): boolean {
  if (text.length > LONGEST_EMPTY || OPEN.test(text)) return false;
  const words = foldText(text).replace(YEAR, '').replace(CLOSING, '');
  if (words === '') return false;
  let position = 0;
  while (position < words.length) {
    const match = EMPTY_WORDS.at(words, position);
    if (match === null) return false;
    position = match.end;
  }
  return true;
}

const DONE = /已经|已|均|全部|完成|实现|了|[,。.;:!、"“”()\s]/g;
/** Characters from the middle of a text by which a copy is looked for before both are folded. */
const PROBE = 4;

/**
 * How far a completion repeats its goal: `same` word for word, `done` with no more than 已, 了, 完成 added; `null`
 * where it says something of its own.
 */
export function repeatsGoal(completion: string, goal: string): 'same' | 'done' | null {
  if (completion === goal) return 'same';
  const more = completion.length - goal.length;
  if (more > 12 || more < -12) return null;
  const middle = goal.length >> 1;
  if (!completion.includes(goal.slice(middle, middle + PROBE))) return null;
  const [said, asked] = [foldText(completion), foldText(goal)];
  if (said === asked) return 'same';
  return bare(said) === bare(asked) ? 'done' : null;
}

/** A folded text without the words that only tell of doing, and without punctuation. */
export function bare(folded: string): string {
  return folded.replace(DONE, '');
}
