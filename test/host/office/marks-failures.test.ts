import { parseRangeAddress } from '../../../src/engine/sheet/address';
import type { HostError, SheetMarks } from '../../../src/host/port';
import { markFormula, markSeverity } from '../../../src/host/protocol/mark-signature';
import { FAULTS, Requests, refusal, type Fault } from '../../support/workbooks/faults';
import { HandClock } from '../../support/workbooks/hand-clock';
import type { MemoryWorkbook } from '../../support/memory-workbook';
import { WORKBOOK } from '../contract/open-annex';
import { openInExcel, toMemoryWorkbook, type ExcelSubject } from './open-in-excel';

const SHEET = '附件2';
const USERS = '=$A1="某市"';

const marks = (cells: Partial<Record<'error' | 'warning' | 'info', string>>): SheetMarks => ({
  cells: {
    error: cells.error ? [parseRangeAddress(cells.error)!] : [],
    warning: cells.warning ? [parseRangeAddress(cells.warning)!] : [],
    info: cells.info ? [parseRangeAddress(cells.info)!] : [],
  },
  notes: [],
});
const OLD = marks({ error: 'D4', warning: 'E3:E5' });
const NEW = marks({ error: 'B3:B5', warning: 'E3', info: 'A3' });

let subject: ExcelSubject;
let model: MemoryWorkbook;
let clock: HandClock;
let requests: Requests;
let sheetId: string;

/** A worksheet with a conditional format of the user's, and marks of before where wanted. */
async function open(before: SheetMarks | null): Promise<void> {
  model = toMemoryWorkbook(WORKBOOK);
  clock = new HandClock();
  subject = openInExcel(model, { office: { clock } });
  sheetId = (await subject.host.sheets())[0]!.id;
  subject.user.highlight(SHEET, 'A1:E5', USERS, '#0000FF');
  if (before) await subject.host.mark(sheetId, before);
  requests = new Requests(subject.excel);
}
afterEach(() => subject.dispose?.());

/** What stands on the worksheet: each mark of ours by severity and size, and how many formats are the user's. */
function seen(): string {
  return subject.user
    .highlights(SHEET)
    .map(
      ({ formula, cells }) => `${markSeverity(formula) ?? (formula === USERS ? 'user' : formula)} ${cells}`,
    )
    .join(', ');
}

/** What becomes of a call, while time passes where nothing is answered. */
async function outcome<T>(call: Promise<T>): Promise<{ readonly done: T } | { readonly failed: HostError }> {
  let settled: { readonly done: T } | { readonly failed: HostError } | null = null;
  call.then(
    (done) => (settled = { done }),
    (failed: HostError) => (settled = { failed }),
  );
  while (settled === null) await clock.pass(1_000);
  return settled;
}

const USER = 'user 25';
const BEFORE = `error 1, warning 3, ${USER}`;
const AFTER = `error 3, warning 1, info 1, ${USER}`;

