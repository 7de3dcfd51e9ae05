/** Counts the calls of the object model: whatever goes over to the host's process. */
export class CallCounter {
  total = 0;
  /** By "Et.Range.Value2"; reading and writing alike. */
  readonly byMember = new Map<string, number>();

  note(member: string): void {
    this.total++;
    this.byMember.set(member, (this.byMember.get(member) ?? 0) + 1);
  }

  reset(): void {
    this.total = 0;
    this.byMember.clear();
  }
}
