/** Someone is asked for something, not told it: 请说明, 请简要填写; but not 已报请, 申请. */
const ASKED = /(?<![申报邀聘提])请[^,。;:!?\n]{0,10}(?:说明|填写|填报|注明|分析|简述|写明|列明|描述|补充)/;

/** 预算有调整的需说明原因; 执行率低于90%的应分析原因 */
const DUE =
  /(?:应当?|须|必须|需要?)(?:在此|逐项|详细|简要|如实|单独|另行|及时|予以|一并)?(?:说明|填写|注明|分析|简述|写明)/;

/** 填写预算调整原因; 简要说明偏差情况及措施: a bare instruction. */
const INSTRUCTION =
  /^(?:此处|此栏|本栏)?(?:简要|详细|如实|逐项)?(?:填写|说明|简述|概述|描述|列明|分析|注明)[^,]{0,24}(?:原因|情况|理由|依据|措施|内容)$/;

/** 200字以内 */
const LENGTH = /\d+字(?:以内|以下|左右)|不超过\d+字/;

/** Fewer characters than this beside a printed note answer nothing. */
const SHORTEST_ANSWER = 4;

/** Whether a folded text only repeats what the form asks for, so that nothing is answered. */
export function isPrintedNote(folded: string): boolean {
  if (!/说明|填写|填报|注明|分析|简述|写明|列明|描述|概述|补充|字/.test(folded)) return false;
  const clauses = folded.replace(/[()【】[\]]/g, '').split(/[。;!?]/);
  let noted = false;
  let numbered = false;
  let answered = 0;
  for (const clause of clauses) {
    const item = ITEM.test(clause);
    if (numbered && item && DEFINITION.test(clause)) continue;
    for (const part of clause.split(':')) {
      if (asks(part)) {
        noted = true;
        numbered ||= item;
      } else answered += part.length;
    }
  }
  return noted && answered < SHORTEST_ANSWER;
}

function asks(text: string): boolean {
  return ASKED.test(text) || DUE.test(text) || INSTRUCTION.test(text) || LENGTH.test(text);
}

/** The items of a numbered note: "2.年中发生预算调整的,应单独说明理由". */
const ITEM = /^\d{1,2}[.、](?!\d)/;
/** What a form means by its words, among the items of a note: "3.其他资金包括:社会投入资金". */
const DEFINITION = /包括|是指|指的是|=/;
