import { reviewerOf } from '../support/workbooks/reviewer-of';
import { toStatePart } from '../../src/host/protocol/state-part';
import type { ReviewFinding, SheetReview } from '../../src/app/reviewer';
import { openFileHost } from '../../src/host/file/file-host';
import { HostError } from '../../src/host/port';
import { MARK_COLORS } from '../../src/host/protocol/mark-colors';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { createFakeHost, type FakeHost } from '../support/workbooks/fake-host';
import { Random } from '../support/random';
import { find, openDesk, ROWS } from './review-cases';

/** The rows of the annex under test, 0-based: title, unit, header, three projects. */
const [TITLE, UNIT, HEAD, PATROL, STATION, HOMES] = [0, 1, 2, 3, 4, 5];
/** All rows below the header, as many as may have come in between. */
const FOLLOWING = Array.from({ length: 10 }, (_, row) => HEAD + 1 + row);
const changed = { code: 'changed' };

describe('a fix whose rows have moved', () => {
  it.each<[string, readonly (number | null)[], string]>([
    ['below an inserted row', [TITLE, UNIT, HEAD, null, PATROL, STATION, HOMES], 'E5'],
    ['below a caption that was inserted', [null, TITLE, UNIT, HEAD, PATROL, STATION, HOMES], 'E5'],
    ['above a deleted row', [TITLE, UNIT, HEAD, PATROL, HOMES], 'E4'],
    ['by sorting', [TITLE, UNIT, HEAD, HOMES, PATROL, STATION], 'E5'],
  ])('follows its project: %s', async (_, order, address) => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    host.user.arrangeRows('附件2', order);
    const entry = await reviewer.apply(finding, finding.fix!);
    expect(host.user.cell('附件2', address).value).toBe(0.95);
    expect(await reviewer.changeLog()).toEqual([entry]);
  });

  it('writes the formula of the row where its project is now', async () => {
    const { host, reviewer } = openDesk({ preferFormulas: true });
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, null, PATROL, STATION, HOMES]);
    await reviewer.apply(finding, finding.fix!);
    expect(host.user.cell('附件2', 'E5').formula).toBe('=D5/C5');
  });

  it.each<[string, (host: FakeHost) => void]>([
    ['the money was edited', ({ user }) => user.type('附件2', 'D4', { value: 100 })],
    ['the project was renamed', ({ user }) => user.type('附件2', 'B4', { value: '河道清淤' })],
    ['the unit of the money was edited', ({ user }) => user.type('附件2', 'A2', { value: '单位：元' })],
    ['a column was renamed', ({ user }) => user.type('附件2', 'C3', { value: '年初预算数' })],
    ['the row was deleted', ({ user }) => user.arrangeRows('附件2', [TITLE, UNIT, HEAD, STATION, HOMES])],
    [
      'the row was copied',
      ({ user }) => user.arrangeRows('附件2', [TITLE, UNIT, HEAD, PATROL, PATROL, STATION, HOMES]),
    ],
  ])('is refused where %s', async (_, act) => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    act(host);
    const before = new Map(host.user.active.cells);
    await expect(reviewer.apply(finding, finding.fix!)).rejects.toMatchObject(changed);
    expect(host.user.active.cells).toEqual(before);
    expect(await reviewer.changeLog()).toEqual([]);
  });

  it('follows where another cell of its row was edited', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    host.user.type('附件2', 'G4', { value: '130次' });
    await reviewer.apply(finding, finding.fix!);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.95);
  });

  it('is never written to a neighbour of the same name and figures', async () => {
    const twin = ROWS[PATROL]!;
    const { host, reviewer } = openDesk({
      sheets: [{ name: '附件2', rows: [...ROWS.slice(0, 4), twin, ...ROWS.slice(4)] }],
    });
    const finding = find(await reviewer.review(), 'execution-rate-mismatch', { row: 4 });
    host.user.arrangeRows('附件2', [0, 1, 2, 4, 5, 6]);
    await expect(reviewer.apply(finding, finding.fix!)).rejects.toMatchObject(changed);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
  });

  it('counts what our own fixes wrote as reviewed', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    const first = find(review, 'execution-rate-mismatch');
    const second = find(review, 'operator-typo', { row: PATROL });
    await reviewer.apply(first, first.fix!);
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, HOMES, PATROL, STATION]);
    await reviewer.apply(second, second.fix!);
    expect(host.user.cell('附件2', 'F5').value).toBe('≥120次');
  });

  it('is refused where it is not known what was reviewed', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    await expect(reviewerOf(host).apply(finding, finding.fix!)).rejects.toMatchObject(changed);
  });
});

