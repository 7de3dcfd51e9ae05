import { WordTable } from '../../quantity/word-table';

/** Words with which any project describes any indicator. */
const GENERIC = WordTable.of(
  (
    '完成 已 按 按照 按时 按期 及时 准时 如期 计划 进度 时间 要求 规定 规范 合同 约定 预算 范围 控制 控制在 以内 内 不超过 不低于 不少于 达到 达标 符合 标准 合格 通过 验收 ' +
    '有效 显著 明显 持续 不断 稳步 逐步 长期 进一步 提升 提高 改善 增强 加强 促进 推动 保障 保证 确保 优良 良好 较好 优秀 好 优 良 高 中 低 满意 基本 全部 全面 ' +
    '年度 全年 年底 年底前 月底 月底前 月 年 日 前 底 底前 之前 当年 本年 度 率 无 未 发生 事故 以上 及 和 的 目标 指标 任务 工作 项目 情况 效果 影响 成本 支出 资金 数量 质量 ' +
    '正常 运行 运转 开展 实施 推进 落实 稳定 健全 完善 程度 水平 能力 是 否 大于 小于 等于 万元 元 个 次 人 家 户 天 工作日'
  ).split(' '),
);

/** Fewer characters of its own than this do not make an indicator; the name of a rate needs fewer. */
const FEWEST = 3;
const FEWEST_OF_RATE = 2;

/** Whether a folded text says something that few projects share: more than figures and generic words. */
export function isSubstantial(folded: string): boolean {
  let own = 0;
  let position = 0;
  while (position < folded.length) {
    const match = GENERIC.at(folded, position);
    if (match !== null) {
      position = match.end;
      continue;
    }
    const code = folded.charCodeAt(position);
    if (code >= 0x4e00 && code <= 0x9fff) own += 1;
    position += 1;
  }
  return own >= FEWEST || (own >= FEWEST_OF_RATE && /率|满意度/.test(folded));
}
