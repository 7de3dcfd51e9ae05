import { act, screen, waitFor, within } from '@testing-library/react';
import { countEntries } from '../../src/app/entries';
import { HostError } from '../../src/host/port';
import { buildAnnex } from '../support/annexes/annex-builder';
import { annexWithDefects, FakeReviewer, reviewOf } from '../support/workbooks/fake-reviewer';
import { card, groupButton, openCard, openGroup, openReviewed, type OpenPane } from './open-pane';

const MISMATCH = 'execution-rate-mismatch!';
const findings = reviewOf(annexWithDefects()).findings;
const mismatches = findings.filter(({ rule }) => rule === 'execution-rate-mismatch');
const [first, second] = mismatches as [(typeof findings)[0], (typeof findings)[0]];

const { entries } = countEntries(findings);
/** How much of the work is done: a habit is done as one. */
const processed = (done: number): string => `已处理 ${done}/${entries} 项（${findings.length} 处）`;

const openMismatch = (pane: OpenPane): Promise<HTMLElement> =>
  openCard(pane, /^错误 执行率与计算不符/, MISMATCH);

describe('a card', () => {
  it('selects its cell, and says what, why, and before and after', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    expect(pane.reviewer.called('goTo')).toEqual([['sheet1', first.id.split('!')[1]]]);
    expect(current.getAttribute('aria-current')).toBe('true');
    expect(current.textContent).toContain(
      '执行率应为 97.00%（实际支出 127.07 ÷ 年度预算 131.00），表内为 98.50%。',
    );
    const change = within(current).getByRole('list', { name: '修改' });
    expect(change.textContent).toBe('98.50% → 97.00%');
    await pane.user.click(within(current).getByRole('button', { name: '定位到 E8' }));
    expect(pane.reviewer.called('goTo').at(-1)).toEqual(['sheet1', 'E8']);
  });

  it('tells the rule and where it comes from, in place', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    const why = within(current).getByRole('button', { name: '依据' });
    await pane.user.click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    const note = await within(current).findByRole('note');
    expect(note.textContent).toContain('财预〔2020〕10号');
    expect(note.textContent).toContain('请先核对，再应用计算结果');
    expect(note.textContent).toContain('口径设置（财预〔2020〕10号（通用））执行率的分母：全年预算数');
    expect(note.textContent).toContain('在自己的口径文件的“off”中加入“execution-rate-mismatch”');
    expect(note.textContent).toContain('例如执行率应为');
    await pane.user.click(why);
    expect(within(current).queryByRole('note')).toBeNull();
  });

  it('that is applied becomes a quiet line with undo, and the next is current', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    await pane.user.click(within(current).getByRole('button', { name: '应用' }));
    expect(pane.reviewer.called('apply')).toEqual([[first.id, 'fixValue']]);
    await waitFor(() => expect(card(first.id).textContent).toContain('已修正 F8'));
    expect(card(second.id).getAttribute('aria-current')).toBe('true');
    expect(document.activeElement).toBe(card(second.id));
    expect(screen.getByText(processed(1))).toBeTruthy();

    await pane.user.click(within(card(first.id)).getByRole('button', { name: '撤销' }));
    expect(pane.reviewer.called('undo')).toEqual([['change-1']]);
    await waitFor(() => expect(card(first.id).getAttribute('aria-current')).toBe('true'));
    expect(within(card(first.id)).getByRole('button', { name: '应用' })).toBeTruthy();
    expect(screen.getByText(processed(0))).toBeTruthy();
    expect(screen.getByText('已撤销 F8 的修改')).toBeTruthy();
  });

  it('offers suggestions by what they do', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    await pane.user.click(within(current).getByRole('button', { name: '改为公式 =E8/D8（97.00%）' }));
    expect(pane.reviewer.called('apply')).toEqual([[first.id, 'fixFormula']]);
  });

  it('whose cell was edited meanwhile stays, and a new review is offered', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    pane.reviewer.fail('apply', new HostError('changed', '', { cells: [first.cell] }));
    await pane.user.click(within(current).getByRole('button', { name: '应用' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('涉及：F8');
    expect(within(alert).getByRole('button', { name: '重新审核' })).toBeTruthy();
    expect(card(first.id).getAttribute('aria-current')).toBe('true');
  });

  it('is ignored with a reason from the list, and can be restored', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    await pane.user.click(within(current).getByRole('button', { name: '忽略…' }));
    const reasons = within(current).getByRole('group', { name: '忽略的原因' });
    expect(document.activeElement?.textContent).toBe('已核实');
    await pane.user.click(within(reasons).getByRole('button', { name: '口径不同' }));
    expect(pane.reviewer.called('ignore')).toEqual([[[first.id], '口径不同']]);
    await waitFor(() => expect(card(first.id).textContent).toContain('已忽略 F8：口径不同'));
    await pane.user.click(within(card(first.id)).getByRole('button', { name: '恢复' }));
    expect(pane.reviewer.called('restore')).toEqual([[[first.id]]]);
    await waitFor(() => expect(within(card(first.id)).getByRole('button', { name: '应用' })).toBeTruthy());
  });

  it('is ignored with a reason of one’s own', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    await pane.user.click(within(current).getByRole('button', { name: '忽略…' }));
    await pane.user.click(within(current).getByRole('button', { name: '其他…' }));
    const confirm = within(current).getByRole('button', { name: '确定' });
    expect(confirm.getAttribute('aria-disabled')).toBe('true');
    await pane.user.type(within(current).getByRole('textbox', { name: '请写明原因' }), '财政已批复{Enter}');
    expect(pane.reviewer.called('ignore')).toEqual([[[first.id], '财政已批复']]);
  });
});

