import { CharacterSet } from '../../quantity/character-set';
import { WordTable } from '../../quantity/word-table';
import { foldText } from '../../annex/text';

/**
 * What a form's own text is doing in a cell: `whole` nothing else stands there, `blank` a place in a sentence was
 * never filled in (满意度XX%), `note` the form's limit of length stands beside an answer.
 */
export type Residue = 'whole' | 'blank' | 'note';

/** Without one of these characters a text holds no limit of length and no gap. */
const SIGNS = CharacterSet.of('字×ＸXx_＿＊*');
/** What labels, instructions and samples begin with. */
const HEADS = WordTable.of(
  '指标 目标 任务 内容 问题 存在 措施 改进 请 此处 此栏 本栏 在此 简要 如实 逐项 详细 填写 对照 结合 针对 示例 样例 例 （ ('.split(
    ' ',
  ),
);
/** Longer texts are neither labels nor instructions. Characters. */
const LONGEST_INSTRUCTION = 100;

/** 指标1：, 目标2完成情况：, 问题一…… */
const LABEL =
  /^(?:指标|目标|任务|内容|问题|存在问题|措施|改进措施)(?:\d{1,2}|[一二三四五六七八九十])?(?:完成情况|名称|内容)?[:.、]?(?:\.{2,}|…+)?$/;
/** 目标 alone may be an answer; 目标1, 目标： and 目标…… are not. */
const UNANSWERED = /\d|[一二三四五六七八九十:…]|\.{3}/;
const DOTS = /^(?:…+|\.{3,})$/;
const LONGEST_LABEL = 16;

/** 200字以内, 不超过200字 */
const LIMIT = /\d{2,4}字(?:以内|以下|之内|左右)|不超过\d{2,4}字/;
const BRACKETED_LIMIT = /\([^()]{0,12}?(?:\d{2,4}字(?:以内|以下|之内|左右)?|不超过\d{2,4}字)[^()]{0,4}\)/;
/** How instructions begin that end in a limit of length. */
const PROMPT =
  /^\(?(?:请|此处|本栏|此栏|简要|详细|如实|逐项|填写|说明|简述|概述|描述|列明|分析|写明|概括|结合|对照|针对|根据|围绕|应|需)/;
/** Instructions that need no limit of length to be known. */
const BARE_PROMPT =
  /^\(?(?:请(?:在此|单位|据实|结合实际|简要|详细|如实|逐项)*(?:填写|填报|说明|简述|列明|注明|描述|概述|补充)(?!:)|(?:此处|此栏|本栏|在此)请?(?:简要|详细|如实)?(?:填写|填报|说明|输入)|(?:简要|如实|逐项|详细)(?:填写|填报|说明|简述|概述|描述)|填写[^:]|对照年度(?:绩效|总体)?目标,?(?:逐项)?(?:填写|说明|简述)|结合自评情况,?(?:填写|说明|分析)|针对(?:项目)?自评中?发现的问题,?提出(?:下一步)?)/;
const LONGEST_BARE_PROMPT = 60;
/** Words and figures of somebody who answers. */
const ANSWERED = /\d|已|本年|了/;

/** 示例：, 例如： at the head of a cell. */
const SAMPLE = /^\(?(?:填写示例|示例|样例|例|例如):/;

/** XX%, ××个, ___次: a gap before a measure word; not a name that was blacked out, such as 张XX or XX公司. */
const GAP =
  /(?:^|[^A-Za-z\d×_])(?:[Xx]{2,}|×{2,}|_{2,}|\*{2,})(?:%|年|月|日|个|项(?!目)|次|件|人(?!民|员|才|社)|名|户(?!外)|家(?!园|长)|份|场(?!馆|所|地)|套|万|元|亩|公里|平方米|米|吨|条(?!例)|期|批(?!发|准))|20(?:[Xx]{2}|×{2}|\*{2})年/;
const GAP_ALONE = /^(?:[Xx]{2,}|×{2,}|_{2,})%?$/;

/** The residue of a form in a text; `null` for nearly all texts, at the cost of one look at their characters. */
export function residueOf(text: string): Residue | null {
  const { length } = text;
  const signed = SIGNS.next(text, 0, length) < length;
  const led = length <= LONGEST_INSTRUCTION && HEADS.at(text, 0) !== null;
  if (!signed && !led) return null;
  if (led && isLabels(text)) return 'whole';
  const folded = foldText(text);
  if (led && isInstruction(folded)) return 'whole';
  if (!signed) return null;
  const limited = limitIn(folded);
  if (limited !== null) return limited;
  return GAP.test(folded) || GAP_ALONE.test(folded) ? 'blank' : null;
}

/** Whether every line is a label of the form that nobody wrote anything behind; dots alone are a placeholder. */
function isLabels(text: string): boolean {
  let labelled = false;
  for (const line of text.split(/[\n;；]/)) {
    const folded = foldText(line);
    if (folded === '' || DOTS.test(folded)) continue;
    if (folded.length > LONGEST_LABEL || !LABEL.test(folded) || !UNANSWERED.test(folded)) return false;
    labelled = true;
  }
  return labelled;
}

function isInstruction(folded: string): boolean {
  if (SAMPLE.test(folded)) return true;
  return (
    folded.length <= LONGEST_BARE_PROMPT && BARE_PROMPT.test(folded) && !ANSWERED.test(withoutLimit(folded))
  );
}

/** What a limit of length says of the text: an instruction and nothing else, or a note beside an answer. */
function limitIn(folded: string): Residue | null {
  if (!folded.includes('字') || !LIMIT.test(folded)) return null;
  const rest = withoutLimit(folded);
  const bracketed = BRACKETED_LIMIT.test(folded) || /^\([^()]*\)$/.test(folded);
  if (rest.length < 4) return bracketed ? 'whole' : null;
  if (rest.length <= LONGEST_INSTRUCTION && PROMPT.test(rest) && !ANSWERED.test(rest)) return 'whole';
  return bracketed ? 'note' : null;
}

function withoutLimit(folded: string): string {
  return folded.replace(BRACKETED_LIMIT, '').replace(LIMIT, '');
}
