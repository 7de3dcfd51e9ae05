import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeReviewer } from '../support/workbooks/fake-reviewer';
import { openPane, openReviewed, type OpenPane } from './open-pane';

async function openChooser(pane: OpenPane): Promise<HTMLElement> {
  await pane.user.click(screen.getByRole('button', { name: /^规则口径/ }));
  return screen.findByRole('radiogroup', { name: '选择规则口径' });
}

function choose(json: string): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  fireEvent.change(input, { target: { files: [new File([json], '口径.json')] } });
}

describe('the profile in use', () => {
  it('is said in one line, with what told it', async () => {
    const pane = await openPane();
    expect(screen.getByRole('button', { name: '规则口径：财预〔2020〕10号（通用） · 自动' })).toBeTruthy();
    const group = await openChooser(pane);
    const auto = within(group).getByRole<HTMLInputElement>('radio', { name: /^自动/ });
    expect(auto.checked).toBe(true);
    expect(auto.closest('.fui-Radio')!.textContent).toContain('表内没有地区和分值方面的线索');
  });

  it('is chosen from those that come with the product, and what was reviewed is reviewed again', async () => {
    const pane = await openReviewed();
    const group = await openChooser(pane);
    await pane.user.click(within(group).getByRole('radio', { name: '济南' }));
    expect(pane.reviewer.called('chooseProfile')).toEqual([['jinan']]);
    await waitFor(() => expect(pane.reviewer.called('review')).toHaveLength(2));
    expect(await screen.findByRole('button', { name: '规则口径：济南' })).toBeTruthy();
    expect(screen.queryByText(/更换了规则口径/)).toBeNull();
  });

  it('comes from a file, whose mistakes are named', async () => {
    const pane = await openPane();
    await openChooser(pane);
    choose('{"id":"ours","explainBelow":90}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('口径文件“口径.json”没有采用');
    expect(alert.textContent).toContain('0.9');
    expect(pane.reviewer.called('chooseProfile')).toEqual([]);
    choose('\ufeff{"id":"ours","name":"本市口径"}');
    await waitFor(() =>
      expect(pane.reviewer.called('chooseProfile')).toEqual([[{ id: 'ours', name: '本市口径' }]]),
    );
    expect(await screen.findByRole('button', { name: '规则口径：本市口径' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('may have become unusable, which is said', async () => {
    const reviewer = new FakeReviewer();
    await reviewer.chooseProfile('longgang');
    reviewer.spoilProfile();
    const pane = await openPane(reviewer);
    const group = await openChooser(pane);
    expect(within(group).getByRole<HTMLInputElement>('radio', { name: /^自动/ }).checked).toBe(true);
    expect(screen.getByText(/^工作簿中保存的口径不能使用/)).toBeTruthy();
  });
});
