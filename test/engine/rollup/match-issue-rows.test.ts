import { parseAddress } from '../../../src/engine/sheet/address';
import type { IssueRow } from '../../../src/engine/rollup/read-issue-sheet';
import { matchIssueRows } from '../../../src/engine/rollup/match-issue-rows';

/** "M5 道路养护 完成4项": cell, project and what the cell says. */
function row(text: string) {
  const [address, project, original] = text.split(' ') as [string, string, string];
  const cell = parseAddress(address)!;
  return {
    key: {
      rule: 'result-copies-target',
      message: 'copied',
      written: 'pending',
      sheetName: '附件2',
      habit: null,
      cell,
    } as const,
    texts: { project, original, problem: `“${original}”照抄了指标。` },
  };
}

/** The cells of the old rows, by those of the new ones. */
function matched(before: readonly string[], after: readonly string[]): Record<string, string> {
  const old = before.map((text, i) => ({ row: 3 + i, ...row(text) }) as unknown as IssueRow);
  const fresh = after.map((text, index) => ({ index, ...row(text) }));
  const address = (text: string): string => text.split(' ', 1)[0]!;
  const pairs = matchIssueRows(fresh, old);
  return Object.fromEntries(
    pairs.map(({ fresh: { index }, old: { row: at } }) => [address(after[index]!), address(before[at - 3]!)]),
  );
}

describe('matchIssueRows', () => {
  it.each<[string, readonly string[], readonly string[], Record<string, string>]>([
    [
      'an indicator of the project was deleted: each answer stays with its own',
      ['M5 养护 修补4处', 'M6 养护 修补5处', 'M7 养护 修补6处'],
      ['M5 养护 修补5处', 'M6 养护 修补6处'],
      { M5: 'M6', M6: 'M7' },
    ],
    [
      'one was inserted above',
      ['M5 养护 修补4处', 'M6 养护 修补5处', 'M7 养护 修补6处'],
      ['M6 养护 修补4处', 'M7 养护 修补5处', 'M8 养护 修补6处'],
      { M6: 'M5', M7: 'M6', M8: 'M7' },
    ],
    [
      'one was inserted above others that say the same',
      ['M5 养护 已完成', 'M6 养护 已完成', 'M7 养护 已完成'],
      ['M6 养护 已完成', 'M7 养护 已完成', 'M8 养护 已完成'],
      { M6: 'M5', M7: 'M6', M8: 'M7' },
    ],
    [
      'one that says the same was corrected, and nothing moved',
      ['M5 养护 已完成', 'M6 养护 已完成', 'M7 养护 已完成'],
      ['M5 养护 已完成', 'M7 养护 已完成'],
      { M5: 'M5', M7: 'M7' },
    ],
    [
      'a text was edited while a row was inserted above',
      ['M5 养护 修补4处', 'M6 养护 修补5处', 'M7 养护 修补6处'],
      ['M6 养护 修补4处', 'M7 养护 约5处', 'M8 养护 修补6处'],
      { M6: 'M5', M7: 'M6', M8: 'M7' },
    ],
    [
      'two projects of one name, the first of which was corrected, moved: nobody can tell, and none is given an answer',
      ['M5 养护 已完成', 'M9 养护 已完成'],
      ['M10 养护 已完成'],
      {},
    ],
    [
      'a project was renamed',
      ['M5 养护 修补4处', 'M6 绿化 补植5处'],
      ['M5 养护 修补4处', 'M6 绿化提升 补植5处'],
      { M5: 'M5', M6: 'M6' },
    ],
    [
      'projects were sorted',
      ['M5 养护 修补4处', 'M6 绿化 补植5处', 'M7 照明 换灯6盏'],
      ['M5 照明 换灯6盏', 'M6 养护 修补4处', 'M7 绿化 补植5处'],
      { M5: 'M7', M6: 'M5', M7: 'M6' },
    ],
    ['nothing was there', [], ['M5 养护 修补4处'], {}],
  ])('%s', (_, before, after, expected) => {
    expect(matched(before, after)).toEqual(expected);
  });
});
