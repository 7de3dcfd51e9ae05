/** A text that holds its own label: "其中：基本支出：3000万元". */
export interface BehindLabel {
  /** What stands before the answer, with its colon and the white space behind that. */
  readonly label: string;
  readonly answer: string;
}

/** Parts a text at its last colon; `null` where there is none, or nothing behind it. */
export function behindLabel(text: string): BehindLabel | null {
  const match = /^(.{1,40}[:：]\s*)([^:：\s][^:：]*)$/s.exec(text);
  return match && { label: match[1]!, answer: match[2]! };
}