describe('a fix that no host would take', () => {
  it('is told in words where the worksheet is protected', async () => {
    const { host, reviewer } = openDesk();
    host.user.protect('附件2');
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    expect(finding.fix).toBeNull();
    expect(finding.suggestions[0]).toMatchObject({ edits: [], hindrance: 'protected' });
    await expect(reviewer.apply(finding, finding.suggestions[0]!)).rejects.toMatchObject({
      code: 'not-supported',
    });
  });

  it('is told in words where a merged cell covers its own', async () => {
    const { host, reviewer } = openDesk({ capabilities: { merges: true } });
    host.user.active.merges = [{ firstRow: PATROL, lastRow: PATROL, firstColumn: 3, lastColumn: 4 }];
    const review = await reviewer.review();
    const own = review.findings.filter(({ cell }) => cell.row === PATROL && cell.column === 4);
    expect(own.flatMap(({ fix }) => fix ?? [])).toEqual([]);
  });
});

describe('taking back after rows have moved', () => {
  const fixRate = async () => {
    const desk = openDesk();
    const finding = find(await desk.reviewer.review(), 'execution-rate-mismatch');
    return { ...desk, entry: await desk.reviewer.apply(finding, finding.fix!) };
  };

  it.each<[string, readonly (number | null)[], string]>([
    ['an inserted row', [TITLE, UNIT, HEAD, null, PATROL, STATION, HOMES], 'E5'],
    ['a sort', [TITLE, UNIT, HEAD, HOMES, STATION, PATROL], 'E6'],
  ])('finds the row again, also from another page: %s', async (_, order, address) => {
    const { host, entry } = await fixRate();
    host.user.arrangeRows('附件2', order);
    await reviewerOf(host).undo([entry]);
    expect(host.user.cell('附件2', address).value).toBe(0.9);
  });

  it.each<[string, (host: FakeHost) => void]>([
    ['the row is gone', ({ user }) => user.arrangeRows('附件2', [TITLE, UNIT, HEAD, STATION, HOMES])],
    [
      'a row of the same name was added',
      ({ user }) => user.arrangeRows('附件2', [TITLE, UNIT, HEAD, PATROL, STATION, PATROL]),
    ],
    ['its columns are others', ({ user }) => user.type('附件2', 'E3', { value: '上年执行率' })],
    [
      'another worksheet has taken the name',
      ({ user }) => {
        user.addSheet('Sheet2');
        user.removeSheet('附件2');
        user.renameSheet('Sheet2', '附件2');
        user.type('附件2', 'E4', { value: 0.95 });
      },
    ],
  ])('is refused where %s', async (_, act) => {
    const { host, entry } = await fixRate();
    act(host);
    const before = new Map(host.user.active.cells);
    await expect(reviewerOf(host).undo([entry])).rejects.toMatchObject(changed);
    expect(host.user.active.cells).toEqual(before);
  });

  it('counts a cell that holds the old value already, and says so', async () => {
    const { host, reviewer, entry } = await fixRate();
    host.user.type('附件2', 'E4', { value: 0.9 });
    expect(await reviewer.changeLog()).toMatchObject([{ undone: true }]);
    expect(await reviewer.undo([entry])).toMatchObject([{ undone: true, already: true }]);
    expect(await reviewerOf(host).changeLog()).toMatchObject([{ undone: true }]);
  });

  it('leaves the log as it is where a later change wrote over the cell', async () => {
    const { host, reviewer, entry, wait } = await fixRate();
    host.user.type('附件2', 'D4', { value: 50 });
    wait(1000);
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    await reviewer.apply(finding, finding.fix!);
    host.user.type('附件2', 'E4', { value: 0.9 });
    expect(await reviewer.changeLog()).toMatchObject([{ undone: false }, { id: entry.id, undone: false }]);
  });

  it('takes back what it can of all, and leaves the others', async () => {
    const { host, reviewer } = openDesk();
    const entries = await reviewer.applyAll((await reviewer.review()).findings);
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, STATION, HOMES]);
    const after = await reviewer.undo(entries);
    expect(after.map(({ undone }) => undone)).toEqual([false, true]);
    expect(host.user.cell('附件2', 'F5').value).toBe('》60户');
  });

  it('of records without a row of their own is done only where the same project still stands', async () => {
    const { host, entry } = await fixRate();
    const document = { version: 1, dismissals: [], changes: [entry], journal: null };
    host.user.customXml = [toStatePart(JSON.stringify(document))];
    const [old] = (await reviewerOf(host).received()).changes;
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, null, PATROL, STATION, HOMES]);
    await expect(reviewerOf(host).undo([old!])).rejects.toMatchObject(changed);
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, 4, 5, 6]);
    await reviewerOf(host).undo([old!]);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
  });
});

