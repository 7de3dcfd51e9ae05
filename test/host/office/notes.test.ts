import { askForNotes, noteSteps } from '../../../src/host/office/notes';
import type { Batch } from '../../../src/host/office/session';
import { runSteps } from '../../../src/host/office/step-queue';
import { isOwnNote, NOTE_SIGNATURE } from '../../../src/host/protocol/mark-signature';

/*
 * Notes came with ExcelApi 1.18, later than the client library that other tests run on; so here stands a worksheet
 * that has just what is used of it.
 */
function worksheet(notes: Readonly<Record<string, string>>, comments: readonly string[] = []) {
  const added: [string, string][] = [];
  const deleted: string[] = [];
  const located = (address: string) => ({
    getLocation: () => ({ untrack: () => ({ load: () => undefined, address: `'附件 2'!${address}` }) }),
  });
  const sheet = {
    notes: {
      load: () => undefined,
      items: Object.entries(notes).map(([address, content]) => ({
        content,
        delete: () => deleted.push(address),
        ...located(address),
      })),
      add: (cell: string, content: string) => added.push([cell, content]),
    },
    comments: { load: () => undefined, items: comments.map(located) },
    getRangeByIndexes: (row: number, column: number) => ({ untrack: () => `R${row}C${column}` }),
  };
  return { sheet: sheet as unknown as Excel.Worksheet, added, deleted };
}

const requirements = { floor: true, comments: true, notes: true, undoGroups: false, pictures: false };

describe('notes in Excel', () => {
  it('are not asked for where there are none for add-ins', () => {
    expect(askForNotes(worksheet({}).sheet, { ...requirements, notes: false })).toBeNull();
  });

  it('are ours by their first line only', () => {
    const { sheet, deleted } = worksheet({
      A1: `${NOTE_SIGNATURE}\n应为 93%`,
      B1: `我看过${NOTE_SIGNATURE}`,
      C1: `${NOTE_SIGNATURE}\r\n没有数值`,
    });
    for (const note of askForNotes(sheet, requirements)!.ours()) note.delete();
    expect(deleted).toEqual(['A1', 'C1']);
  });

  it.each<[string, string, boolean]>([
    ['one finding', '【错误】执行率应为 95%。', true],
    ['a finding and its correction', '【错误】执行率应为 95%。\n建议：改为 95%', true],
    ['two findings', '【警告】没有数值。\n【提示】缺少单位。\n建议：补充单位', true],
    ['in English', 'Error: the rate is wrong.\nSuggestion: 95%\nNote: no unit.', true],
    ['cut short in the midst of a word', '【警告】没有数值。\n建…', true],
    ['line ends as another program writes them', '【警告】没有数值。_x000D_\n建议：补充_x000D_\n', true],
    ['a remark below', '【错误】执行率应为 95%。\n建议：改为 95%\n已电话核实，单位承认填错', false],
    ['a remark between', '【错误】执行率应为 95%。\n（张）以此为准\n建议：改为 95%', false],
    ['a remark that ends in dots', '【错误】执行率应为 95%。\n待核…', false],
  ])('are ours unless somebody has written a line on them: %s', (_, text, isOurs) => {
    expect(isOwnNote(`${NOTE_SIGNATURE}\n${text}`)).toBe(isOurs);
    expect(isOwnNote(`${NOTE_SIGNATURE}：${text.replace(/\n/g, '\r\n')}`)).toBe(isOurs);
  });

  it("leave out cells with a note of the user's or a comment, and take the place of ours", () => {
    const { sheet, added } = worksheet(
      { A1: `${NOTE_SIGNATURE}\n旧`, B1: '我的批注', $E$9: '合并单元格的批注' },
      ['C1:D2'],
    );
    const there = askForNotes(sheet, requirements)!;
    expect(there.locate()).toBe(true);
    const at = (row: number, column: number) => ({ row, column, text: '新' });
    const places = [at(0, 0), at(0, 1), at(0, 2), at(8, 4), at(4, 4)];
    const { steps, notesLeftOut } = noteSteps(sheet, there, places);
    expect(notesLeftOut).toBe(3);
    for (const { queue } of steps) queue();
    expect(added).toEqual([
      ['R0C0', `${NOTE_SIGNATURE}\n新`],
      ['R4C4', `${NOTE_SIGNATURE}\n新`],
    ]);
  });

  it('take several requests where one would be too large', async () => {
    const { sheet, added } = worksheet({});
    const text = '预算执行率与支出、预算不符。'.repeat(40);
    const many = Array.from({ length: 2_000 }, (_, row) => ({ row, column: 0, text }));
    const { steps } = noteSteps(sheet, askForNotes(sheet, requirements)!, many);
    let sent = 0;
    const requests: number[] = [];
    const commit = () => {
      const bytes = added.slice(sent).reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0);
      requests.push(bytes);
      sent = added.length;
      return Promise.resolve();
    };
    await runSteps({ commit } as unknown as Batch, steps);
    expect(added).toHaveLength(2_000);
    expect(Math.max(...requests)).toBeLessThan(1_000_000);
  });
});
