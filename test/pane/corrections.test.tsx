import { screen, within } from '@testing-library/react';
import type { AnnexOutline } from '../../src/app/reviewer';
import { labelPath, type Place } from '../../src/engine/annex/place';
import { FakeReviewer } from '../support/workbooks/fake-reviewer';
import { openPane } from './open-pane';

/** The table of columns, unfolded. */
async function openTable(reviewer = new FakeReviewer()) {
  const { user } = await openPane(reviewer);
  await user.click(screen.getByRole('button', { name: /^横表/ }));
  const row = (column: string): Promise<HTMLElement> =>
    screen.findByRole('row', { name: new RegExp(`^${column} `) });
  await row('A');
  return { user, row, reviewer };
}

/** A reviewer whose annex has one column changed. */
function withPlace(line: number, change: Partial<Place>): FakeReviewer {
  const reviewer = new FakeReviewer();
  const [annex] = reviewer.recognition.annexes as [AnnexOutline];
  const places = annex.places.map((place) => (place.line === line ? { ...place, ...change } : place));
  reviewer.recognition = { ...reviewer.recognition, annexes: [{ ...annex, places }] };
  return reviewer;
}

const correct = (column: string): HTMLElement => screen.getByRole('button', { name: `更正 ${column} 列` });

describe('a column', () => {
  it('is given another meaning once the reader has seen what that does', async () => {
    const { user, reviewer } = await openTable();
    reviewer.wouldDo = {
      ...reviewer.wouldDo,
      annexes: reviewer.recognition.annexes,
      notChecked: ['execution-rate-mismatch'],
      gone: { error: 2, warning: 0, info: 1 },
    };
    await user.click(correct('L'));
    const box = await screen.findByRole('combobox');
    expect(document.activeElement).toBe(box);
    await user.type(box, '总分');
    await user.keyboard('{Enter}');
    const group = screen.getByRole('group', { name: '更正 L 列' });
    expect((await within(group).findByText(/^减少问题/)).textContent).toBe('减少问题：错误 2 个、提示 1 个');
    expect(group.textContent).toContain('不再检查的规则：执行率与计算不符');
    expect(reviewer.called('correct')).toEqual([]);
    await user.click(within(group).getByRole('button', { name: '更正' }));
    expect(reviewer.called('tryCorrection')).toEqual([[11, 'totalScore']]);
    expect(reviewer.called('correct')).toEqual([[11, 'totalScore']]);
    expect(screen.queryByRole('group', { name: '更正 L 列' })).toBeNull();
  });

  it('may be left out of the review, which is the first choice', async () => {
    const { user, reviewer } = await openTable();
    await user.click(correct('L'));
    await user.click(await screen.findByRole('option', { name: '不审核此列' }));
    const group = screen.getByRole('group', { name: '更正 L 列' });
    await user.click(within(group).getByRole('button', { name: '更正' }));
    expect(reviewer.called('correct')).toEqual([[11, null]]);
  });

  it('stays as it is where the reader escapes', async () => {
    const { user, reviewer } = await openTable();
    await user.click(correct('L'));
    await screen.findByRole('combobox');
    await user.keyboard('{ArrowDown}{Escape}');
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(correct('L'));
    expect(reviewer.called('tryCorrection')).toEqual([]);
  });

  it('that is not certain says what it may be, and is settled by one click', async () => {
    const guess = { field: 'totalScore', runnerUp: 'executionRate.score' } as const;
    const reviewer = withPlace(11, { field: null, guess, confidence: 'guess' });
    const { user, row } = await openTable(reviewer);
    const cell = await row('L');
    expect(cell.textContent).toContain('未确定：可能是“总分”，也可能是“执行率得分”');
    await user.click(within(cell).getByRole('button', { name: '确认为“总分”' }));
    expect(reviewer.called('correct')).toEqual([[11, 'totalScore']]);
  });

  it('that was corrected says so, and its correction can be undone', async () => {
    const reviewer = withPlace(11, { field: null, evidence: [{ by: 'reviewer' }], confidence: 'certain' });
    const { user, row } = await openTable(reviewer);
    const cell = await row('L');
    expect(cell.textContent).toContain('不审核已更正');
    await user.click(within(cell).getByRole('button', { name: '撤销 L 列的更正' }));
    expect(reviewer.called('correct')).toEqual([[11, undefined]]);
  });
});