describe('many at once', () => {
  const typos = findings.filter(({ rule }) => rule === 'operator-typo').map(({ id }) => id);

  it('ignores all of a rule with one reason, taken back as one step', async () => {
    const pane = await openReviewed();
    const group = within(await openGroup(pane, /比较符误用/));
    await pane.user.click(group.getByRole('button', { name: '全部忽略（3）…' }));
    expect(document.activeElement?.textContent).toBe('已核实');
    await pane.user.keyboard('{Escape}');
    expect(document.activeElement?.textContent).toBe('全部忽略（3）…');
    await pane.user.keyboard('{Enter}');
    await pane.user.click(group.getByRole('button', { name: '口径不同' }));
    expect(pane.reviewer.called('ignore')).toEqual([[typos, '口径不同']]);
    await pane.user.click(await screen.findByRole('button', { name: '修改记录（1）' }));
    const log = await screen.findByRole('region', { name: '修改记录' });
    expect(log.textContent).toContain('比较符误用共 3 处G7、G15、G23忽略：口径不同');
    await pane.user.click(within(log).getByRole('button', { name: '撤销 G7、G15、G23' }));
    expect(pane.reviewer.called('lift')).toEqual([[typos]]);
    expect(await screen.findByRole('button', { name: '修改记录（0）' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: '修改记录' })).toBe(document.activeElement);
  });

  it('counts a fix that the user took back in the grid as taken back', async () => {
    const pane = await openReviewed();
    await pane.user.click(screen.getByRole('button', { name: '全部修正（3）…' }));
    await pane.user.click(screen.getByRole('button', { name: '修正以上 3 处' }));
    expect(await screen.findByText(processed(1))).toBeTruthy();
    await pane.reviewer.undo(await pane.reviewer.changeLog());
    // What is told right after a write of ours is its echo.
    const later = Date.now() + 60_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    act(() => pane.reviewer.tell({ type: 'cells-changed', sheetId: 'sheet1' }));
    clock.mockRestore();
    expect(await screen.findByText(processed(0), undefined, { timeout: 10_000 })).toBeTruthy();
    expect(screen.getByRole('button', { name: '修改记录（0）' })).toBeTruthy();
    expect(screen.getByText('尚未修改单元格内容')).toBeTruthy();
  });

  it('fixes all of a rule as one step of the change log', async () => {
    const pane = await openReviewed();
    await pane.user.click(screen.getByRole('button', { name: '全部修正（3）…' }));
    await pane.user.click(screen.getByRole('button', { name: '修正以上 3 处' }));
    await pane.user.click(await screen.findByRole('button', { name: '修改记录（1）' }));
    const log = await screen.findByRole('region', { name: '修改记录' });
    await pane.user.click(within(log).getByRole('button', { name: '撤销 G7、G15、G23' }));
    expect(pane.reviewer.called('undo')).toEqual([['change-1', 'change-2', 'change-3']]);
    expect(await screen.findByRole('button', { name: '修改记录（0）' })).toBeTruthy();
  });

  it('marks the cells of one rule alone', async () => {
    const pane = await openReviewed();
    const group = within(await openGroup(pane, /比较符误用/));
    await pane.user.click(group.getByRole('button', { name: '只标记这些（3）' }));
    expect(pane.reviewer.called('mark')).toEqual([[{ findings: typos }]]);
    expect(await screen.findByText(/已标记 3 个单元格/)).toBeTruthy();
  });

  it('is done by keys, too', async () => {
    const pane = await openReviewed();
    const head = groupButton(/比较符误用/);
    act(() => head.focus());
    await pane.user.keyboard('{ArrowRight}m');
    expect(pane.reviewer.called('mark')).toEqual([[{ findings: typos }]]);
    await pane.user.keyboard('{Shift>}I{/Shift}');
    expect(document.activeElement?.textContent).toBe('已核实');
    await pane.user.keyboard('{Escape}');
    act(() => head.focus());
    await pane.user.keyboard('{Shift>}F{/Shift}');
    expect(document.activeElement?.textContent).toBe('修正以上 3 处');
    expect(pane.reviewer.called('applyAll')).toEqual([]);
    await pane.user.keyboard('{Enter}');
    expect(pane.reviewer.called('applyAll')).toEqual([[typos]]);
  });

  it('fixes all of a rule only where fixes change how texts are written, and lists the cells first', async () => {
    const pane = await openReviewed();
    const bulk = screen.getAllByRole('button', { name: /^全部修正/ });
    const rules = bulk.map((button) => button.parentElement!.querySelector('h2')!.textContent);
    expect(rules.map((text) => text!.replace(/\d+（\d+ 处）$/, '')).sort()).toEqual(['比较符误用']);
    const typos = findings.filter(({ rule }) => rule === 'operator-typo').map(({ id }) => id);
    const opener = screen.getByRole('button', { name: `全部修正（${typos.length}）…` });
    await pane.user.click(opener);
    const list = screen.getByRole('group', { name: '将修正以下单元格：' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(typos.length);
    expect(list.textContent).toContain('G7 巡查次数》120次 → 巡查次数≥120次');
    await pane.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(opener);
    expect(pane.reviewer.called('applyAll')).toEqual([]);
    await pane.user.click(opener);
    await pane.user.click(screen.getByRole('button', { name: `修正以上 ${typos.length} 处` }));
    expect(pane.reviewer.called('applyAll')).toEqual([[typos]]);
    expect(await screen.findByText(`已修正 ${['G7', 'G15', 'G23'].join('、')}`)).toBeTruthy();
    await pane.user.click(within(screen.getByRole('contentinfo')).getByRole('button', { name: '撤销' }));
    expect(pane.reviewer.called('undo')).toEqual([['change-1', 'change-2', 'change-3']]);
    expect(screen.getByText(processed(0))).toBeTruthy();
  });

  it('shows the same problem down a column as one card with its cells', async () => {
    const pane = await openReviewed();
    const group = within(await openGroup(pane, /满意度无数值/));
    const cells = group.getByRole('list', { name: '涉及的单元格' });
    expect(within(cells).getAllByRole('button')).toHaveLength(21);
    await pane.user.click(within(cells).getByRole('button', { name: '显示全部 24 处' }));
    expect(within(cells).getAllByRole('button')).toHaveLength(24);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('L25'));
    await pane.user.click(within(cells).getByRole('button', { name: 'L8' }));
    expect(pane.reviewer.called('goTo')).toEqual([['sheet1', 'L8']]);
    expect(within(cells).getByRole('button', { name: 'L8' }).getAttribute('aria-pressed')).toBe('true');
    await pane.user.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('L9');
    await pane.user.click(screen.getByRole('button', { name: '全部忽略（24）…' }));
    await pane.user.click(screen.getByRole('button', { name: '已核实' }));
    await waitFor(() => expect(pane.reviewer.called('ignore')).toHaveLength(1));
    expect(pane.reviewer.called('ignore')[0]![0]).toHaveLength(24);
    expect(await screen.findByText('已忽略 24 处')).toBeTruthy();
    expect(within(cells.closest('section')!).getByRole('img', { name: '已全部处理' })).toBeTruthy();
  });

  it('keeps two habits of one rule apart, and offers for each what is offered for the rule', async () => {
    const { annex } = buildAnnex({
      rows: Array.from({ length: 7 }, (_, i) => ({
        unit: '市水务处',
        budget: 100,
        actual: 97,
        executionRate: { value: 0.97, format: '0.00%' },
        'indicator.quantity.target': i < 4 ? `巡查次数》${120 + i}次` : `投诉件数《${3 + i}件`,
      })),
    });
    const ids = reviewOf(annex)
      .findings.filter(({ rule }) => rule === 'operator-typo')
      .map(({ id }) => id);
    const [atLeast, atMost] = [ids.slice(0, 4), ids.slice(4)];
    expect([atLeast.length, atMost.length]).toEqual([4, 3]);
    const pane = await openReviewed(new FakeReviewer(annex));
    const group = await openGroup(pane, /比较符误用 2（7 处）/);
    for (const [habit, count] of [
      [atLeast, 4],
      [atMost, 3],
    ] as const) {
      const habitCard = within(card(habit[0]!));
      for (const name of [`全部修正（${count}）…`, `全部忽略（${count}）…`, `只标记这些（${count}）`])
        expect(habitCard.getByRole('button', { name })).toBeTruthy();
    }
    for (const name of ['全部修正（7）…', '全部忽略（7）…', '只标记这些（7）'])
      expect(within(group).getByRole('button', { name })).toBeTruthy();
    // With the focus on a card, keys mean that card.
    act(() => card(atMost[0]!).focus());
    await pane.user.keyboard('m');
    expect(pane.reviewer.called('mark')).toEqual([[{ findings: atMost }]]);
    act(() => card(atMost[0]!).focus());
    await pane.user.keyboard('{Shift>}F{/Shift}{Enter}');
    expect(pane.reviewer.called('applyAll')).toEqual([[atMost]]);
    expect(await screen.findByText(/已处理 1\/\d+ 项/)).toBeTruthy();
    expect(groupButton(/比较符误用 1（4 处）/)).toBeTruthy();
  });

  it('says so when all is done', async () => {
    const annex = annexWithDefects(2);
    const pane = await openReviewed(new FakeReviewer(annex));
    const all = reviewOf(annex).findings;
    for (const { id } of all) {
      await pane.user.click(card(id));
      await pane.user.keyboard('i');
      await pane.user.click(within(card(id)).getByRole('button', { name: '不适用' }));
      await waitFor(() => expect(card(id).textContent).toContain('已忽略'));
    }
    expect(screen.getByText('问题已全部处理')).toBeTruthy();
  });
});

describe('the list', () => {
  it('is grouped by rule, by project or by cell', async () => {
    const pane = await openReviewed();
    const heads = () => screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent);
    expect(heads()).toHaveLength(new Set(findings.map(({ rule }) => rule)).size);
    expect(heads()[0]).toBe('比较符误用1（3 处）');
    expect(heads()).toContain('满意度无数值1（24 处）');
    await pane.user.click(screen.getByRole('button', { name: '按项目' }));
    expect(heads()).toHaveLength(new Set(findings.map(({ project }) => project)).size);
    expect(heads()).toContainEqual(expect.stringMatching(/^河道巡查（第1批）市水务处/));
    await pane.user.click(screen.getByRole('button', { name: '按单元格' }));
    expect(screen.queryAllByRole('heading', { level: 2 })).toHaveLength(0);
    expect(document.querySelectorAll('li[data-finding]')).toHaveLength(findings.length);
  });

  it('is filtered by severity', async () => {
    const pane = await openReviewed();
    const names = () => screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent);
    const all = names();
    await pane.user.click(screen.getByRole('button', { name: /^错误 \d/ }));
    expect(screen.queryByRole('button', { name: /比较符误用/ })).toBeNull();
    expect(groupButton(/^警告 满意度无数值/)).toBeTruthy();
    await pane.user.click(screen.getByRole('button', { name: /^警告 \d/ }));
    expect(screen.queryByRole('button', { name: /满意度无数值/ })).toBeNull();
    await pane.user.click(screen.getByRole('button', { name: /^错误 \d/ }));
    expect(groupButton(/^错误 比较符误用/)).toBeTruthy();
    await pane.user.click(screen.getByRole('button', { name: /^警告 \d/ }));
    expect(names()).toEqual(all);
  });

  it('is searched by cell, project and words, and says when nothing fits', async () => {
    const pane = await openReviewed();
    const search = screen.getByRole('searchbox', { name: '搜索问题' });
    await pane.user.type(search, '第4批');
    const shown = [...document.querySelectorAll('li[data-finding]')];
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((row) => row.getAttribute('data-finding')!.includes('8!'))).toBe(true);
    await pane.user.clear(search);
    await pane.user.type(search, 'xyzzy');
    expect(screen.getByText('没有符合条件的问题。')).toBeTruthy();
    await pane.user.click(screen.getByRole('button', { name: '显示全部' }));
    expect(groupButton(/满意度无数值/)).toBeTruthy();
  });

  it('brings up the card of the cell selected in the sheet, without taking the focus', async () => {
    const pane = await openReviewed();
    await act(async () =>
      pane.reviewer.tell({ type: 'selection-changed', sheetId: 'sheet1', cell: second.cell }),
    );
    expect(card(second.id).getAttribute('aria-current')).toBe('true');
    expect(card(second.id).contains(document.activeElement)).toBe(false);
    expect(pane.reviewer.called('goTo')).toHaveLength(0);
  });

  it('brings up the card of a cell that a link in another sheet leads to', async () => {
    const pane = await openReviewed();
    const { recognition } = pane.reviewer;
    const own = { ...recognition.sheet, id: 'own' };
    pane.reviewer.recognition = { sheet: own, annexes: [], reason: 'own-sheet' };
    await act(async () => pane.reviewer.tell({ type: 'sheet-activated', sheetId: 'own' }));
    pane.reviewer.recognition = recognition;
    await act(async () => {
      pane.reviewer.tell({ type: 'sheet-activated', sheetId: 'sheet1' });
      pane.reviewer.tell({ type: 'selection-changed', sheetId: 'sheet1', cell: second.cell });
    });
    expect(card(second.id).getAttribute('aria-current')).toBe('true');
  });

  it('leaves the selection alone where the reader chose so', async () => {
    const pane = await openReviewed(new FakeReviewer(), { followSelection: false });
    await act(async () =>
      pane.reviewer.tell({ type: 'selection-changed', sheetId: 'sheet1', cell: second.cell }),
    );
    expect(document.querySelector('[aria-current]')).toBeNull();
  });

  it('draws no more than a part of thousands of findings', async () => {
    const annex = annexWithDefects(1200);
    const pane = await openReviewed(new FakeReviewer(annex));
    await pane.user.click(screen.getByRole('button', { name: '按单元格' }));
    expect(document.querySelectorAll('li[data-finding]')).toHaveLength(200);
    await pane.user.click(screen.getByRole('button', { name: '再显示 200 条' }));
    expect(document.querySelectorAll('li[data-finding]')).toHaveLength(400);
  }, 30_000);
});

