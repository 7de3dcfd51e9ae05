/** Thrown where a list of a style sheet holds as many items as programs read. Nothing was added to it. */
export class StylesFull extends Error {
  override readonly name = 'StylesFull';

  /** @param list what it is called in the style sheet, `cellXfs` or `dxfs` */
  constructor(readonly list: string) {
    super(`the style sheet has no room for another item of ${list}`);
  }
}
