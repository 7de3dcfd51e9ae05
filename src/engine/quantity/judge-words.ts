import type { Statement } from './statement';

/** What is asked to become more or better, and what to become less: the words of one line may stand for each other. */
const RISE = '提升|提高|改善|增强|增加|增长|加强|好转|改进|优化|促进|扩大|上升';
const FALL = '降低|减少|下降|缓解|减轻|缩小|压减|缩短';
const WORSE = '下滑|恶化|变差|退步';
/** States, each of which is denied by itself only: 健全 by 不健全. */
const STATES =
  '健全|完善|稳定|规范|完整|及时|准确|安全|合理|科学|畅通|满意|有效|充分|齐全|到位|有序|合规|真实|良好|正常';
const HOW_MUCH = '明显|显著';

/** What may stand between a denial and what it denies: 未得到有效提升, 没有明显改善. */
const BETWEEN = '(?:得到|有|见|能够?|进一步|明显|显著|有效|较大|很大|根本|大幅|持续|全面){0,2}';
const DENIALS: readonly RegExp[] = [
  new RegExp(`(?:尚未|并未|未能|没有|未|没|无)${BETWEEN}(${RISE}|${FALL})`, 'g'),
  new RegExp(`(?:尚未|并未|未能|未|不够|不太|不|欠)(${STATES})`, 'g'),
  new RegExp(
    `(?:尚未|并未|没有|未|无|不够|不太|不|欠)(${HOW_MUCH})(?=$|[,，。.；;了]|变化|改变|成效|效果|${RISE}|${FALL})`,
    'g',
  ),
];
/** None of that is there any more: 未发现不规范, 杜绝不安全. */
const NONE_OF_IT =
  /(?:未发现|未出现|未发生|没有发现|没有出现|不存在|无|杜绝|避免|防止|消除|整改|解决|减少|降低)[^,，。；;]{0,6}$/;
const CLAUSE_END = /^(?:了)?(?:$|[,，。.；;！!])/;
/** Longer texts tell more than these words. Characters. */
const LONGEST = 40;

/** Nothing but that something rose or fell. */
const BARE = new RegExp(
  `^(?:较|比|同比|环比|与|上年|去年|上一年|往年|同期|相比|有所|明显|显著|略有|逐步|持续|大幅|小幅|进一步|不断)*(?:(${RISE})|(${FALL})|${WORSE})(?:了)?(?:[:：]?[≥>]?=?\\d+(?:\\.\\d+)?(?:%|％|个百分点))?[。.]?$`,
);

/**
 * Whether a result in words denies what a target in words asks: 明显提升 answered by 未提升, 健全 by 不健全, 显著 by 不明显, or
 * a bare 提升 by a bare 下降. Silent where the result says both, and where the denial is of something else (无安全事故).
 */
export function contradicts(target: Statement, result: Statement): boolean {
  const [asked, said] = [target.text.trim(), result.text.trim()];
  if (asked.length > LONGEST || said.length > LONGEST || target.negated || /[不未无没]/.test(asked))
    return false;
  return turnsRound(target, result) || DENIALS.some((denial) => denies(denial, asked, said));
}

function denies(denial: RegExp, asked: string, said: string): boolean {
  for (const match of said.matchAll(denial)) {
    const words = wordsLike(match[1]!);
    const before = said.slice(0, match.index);
    const behind = said.slice(match.index + match[0].length);
    if (!words.test(asked) || words.test(before + behind) || NONE_OF_IT.test(before)) continue;
    // 未增加负担 beside 增加收入: only what the target speaks of is denied, or all there is.
    if (
      denial === DENIALS[2] ||
      CLAUSE_END.test(behind) ||
      asked.includes(/^[^,，。.；;！!]*/.exec(behind)![0])
    )
      return true;
  }
  return false;
}

function wordsLike(word: string): RegExp {
  const group = [RISE, FALL].find((words) => words.split('|').includes(word));
  return new RegExp(group ?? word);
}

/**
 * A fall where a rise is asked for, or the other way round, by how much or not (增长3% | 下降2%), and nothing else on either
 * side: of two things each may go its own way.
 */
export function turnsRound(target: Statement, result: Statement): boolean {
  const [wanted, given] = [BARE.exec(target.text.trim()), BARE.exec(result.text.trim())];
  if (!wanted || !given) return false;
  if (wanted[1]) return given[1] === undefined;
  return wanted[2] !== undefined && given[1] !== undefined;
}
