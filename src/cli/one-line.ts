/**
 * A text as one line of a terminal: whatever stands in a cell or in a file's name, it breaks no line and moves no
 * cursor.
 */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is to be taken out
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
