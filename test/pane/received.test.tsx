import { screen, waitFor, within } from '@testing-library/react';
import type { ChangeEntry, Dismissal, ReceivedRecords } from '../../src/app/reviewer';
import { annexWithDefects, FakeReviewer, reviewOf } from '../support/workbooks/fake-reviewer';
import { card, openCard, openPane, openReviewed } from './open-pane';

const { findings } = reviewOf(annexWithDefects());
const typo = findings.find(({ rule }) => rule === 'operator-typo')!;
const from = (source: string) => ({ desk: 'another', source, adopted: false });

const DISMISSAL: Dismissal = {
  finding: typo.id,
  sheetId: 'sheet1',
  sheetName: 'Sheet1',
  fingerprint: 'f',
  project: '道路养护',
  reason: '已与财政局沟通',
  at: '2026-02-01T08:00:00.000Z',
  received: from('d1'),
};
const CHANGE: ChangeEntry = {
  id: 'change',
  at: '2026-02-01T08:00:00.000Z',
  rule: 'operator-typo',
  sheetId: 'sheet1',
  sheetName: 'Sheet1',
  project: '道路养护',
  edits: [
    {
      row: 6,
      column: 6,
      before: { value: '》90%', formula: null, numberFormat: 'General' },
      after: { value: '≥90%', formula: null, numberFormat: 'General' },
    },
  ],
  undone: false,
  received: from('c1'),
};
const RECORDS: ReceivedRecords = {
  dismissals: [DISMISSAL],
  changes: [CHANGE],
  profiles: [
    {
      setting: { id: 'lenient' },
      desk: 'another',
      source: 'p1',
      name: '宽松口径',
      effects: { off: ['operator-typo'], lowered: ['result-missing'] },
    },
  ],
  corrections: [],
  unreadable: [{ part: 'part7', reason: 'damaged', length: 12, records: null }],
  dropped: 0,
};

function received(records: Partial<ReceivedRecords> = RECORDS): FakeReviewer {
  const reviewer = new FakeReviewer();
  reviewer.cameWithIt = { ...reviewer.cameWithIt, ...records };
  return reviewer;
}

const bar = async (): Promise<HTMLElement> =>
  (await screen.findByText('此工作簿带有不是在本机作出的审核记录')).closest<HTMLElement>('[role="status"]')!;
const row = async (name: RegExp): Promise<HTMLElement> => within(await bar()).getByRole('group', { name });

describe('what came with a workbook', () => {
  it('is not spoken of where there is none', async () => {
    await openPane();
    expect(screen.queryByText(/不是在本机作出/)).toBeNull();
  });

  it('is named by kind and count, before any review', async () => {
    await openPane(received());
    const text = (await bar()).textContent;
    expect(text).toContain('采用之前，这些记录不影响审核结果。');
    expect(text).toContain('已忽略的问题 1 处');
    expect(text).toContain('选用的规则口径 1 个');
    expect(text).toContain('修改记录 1 处');
    expect(text).toContain('不能读取的记录 1 份');
  });

  it.each([
    [/^已忽略的问题/, 'Sheet1 · G7 · 道路养护：比较符误用、原因：已与财政局沟通'],
    [/^选用的规则口径/, '“宽松口径”（他处的口径）：停用的规则：比较符误用；降低级别的规则：'],
    [/^修改记录/, 'G7 》90% → ≥90%'],
  ])('%s: shows its content on demand', async (name, content) => {
    const pane = await openPane(received());
    const kind = await row(name);
    expect(kind.textContent).not.toContain(content);
    await pane.user.click(within(kind).getByRole('button', { name: '查看' }));
    expect(kind.textContent).toContain(content);
  });

  it.each([
    [/^已忽略的问题/, 'dismissals'],
    [/^选用的规则口径/, 'profiles'],
    [/^修改记录/, 'changes'],
  ])('%s: is adopted, or refused, by one click', async (name, kind) => {
    for (const [button, method] of [
      ['采用', 'adopt'],
      ['不采用', 'refuse'],
    ] as const) {
      const reviewer = received();
      const pane = await openPane(reviewer);
      await pane.user.click(within(await row(name)).getByRole('button', { name: button }));
      await waitFor(() => expect(screen.queryByRole('group', { name })).toBeNull());
      expect(reviewer.called(method)).toEqual([[kind]]);
      pane.unmount();
    }
  });

  it('reviews again with what was adopted', async () => {
    const reviewer = received();
    const pane = await openReviewed(reviewer);
    const before = reviewer.called('review').length;
    await pane.user.click(within(await row(/^已忽略的问题/)).getByRole('button', { name: '采用' }));
    await waitFor(() => expect(reviewer.called('review')).toHaveLength(before + 1));
  });

  it('takes records that cannot be read away only when asked twice', async () => {
    const reviewer = received({ unreadable: RECORDS.unreadable });
    const pane = await openPane(reviewer);
    const unreadable = await row(/^不能读取的记录/);
    expect(unreadable.textContent).toContain('损坏');
    await pane.user.click(within(unreadable).getByRole('button', { name: '移除…' }));
    expect(reviewer.called('discard')).toEqual([]);
    expect(unreadable.textContent).toContain('移除后不能找回');
    await pane.user.click(within(unreadable).getByRole('button', { name: '移除' }));
    await waitFor(() => expect(screen.queryByText(/不是在本机作出/)).toBeNull());
    expect(reviewer.called('discard')).toEqual([[['part7']]]);
  });

  it('says where the key of this desk does not last', async () => {
    const reviewer = received();
    reviewer.deskLasts = false;
    await openPane(reviewer);
    expect((await bar()).textContent).toContain('此环境不能保存本机的密钥');
  });

  it('stays an open finding, with a word on its card', async () => {
    const reviewer = received();
    reviewer.receivedReasons = { [typo.id]: '已与财政局沟通' };
    const pane = await openReviewed(reviewer);
    await openCard(pane, /比较符误用/, typo.id);
    expect(card(typo.id).textContent).toContain(
      '随文件收到的记录称已忽略此问题（已与财政局沟通），尚未采用。',
    );
    expect(within(card(typo.id)).getByRole('button', { name: '应用' })).toBeTruthy();
  });
});

describe('the change log', () => {
  it('names changes of another desk, each a step of its own', async () => {
    const reviewer = new FakeReviewer();
    const adopted = { desk: 'another', adopted: true };
    reviewer.log = [
      { ...CHANGE, id: 'a', step: 's', received: { ...adopted, source: 'a' } },
      { ...CHANGE, id: 'b', step: 's', received: { ...adopted, source: 'b' } },
    ];
    const pane = await openPane(reviewer);
    await pane.user.click(screen.getByRole('button', { name: '修改记录（2）' }));
    const log = await screen.findByRole('region', { name: '修改记录' });
    const entries = within(log).getAllByRole('listitem');
    expect(entries).toHaveLength(2);
    for (const entry of entries) expect(entry.textContent).toContain('随文件收到的记录');
  });
});

describe('the profile in use', () => {
  it('tells what it turns off and lowers, although it was chosen here', async () => {
    const reviewer = new FakeReviewer();
    await reviewer.chooseProfile('sichuan');
    reviewer.profiles = {
      ...reviewer.profiles!,
      effects: { off: ['operator-typo', 'text-typo'], lowered: ['result-missing'] },
    };
    await openPane(reviewer);
    expect(screen.getByRole('button', { name: /停用 2 条规则、降低 1 条规则的级别/ })).toBeTruthy();
  });
});
