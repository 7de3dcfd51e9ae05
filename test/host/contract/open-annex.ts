import type { SpreadsheetHost } from '../../../src/host/port';
import type { CellInput } from '../../support/annexes/sheet-builder';
import { lossesOf } from './losses';
import type { HostTraits, MakeSubject, StartSheet, StartWorkbook, Subject, WorkbookUser } from './subject';

/** A small annex with what annexes have: numbers, rates, texts, a formula, and a second worksheet beside it. */
export const ANNEX: StartSheet = {
  name: '附件2',
  rows: [
    ['附件2'],
    ['项目', '预算', '支出', '执行率', '完成情况'],
    ['路灯维修', 40, 38.5, { value: 0.9625, formula: '=C3/B3', format: '0.00%' }, '已完成'],
    ['办公设备', 27.69, 25.88, { value: 0.95, format: '0.00%' }, '120台'],
    ['培训', 12, 12, 1, '》90%'],
  ],
};

export const WORKBOOK: StartWorkbook = {
  name: '绩效自评.xlsx',
  sheets: [ANNEX, { name: '说明', rows: [['填表说明']] }],
};

/** An annex of as many rows as the published one. */
export const ANNEX_OF_31_ROWS: StartWorkbook = {
  name: '绩效自评.xlsx',
  sheets: [
    {
      name: '附件2',
      rows: Array.from({ length: 31 }, (_, row) =>
        Array.from({ length: 27 }, (__, column): CellInput =>
          column % 3 === 0 ? row : `第${row}行${column}`,
        ),
      ),
    },
  ],
};

export interface OpenedSubject extends Subject {
  /** The id of the worksheet with this name. */
  idOf(name: string): Promise<string>;
  /** The id of the first worksheet. */
  readonly sheetId: string;
}

export async function open(make: MakeSubject, workbook: StartWorkbook = WORKBOOK): Promise<OpenedSubject> {
  const subject = await make(workbook);
  const idOf = async (name: string) => {
    const sheet = (await subject.host.sheets()).find((one) => one.name === name);
    if (!sheet) throw new Error(`no worksheet named ${name}`);
    return sheet.id;
  };
  return { ...subject, idOf, sheetId: await idOf(workbook.sheets[0]!.name) };
}

/** How many round trips a call takes. */
export async function tripsOf(host: SpreadsheetHost, call: () => Promise<unknown>): Promise<number> {
  const before = host.roundTrips;
  await call();
  return host.roundTrips - before;
}

/** Checks that a call is refused with this code. */
export async function refuses(call: Promise<unknown>, code: string): Promise<void> {
  await expect(call).rejects.toMatchObject({ name: 'HostError', code });
}

/**
 * Lets the user make so many steps that a host could not hide by its own that it emptied the undo.
 * @returns how many could be taken back then; `null` where the host has no undo
 */
export async function makeSteps({ user, settled }: Subject, sheet: string): Promise<number | null> {
  for (let step = 0; step < 20; step += 1) user.type(sheet, 'AB1', { value: `第${step}步` });
  await settled();
  return user.undoSteps();
}

/** Checks that the user can still take back what was typed before; where the host loses that, that nothing is left of it. */
export function expectUndo(traits: HostTraits, user: WorkbookUser, before: number | null): void {
  if (before === null) return;
  if (lossesOf(traits)('undo')) expect(user.undoSteps()).toBe(0);
  else expect(user.undoSteps()).toBeGreaterThanOrEqual(before);
}