describe('marks when a request fails', () => {
  const each = FAULTS.flatMap((fault) => [1, 2, 3, 4, 5].map((nth) => [fault, nth] as const));

  it.each(each)('laying them is whole or not at all: %s at request %i', async (fault, nth) => {
    await open(OLD);
    requests.breakAt(nth, fault);
    const became = await outcome(subject.host.mark(sheetId, NEW));
    const { writesAfterSilence } = requests;
    expect(writesAfterSilence).toBe(0);
    if ('done' in became) {
      expect(seen()).toBe(AFTER);
      expect(became.done).toMatchObject({ markedCells: 5, left: [] });
    } else truthful(became.failed, fault, seen(), BEFORE);
    requests.mend();
    expect(await subject.host.mark(sheetId, NEW)).toMatchObject({ markedCells: 5 });
    expect(seen()).toBe(AFTER);
  });

  it.each(each)('taking them off is whole or not at all: %s at request %i', async (fault, nth) => {
    await open(OLD);
    requests.breakAt(nth, fault);
    const became = await outcome(subject.host.unmark(sheetId));
    expect(requests.writesAfterSilence).toBe(0);
    if ('done' in became) {
      expect(seen()).toBe(USER);
      expect(became.done).toMatchObject({ markedCells: 4, left: [] });
    } else truthful(became.failed, fault, seen(), BEFORE);
    requests.mend();
    await subject.host.unmark(sheetId);
    expect(seen()).toBe(USER);
  });

  function truthful({ write }: HostError, fault: Fault, now: string, before: string): void {
    if (write !== 'in-doubt') expect(now).toBe(before);
    // Doubt is for an Excel that is silent; one that answers can be looked at.
    else expect(fault).toMatch(/hang|dead/);
  }

  it.each<[string, (user: ExcelSubject['user']) => void, string]>([
    ['a mark of before', () => model.sheet(SHEET).deleteConditionalFormat(firstMark()), AFTER],
    [
      'a format of the user',
      () => model.sheet(SHEET).deleteConditionalFormat(formatOf(USERS)),
      AFTER.replace(`, ${USER}`, ''),
    ],
  ])('goes on where somebody has taken away %s in between', async (_, takeAway, after) => {
    for (const nth of [2, 3]) {
      await open(OLD);
      requests.beforeEach((now) => {
        if (now === nth) takeAway(subject.user);
      });
      expect(await subject.host.mark(sheetId, NEW)).toMatchObject({ markedCells: 5, left: [] });
      expect(seen()).toBe(after);
      await subject.dispose?.();
    }
  });

  it('says that the worksheet is gone only where it is', async () => {
    await open(OLD);
    requests.beforeEach((now) => {
      if (now === 3) model.deleteSheet(sheetId);
    });
    await expect(subject.host.mark(sheetId, NEW)).rejects.toMatchObject({
      code: 'sheet-gone',
      write: 'unchanged',
    });
    await expect(subject.host.unmark(sheetId)).rejects.toMatchObject({ code: 'sheet-gone' });
  });

  function formatOf(formula: string): string {
    return model.sheet(SHEET).conditionalFormats.find((one) => one.formula === formula)!.id;
  }
  const firstMark = () => formatOf(markFormula('error'));
});

describe('marks beside a conditional format that Excel cannot read', () => {
  /** Excel answers with an error whatever asks the nth format of the worksheet for this. */
  function spoil(asks: (body: string, id: string) => boolean): void {
    const { host } = subject.excel;
    const process = host.process.bind(host);
    const id = model.sheet(SHEET).conditionalFormats.find(({ formula }) => formula === USERS)!.id;
    host.process = (body, flags) =>
      asks(body, id) ? Promise.resolve(refusal('GeneralException')) : process(body, flags);
  }

  it.each<[string, (body: string, id: string) => boolean]>([
    ['its rule', (body, id) => body.includes(id) && /"formula"/.test(body)],
    ['where it stands', (body, id) => body.includes(id) && /GetRanges/.test(body)],
    ['anything of several at once', (body) => /"items/.test(body) && /ConditionalFormats/i.test(body)],
  ])('are laid and taken off all the same: %s', async (_, asks) => {
    await open(OLD);
    spoil(asks);
    expect(await subject.host.mark(sheetId, NEW)).toMatchObject({ markedCells: 5, left: [] });
    expect(seen()).toBe(AFTER);
    expect(await subject.host.unmark(sheetId)).toMatchObject({ markedCells: 5, left: [] });
    expect(seen()).toBe(USER);
  });

  it('tell how many there are that nobody could look at', async () => {
    await open(OLD);
    spoil((body, id) => body.includes(id));
    expect(await subject.host.unmark(sheetId)).toMatchObject({ markedCells: 4, unreadable: 1 });
    expect(seen()).toBe(USER);
  });

  it('tell what Excel does not let go', async () => {
    await open(OLD);
    const { host } = subject.excel;
    const process = host.process.bind(host);
    // The id that Excel gave the first mark that was made: marks are made from the least to the most severe.
    const id = '{CF-000001}';
    host.process = (body, flags) =>
      body.includes(id) && /"Delete"/i.test(body)
        ? Promise.resolve(refusal('GeneralException'))
        : process(body, flags);
    expect(await subject.host.unmark(sheetId)).toMatchObject({
      markedCells: 1,
      left: [{ sheet: SHEET, markedCells: 3, notes: 0, because: 'refused' }],
    });
    expect(seen()).toBe(`warning 3, ${USER}`);
  });
});
