const BRACKETED = /[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g;

/** A label without white space and with half-width forms, so that regional spellings compare equal. */
export function foldText(text: string): string {
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
