import { WordTable } from './word-table';

/** Verbs that say what is done with the things counted; those of one line mean the same. At most 30 lines. */
const ACTIONS: readonly string[] = [
  '新建 建设 建成 修建 建立 搭建 打造 构建 创建 设立 兴建 建造',
  '改建 改造 改扩建 扩建 升级改造 提升改造 提质改造 升级 提升',
  '新改建',
  '修缮 维修 修复 维修改造',
  '维护 运维 运行维护 养护 管护 维保 保养 管养',
  '采购 购置 购买 配备 配置 配发 购买安装',
  '更换 更新 替换',
  '安装 新装 加装 新安装 部署 布设 敷设 铺设 架设 悬挂 设置 布置 安装调试 调试',
  '发放 补助 补贴 救助 资助 慰问 兑现 兑付',
  '印发 印制 印刷 编印',
  '编制 制定 制作 编写 撰写 编纂 起草 出具',
  '检查 巡查 巡检 排查 检测 监测 抽检 抽查 巡护 督查 执法检查',
  '清理 清运 处置 处理 治理 整治 清淤 疏浚',
  '种植 栽植 补植 栽种 造林 绿化',
  '投放 放流',
  '免疫 接种',
  '覆盖 惠及 服务 受益 涉及',
  '扶持 培育 支持 奖励 奖补',
  '评选 表彰 评审 评估 验收',
  '招聘 聘用 引进 选派 选聘',
  '接待 受理 办理 审核 审批 办结',
  '征集 收集 归集 采集 整理',
  '加工 扫描',
  '拆除 搬迁 迁移',
  '走访 入户',
  '储备 收储',
  '完工 竣工 开工',
];

/** Verbs that go with any other: what is organised is done, too. */
const GENERAL =
  '新增 增加 增设 补充 新增设 完成 开展 组织 举办 召开 实施 落实 推进 保障 进行 做好 实现 计划 预计 确保 保证 力争 用于 参与 参加 支付 推动 加强 继续 持续 合计 涵盖';

/** What stands before a verb without changing what is meant. */
const ADVERBS =
  '按计划 按时 按期 全年 年内 本年度 本年 年度 当年 全面 截至年末 截至年底 年末 年底 今年 本项目 项目 该项目 预期 拟 将 已 共 要 需 通过 为 对 向 把 使 新 再 并 和 及 与 约 累计完成 实际完成 实际 主要';

const table = new WordTable<number>([
  ...ACTIONS.flatMap((line, i) => line.split(' ').map((word) => [word, 1 << i] as const)),
  ...`${GENERAL} ${ADVERBS}`.split(' ').map((word) => [word, 0] as const),
]);

/** What a run of words is about once the verbs are taken off it. */
export interface Phrase {
  /** The thing; '' where nothing but verbs stood there. */
  readonly noun: string;
  /** The sorts of action as bits; 0 where none is said. */
  readonly actions: number;
  /** The last verb that says what is done, for where nothing else is there: 走访200户. */
  readonly verb: string;
}

const SHORTEST_NOUN = 2;
const LONGEST_VERB = 4;

/** Takes leading verbs and adverbs off: 按计划新建社区服务站 → 社区服务站. */
export function withoutLeadingVerbs(run: string): Phrase {
  let position = 0;
  let actions = 0;
  let verb = '';
  for (;;) {
    const match = table.at(run, position);
    if (match === null) break;
    const rest = run.length - match.end;
    // 服务对象, 评审会: what would be left is part of the word.
    if (rest === 1) break;
    actions |= match.value;
    if (match.value !== 0) verb = match.word;
    position = match.end;
  }
  return { noun: run.slice(position), actions, verb };
}

/** Takes verbs off the end: 幼儿园监控系统安装 → 幼儿园监控系统. */
export function withoutTrailingVerbs(run: string): { readonly noun: string; readonly actions: number } {
  let end = run.length;
  let actions = 0;
  for (let size = LONGEST_VERB; size >= 2; size--) {
    const start = end - size;
    if (start < SHORTEST_NOUN) continue;
    const match = table.at(run.slice(start, end), 0);
    if (match === null || match.end !== size) continue;
    actions |= match.value;
    end = start;
    size = LONGEST_VERB + 1;
  }
  return { noun: run.slice(0, end), actions };
}
