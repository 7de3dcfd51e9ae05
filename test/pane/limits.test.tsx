import { act, screen } from '@testing-library/react';
import { FakeReviewer } from '../support/workbooks/fake-reviewer';
import { limitsOf } from '../../src/pane/limits/limits';
import { LIMITS_TEXTS } from '../../src/pane/limits/limits-texts';
import { openPane, openReviewed } from './open-pane';

const texts = LIMITS_TEXTS['zh-CN'];

test('a host that does everything has no limits, and nothing is told', async () => {
  const { reviewer } = await openPane();
  expect(limitsOf(reviewer.capabilities)).toEqual([]);
  expect(screen.queryByText(texts.title)).toBeNull();
});

test('what would be waited for or lost is told as soon as the pane is open; other limits are in the help', async () => {
  const reviewer = new FakeReviewer();
  reviewer.capabilities = {
    ...reviewer.capabilities,
    ...{ marks: false, notes: false, charts: false, renames: false, events: 'polled', record: 'nowhere' },
  };
  const { user } = await openPane(reviewer);
  await screen.findByText(texts.marks);
  expect(screen.getByText(texts.nowhere)).toBeTruthy();
  expect(screen.queryByText(texts.charts)).toBeNull();
  expect(screen.queryByText(texts.renames)).toBeNull();
  await user.click(screen.getByRole('button', { name: '关闭' }));
  expect(screen.queryByText(texts.marks)).toBeNull();
  await user.click(screen.getByRole('button', { name: '打开帮助' }));
  for (const limit of ['marks', 'notes', 'charts', 'renames', 'polled', 'nowhere'] as const)
    await screen.findByText(texts[limit]);
  expect(screen.queryByText(texts.properties)).toBeNull();
});

test('what turns out with the first write is told then, once', async () => {
  const pane = await openReviewed();
  const { reviewer, commands, user } = pane;
  reviewer.capabilities = { ...reviewer.capabilities, marks: false };
  await act(async () => void (await commands.mark()));
  await screen.findByText(texts.marks);
  await user.click(screen.getAllByRole('button', { name: '关闭' })[0]!);
  await act(async () => void (await commands.mark()));
  expect(screen.queryByText(texts.marks)).toBeNull();
});

test('what the host tells is told, and taken back where it can after all', async () => {
  const { reviewer, store } = await openPane();
  const all = reviewer.capabilities;
  const tell = (capabilities: typeof all) =>
    act(async () => store.dispatch({ type: 'capabilities-told', capabilities }));
  await tell({ ...all, record: 'properties' });
  await screen.findByText(texts.properties);
  await tell({ ...all, record: 'nowhere' });
  await screen.findByText(texts.nowhere);
  expect(screen.queryByText(texts.properties)).toBeNull();
  await tell(all);
  expect(screen.queryByText(texts.title)).toBeNull();
});
