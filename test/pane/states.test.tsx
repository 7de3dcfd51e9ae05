import { act, render, screen, waitFor, within } from '@testing-library/react';
import { DEFAULT_SETTINGS } from '../../src/pane/state/pane-settings';
import { countEntries } from '../../src/app/entries';
import { HostError, type SheetRef } from '../../src/host/port';
import { PaneRoot } from '../../src/pane/shell/PaneRoot';
import { CONNECT_TIME_OUT, createCommands } from '../../src/pane/state/commands';
import { createPaneStore } from '../../src/pane/state/pane-store';
import { ANNEX_SHEET, cleanAnnex, FakeReviewer, reviewOf } from '../support/workbooks/fake-reviewer';
import { openPane, openReviewed } from './open-pane';

const noDesk = (): never => {
  throw new Error('nobody asked for the key');
};

function paneOver(connect: () => Promise<FakeReviewer>) {
  const store = createPaneStore(DEFAULT_SETTINGS);
  const commands = createCommands(store, connect, { save: () => undefined });
  render(<PaneRoot store={store} commands={commands} settings={{ lasting: true }} openDesk={noDesk} />);
  return { store, commands };
}

describe('before there is a host', () => {
  afterEach(() => jest.useRealTimers());

  it('shows the shell at once', () => {
    paneOver(() => new Promise(() => undefined));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('绩效自评审核');
    expect(screen.getByText('正在连接表格……')).toBeTruthy();
  });

  it('says so when the host does not answer, and tries again', async () => {
    jest.useFakeTimers();
    const answers: (() => Promise<FakeReviewer>)[] = [
      () => new Promise(() => undefined),
      async () => new FakeReviewer(),
    ];
    const { commands } = paneOver(() => answers.shift()!());
    await act(async () => {
      const connecting = commands.connect();
      await jest.advanceTimersByTimeAsync(CONNECT_TIME_OUT + 1);
      await connecting;
    });
    expect(within(screen.getByRole('alert')).getByText('没有连接到表格')).toBeTruthy();
    jest.useRealTimers();
    act(() => screen.getByRole('button', { name: '重试' }).click());
    expect(await screen.findByText(/24 个项目/)).toBeTruthy();
  });

  it('takes an answer that comes late', async () => {
    jest.useFakeTimers();
    let answer: (reviewer: FakeReviewer) => void = () => undefined;
    const { commands } = paneOver(() => new Promise((resolve) => (answer = resolve)));
    await act(async () => {
      const connecting = commands.connect();
      await jest.advanceTimersByTimeAsync(CONNECT_TIME_OUT + 1);
      await connecting;
    });
    expect(screen.getByRole('alert')).toBeTruthy();
    jest.useRealTimers();
    await act(async () => answer(new FakeReviewer()));
    expect(await screen.findByText(/24 个项目/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells a missing host from a missing function', async () => {
    const { commands } = paneOver(() => Promise.reject(new HostError('not-supported', 'none')));
    await act(() => commands.connect());
    expect(screen.getByRole('alert').textContent).toContain('没有找到表格软件');
  });
});

describe('what the sheet is', () => {
  it('is said in two lines, and how each column is read', async () => {
    const { user } = await openPane();
    const region = screen.getByRole('region', { name: '识别结果' });
    expect(region.textContent).toContain('横表 · 24 个项目 · 2 个单位');
    expect(region.textContent).toContain('A1:M28 · 万元 · 2023 年');
    await user.click(within(region).getByRole('button', { name: /^横表/ }));
    const row = await within(region).findByRole('row', { name: /^L / });
    expect(row.textContent).toContain('满意度指标 › 完成值');
    expect(row.textContent).toContain('满意度指标·完成值');
    expect(row.textContent).toContain('较有把握');
  });

  it.each([
    ['empty', '当前工作表是空的。'],
    ['not-a-worksheet', '当前是图表，不是工作表。'],
    ['own-sheet', '“Sheet1”是本工具插入的汇总表，不作审核。'],
    ['no-annex', '“Sheet1”不像绩效自评表。'],
  ] as const)('may be %s', async (reason, words) => {
    const reviewer = new FakeReviewer(null);
    reviewer.recognition = { sheet: ANNEX_SHEET, annexes: [], reason };
    await openPane(reviewer);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '审核' })).toBeNull();
    expect(screen.queryByText('识别时找的是这样的表头或标签：') !== null).toBe(reason === 'no-annex');
    await act(async () => screen.getByRole('button', { name: '重新识别' }).click());
    expect(reviewer.called('recognise')).toHaveLength(2);
  });

  it('may be a table that is no self-evaluation', async () => {
    const reviewer = new FakeReviewer();
    const [annex] = reviewer.recognition.annexes;
    reviewer.recognition = { ...reviewer.recognition, annexes: [{ ...annex!, layout: 'goal' }] };
    const store = createPaneStore(DEFAULT_SETTINGS);
    const commands = createCommands(store, async () => reviewer, { save: () => undefined });
    render(<PaneRoot store={store} commands={commands} settings={{ lasting: true }} openDesk={noDesk} />);
    await act(() => commands.connect());
    expect(screen.getByText(/这是绩效目标表，不是自评表/)).toBeTruthy();
  });

  it('is looked at anew when another sheet comes into view, and the way back is offered', async () => {
    const { reviewer, user } = await openReviewed();
    reviewer.recognition = {
      sheet: { ...ANNEX_SHEET, id: 'own', name: '问题清单' },
      annexes: [],
      reason: 'own-sheet',
    };
    await act(async () => reviewer.tell({ type: 'sheet-activated', sheetId: 'own' }));
    await user.click(await screen.findByRole('button', { name: '回到“Sheet1”' }));
    expect(reviewer.called('goTo')).toEqual([['sheet1', 'A1']]);
  });
});

