import type { Reviewer, SheetReview } from '../../src/app/reviewer';
import { COMMANDS, type CommandName } from '../../src/commands/command';
import { runCommand } from '../../src/commands/run-command';
import { outcomeText } from '../../src/commands/texts';
import { HostError } from '../../src/host/port';

const sheet = { id: 's1', name: '附件2', kind: 'worksheet', visible: true } as const;
let ids = 0;
const finding = (severity: string, state = 'open') => ({ id: String(ids++), severity, state });
const review = {
  sheet,
  annexes: [],
  reason: null,
  findings: [finding('error'), finding('warning'), finding('warning'), finding('error', 'ignored')],
} as unknown as SheetReview;

/** A reviewer that writes down what it is asked to do. */
function reviewerOf(overrides: Partial<Record<keyof Reviewer, () => Promise<unknown>>> = {}) {
  const asked: string[] = [];
  const answer =
    (name: string, result: unknown) =>
    async (...args: unknown[]) => {
      asked.push(name);
      const own = overrides[name as keyof Reviewer];
      return own
        ? own()
        : typeof result === 'function'
          ? (result as (...a: unknown[]) => unknown)(...args)
          : result;
    };
  const reviewer = {
    recognise: answer('recognise', { sheet, annexes: [], reason: null }),
    review: answer('review', review),
    mark: answer('mark', { markedCells: 7, notes: 0, notesLeftOut: 0 }),
    clearMarks: answer('clearMarks', { markedCells: 7, notes: 0, left: [], unreadable: 0 }),
    insertRollups: answer('insertRollups', [{ ...sheet, name: '单位汇总' }]),
  } as unknown as Reviewer;
  return { reviewer, asked };
}

describe('a ribbon button', () => {
  test.each<[CommandName, string[], string]>([
    ['review', ['review'], '“附件2”审核完毕：错误 1，警告 2，提示 0。打开窗格可逐条查看。'],
    ['mark', ['review', 'mark'], '“附件2”已标记 7 个单元格：错误 1，警告 2，提示 0。'],
    ['clearMarks', ['recognise', 'clearMarks'], '“附件2”上的标记已清除，共 7 个单元格。'],
    ['insertRollups', ['review', 'insertRollups'], '已根据“附件2”插入或更新：单位汇总。'],
  ])('%s does its whole job and says so', async (command, steps, text) => {
    const { reviewer, asked } = reviewerOf();
    const outcome = await runCommand(command, reviewer);
    expect(asked).toEqual(steps);
    expect(outcome).toMatchObject({ command, ok: true, sheet: '附件2' });
    expect(outcomeText(outcome, 'zh-CN')).toBe(text);
  });

  test.each(['mark', 'insertRollups'] as const)(
    '%s writes nothing where there is no annex',
    async (command) => {
      const { reviewer, asked } = reviewerOf({ review: async () => ({ ...review, reason: 'no-annex' }) });
      const outcome = await runCommand(command, reviewer);
      expect(asked).toEqual(['review']);
      expect(outcome).toMatchObject({ ok: false, code: 'no-annex' });
      expect(outcomeText(outcome, 'zh-CN')).toContain('没有找到绩效自评表');
    },
  );

  test.each(['empty', 'no-annex', 'own-sheet', 'not-a-worksheet'])(
    'on a sheet that is none (%s): says so, and names the worksheet that holds one',
    async (reason) => {
      const other = { ...sheet, id: 's2', name: '附件1{sheet}' };
      for (const elsewhere of [other, null, undefined]) {
        const { reviewer } = reviewerOf({ review: async () => ({ ...review, reason, elsewhere }) });
        const outcome = await runCommand('review', reviewer);
        expect(outcome).toMatchObject({ ok: false, code: reason, sheet: '附件2' });
        for (const locale of ['zh-CN', 'en-US']) {
          const text = outcomeText(outcome, locale);
          expect(text).toMatch(/[“"]附件2[”"]/);
          expect(/[“"]附件1\{sheet\}[”"]/.test(text)).toBe(Boolean(elsewhere));
        }
      }
    },
  );

  test.each([...COMMANDS])('%s never throws', async (command) => {
    const broken = async () => {
      throw new HostError('protected', 'Sheet is protected');
    };
    const { reviewer } = reviewerOf({ review: broken, recognise: broken });
    const outcome = await runCommand(command, reviewer);
    expect(outcome).toEqual({
      command,
      ok: false,
      code: 'protected',
      cause: 'Sheet is protected',
      write: expect.any(String),
    });
    for (const locale of ['zh-CN', 'en-US']) expect(outcomeText(outcome, locale)).not.toMatch(/[{}]/);
  });

  test.each([
    [{ left: [{ sheet: '附件2' }] }, '没有全部清除', 'Not all marks'],
    [{ unreadable: 1 }, '不能读取', 'cannot read'],
    [{ notesUnread: ['附件2'] }, '不能读取', 'cannot read'],
  ])('says what of the marks may still be there: %j', async (there, chinese, english) => {
    const { reviewer } = reviewerOf({
      clearMarks: async () => ({ markedCells: 7, notes: 0, left: [], unreadable: 0, ...there }),
    });
    const outcome = await runCommand('clearMarks', reviewer);
    expect(outcomeText(outcome, 'zh-CN')).toContain(chinese);
    expect(outcomeText(outcome, 'en-US')).toContain(english);
    if ('left' in there) expect(outcomeText(outcome, 'zh-CN')).not.toContain('标记已清除');
  });

  test('an unknown failure keeps its cause', async () => {
    const { reviewer } = reviewerOf({
      review: async () => {
        throw new Error('disk on fire');
      },
    });
    const outcome = await runCommand('review', reviewer);
    expect(outcomeText(outcome, 'en-US')).toContain('(disk on fire)');
  });
});
