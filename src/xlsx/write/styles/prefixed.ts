/** Gives every element of XML that has no prefix one ("x:"). The XML holds no text and no "<" in its attributes. */
export function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}
