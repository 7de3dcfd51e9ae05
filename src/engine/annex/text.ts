const BRACKETED = /[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g;

/** Texts of these alone are folded as they are: ASCII signs, ideographs, and 、。“”. Most are. */
const FOLDED = /^[!-~\u4e00-\u9fff\u3001\u3002\u201c\u201d]*$/;

/** A label without white space and with half-width forms, so that regional spellings compare equal. */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
}

export interface Label {
  /** The label itself: folded, without brackets, leading numbering and closing colon. */
  readonly name: string;
  /** What stood in brackets: 万元, A, B/A, 50分, 盖章 … in order. */
  readonly qualifiers: readonly string[];
}

/**
 * Splits a header text into its name and the qualifiers in brackets:
 * "执行率（B/A）" → 执行率 + ["B/A"]; "一、项目 名称:" → 项目名称.
 */
export function readLabel(text: string): Label {
  const qualifiers: string[] = [];
  const name = foldText(text)
    .replace(BRACKETED, (_, inner: string) => {
      if (inner !== '') qualifiers.push(inner);
      return '';
    })
    .replace(/^(?:[一二三四五六七八九十]+、|\d{1,2}[.、](?!\d))/, '')
    .replace(/[:。]$/, '');
  return { name, qualifiers };
}
