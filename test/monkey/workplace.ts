import { readFileSync } from 'node:fs';
import { createReviewer } from '../../src/app/create-reviewer';
import { engineHere } from '../../src/app/engine/here';
import type { ReviewFinding, SheetReview } from '../../src/app/reviewer';
import { oneWorkbook } from '../../src/host/one-workbook';
import type { SpreadsheetHost } from '../../src/host/port';
import { inflateWithZlib } from '../../src/host/file/zlib-inflate';
import { createCommands, type Commands } from '../../src/pane/state/commands';
import { createPaneStore, type PaneStore } from '../../src/pane/state/pane-store';
import { currentReview } from '../../src/pane/state/pane-state';
import { openXlsx } from '../../workbench/model/open-xlsx';
import { createWorkbookModel } from '../../workbench/model/univer-workbook';
import type { OpenedWorkbookModel } from '../../workbench/model/workbook-model';
import { openInExcel } from '../host/office/open-in-excel';
import { openInWps } from '../host/wps/open-in-wps';

/** The pane, without its looks, beside a workbook in an emulated program. */
export interface Workplace {
  readonly model: OpenedWorkbookModel;
  readonly store: PaneStore;
  readonly commands: Commands;
  /** Waits until the pane has followed whatever was done. */
  settled(): Promise<void>;
  /** What somebody says of the sheet in view who has just opened the workbook. */
  fresh(): Promise<SheetReview>;
  dispose(): void;
}

/** Programs that the pane may stand in. */
export const PROGRAMS = ['excel', 'wps'] as const;
export type Program = (typeof PROGRAMS)[number];

/** So long what was done may take to be followed, in milliseconds. */
const LONGEST = 60_000;
/** So short are the pauses of one who does not pause. */
const PAUSES = { typing: 10, own: 5, retry: 5, busy: 20, marks: 15 };

export async function openWorkplace(program: Program, file: string): Promise<Workplace> {
  const model = createWorkbookModel({ ...openXlsx(readFileSync(file), inflateWithZlib), name: 'test.xlsx' });
  await model.settled();
  const subject = program === 'excel' ? openInExcel(model) : openInWps(model);
  const host: SpreadsheetHost = subject.host;
  const second = 'second' in subject ? (): void => subject.second() : (): void => undefined;
  const store = createPaneStore();
  const open = () => createReviewer(host, { application: oneWorkbook(host), engine: engineHere() });
  const commands = createCommands(store, async () => open(), { save: () => undefined }, PAUSES);
  await commands.connect();

  async function settled(): Promise<void> {
    const until = Date.now() + LONGEST;
    for (let quiet = 0; quiet < 3;) {
      await model.settled();
      second();
      await new Promise((resolve) => setTimeout(resolve, 4));
      quiet = commands.isSettled() ? quiet + 1 : 0;
      if (Date.now() > until) throw new Error('the pane does not come to rest');
    }
  }

  return {
    model,
    store,
    commands,
    settled,
    fresh: () => open().review(),
    dispose() {
      commands.dispose();
      subject.dispose?.();
    },
  };
}

/** The review that the pane shows of the sheet in view. */
export function shown({ store }: Workplace): SheetReview | null {
  return currentReview(store.getState());
}

/** What is said of a finding, without what only tells where it comes from. */
export function saying({ id, state, ignoredBecause, severity, data, project }: ReviewFinding): string {
  return JSON.stringify([id, state, ignoredBecause, severity, project, data]);
}

/** By what marks of ours are known. */
export const MARK_SIGN = 'annex-reviewer:';
