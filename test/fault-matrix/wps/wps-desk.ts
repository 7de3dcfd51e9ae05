import { join } from 'node:path';
import type { Reviewer } from '../../../src/app/reviewer';
import type { EtApplication } from '../../../src/host/wps/et-types';
import { WpsApplication } from '../../../src/host/wps/wps-application';
import type { WpsHost } from '../../../src/host/wps/wps-host';
import { installedDescription } from '../../../workbench/wps/description/installed-description';
import { EmulatedWps, type EmulatedWpsOptions } from '../../../workbench/wps/emulated-wps';
import type { Book } from '../../../workbench/wps/host/book';
import type { KeptWorkbook, MemoryWorkbook } from '../../support/memory-workbook';
import { reviewerOf } from '../../support/workbooks/reviewer-of';
import type { Setting } from '../desk';
import { usersAnnex } from '../users-annex';

const DESCRIPTION = installedDescription(join(__dirname, '../../..'));
const NOW = new Date('2026-03-05T08:00:00.000Z');

export type Build = Omit<EmulatedWpsOptions, 'description'>;

/** A WPS with two workbooks whose worksheets have the same names, and a pane that works on the first. */
export interface WpsPane {
  readonly model: MemoryWorkbook;
  readonly other: MemoryWorkbook;
  readonly wps: EmulatedWps;
  readonly book: Book;
  readonly otherBook: Book;
  readonly host: WpsHost;
  readonly reviewer: Reviewer;
  /** Whether the pane has been told that marks are out of date. */
  marksOutdated(): boolean;
  /** What is looked at every second is looked at. */
  second(): void;
  /** A pane that is opened now, over the same workbook. */
  another(): Promise<WpsPane>;
  dispose(): void;
}

/** Workbooks to begin with, as those of `Desk`, made through WPS itself; each comes back as it was for each pane. */
export class WpsDesk {
  private readonly made = new Map<Setting, { readonly model: MemoryWorkbook; readonly kept: KeptWorkbook }>();

  constructor(private readonly build: Build) {}

  async open(setting: Setting): Promise<WpsPane> {
    let made = this.made.get(setting);
    if (!made) {
      const model = await this.make(setting);
      made = { model, kept: model.keep() };
      this.made.set(setting, made);
    }
    made.model.comeBackTo(made.kept);
    return openPane(this.build, made.model);
  }

  private async make(setting: Setting): Promise<MemoryWorkbook> {
    const model = usersAnnex();
    if (setting === 'plain') return model;
    const { reviewer, dispose } = await openPane(this.build, model);
    const review = await reviewer.review();
    const [fixed] = review.findings.filter(({ fix }) => fix);
    await reviewer.apply(fixed!, fixed!.fix!);
    const open = (await reviewer.review()).findings.filter(({ state }) => state === 'open');
    await reviewer.ignore([open.at(-1)!], '已核实');
    const again = await reviewer.review();
    await reviewer.mark(again);
    await reviewer.insertRollups(again, ['issue-list', 'unit-summary']);
    dispose();
    return model;
  }
}

async function openPane(build: Build, model: MemoryWorkbook): Promise<WpsPane> {
  const wps = new EmulatedWps({ description: DESCRIPTION, ...build });
  const other = usersAnnex();
  const otherBook = wps.host.openBook(other, { path: '/home/other' });
  const book = wps.host.openBook(model, { path: '/home/user' });
  return over(wps, { model, other, book, otherBook });
}

async function over(
  wps: EmulatedWps,
  books: Pick<WpsPane, 'model' | 'other' | 'book' | 'otherBook'>,
): Promise<WpsPane> {
  const page = wps.openPage('pane');
  const looks = new Set<() => void>();
  const application = new WpsApplication({
    find: () => page.globals.Application as EtApplication,
    giveTurn: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
    everySecond(look) {
      looks.add(look);
      return () => void looks.delete(look);
    },
    lostRecords: { has: () => false, add: () => undefined },
  });
  const host = application.front() as WpsHost;
  const reviewer = reviewerOf(host, { application, now: () => NOW });
  let outdated = false;
  await reviewer.listen((change) => {
    if (change.type === 'marks') outdated = !change.upToDate;
  });
  return {
    ...books,
    wps,
    host,
    reviewer,
    marksOutdated: () => outdated,
    second() {
      for (const look of [...looks]) look();
    },
    another: () => over(wps, books),
    dispose() {
      page.close();
      wps.dispose();
    },
  };
}
