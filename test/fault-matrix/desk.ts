import { reviewerOf } from '../support/workbooks/reviewer-of';
import type { Reviewer } from '../../src/app/reviewer';
import { parseRangeAddress } from '../../src/engine/sheet/address';
import { OfficeHost } from '../../src/host/office/office-host';
import { Requests } from '../support/workbooks/faults';
import { HandClock } from '../support/workbooks/hand-clock';
import type { KeptWorkbook, MemoryWorkbook } from '../support/memory-workbook';
import { createExcelInNode, type ExcelInNode } from '../support/office-in-node';
import { usersAnnex } from './users-annex';

const NOW = new Date('2026-03-05T08:00:00.000Z');

/** A workbook and one pane over it, both as they are when a use case begins. */
export interface Pane {
  readonly model: MemoryWorkbook;
  readonly reviewer: Reviewer;
  readonly requests: Requests;
  readonly clock: HandClock;
  /** Whether the pane has been told that marks are out of date. */
  marksOutdated(): boolean;
  dispose(): void;
}

/** What a workbook holds already when a use case begins. */
export type Setting = 'plain' | 'dressed';

/**
 * Workbooks to begin with: one nobody has reviewed, and one with marks, rollups, a fix and a finding set aside. Each is
 * made once and comes back as it was for each pane that is opened over it.
 */
export class Desk {
  private readonly made = new Map<Setting, { readonly model: MemoryWorkbook; readonly kept: KeptWorkbook }>();

  /** Opens a pane over the workbook as it was. */
  async open(setting: Setting): Promise<Pane> {
    let made = this.made.get(setting);
    if (!made) {
      const model = await make(setting);
      made = { model, kept: model.keep() };
      this.made.set(setting, made);
    }
    made.model.comeBackTo(made.kept);
    return listening(made.model);
  }
}

/** Another pane over the same workbook. */
export async function listening(model: MemoryWorkbook): Promise<Pane> {
  const pane = openPane(model);
  let outdated = false;
  await pane.reviewer.listen((change) => {
    if (change.type === 'marks') outdated = !change.upToDate;
  });
  return { ...pane, marksOutdated: () => outdated };
}

/** As `listening`, for a pane that nobody tells anything. */
export function openPane(model: MemoryWorkbook): Pane {
  const excel: ExcelInNode = createExcelInNode({ model, quiet: true });
  const { requirements } = excel.Office.context;
  const clock = new HandClock();
  const host = new OfficeHost({
    excel: excel.Excel,
    isSetSupported: (name, version) => requirements.isSetSupported(name, version),
    clock,
  });
  const reviewer = reviewerOf(host, { now: () => NOW, yieldToPage: () => Promise.resolve() });
  return {
    model,
    reviewer,
    requests: new Requests(excel),
    clock,
    marksOutdated: () => false,
    dispose: () => excel.dispose(),
  };
}

async function make(setting: Setting): Promise<MemoryWorkbook> {
  const model = usersAnnex();
  if (setting === 'plain') return model;
  const { reviewer, dispose } = openPane(model);
  const review = await reviewer.review();
  const [fixed] = review.findings.filter(({ fix }) => fix);
  await reviewer.apply(fixed!, fixed!.fix!);
  const open = (await reviewer.review()).findings.filter(({ state }) => state === 'open');
  await reviewer.ignore([open.at(-1)!], '已核实');
  const again = await reviewer.review();
  await reviewer.mark(again);
  await reviewer.insertRollups(again, ['issue-list', 'unit-summary']);
  const mine = model.sheets[1]!;
  mine.addConditionalFormat({
    ranges: [parseRangeAddress('A1:B3')!],
    formula: '="annex-reviewer:info"<>""',
    fill: '#D6E6FA',
  });
  dispose();
  return model;
}
