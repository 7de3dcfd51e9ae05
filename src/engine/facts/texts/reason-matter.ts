import { foldText } from '../../annex/text';

/** Clauses on how performance is managed explain nothing of what was spent or done. */
const MANAGEMENT =
  /绩效|自评|指标(?:设[置定]|编制|量化|体系)|档案|台账|制度(?:建设|不)|意识|重视|学习|宣传|业务(?:水平|能力|培训)/;

/** Money, and what it waits for before it is paid. */
const MONEY =
  /资金|经费|[余尾欠余工货价借]款|付款|款项|付清|支付|支出|未[付支]|拨付|下达|到位|结算|决算|结转|结余|节余|节约|节省|压减|收回|预算|执行率|报账|报销|审计|采购|招标|招投标|投标|中标|流标|合同|单价|价格|涨价|降价|物价|成本|费用|发票|补助|补贴|金额|\d万?元/;

/** Time and progress, and what works wait for. */
const TIME =
  /进度|工期|延[期误迟后缓]|推迟|推后|滞后|顺延|暂停|停工|停摆|尚未|未能|未完|未开|未获|未达|暂未|缓慢|较[晚迟慢]|跨年|次年|下年|明年|来年|下一年|年[底末]|疫情|防控|天气|降雨|[暴雨台]风|汛期|雨季|灾|季节|审批|批复|手续|变更|调整|取消|验收|施工|开工|竣工|供货|到货|交付|安装|移交|征地|拆迁|协调|选址/;

/** Less came than was reckoned with: applicants, cases, visitors, or what is paid for each of them. */
const LESS =
  /(?:少于|低于|小于|不及|不如|未及)(?:预期|预计|预想|预估|预定|计划|上年|往年|去年|同期)|(?:[人次户件例]数|人[员次]|[量客流]|需求|规模|对象|申请|申报)(?:减少|下降|偏少|较少|不足|不多|萎缩)/;

/** Words that lead to a cause. */
const CAUSE = /因(?!地制宜|此|素|子)|由于|受.{1,16}影响|导致|致使|原因/;

/** Whether a text names the cause of something. */
export function namesCause(text: string): boolean {
  return CAUSE.test(text);
}

/** The words of a text that may explain something, clause by clause, without those on management. */
function explainingClauses(text: string): string {
  return foldText(text)
    .split(/[,;。!?、]/)
    .filter((clause) => !MANAGEMENT.test(clause))
    .join(',');
}

/**
 * Whether a text speaks of money, of time, of less than was reckoned with or of a cause, and not only of how
 * performance is managed.
 */
export function speaksOfSpending(text: string): boolean {
  const clauses = explainingClauses(text);
  return MONEY.test(clauses) || TIME.test(clauses) || LESS.test(clauses) || namesCause(clauses);
}

/** Whether a text speaks of money, of time, of a cause, or of what is named. */
export function speaksOf(named: string, text: string): boolean {
  return speaksOfSpending(text) || sharesWords(named, explainingClauses(text));
}

const IDEOGRAPHS = /^[\u4e00-\u9fff]{2}$/;
/** Pairs of characters that half the indicators and half the problems have. */
const COMMON = new Set([
  '工作',
  '项目',
  '完成',
  '数量',
  '质量',
  '提高',
  '提升',
  '情况',
  '问题',
  '有效',
  '我单',
]);

/** Whether two texts have a pair of ideographs in common that is no word of every text. */
function sharesWords(named: string, text: string): boolean {
  for (let i = 0; i + 1 < named.length; i += 1) {
    const pair = named.slice(i, i + 2);
    if (IDEOGRAPHS.test(pair) && !COMMON.has(pair) && text.includes(pair)) return true;
  }
  return false;
}
