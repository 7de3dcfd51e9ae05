import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { HostError, SheetRef } from '../../../src/host/port';
import { DEADLY, FAULTS, Requests, type Fault } from '../../support/workbooks/faults';
import { HandClock } from '../../support/workbooks/hand-clock';
import type { MemoryWorkbook } from '../../support/memory-workbook';
import { WORKBOOK } from '../contract/open-annex';
import { ISSUES, PLAN } from '../contract/plan';
import { openInExcel, toMemoryWorkbook, type ExcelSubject } from './open-in-excel';

let subject: ExcelSubject;
let model: MemoryWorkbook;
let clock: HandClock;
let requests: Requests;

/** Two findings instead of one, and another word in the first. */
const LONGER: SheetPlan = {
  ...ISSUES,
  rows: [
    ...ISSUES.rows.slice(0, 2),
    ISSUES.rows[2]!.map((cell, column) => (column === 5 ? { value: '执行率应为95%', style: 1 } : cell)),
    ISSUES.rows[2]!.map((cell, column) => (column === 3 ? { value: 'D4', style: 1 } : cell)),
  ],
  links: [...ISSUES.links, { row: 3, column: 3, sheetName: '附件2', address: 'D4' }],
  choices: ISSUES.choices.map(({ range, values }) => ({ values, range: { ...range, lastRow: 3 } })),
  freeze: { rows: 2, columns: 2 },
};
/** One row less, which moves 合计 and the chart. */
const SHORTER: SheetPlan = {
  ...PLAN,
  rows: [...PLAN.rows.slice(0, 3), PLAN.rows[4]!],
  merges: [{ ...PLAN.merges[0]!, lastColumn: 6 }],
};

async function open(refreshes: boolean): Promise<void> {
  model = toMemoryWorkbook(WORKBOOK);
  clock = new HandClock();
  subject = openInExcel(model, { office: { clock } });
  if (refreshes) {
    await subject.host.insert(() => [{ plan: ISSUES }, { plan: PLAN }]);
    subject.user.writeNote('问题清单', 'A3', '审核员批注');
    subject.user.paint('问题清单', 'B3', '#FFFF00');
    subject.user.highlight('问题清单', 'A1:Z99', '=$A1="某市"', '#0000FF');
  }
  requests = new Requests(subject.excel);
}
afterEach(() => subject.dispose?.());

function insert(): Promise<readonly SheetRef[]> {
  return subject.host.insert(() => [
    { plan: LONGER, mergesBefore: ISSUES.merges },
    { plan: SHORTER, mergesBefore: PLAN.merges },
  ]);
}

/** Everything on the worksheets that a person could miss; what a host gives a cell that says nothing is left out. */
function seen(): unknown {
  return model.sheets.map((sheet) => ({
    name: sheet.name,
    frozen: sheet.frozen,
    merges: sheet.merges,
    choices: sheet.choices.map(({ range, values }) => [values, range]),
    highlights: sheet.conditionalFormats.map(({ formula, ranges }) => [formula, ranges]),
    charts: sheet.charts.length,
    cells: [...sheet.data.cells]
      .map(([at, cell]) => [
        at,
        cell.value || null,
        cell.formula,
        cell.numberFormat,
        lookOf(cell.format),
        cell.link,
        cell.note,
      ])
      .filter(([, value, formula, , look, link, note]) => value || formula || look !== '[]' || link || note)
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  }));
}

const PLAIN: Readonly<Record<string, unknown>> = {
  fill: null,
  fontName: '宋体',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  border: null,
};

function lookOf(format: object): string {
  return JSON.stringify(
    Object.entries(format)
      .filter(([name, value]) => value !== undefined && value !== PLAIN[name])
      .sort(),
  );
}

async function outcome(call: Promise<unknown>): Promise<HostError | null> {
  let settled: { readonly failed: HostError | null } | null = null;
  call.then(
    () => (settled = { failed: null }),
    (failed: HostError) => (settled = { failed }),
  );
  while (settled === null) await clock.pass(1_000);
  return (settled as { readonly failed: HostError | null }).failed;
}

describe.each([
  ['inserting two rollups', false],
  ['refreshing two rollups', true],
] as const)('%s', (_, refreshes) => {
  it.each(FAULTS)('is whole or not at all, whichever request is %s', async (fault: Fault) => {
    let after: unknown = null;
    for (let nth = 1; nth <= 20; nth += 1) {
      await open(refreshes);
      const before = seen();
      if (after === null) {
        await insert();
        after = seen();
        await open(refreshes);
      }
      requests.breakAt(nth, fault);
      const failed = await outcome(insert());
      const { sent, writesAfterSilence } = requests;
      expect(writesAfterSilence).toBe(0);
      const here = { nth, write: failed?.write, sheets: seen() };
      if (failed === null) expect(here).toEqual({ nth, write: undefined, sheets: after });
      else if (failed.write === 'done') expect(here).toEqual({ nth, write: 'done', sheets: after });
      else if (failed.write !== 'in-doubt')
        expect(here).toEqual({ nth, write: failed.write, sheets: before });
      // Only an Excel that answers no more leaves doubt.
      else expect([nth, failed.code, [...DEADLY, 'hang'].includes(fault)]).toEqual([nth, 'no-answer', true]);
      subject.dispose?.();
      if (sent < nth) return;
    }
  });
});

describe('while somebody else is at the workbook', () => {
  it('puts back what was typed in the moment before it is written over, and makes other plans', async () => {
    await open(true);
    let typedAt = 0;
    requests.beforeEach((nth, body) => {
      if (typedAt > 0 || !body.includes('执行率应为95%')) return;
      typedAt = nth;
      subject.user.type('问题清单', 'K3', { value: '已改' });
    });
    const answers: unknown[] = [];
    await subject.host.insert(({ rollups }) => {
      answers.push(rollups['issue-list']?.values[2]?.[10] ?? null);
      return [{ plan: LONGER, mergesBefore: ISSUES.merges }];
    });
    expect(typedAt).toBeGreaterThan(0);
    expect(answers).toEqual([null, '已改']);
  });

  it('deletes only the worksheet that this call has added', async () => {
    await open(false);
    let added = false;
    requests.beforeEach((_, body) => {
      if (added || !body.includes('_annexReviewer_issue_list') || !body.includes('"Add"')) return;
      added = true;
      subject.user.addSheet('问题清单');
      subject.user.nameSheet('问题清单', '_annexReviewer_issue_list');
      subject.user.type('问题清单', 'A1', { value: '别人的' });
    });
    const [sheet] = await subject.host.insert(({ sheets }) => {
      const taken = sheets.some(({ name }) => name === '问题清单');
      return [{ plan: { ...ISSUES, name: taken ? '问题清单 (2)' : '问题清单' } }];
    });
    expect(added).toBe(true);
    expect(sheet!.name).toBe('问题清单 (2)');
    expect(subject.user.cell('问题清单', 'A1').value).toBe('别人的');
  });

  it('leaves a half-made worksheet on which somebody has typed, and says that it is there', async () => {
    await open(false);
    const { host } = subject.excel;
    const original = host.process.bind(host);
    host.process = async (body, flags) => {
      const answer = await original(body, flags);
      const sheet = model.sheets.find(({ name }) => name === '问题清单');
      if (sheet) subject.user.type('问题清单', 'P9', { value: '急' });
      return answer;
    };
    requests.break((nth) => (nth === 4 ? 'busy' : null));
    await expect(subject.host.insert(() => [{ plan: ISSUES }])).rejects.toMatchObject({ write: 'in-doubt' });
    expect(subject.user.cell('问题清单', 'P9').value).toBe('急');
  });
});
