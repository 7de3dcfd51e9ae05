import { screen, within } from '@testing-library/react';
import { openDesk, recordsOf } from '../app/review-cases';
import { STRANGE_FORM } from '../engine/annex/guess/unknown-sheets';
import type { CellInput } from '../support/annexes/sheet-builder';
import { openPaneOver } from './open-pane';

async function openGuess() {
  const { reviewer, host } = openDesk({
    sheets: [{ name: '表1', rows: STRANGE_FORM as readonly (readonly CellInput[])[] }],
  });
  const pane = await openPaneOver(reviewer);
  return { ...pane, host, guess: await screen.findByRole('group', { name: '推测' }) };
}

describe('a form of unknown wording', () => {
  it('is offered as a guess, with what it goes by, and is not reviewed', async () => {
    const { guess, store } = await openGuess();
    expect(within(guess).getByText('可能是竖式自评表（把握 52%）。')).toBeTruthy();
    expect(within(guess).getByText('认出：项目名称')).toBeTruthy();
    expect(within(guess).getByText(/^按内容推测：全年预算数/)).toBeTruthy();
    expect(within(guess).getByText(/^确认之前不会审核/)).toBeTruthy();
    expect(store.getState().recognition?.annexes).toEqual([]);
  });

  it('is reviewed after one click, and no more once that is taken back', async () => {
    const { guess, user, host, store } = await openGuess();
    await user.click(within(guess).getByText('确认并审核'));
    const bar = await screen.findByText(/^竖表 · 农村公路养护/);
    expect(store.getState().lastReviewed).toMatchObject({ name: '表1' });
    expect(JSON.stringify(await recordsOf(host))).toContain('"form":true');
    await user.click(bar);
    await user.click(await screen.findByText('不再作为自评表'));
    expect(await screen.findByText(/^可能是竖式自评表/)).toBeTruthy();
  });

  it('can be corrected before it is accepted', async () => {
    const { guess, user, store } = await openGuess();
    await user.click(within(guess).getByRole('button', { name: '核对各单元格' }));
    await user.click(await within(guess).findByRole('button', { name: '更正 B3 单元格' }));
    const search = await screen.findByRole('combobox');
    await user.type(search, '年初预算数{Enter}');
    expect(await screen.findByText(/^B3 单元格将作为“年初预算数”审核/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '更正' }));
    const place = () =>
      store
        .getState()
        .recognition?.guess?.annex.places.find(({ line, column }) => line === 2 && column === 1);
    await screen.findByRole('group', { name: '推测' });
    expect(place()).toMatchObject({ field: 'initialBudget', evidence: [{ by: 'reviewer' }] });
    expect(store.getState().recognition?.annexes).toEqual([]);
  });
});