describe('marks and places after rows have moved', () => {
  it('follow their cells', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, null, HOMES, PATROL, STATION]);
    await reviewer.mark(review);
    expect(host.user.shownFill('附件2', 'E6')).toBe(MARK_COLORS.error);
    expect(host.user.shownFill('附件2', 'E5')).toBeNull();
    const finding = find(review, 'execution-rate-mismatch');
    await reviewer.goTo(finding.sheetId, finding.cell, finding);
    expect(host.user.selected()).toBe('E6');
  });

  it('are refused where a row is not certain', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, STATION, HOMES]);
    await expect(reviewer.mark(review)).rejects.toMatchObject(changed);
    expect(host.user.active.highlights).toEqual([]);
    const finding = find(review, 'execution-rate-mismatch');
    await expect(reviewer.goTo(finding.sheetId, finding.cell, finding)).rejects.toMatchObject(changed);
    expect(host.user.selected()).toBe('A1');
  });

  it('are laid anew where rows move while they are being laid', async () => {
    let moved = false;
    const { host, reviewer } = openDesk({
      pace: async (call) => {
        if (call === 'mark' && !moved) {
          moved = true;
          host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, null, PATROL, STATION, HOMES]);
        }
        await Promise.resolve();
      },
    });
    await reviewer.mark(await reviewer.review());
    expect(host.user.shownFill('附件2', 'E5')).toBe(MARK_COLORS.error);
    expect(host.user.shownFill('附件2', 'E4')).toBeNull();
  });

  it.each<[string, boolean, string]>([
    ['on a sheet without marks: nothing has changed', false, 'unchanged'],
    ['in place of marks: these are gone, which is said', true, 'partly'],
  ])('are taken off where rows go on moving, %s', async (_, marked, write) => {
    let restless = false;
    const { host, reviewer } = openDesk({
      pace: async (call) => {
        if (call === 'mark' && restless)
          host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, null, ...FOLLOWING]);
        await Promise.resolve();
      },
    });
    const review = await reviewer.review();
    if (marked) await reviewer.mark(review);
    restless = true;
    await expect(reviewer.mark(review)).rejects.toMatchObject({ ...changed, write });
    expect(host.user.active.highlights).toEqual([]);
  });

  it.each<[string, string]>([
    ['read', 'cannot be read again'],
    ['unmark', 'cannot be taken off'],
  ])('do not pass for nothing where they are beside their cells and the sheet %s: %s', async (broken) => {
    let laid = 0;
    let rowsMoved = false;
    const { host, reviewer } = openDesk({
      pace: async (call) => {
        if (call === 'mark') {
          laid += 1;
          rowsMoved = true;
          host.user.arrangeRows('附件2', [TITLE, UNIT, HEAD, null, STATION, HOMES]);
        } else if (rowsMoved && call === broken) throw new HostError('busy', 'a dialog is open');
        await Promise.resolve();
      },
    });
    const failure: unknown = await reviewer.mark(await reviewer.review()).catch((thrown: unknown) => thrown);
    expect(laid).toBe(1);
    const left = host.user.active.highlights.length > 0;
    expect(failure).toMatchObject({ write: left ? 'partly' : 'unchanged' });
    expect(left).toBe(broken === 'unmark');
  });
});