describe('a review of a sheet that is no annex', () => {
  it('leads to the worksheet that holds one', async () => {
    const { reviewer, user, store } = await openReviewed();
    const there: SheetRef = { ...ANNEX_SHEET, id: 'sheet2', name: '附件1' };
    const cover = {
      sheet: { ...ANNEX_SHEET, id: 'cover', name: '封面' },
      annexes: [],
      reason: 'no-annex' as const,
    };
    const [review] = Object.values(store.getState().reviews);
    await act(async () =>
      store.dispatch({ type: 'reviewed', review: { ...review!, ...cover, findings: [], elsewhere: there } }),
    );
    expect(screen.getByText('“附件1”中有绩效自评表，请切换到该工作表再审核。')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: '转到“附件1”' }));
    expect(reviewer.called('goTo')).toEqual([['sheet2', 'A1']]);
  });
});

describe('a review', () => {
  it('shows its progress and can be cancelled', async () => {
    const reviewer = new FakeReviewer();
    let end = (): void => undefined;
    reviewer.hold = new Promise((resolve) => (end = resolve));
    const { user, store } = await openPane(reviewer);
    await user.click(screen.getByRole('button', { name: '审核' }));
    const bar = screen.getByRole('progressbar');
    expect(bar.getAttribute('aria-valuenow')).toBe('12');
    expect(bar.getAttribute('aria-valuemax')).toBe('24');
    expect(screen.getByText('正在检查 12/24')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '取消' }));
    await act(async () => end());
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(screen.getByRole('button', { name: '审核' })).toBeTruthy();
    expect(store.getState().problem).toBeNull();
  });

  it('shows counts, rates and progress of the work', async () => {
    await openReviewed();
    const { findings } = reviewOf(new FakeReviewer().annex!);
    const { open, cells, entries } = countEntries(findings);
    expect(cells.error).toBeGreaterThan(open.error);
    const errors = screen.getByRole('button', { name: `错误 ${open.error} 项，涉及 ${cells.error} 处` });
    expect(errors.getAttribute('aria-pressed')).toBe('true');
    expect(await screen.findByText(`已处理 0/${entries} 项（${findings.length} 处）`)).toBeTruthy();
    expect(screen.getByText('执行率 94.0%')).toBeTruthy();
    expect(screen.getByRole('img', { name: /^各项目执行率分布：80–90% 4 个/ })).toBeTruthy();
  });

  it('of a clean annex shows a tick, and which rules could not check and why', async () => {
    const { user } = await openReviewed(new FakeReviewer(cleanAnnex()));
    expect(screen.getByText('没有发现问题')).toBeTruthy();
    expect(screen.getByText(/^\d+ 条规则检查了 6 个项目$/)).toBeTruthy();
    expect(screen.getByText(/^\d+ 条规则因缺少所需的栏目没有检查$/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '查看各条规则的检查情况' }));
    const rule = screen.getByText('满意度无数值').closest('li')!;
    expect(rule.textContent).toContain('未检查：缺满意度指标·指标值、满意度指标·完成值');
  });

  it('never counts a rule that is switched off as one that checked', async () => {
    const reviewer = new FakeReviewer(cleanAnnex());
    const [one, two, ...others] = reviewOf(cleanAnnex()).outcomes[0]!;
    const off = [one!, two!].map(({ rule }) => ({ rule, outcome: 'off' as const }));
    reviewer.outcomes = { outcomes: [[...off, ...others]] };
    const { user } = await openReviewed(reviewer);
    const checked = others.filter(({ outcome }) => outcome === 'checked').length;
    expect(screen.getByText(`${checked} 条规则检查了 6 个项目`)).toBeTruthy();
    expect(screen.getByText('2 条规则已按口径停用，没有检查')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '查看各条规则的检查情况' }));
    expect(screen.getAllByText('已按口径停用')).toHaveLength(2);
  });

  it.each([
    ['of a clean annex', cleanAnnex(), 'picture', /^2 个单元格的内容是图片等，.*请人工核对：$/],
    ['beside findings', undefined, 'formula', /^2 个单元格的公式没有计算结果，.*重新计算后再审核：$/],
  ] as const)('names cells that were not judged, with a way to them: %s', async (_, annex, reason, words) => {
    const reviewer = new FakeReviewer(annex);
    const ranges = [{ firstRow: 4, lastRow: 5, firstColumn: 3, lastColumn: 3 }];
    reviewer.outcomes = { notJudged: [{ reason, count: 2, ranges }] };
    const { user } = await openReviewed(reviewer);
    const note = screen.getByRole('note', { name: '未作审核的单元格' });
    expect(within(note).getByText(words)).toBeTruthy();
    await user.click(within(note).getByRole('button', { name: '定位到 D5:D6' }));
    expect(reviewer.called('goTo')).toEqual([['sheet1', 'D5']]);
  });

  it('says nothing of cells that were not judged where there are none', async () => {
    await openReviewed();
    expect(screen.queryByRole('note', { name: '未作审核的单元格' })).toBeNull();
  });

  it('names what was checked by notes of the table, and holds it to the profile at one click', async () => {
    const reviewer = new FakeReviewer();
    const rules = ['score-not-proportional'];
    const byNote = [
      [
        { cell: { row: 30, column: 0 }, text: '注：反向指标按超出比例扣分', understood: true, rules },
        { cell: { row: 31, column: 0 }, text: '注：其他指标酌情扣分', understood: false, rules },
      ],
    ];
    reviewer.outcomes = { byNote };
    const { user } = await openReviewed(reviewer);
    const lines = screen.getByRole('note', { name: '表内计分办法' });
    expect(
      within(lines).getByText(/“注：反向指标按超出比例扣分”），得分与完成比例不符按该说明审核/),
    ).toBeTruthy();
    expect(within(lines).getByText(/未能读懂，得分与完成比例不符未作审核/)).toBeTruthy();
    await user.click(within(lines).getByRole('button', { name: '定位到 A31' }));
    expect(reviewer.called('goTo')).toEqual([['sheet1', 'A31']]);

    reviewer.outcomes = { byNote: [[]], heldToProfile: [0] };
    await user.click(within(lines).getByRole('button', { name: '改按规则口径审核' }));
    expect(await screen.findByText(/已按规则口径审核/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '按表内说明审核' }));
    expect(reviewer.called('review')).toEqual([[], [[0]], []]);
  });

  it('says nothing of notes where none was followed', async () => {
    await openReviewed();
    expect(screen.queryByRole('note', { name: '表内计分办法' })).toBeNull();
  });

  it('goes out of date when the sheet changes and cannot be followed', async () => {
    const { reviewer, user } = await openReviewed();
    reviewer.fail('reviewAgain', new HostError('no-answer', 'silent'));
    act(() => reviewer.tell({ type: 'cells-changed', sheetId: 'sheet1' }));
    const notice = (await screen.findByText('审核之后表格有改动，结果可能已经过时。')).closest<HTMLElement>(
      '[role=status]',
    )!;
    await user.click(within(notice).getByRole('button', { name: '重新审核' }));
    await waitFor(() => expect(screen.queryByText(/结果可能已经过时/)).toBeNull());
    expect(reviewer.called('review')).toHaveLength(2);
  });
});

