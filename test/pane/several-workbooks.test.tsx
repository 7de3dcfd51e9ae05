import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HostShell } from '../../src/host/shell';
import { startPane } from '../../src/pane/start-pane';
import { NOW, ROWS } from '../app/review-cases';
import { FakeApplication } from '../support/workbooks/fake-application';
import type { FakeHost } from '../support/workbooks/fake-host';
import { keptSettings } from './open-pane';

jest.setTimeout(60_000);

/** A pane that meets several workbooks, with buttons that the test presses. */
async function openPane(names: readonly string[]) {
  const sheets = [{ name: '附件2', rows: ROWS }];
  const application = new FakeApplication({ workbooks: names.map((name) => ({ sheets, name })) });
  let press: ((name: string) => Promise<boolean>) | null = null;
  const hidden = jest.fn();
  const shell: HostShell = {
    openApplication: async () => application,
    displayLanguage: () => 'zh-CN',
    openSettings: async () => ({ ...keptSettings(), watch: () => () => undefined }),
    serveButtons: () => undefined,
    takeButtons(take) {
      const mine = take as (name: string) => Promise<boolean>;
      press = mine;
      return () => {
        if (press === mine) press = null;
      };
    },
    passToPane: () => null,
    showPane: async () => true,
    hidePane: hidden,
    showMessage: async () => false,
    leaveForPane: () => undefined,
    takeLeft: () => null,
  };
  document.body.innerHTML = '<div id="pane"></div>';
  await act(async () => startPane(shell));
  return { application, hidden, user: userEvent.setup(), press: (name: string) => press!(name) };
}

const workbookName = () => document.querySelector('[data-workbook]')?.textContent ?? null;
const reviewButton = () => screen.findByRole('button', { name: '审核' }, { timeout: 20_000 });
const findings = () => screen.queryByRole('region', { name: '问题' });

async function review(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(await reviewButton());
  await screen.findByRole('region', { name: '问题' }, { timeout: 20_000 });
}

beforeEach(() =>
  jest.useFakeTimers({
    now: new Date(NOW),
    doNotFake: [
      'setTimeout',
      'nextTick',
      'queueMicrotask',
      'setInterval',
      'clearTimeout',
      'setImmediate',
      'requestAnimationFrame',
    ],
  }),
);
afterEach(() => {
  act(() => void window.dispatchEvent(new Event('pagehide')));
  jest.useRealTimers();
});

test('each workbook keeps its own review while the user goes from one to the other, and is named', async () => {
  const { application, user } = await openPane(['甲.xlsx', '乙.xlsx']);
  const [one, other] = application.hosts as [FakeHost, FakeHost];
  await review(user);
  expect(workbookName()).toBe('甲.xlsx');

  await act(async () => application.switchTo(other));
  await reviewButton();
  await waitFor(() => expect(workbookName()).toBe('乙.xlsx'));
  expect(findings()).toBeNull();

  await act(async () => application.switchTo(one));
  await screen.findByRole('region', { name: '问题' }, { timeout: 20_000 });
  expect(workbookName()).toBe('甲.xlsx');

  await act(async () => application.saveAs(one, '甲（终稿）.xlsx'));
  await waitFor(() => expect(workbookName()).toBe('甲（终稿）.xlsx'));
  expect(findings()).not.toBeNull();
});

test('a fix goes into the workbook that is shown, and its change log is there alone', async () => {
  const { application, user } = await openPane(['甲.xlsx', '乙.xlsx']);
  const [one, other] = application.hosts as [FakeHost, FakeHost];
  await review(user);
  await act(async () => application.switchTo(other));
  await review(user);
  const section = within(findings()!);
  const group = section.getByRole('button', { name: /执行率与计算不符/ });
  if (group.getAttribute('aria-expanded') === 'false') await user.click(group);
  const card = document.querySelector<HTMLElement>('li[data-finding^="execution-rate-mismatch"]')!;
  await user.click(card);
  await user.click(await within(card).findByRole('button', { name: /应用/ }));
  await waitFor(() => expect(other.user.cell('附件2', 'E4').value).toBe(0.95));
  expect(one.user.cell('附件2', 'E4').value).toBe(0.9);
  expect(one.user.customXml).toEqual([]);
  await screen.findByRole('button', { name: /修改记录.*1/ });
  await act(async () => application.switchTo(one));
  await screen.findByRole('region', { name: '问题' }, { timeout: 20_000 });
  expect(screen.queryByRole('button', { name: /修改记录.*1/ })).toBeNull();
});

test('a button is done in the workbook in front, though nobody told that it is another', async () => {
  const { application, user, press } = await openPane(['甲.xlsx', '乙.xlsx']);
  const [one, other] = application.hosts as [FakeHost, FakeHost];
  await review(user);
  application.switchTo(other, true);
  one.calls.length = 0;
  await act(async () => {
    await press('mark');
  });
  expect(other.user.highlights('附件2')).not.toEqual([]);
  expect(one.user.highlights('附件2')).toEqual([]);
  expect(one.calls).toEqual([]);
});

test('without a workbook the pane says so, and goes on with the first that is opened', async () => {
  const { application, hidden, user } = await openPane([]);
  await screen.findByText(/没有打开的工作簿/, undefined, { timeout: 20_000 });
  await act(async () => void application.open({ sheets: [{ name: '附件2', rows: ROWS }], name: '丙.xlsx' }));
  await reviewButton();
  await waitFor(() => expect(workbookName()).toBe('丙.xlsx'));
  await act(async () => application.close(application.hosts[0]!));
  await screen.findByText(/没有打开的工作簿/);
  await user.click(screen.getByRole('button', { name: '收起窗格' }));
  expect(hidden).toHaveBeenCalledTimes(1);
});
