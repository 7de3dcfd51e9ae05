import { reviewerOf } from '../support/workbooks/reviewer-of';
import type { Reviewer } from '../../src/app/reviewer';
import { parseRangeAddress } from '../../src/engine/sheet/address';
import { deskKeyOf, KEY_LENGTH, type DeskKey } from '../../src/host/desk-key';
import { OfficeHost } from '../../src/host/office/office-host';
import { Requests } from '../support/workbooks/faults';
import { HandClock } from '../support/workbooks/hand-clock';
import type { KeptWorkbook, MemoryWorkbook } from '../support/memory-workbook';
import { createExcelInNode, type ExcelInNode } from '../support/office-in-node';
import type { CellInput } from '../support/annexes/sheet-builder';
import { usersWorkbook } from '../support/workbooks/users-workbook';

export const ANNEX = '附件2';
export const ISSUES = '问题清单';
/** The desks of two reviewers, and of the one whose workbook came in. */
export const MINE = deskKeyOf(new Uint8Array(KEY_LENGTH).fill(1), true);
export const COLLEAGUE = deskKeyOf(new Uint8Array(KEY_LENGTH).fill(2), true);
const SENDER = deskKeyOf(new Uint8Array(KEY_LENGTH).fill(3), true);

const rate = (value: number): CellInput => ({ value, format: '0.00%' });

/** Projects with an error of their own each; two of them are of the unit named above them, and two look alike. */
const ROWS: readonly (readonly CellInput[])[] = [
  ['2024年度项目支出绩效自评表'],
  ['单位：万元'],
  ['单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '数量指标指标值', '数量指标完成值'],
  ['市水务处', '河道巡查', 100, 95, rate(0.9), '》120次', '121次'],
  [null, '泵站检修', 20, 19, '95%', '检修6台', '已完成'],
  ['第二福利院', '适老化改造', 250, 240, rate(0.96), '》60户', '61户'],
  ['市档案馆', '库房改造', 80, 72, rate(0.85), '》30间', '31间'],
  ['市档案馆', '库房维护', 80, 72, rate(0.85), '》30间', '31间'],
  ['市体育馆', '场馆开放', 60, 57, rate(0.9), '》5处', '6处'],
];
/** 0-based rows of the annex: the first project and the one that stands behind the last. */
export const DATA = { first: 3, last: ROWS.length - 1 };
/** The project that a use case is about, and the one that the other pane is about. */
export const TARGET_ROW = 6;
export const OTHER_ROW = 3;

/** One pane over a workbook, in a page and with a host of its own. */
export interface Pane {
  readonly model: MemoryWorkbook;
  readonly reviewer: Reviewer;
  readonly requests: Requests;
  /** Whether the pane has been told that marks are out of date. */
  marksOutdated(): boolean;
  dispose(): void;
}

/** Clients of each workbook that no pane is using: it takes long to load one. */
const idle = new WeakMap<MemoryWorkbook, Client[]>();

interface Client {
  readonly excel: ExcelInNode;
  readonly requests: Requests;
}

function newClient(model: MemoryWorkbook): Client {
  const excel = createExcelInNode({ model, quiet: true });
  return { excel, requests: new Requests(excel) };
}

export async function openPane(model: MemoryWorkbook, key: DeskKey): Promise<Pane> {
  const clients = idle.get(model) ?? [];
  idle.set(model, clients);
  const client = clients.pop() ?? newClient(model);
  const { excel, requests } = client;
  const { requirements } = excel.Office.context;
  const host = new OfficeHost({
    excel: excel.Excel,
    isSetSupported: (name, version) => requirements.isSetSupported(name, version),
    clock: new HandClock(),
  });
  // Nobody is silent for an hour, and no two things are done in one moment.
  let now = Date.parse('2026-03-05T08:00:00.000Z');
  const reviewer = reviewerOf(host, {
    now: () => new Date((now += 10)),
    yieldToPage: () => Promise.resolve(),
    deskKey: () => key,
  });
  let outdated = false;
  const stop = await reviewer.listen((change) => {
    if (change.type === 'marks') outdated = !change.upToDate;
  });
  return {
    model,
    reviewer,
    requests,
    marksOutdated: () => outdated,
    dispose() {
      stop();
      requests.mend();
      clients.push(client);
    },
  };
}

/** What a workbook holds already: nothing of ours; marks, rollups and records of this desk; the same of another's. */
export type Setting = 'plain' | 'dressed' | 'received';

/** Workbooks to begin with, each made once. */
export class Desk {
  private readonly made = new Map<Setting, { readonly model: MemoryWorkbook; readonly kept: KeptWorkbook }>();

  /** The workbook as it was. */
  async workbook(setting: Setting): Promise<MemoryWorkbook> {
    let made = this.made.get(setting);
    if (!made) {
      const model = await make(setting);
      made = { model, kept: model.keep() };
      this.made.set(setting, made);
    }
    made.model.comeBackTo(made.kept);
    return made.model;
  }
}

async function make(setting: Setting): Promise<MemoryWorkbook> {
  const model = usersWorkbook({ name: ANNEX, rows: ROWS });
  model.keepNoUndo();
  const annex = model.sheet(ANNEX);
  const fill = '#CCEEFF';
  annex.addConditionalFormat({ ranges: [parseRangeAddress('A4:G9')!], formula: '=$A4="市水务处"', fill });
  annex.setFormat(parseRangeAddress('A3:G3')!, { fill: '#EEEEEE', bold: true });
  annex.setNote({ row: 3, column: 0 }, '已电话核实');
  if (setting === 'plain') return model;
  const { reviewer, dispose } = await openPane(model, setting === 'dressed' ? MINE : SENDER);
  const review = await reviewer.review();
  for (const row of [OTHER_ROW + 1, DATA.last]) {
    const fixed = review.findings.find(({ cell, fix }) => cell.row === row && cell.column === 4 && fix)!;
    await reviewer.apply(fixed, fixed.fix!);
  }
  const again = await reviewer.review();
  const aside = again.findings.filter(
    ({ cell }) => cell.column === 5 && [DATA.first, DATA.last].includes(cell.row),
  );
  for (const finding of aside) await reviewer.ignore([finding], '已核实');
  const last = await reviewer.review();
  await reviewer.chooseProfile('zhejiang-2023');
  await reviewer.mark(last);
  await reviewer.insertRollups(last, ['issue-list', 'unit-summary']);
  const issues = model.sheet(ISSUES);
  issues.addConditionalFormat({ ranges: [parseRangeAddress('A1:Z99')!], formula: '=$A1="某市"', fill });
  dispose();
  return model;
}