describe('trouble', () => {
  it.each([
    ['protected', '工作表或工作簿有保护，不能写入。'],
    ['busy', '表格正忙：可能正在编辑单元格，或有对话框没有关闭。'],
    ['workbook-changed', '当前打开的是另一个工作簿。'],
  ] as const)('with a %s host says what happened and what is next', async (code, words) => {
    const { reviewer, user } = await openReviewed();
    reviewer.fail('mark', new HostError(code, 'in English'));
    await user.click(screen.getByRole('button', { name: '标记' }));
    await user.click(await screen.findByRole('menuitem', { name: '标记全部问题' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('标记没有完成');
    expect(alert.textContent).toContain(words);
    expect(alert.textContent).not.toContain('English');
    await user.click(within(alert).getByRole('button', { name: '关闭' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('with a review offers to review again', async () => {
    const { reviewer, user } = await openPane();
    reviewer.fail('review', new HostError('too-large', ''));
    await user.click(screen.getByRole('button', { name: '审核' }));
    await user.click(within(await screen.findByRole('alert')).getByRole('button', { name: '重新审核' }));
    expect(await screen.findByRole('region', { name: '问题' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('with something unforeseen keeps the cause for those who look for it', async () => {
    const { reviewer, user } = await openPane();
    reviewer.fail('review', new Error('Boom'));
    await user.click(screen.getByRole('button', { name: '审核' }));
    expect((await screen.findByRole('alert')).textContent).toContain('原因：Boom');
  });
});
