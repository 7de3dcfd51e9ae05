import type { Indicator } from '../annex/annex';
import type { Quantity } from '../quantity';
import { figureOrNothing, quote } from '../rule/figures';
import { pointsCellOf } from '../facts/scores/scores';
import { defineRule, type FactContext } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'indicator-unmeasurable',
    name: { 'zh-CN': '指标不可衡量', en: 'Indicator that cannot be measured' },
    description: {
      'zh-CN':
        '以能力、水平、意识、发展、影响力之类的定性名称设 100%、≥95% 等比率指标值，无法衡量。以率、度、比例、覆盖等命名的不报。完成情况只填“改善”“提高”等变化词而计分的，也报告。',
      en: 'Abilities, levels, awareness, development and the like are given a rate such as 100 % or ≥95 % for a target. Names of rates, degrees and shares are left alone. Reported, too, where a result is a bare word of change (改善, 提高) and carries points.',
    },
    topic: 'indicator',
    severity: 'warning',
    requires: [['indicator.*.target']],
    fix: 'none',
    basis: ['公开的自评审核程序', '评审惯例'],
    yieldsTo: ['result-copies-target', 'result-not-quantified', 'satisfaction-no-figure'],
    messages: {
      change: {
        'zh-CN':
          '完成情况只填“{result}”，看不出变化多少，却计 {points} 分。请填写变化的幅度或可以核实的表现。',
        en: 'The result is only "{result}", which does not say by how much, yet it carries {points} points. Give the extent, or what shows it.',
      },
      rate: {
        'zh-CN':
          '“{name}”是定性内容，指标值“{target}”无法衡量。请改为可衡量的指标（如某某率、人数），或用定性表述。',
        en: '"{name}" is a quality, which the target "{target}" cannot measure. Set an indicator that can be measured, or describe it in words.',
      },
    },
  },
  silentByWording: (indicator, context) =>
    !saysOnlyThatItChanged(indicator) && abstractWords(indicator, context) === null,
  indicator(project, indicator, context, report) {
    const { result } = indicator;
    const carried = saysOnlyThatItChanged(indicator) ? pointsCellOf(indicator) : null;
    if (carried)
      report({
        cell: result!,
        related: [carried],
        project,
        message: 'change',
        data: { result: quote(result!.text), points: figureOrNothing(carried.number) },
        actual: result!.text,
      });
    const words = abstractWords(indicator, context);
    if (words === null) return;
    const target = indicator.target!;
    const named = indicator.name?.answered ? indicator.name : null;
    report({
      cell: named ?? target,
      related: named ? [target] : [],
      project,
      message: 'rate',
      data: { name: quote(words), target: quote(target.text) },
      actual: target.text,
    });
  },
});

/** A word that something changed, alone. */
const BARE_CHANGE =
  /^(?:已|有所|得到|实现)?(?:改善|提高|提升|增强|增长|增加|上升|下降|降低|减少|优化|好转|改进|加强|改观)[。.]?$/;

function saysOnlyThatItChanged({ result }: Indicator): boolean {
  return result?.answered === true && BARE_CHANGE.test(result.text);
}

/** The words that name what nobody counts, where a share of it is asked for; else `null`. */
function abstractWords(indicator: Indicator, context: FactContext): string | null {
  const { kind, name, target } = indicator;
  if (kind === 'satisfaction' || kind === 'cost' || !target?.answered) return null;
  const { quantities } = indicator.asked!;
  const only = quantities[0];
  if (only === undefined || quantities.length > 1 || !isShare(only)) return null;
  const words = name?.answered ? name.text : target.text.slice(0, only.span.start);
  if (words.length < 2) return null;
  const known = context.fact(knownWords);
  let abstract = known.get(words);
  if (abstract === undefined) {
    abstract = isAbstract(words);
    known.set(words, abstract);
  }
  return abstract ? words : null;
}

/** What was made of names before: equal ones are looked at once. */
function knownWords(): Map<string, boolean> {
  return new Map();
}

/** Less than this is asked of changes (提高 20%), which can be measured. Percent. */
const LEAST = 80;

function isShare({ unit, change, value, operator, upper }: Quantity): boolean {
  const percent = unit.measure === '%' || (unit.dimension === 'none' && value === 100);
  return (
    percent &&
    !change &&
    upper === null &&
    value >= LEAST &&
    value <= 100 &&
    operator !== '≤' &&
    operator !== '<'
  );
}

/** What nobody counts, whatever is done about it. What people feel (安全感) is found out by asking them. */
const QUALITIES =
  /(?:能力|水平|意识|发展|影响力|凝聚力|竞争力|公信力|战斗力|创造力|吸引力|软实力|形象|素质|素养|氛围|安全性|使用性|持续性|便利性|重要性|积极性|负担|和谐|风气|理念)$/;
/** What nobody counts where it is to be improved. */
const IMPROVED = /(?:环境|质量|条件|秩序|安全|稳定|效率|作用|服务|机制|活力|格局|面貌|转型|升级|增长|振兴)$/;
const IMPROVES =
  /^(?:有效|进一步|不断|持续|逐步|大力|全面|切实|稳步|明显|显著|积极|着力)*(?:提高|提升|促进|增强|改善|推动|推进|优化|加强|营造|维护|保障|减轻|带动|强化|丰富)/;
/** Abilities of plants and pipes are measured. */
const CAPACITIES =
  /(?:处理|处置|供[水电气热给]|生产|承载|接待|通行|运输|储[存备]|吞吐|装机|检测|接收|服务|保障|存储|计算|容纳|灌溉|排涝|防洪)能力$/;

function isAbstract(words: string): boolean {
  const stem = words
    .replace(/[（(][^（()）]*[)）]\s*$/, '')
    .replace(/(?:达到?|不低于|为|至|保持在?|[:：，,、。；\s])+$/, '')
    .replace(/^指标\d+[:：、.]?/, '');
  if (CAPACITIES.test(stem)) return false;
  return QUALITIES.test(stem) || (IMPROVED.test(stem) && IMPROVES.test(stem));
}
