import type { SpreadsheetApplication, SpreadsheetHost } from '../../../src/host/port';
import { FakeHost, type FakeCall, type FakeHostOptions } from './fake-host';

export interface FakeApplicationOptions {
  /** The workbooks that are open, the first of them in front; their sheets have the same ids one workbook to the next. */
  readonly workbooks: readonly FakeHostOptions[];
  /** Whether hosts refuse to look at a workbook that is not in front, too; by default they do. */
  readonly looksBehind?: boolean;
  /** Called at each moment at which the user may do something: before each call of a host, and within it. */
  readonly onMoment?: (moment: number, call: FakeCall) => void;
}

/** A program with several workbooks in memory, one of them in front: what a pane of WPS meets. */
export class FakeApplication implements SpreadsheetApplication {
  readonly several = true;
  /** The workbooks in the order in which they were opened, closed ones among them. */
  readonly hosts: FakeHost[] = [];
  moments = 0;
  private inFront: FakeHost | null = null;
  private readonly closed = new Set<SpreadsheetHost>();
  private readonly watchers = new Set<() => void>();

  constructor(private readonly options: FakeApplicationOptions) {
    for (const workbook of options.workbooks) this.hosts.push(this.made(workbook));
    this.inFront = this.hosts[0] ?? null;
  }

  front(): FakeHost | null {
    return this.inFront;
  }

  isOpen(host: SpreadsheetHost): boolean {
    return this.hosts.includes(host as FakeHost) && !this.closed.has(host);
  }

  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  // The person at the keyboard.

  /** Opens one more workbook and brings it to the front. */
  open(workbook: FakeHostOptions): FakeHost {
    const host = this.made(workbook);
    this.hosts.push(host);
    this.switchTo(host);
    return host;
  }

  /** @param silently whether nothing is told, as programs do at times */
  switchTo(host: FakeHost, silently = false): void {
    this.inFront = host;
    if (!silently) this.tell();
  }

  close(host: FakeHost): void {
    this.closed.add(host);
    if (this.inFront === host) this.inFront = this.hosts.find((one) => !this.closed.has(one)) ?? null;
    this.tell();
  }

  saveAs(host: FakeHost, name: string): void {
    host.user.name = name;
    this.tell();
  }

  tell(): void {
    for (const watcher of [...this.watchers]) watcher();
  }

  private made(workbook: FakeHostOptions): FakeHost {
    const host: FakeHost = new FakeHost({
      ...workbook,
      isInFront: () => this.inFront === host && !this.closed.has(host),
      looksBehind: this.options.looksBehind ?? false,
      pace: async (call) => {
        this.moment(call);
        await workbook.pace?.(call);
        this.moment(call);
      },
    });
    host.user.id = `workbook-${this.hosts.length + 1}`;
    host.opened();
    return host;
  }

  private moment(call: FakeCall): void {
    this.options.onMoment?.(this.moments++, call);
  }
}