describe('a search', () => {
  it('opens no more of what it finds than can be read', async () => {
    const pane = await openReviewed(new FakeReviewer(annexWithDefects(1200)));
    await pane.user.type(screen.getByRole('searchbox', { name: '搜索问题' }), '批');
    expect(document.querySelectorAll('li[data-finding]').length).toBeLessThanOrEqual(400);
  }, 30_000);
});

describe('keys', () => {
  it('walk through headings and cards, fold and unfold', async () => {
    const pane = await openReviewed();
    const head = groupButton(/执行率与计算不符/);
    act(() => head.focus());
    await pane.user.keyboard('{ArrowRight}');
    expect(head.getAttribute('aria-expanded')).toBe('true');
    await pane.user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(card(first.id));
    expect(card(first.id).getAttribute('aria-current')).toBe('true');
    await pane.user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(pane.reviewer.called('goTo')).toEqual([['sheet1', 'F8']]);
    await pane.user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(groupButton(/执行率与计算不符/));
    await pane.user.keyboard('{ArrowLeft}');
    expect(groupButton(/执行率与计算不符/).getAttribute('aria-expanded')).toBe('false');
  });

  it('apply, ignore, undo and lead back', async () => {
    const pane = await openReviewed();
    await openMismatch(pane);
    act(() => card(first.id).focus());
    await pane.user.keyboard('f');
    await waitFor(() => expect(document.activeElement).toBe(card(second.id)));
    expect(pane.reviewer.called('apply')).toHaveLength(1);
    await pane.user.keyboard('i');
    expect(document.activeElement?.textContent).toBe('已核实');
    await pane.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(card(second.id));
    expect(screen.queryByRole('group', { name: '忽略的原因' })).toBeNull();
    await pane.user.keyboard('z');
    await waitFor(() => expect(pane.reviewer.called('undo')).toEqual([['change-1']]));
  });

  it('search with a slash, and are letters while one writes', async () => {
    const pane = await openReviewed();
    await openMismatch(pane);
    act(() => card(first.id).focus());
    await pane.user.keyboard('/');
    const search = screen.getByRole<HTMLInputElement>('searchbox', { name: '搜索问题' });
    expect(document.activeElement).toBe(search);
    await pane.user.keyboard('f');
    expect(search.value).toBe('f');
    expect(pane.reviewer.called('apply')).toHaveLength(0);
  });
});