describe('a file of corrections', () => {
  const FILE = JSON.stringify({
    version: 1,
    headers: [
      { columns: [['项目名称'], ['进度']], corrections: [{ column: ['进度'], field: 'executionRate' }] },
    ],
  });
  const choose = async (text: string) => {
    const { user, reviewer } = await openTable();
    await user.upload(
      await screen.findByLabelText('导入列更正…', { selector: 'input' }),
      new File([text], '列更正.json', { type: 'application/json' }),
    );
    return reviewer;
  };

  it('is taken over', async () => {
    const reviewer = await choose(FILE);
    expect(await screen.findByText('已采用“列更正.json”中的列更正。')).toBeTruthy();
    expect(reviewer.called('takeOver')).toEqual([[JSON.parse(FILE)]]);
  });

  it('that cannot be used says why', async () => {
    const reviewer = await choose(FILE.replace('executionRate', 'executionrate'));
    const message = await screen.findByRole('alert');
    expect(message.textContent).toContain('列更正文件“列更正.json”没有采用');
    expect(message.textContent).toContain('没有字段 "executionrate"。是否想写 executionRate？');
    expect(reviewer.called('takeOver')).toEqual([]);
  });

  it('is made of what was corrected', async () => {
    const saved: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const reviewer = new FakeReviewer();
    reviewer.said = [
      {
        columns: [['项目名称'], ['进度']],
        said: { column: ['进度'], field: 'executionRate' },
        at: '2024-01-01',
      },
    ];
    const { user } = await openTable(reviewer);
    await user.click(await screen.findByRole('button', { name: '导出列更正…' }));
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '列更正' });
    expect(JSON.parse(text.value)).toEqual(JSON.parse(FILE));
    expect(saved).toEqual(['列更正.json']);
  });
});

describe('a header that is not known', () => {
  const COLUMNS = new FakeReviewer().recognition.annexes[0]!;

  it('is pointed at: what would be made of the rows is shown before', async () => {
    const reviewer = new FakeReviewer(null);
    const { user } = await openPane(reviewer);
    await user.click(await screen.findByRole('button', { name: '指定表头' }));
    expect(await screen.findByText(/^没有选中单元格/)).toBeTruthy();
    reviewer.wouldBeHeader = { firstRow: 2, lastRow: 3, annex: null };
    await user.click(screen.getByRole('button', { name: '指定表头' }));
    expect(await screen.findByText(/^选中的第 3–4 行下面没有找到项目/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '以此为表头并审核' })).toBeNull();
    reviewer.wouldBeHeader = { firstRow: 2, lastRow: 3, annex: COLUMNS };
    await user.click(screen.getByRole('button', { name: '指定表头' }));
    expect(await screen.findByText(/^以第 3–4 行为表头，共 24 个项目/)).toBeTruthy();
    expect(screen.getByRole('row', { name: /^L / }).textContent).toContain('满意度指标·完成值');
    expect(reviewer.called('pointAtHeader')).toEqual([]);
    await user.click(screen.getByRole('button', { name: '以此为表头并审核' }));
    expect(reviewer.called('pointAtHeader')).toEqual([[COLUMNS.places.map(labelPath), 2]]);
    expect(reviewer.called('review')).toHaveLength(1);
  });

  it('is put away by Escape', async () => {
    const reviewer = new FakeReviewer(null);
    reviewer.wouldBeHeader = { firstRow: 2, lastRow: 3, annex: COLUMNS };
    const { user } = await openPane(reviewer);
    await user.click(await screen.findByRole('button', { name: '指定表头' }));
    await screen.findByRole('button', { name: '以此为表头并审核' });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: '以此为表头并审核' })).toBeNull();
  });

  it('can be let go of again', async () => {
    const reviewer = new FakeReviewer();
    const columns = COLUMNS.places.map(labelPath);
    reviewer.said = [{ columns, said: { rows: 2 }, at: '2024-01-01' }];
    const { user } = await openTable(reviewer);
    await user.click(await screen.findByRole('button', { name: '不再以此为表头' }));
    expect(reviewer.called('pointAtHeader')).toEqual([[columns, null]]);
  });
});
