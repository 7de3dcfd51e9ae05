import { reviewerOf } from '../support/workbooks/reviewer-of';
import { toRanges } from '../../src/app/marks';
import type { SheetChange } from '../../src/app/reviewer';
import { toRangeAddress } from '../../src/engine/sheet/address';
import { MARK_COLORS } from '../../src/host/protocol/mark-colors';
import { Random } from '../support/random';
import { find, NOW, openDesk } from './review-cases';

describe('mark', () => {
  it('marks open findings in the colour of the worst, with notes', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    const result = await reviewer.mark(review);
    const cells = new Set(review.findings.map(({ cell }) => `${cell.row},${cell.column}`));
    expect(result).toMatchObject({ markedCells: cells.size, notes: cells.size, notesLeftOut: 0 });
    expect(host.user.shownFill('附件2', 'E4')).toBe(MARK_COLORS.error);
    expect(host.user.shownFill('附件2', 'E5')).toBe(MARK_COLORS.warning);
    expect(host.user.shownFill('附件2', 'A4')).toBeNull();
    expect(host.user.note('附件2', 'E4')).toBe(
      '绩效自评审核\n【错误】执行率应为 95.00%（实际支出 95.00 ÷ 年度预算 100.00），表内为 90.00%。\n建议：改为 95.00%',
    );
  });

  it('keeps to the severities asked for, and to what is open by now', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    await reviewer.mark(review, { severities: ['warning'] });
    expect(host.user.shownFill('附件2', 'E4')).toBeNull();
    expect(host.user.shownFill('附件2', 'E5')).toBe(MARK_COLORS.warning);

    const rate = find(review, 'execution-rate-mismatch');
    await reviewer.apply(rate, rate.fix!);
    await reviewer.ignore([find(review, 'operator-typo', { row: 3 })], '已核实');
    await reviewer.mark(review);
    expect(host.user.shownFill('附件2', 'E4')).toBeNull();
    expect(host.user.shownFill('附件2', 'F4')).toBeNull();
    expect(host.user.shownFill('附件2', 'F6')).toBe(MARK_COLORS.error);
  });

  it('are not taken off a project because another pane has corrected one that stands in its row by now', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    host.user.arrangeRows('附件2', [0, 1, 2, 5, 3, 4]);
    const other = reviewerOf(host, { now: () => new Date(NOW) });
    const typo = find(await other.review(), 'operator-typo', { row: 3 });
    expect(typo.project).toBe('适老化改造');
    await other.apply(typo, typo.fix!);
    await reviewer.mark(review, { findings: [find(review, 'operator-typo', { row: 3 }).id] });
    expect(host.user.shownFill('附件2', 'F5')).not.toBeNull();
    expect(host.user.shownFill('附件2', 'F4')).toBeNull();
  });

  it('follow every fix, dismissal, undo and review where there are marks, and only there', async () => {
    const { host, reviewer, wait } = openDesk();
    let review = await reviewer.review();
    const rate = find(review, 'execution-rate-mismatch');
    const shown = () => host.user.shownFill('附件2', 'E4');
    let entry = await reviewer.apply(rate, rate.fix!);
    await reviewer.undo([entry]);
    expect(shown()).toBeNull();

    review = await reviewer.review();
    await reviewer.mark(review, { severities: ['error'] });
    expect(shown()).toBe(MARK_COLORS.error);
    const again = find(review, 'execution-rate-mismatch');
    entry = await reviewer.apply(again, again.fix!);
    expect(shown()).toBeNull();
    expect(host.user.note('附件2', 'E4')).toBeNull();
    await reviewer.undo([entry]);
    expect(shown()).toBe(MARK_COLORS.error);
    await reviewer.ignore([again], '已核实');
    expect(shown()).toBeNull();
    await reviewer.restore([again]);
    expect(shown()).toBe(MARK_COLORS.error);
    wait(1_000);
    const [aside] = await reviewer.ignore([again], '已核实');
    wait(1_000);
    await reviewer.lift([aside!]);
    expect(shown()).toBe(MARK_COLORS.error);
    expect(host.user.shownFill('附件2', 'E5')).toBeNull();
    host.user.type('附件2', 'E4', { value: 0.95 });
    await reviewer.review();
    expect(shown()).toBeNull();
  });

  it('never fail what was done before them, and are told to be out of date', async () => {
    const { host, reviewer } = openDesk();
    const told: SheetChange[] = [];
    await reviewer.listen((change) => void (change.type === 'marks' && told.push(change)));
    const review = await reviewer.review();
    await reviewer.mark(review);
    const rate = find(review, 'execution-rate-mismatch');
    host.failNext('mark', 'busy');
    await reviewer.apply(rate, rate.fix!);
    const { id } = review.sheet;
    expect(told).toEqual([
      { type: 'marks', sheetId: id, upToDate: true },
      { type: 'marks', sheetId: id, upToDate: false },
    ]);
    await reviewer.clearMarks('sheet');
    expect(told.at(-1)).toMatchObject({ upToDate: true });
  });

  it('are told to be out of date where the sheet was reviewed in another pane', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    await reviewer.mark(review);
    const [aside] = await reviewer.ignore([find(review, 'execution-rate-mismatch')], '已核实');
    const other = reviewerOf(host);
    const told: SheetChange[] = [];
    await other.listen((change) => void (change.type === 'marks' && told.push(change)));
    await other.lift([aside!]);
    expect(told).toEqual([{ type: 'marks', sheetId: review.sheet.id, upToDate: false }]);
  });

  it('takes marks off the sheet in view or off the workbook', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    const { markedCells } = await reviewer.mark(review);
    host.user.addSheet('Sheet2');
    host.user.activate('Sheet2');
    expect(await reviewer.clearMarks('sheet')).toMatchObject({ markedCells: 0, notes: 0, left: [] });
    host.user.active.kind = 'other';
    await expect(reviewer.clearMarks('sheet')).rejects.toMatchObject({ code: 'not-a-worksheet' });
    expect(await reviewer.clearMarks('workbook')).toMatchObject({
      markedCells,
      notes: markedCells,
      left: [],
    });
  });

  it('writes no notes where the host has none', async () => {
    const { reviewer } = openDesk({ capabilities: { notes: false } });
    expect(await reviewer.mark(await reviewer.review())).toMatchObject({ notes: 0, notesLeftOut: 0 });
  });
});

