import type { Indicator } from '../annex/annex';
import type { IndicatorKind } from '../annex/field-id';
import type { Severity } from '../severity';
import { quote } from '../rule/figures';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'wrong-dimension',
    name: { 'zh-CN': '指标归类错误', en: 'Indicator under the wrong dimension' },
    description: {
      'zh-CN':
        '满意度指标写的是数量或日期，社会、生态效益指标写的是成本控制、资金支付（警告）；满意度指标不提满意、好评、投诉等，经济效益指标写的是公共服务内容（提示）。',
      en: 'A satisfaction that states a count or a date, a cost or a payment under social or ecological benefit (warnings); a satisfaction without a word of it, or a public service under economic benefit (notes).',
    },
    topic: 'indicator',
    severity: 'warning',
    severities: ['info'],
    requires: [['indicator.*.target']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '公开的自评审核程序'],
    yieldsTo: ['template-residue'],
    messages: {
      satisfaction: {
        'zh-CN': '满意度指标“{text}”未反映服务对象满意程度。请改填满意度，或移到对应的指标类别。',
        en: 'The satisfaction "{text}" does not say whether anyone is satisfied. State a satisfaction, or move it where it belongs.',
      },
      cost: {
        'zh-CN': '“{text}”是成本或资金管理内容，不是{kind}。请移到成本指标。',
        en: '"{text}" is about costs or payments, not {kind}. Move it to the cost indicators.',
      },
      economic: {
        'zh-CN': '“{text}”与经济效益指标不符。请核对是否应归入社会效益等指标。',
        en: '"{text}" does not look like an economic benefit. Check whether it belongs to another dimension.',
      },
    },
  },
  silentByWording: true,
  indicator(project, indicator, context, report) {
    const known = context.fact(knownWords);
    const { kind, kindGuessed, name, target } = indicator;
    if (kindGuessed || !PLACES.includes(kind) || target?.presence !== 'value') return;
    const named = name?.answered ? name : null;
    const key = `${kind} ${named?.text ?? ''} ${target.text}`;
    let verdict = known.get(key);
    if (verdict === undefined) {
      verdict = verdictOn(indicator);
      known.set(key, verdict);
    }
    if (!verdict) return;
    const [message, severity] = verdict;
    report({
      severity,
      cell: named ?? target,
      related: named ? [target] : [],
      project,
      message,
      data: {
        text: quote(named ? `${named.text}：${target.text}` : target.text),
        kind: kind === 'ecological' ? '生态效益' : '社会效益',
      },
      actual: named?.text ?? target.text,
    });
  },
});

/** What was made of names before: equal ones are looked at once. */
function knownWords(): Map<string, Verdict | null> {
  return new Map();
}

type Verdict = readonly [message: 'satisfaction' | 'cost' | 'economic', severity: Severity];

/** Where something wrong can be told by words. */
const PLACES: readonly IndicatorKind[] = ['satisfaction', 'social', 'ecological', 'economic'];

function verdictOn(indicator: Indicator): Verdict | null {
  switch (indicator.kind) {
    case 'satisfaction':
      return onSatisfaction(indicator);
    case 'economic':
      return onEconomic(indicator);
    default:
      return onOtherBenefit(indicator);
  }
}

const OPINION =
  /满意|好评|投诉|认可|评价|评议|评分|测评|反馈|回访|意见|问卷|调查|样本|表扬|信访|舆情|舆论|口碑|支持|欢迎|赞|认同|称赞|上访|举报|差评|知晓|获得感|幸福感|服务对象|反映|感受|体验/;

function onSatisfaction({ name, target }: Indicator): Verdict | null {
  const words = `${name?.text ?? ''}${target!.text}`;
  if (OPINION.test(words)) return null;
  const { quantities } = target!.statement;
  if (quantities.length > 0) {
    if (quantities.every(({ unit }) => ELSEWHERE.includes(unit.dimension)))
      return ['satisfaction', 'warning'];
    if (!/[\u4e00-\u9fff]{2}率/.test(words)) return null;
  }
  // A grade ("较高") or the name of those asked says nothing against it.
  return words.length >= 4 && /(?:率|完成|建设|培训|采购|验收|项目|工程|资金|数量)/.test(words)
    ? ['satisfaction', 'info']
    : null;
}

/** What measures no opinion. */
const ELSEWHERE: readonly string[] = ['count', 'date', 'duration', 'money', 'physical'];

const COST_CONTROL =
  /(?:成本|造价)控制|控制[^，。；,;]{0,10}(?:成本|造价|支出|费用)|(?:资金|经费|预算|支出|费用)[^，。；,;]{0,4}控制|(?:总|单位|项目|建设|工程|运行|运营|采购|支出|投资)成本|(?:资金|预算|经费)[^，。；,;]{0,4}(?:支付|拨付|执行|到位|使用|支出)[^，。；,;]{0,4}(?:(?<!效)率|进度|及时)|预算控制/;
/** Costs of the environment itself, and of those who benefit. */
const COST_OF_OTHERS = /企业|群众|农户|居民|社会成本|治理|能耗|排[放污]|环境|节能|用能|撬动|带动/;

function onOtherBenefit({ kind, name, target }: Indicator): Verdict | null {
  const words = `${name?.text ?? ''}${target!.text}`;
  if (COST_CONTROL.test(words) && !COST_OF_OTHERS.test(words)) return ['cost', 'warning'];
  if (!/成本|造价|支出|经费|资金/.test(words) || COST_OF_OTHERS.test(words)) return null;
  return target!.statement.quantities.some(
    ({ unit, operator }) =>
      unit.dimension === 'money' && (kind === 'ecological' || operator === '≤' || operator === '<'),
  )
    ? ['cost', 'warning']
    : null;
}

const ECONOMY =
  /经济|收入|收支|盈余|增收|产值|产量|产出|利润|税|成本|费用|支出|开支|投资|节约|节省|节支|效益|GDP|消费|销售|就业|损失|价|金额|资金|元|贸易|产业|招商|营收|旅游|市场|企业|财政|增长|降低|增加|收益|资产|农户|脱贫|致富|融资|贷款|信贷|营商|交易|增值|创收|租金|补贴|补助|减少|避免|盘活|订单|客流|游客|商/;
/** Shorter words may mean anything. */
const SAYS_SOMETHING = 6;

function onEconomic({ name, target }: Indicator): Verdict | null {
  const words = `${name?.text ?? ''}${target!.text}`;
  if (words.length < SAYS_SOMETHING || ECONOMY.test(words)) return null;
  const { quantities } = target!.statement;
  return quantities.length === 0 ? ['economic', 'info'] : null;
}
