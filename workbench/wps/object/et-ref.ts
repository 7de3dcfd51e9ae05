/** An object of the host before a page sees it: what it is declared as, and what it stands for. */
export class EtRef<Self = unknown> {
  constructor(
    /** As in the description: "Et.Range". */
    readonly type: string,
    readonly self: Self,
  ) {}
}