/** What stands in a worksheet: its cells, and whose row each is. */
interface Table {
  readonly host: FakeHost;
  readonly review: SheetReview;
  readonly fixable: readonly ReviewFinding[];
  readonly apply: (finding: ReviewFinding) => Promise<unknown>;
  /** Sets what the user does before the next call of that kind. */
  before(call: string, act: () => void): void;
}

async function openTable(snapshot: SheetSnapshot): Promise<Table> {
  let next: { readonly call: string; readonly act: () => void } | null = null;
  const host = createFakeHost({
    sheets: [snapshot],
    pace: async (call) => {
      if (next?.call === call) {
        const { act } = next;
        next = null;
        act();
      }
      await Promise.resolve();
    },
  });
  const reviewer = reviewerOf(host, { yieldToPage: () => Promise.resolve() });
  const review = await reviewer.review();
  return {
    host,
    review,
    fixable: review.findings.filter(({ fix, suggestions }) => fix !== null || suggestions.length > 0),
    apply: (finding) => reviewer.apply(finding, finding.fix ?? finding.suggestions[0]!),
    before: (call, act) => {
      next = { call, act };
    },
  };
}

/** Rows in another order: one inserted, deleted, copied, moved, or two that changed places. */
function rearranged(random: Random, rows: number): (number | null)[] {
  const order: (number | null)[] = Array.from({ length: rows }, (_, row) => row);
  const at = random.integer(0, rows - 1);
  const other = random.integer(0, rows - 1);
  switch (random.integer(0, 4)) {
    case 0:
      order.splice(at, 0, null);
      break;
    case 1:
      order.splice(at, 1);
      break;
    case 2:
      order.splice(other, 0, at);
      break;
    case 3:
      order.splice(other, 0, ...order.splice(at, 1));
      break;
    default:
      [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

describe.each(['self-evaluation-annex', 'scored-annex'])('every fix of the sample %s', (sample) => {
  let snapshot: SheetSnapshot;
  beforeAll(async () => {
    const file = await openFileHost(`assets/samples/${sample}.xlsx`);
    snapshot = await file.read((await file.activeSheet()).id);
  });

  it('is done without any change, and done to its own project or refused after one', async () => {
    const { fixable: all } = await openTable(snapshot);
    const random = new Random(all.length);
    let done = 0;
    for (const [index, { id }] of all.entries()) {
      const { host, fixable, apply, before } = await openTable(snapshot);
      const finding = fixable.find((one) => one.id === id)!;
      const sheet = host.user.active;
      const fix = finding.fix ?? finding.suggestions[0]!;
      const rows = snapshot.firstRow + snapshot.rowCount;
      let order: readonly (number | null)[] = Array.from({ length: rows }, (_, row) => row);
      let expected = new Map(sheet.cells);
      const act = (): void => {
        order = rearranged(random, rows);
        host.user.arrangeRows(sheet.name, order);
        expected = new Map(sheet.cells);
      };
      if (index % 5 > 0) before(['read', 'recall', 'remember', 'edit'][index % 4]!, act);
      let refused = false;
      try {
        await apply(finding);
        done++;
      } catch (thrown) {
        refused = true;
        expect(thrown instanceof HostError && thrown.code).toBe('changed');
      }
      if (index % 5 === 0) expect(refused).toBe(false);
      const written = [...sheet.cells].filter(
        ([key, cell]) => JSON.stringify(cell) !== JSON.stringify(expected.get(key)),
      );
      const emptied = [...expected.keys()].filter((key) => !sheet.cells.has(key));
      const places = [...written.map(([key]) => key), ...emptied].map((key) => {
        const [row, column] = key.split(',').map(Number) as [number, number];
        return `${order[row]},${column}`;
      });
      // Only the cells of the fix, in the rows that they were reviewed in.
      const own = fix.edits.map(({ row, column }) => `${row},${column}`);
      expect(places.filter((place) => !own.includes(place))).toEqual([]);
      if (refused) expect(places).toEqual([]);
    }
    expect(done).toBeGreaterThan(all.length / 2);
  });
});
