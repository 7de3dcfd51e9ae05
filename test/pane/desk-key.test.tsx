import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { deskSettings } from '../../src/host/desk-settings';
import { FakeReviewer } from '../support/workbooks/fake-reviewer';
import { keptSettings, openPane, openReviewed } from './open-pane';

/** Opens the settings over a desk. */
async function openSettings(settings = keptSettings(), reviewer = new FakeReviewer()) {
  const desk = deskSettings(settings);
  reviewer.deskLasts = settings.lasting;
  const pane = await openPane(reviewer, {}, async () => desk);
  await pane.user.click(screen.getByRole('button', { name: '打开设置' }));
  await screen.findByText('本机密钥');
  return { ...pane, desk };
}

function choose(text: string, name = 'key.txt'): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  fireEvent.change(input, { target: { files: [new File([text], name, { type: 'text/plain' })] } });
}

describe('the key of this desk', () => {
  let clicked: string[] = [];
  beforeEach(() => {
    clicked = [];
    // jsdom cannot save files.
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this.download);
    });
  });
  afterEach(() => jest.restoreAllMocks());

  it('is saved to a file, whose text can be copied where nothing offers to save it', async () => {
    const { user, desk } = await openSettings();
    await user.click(screen.getByRole('button', { name: '保存密钥到文件…' }));
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '本机密钥' });
    expect(text.value).toBe(desk.exportKey());
    expect(clicked).toEqual(['绩效自评审核-本机密钥.txt']);
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: '绩效自评审核-本机密钥.txt' });
    expect(decodeURIComponent(link.href.split(',')[1]!)).toBe(text.value);
  });

  it('is taken from a file once the reader has agreed, and the records are looked at again', async () => {
    const { user, desk, reviewer } = await openSettings();
    const other = deskSettings(keptSettings());
    const before = desk.key().id;
    choose(other.exportKey()!);
    expect(await screen.findByText(/以前在本机作出的记录将按收到的记录对待.*“key.txt”/)).toBeTruthy();
    expect(desk.key().id).toBe(before);
    const read = reviewer.called('received').length;
    await user.click(screen.getByRole('button', { name: '替换' }));
    expect(await screen.findByText(/^已载入密钥/)).toBeTruthy();
    expect(desk.key().id).toBe(other.key().id);
    await waitFor(() => expect(reviewer.called('received').length).toBeGreaterThan(read));
  });

  it('stays when the reader does not agree', async () => {
    const { user, desk } = await openSettings();
    const before = desk.key().id;
    choose(deskSettings(keptSettings()).exportKey()!);
    await user.click(await screen.findByRole('button', { name: '取消' }));
    expect(desk.key().id).toBe(before);
    expect(screen.queryByRole('button', { name: '替换' })).toBeNull();
  });

  it.each([
    ['某单位自评表', /“key.txt”不是密钥文件/],
    ['annex-reviewer desk key 1\nAAAA\nBBBB\n', /“key.txt”不完整或有改动/],
    ['annex-reviewer desk key 9\nAAAA\nBBBB\n', /“key.txt”由更新的版本保存/],
  ])('a file that is none leaves it as it was: %j', async (text, words) => {
    const { user, desk } = await openSettings();
    const before = desk.key().id;
    choose(text);
    await user.click(await screen.findByRole('button', { name: '替换' }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(desk.key().id).toBe(before);
  });

  it('cannot be saved or loaded where no settings last, which is said', async () => {
    await openSettings(keptSettings(false));
    expect(screen.getByText(/此环境不能保存密钥：记录只在关闭窗格之前/)).toBeTruthy();
    for (const name of ['保存密钥到文件…', '从文件载入密钥…'])
      expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
  });
});

it('reviews again by the other key where the sheet was reviewed', async () => {
  const reviewer = new FakeReviewer();
  const pane = await openReviewed(reviewer);
  const before = reviewer.called('review').length;
  await act(() => pane.commands.keyLoaded());
  expect(reviewer.called('review')).toHaveLength(before + 1);
});