describe('the workbook', () => {
  it('is marked, and the notice says what this host cannot do', async () => {
    const pane = await openReviewed(new FakeReviewer(annexWithDefects(), { notes: false }));
    await pane.user.click(screen.getByRole('button', { name: '标记' }));
    await pane.user.click(await screen.findByRole('menuitem', { name: '只标记错误' }));
    expect(pane.reviewer.called('mark')).toEqual([[{ severities: ['error'] }]]);
    const notice = await screen.findByText(/已标记 \d+ 个单元格。/);
    expect(notice.textContent).toContain('此版本的 Excel 不能添加批注');
    await pane.user.click(screen.getByRole('button', { name: '标记' }));
    await pane.user.click(await screen.findByRole('menuitem', { name: '清除本表标记' }));
    expect(pane.reviewer.called('clearMarks')).toEqual([['sheet']]);
    expect(await screen.findByText(/已清除 7 个单元格的标记/)).toBeTruthy();
  });

  it('gets rollups, with the way to each', async () => {
    const pane = await openReviewed();
    await pane.user.click(screen.getByRole('button', { name: '插入汇总' }));
    expect(await screen.findByText(/^只汇总本表/)).toBeTruthy();
    await pane.user.click(await screen.findByRole('menuitem', { name: '全部汇总表' }));
    expect(pane.reviewer.called('insertRollups')).toEqual([['all']]);
    expect(await screen.findByText('已生成汇总表：单位汇总、问题清单。')).toBeTruthy();
    await pane.user.click(screen.getByRole('button', { name: '打开“问题清单”' }));
    expect(pane.reviewer.called('goTo')).toEqual([['issue-list', 'A1']]);
  });

  it('keeps the change log, each entry with its undo', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    await pane.user.click(within(current).getByRole('button', { name: '应用' }));
    await pane.user.click(await screen.findByRole('button', { name: '修改记录（1）' }));
    const log = await screen.findByRole('region', { name: '修改记录' });
    expect(log.textContent).toContain('执行率与计算不符');
    expect(log.textContent).toContain('98.50% → 97.00%');
    await pane.user.click(within(log).getByRole('button', { name: '撤销 F8' }));
    await waitFor(() => expect(log.textContent).toContain('已撤销'));
    await pane.user.keyboard('{Escape}');
    expect(await screen.findByRole('region', { name: '问题' })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('修改记录（0）');
  });
});
