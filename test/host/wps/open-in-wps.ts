import { join } from 'node:path';
import type { EtApplication } from '../../../src/host/wps/et-types';
import type { LostRecords } from '../../../src/host/wps/record-store';
import { WpsApplication } from '../../../src/host/wps/wps-application';
import type { WpsHost } from '../../../src/host/wps/wps-host';
import type { WorkbookModel } from '../../../workbench/model/workbook-model';
import { installedDescription } from '../../../workbench/wps/description/installed-description';
import type { BookOptions } from '../../../workbench/wps/host/book';
import { EmulatedWps, type EmulatedWpsOptions } from '../../../workbench/wps/emulated-wps';
import { MemoryWorkbook } from '../../support/memory-workbook';
import { modelUser } from '../../support/workbooks/model-user';
import type { Loss, Subject } from '../contract/subject';

const DESCRIPTION = installedDescription(join(__dirname, '../../..'));

export interface WpsSubject extends Subject {
  readonly host: WpsHost;
  readonly wps: EmulatedWps;
  readonly application: WpsApplication;
  /** Lets a second pass, in which what is looked at every second is looked at. */
  second(): void;
  /** How many turns the page was given. */
  turns(): number;
}

/** The adapter, over an emulated WPS, over a model. What no page may do fails when the subject is disposed of. */
export function openInWps(
  model: WorkbookModel,
  {
    lostRecords = { has: () => false, add: () => undefined },
    book = { path: '/home/user' },
    ...options
  }: Omit<EmulatedWpsOptions, 'description'> & {
    readonly lostRecords?: LostRecords;
    /** How the workbook is when WPS opens it. */
    readonly book?: BookOptions;
  } = {},
): WpsSubject {
  const wps = new EmulatedWps({ description: DESCRIPTION, ...options });
  wps.host.openBook(model, book);
  const page = wps.openPage('pane');
  const looks = new Set<() => void>();
  let turns = 0;
  const application = new WpsApplication({
    find: () => page.globals.Application as EtApplication,
    giveTurn: () => {
      turns += 1;
      return new Promise((resolve) => setImmediate(resolve));
    },
    now: () => performance.now(),
    everySecond(look) {
      looks.add(look);
      return () => void looks.delete(look);
    },
    lostRecords,
  });
  const second = () => {
    for (const look of [...looks]) look();
  };
  return {
    host: application.front() as WpsHost,
    wps,
    application,
    second,
    turns: () => turns,
    user: {
      ...modelUser(model),
      openAnother: () => void wps.host.openBook(new MemoryWorkbook('另一个'), { path: '/home/other' }),
      editCell: (editing) => void (wps.host.editing = editing),
    },
    async settled() {
      await model.settled();
      second();
    },
    dispose() {
      wps.dispose();
      model.dispose();
      const { faults } = wps.host;
      if (faults.length > 0) throw new Error(`WPS was called as no page may: ${faults.join('; ')}`);
    },
  };
}

/** A subject whose user does not see custom XML parts where the build keeps no records in them. */
export function withoutParts(subject: WpsSubject, loses: readonly Loss[]): WpsSubject {
  if (!loses.includes('part') && !loses.includes('record')) return subject;
  return { ...subject, user: { ...subject.user, parts: undefined, addPart: undefined } };
}