describe('toRanges', () => {
  const addresses = (cells: readonly (readonly [number, number])[]): string[] =>
    toRanges(cells.map(([row, column]) => ({ row, column }))).map(toRangeAddress);

  it('makes runs down columns, and blocks of equal runs', () => {
    expect(
      addresses([
        [2, 0],
        [0, 0],
        [1, 0],
      ]),
    ).toEqual(['A1:A3']);
    expect(
      addresses([
        [0, 0],
        [0, 1],
        [0, 3],
      ]),
    ).toEqual(['A1:B1', 'D1']);
    expect(
      addresses([
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
        [2, 1],
      ]),
    ).toEqual(['A1:A2', 'B1:B3']);
    expect(
      addresses([
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
    ).toEqual(['A1:B2']);
  });

  it('covers every cell once', () => {
    const random = new Random(11);
    const cells = new Set<string>();
    for (let i = 0; i < 300; i++) cells.add(`${random.integer(0, 20)},${random.integer(0, 20)}`);
    const ranges = toRanges(
      [...cells].map((cell) => ({ row: Number(cell.split(',')[0]), column: Number(cell.split(',')[1]) })),
    );
    const covered = ranges.flatMap((range) => {
      const inside: string[] = [];
      for (let row = range.firstRow; row <= range.lastRow; row++)
        for (let column = range.firstColumn; column <= range.lastColumn; column++)
          inside.push(`${row},${column}`);
      return inside;
    });
    expect(covered.sort()).toEqual([...cells].sort());
  });
});
