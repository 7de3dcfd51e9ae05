import { screen, within } from '@testing-library/react';
import { annexWithDefects, FakeReviewer, reviewOf } from '../support/workbooks/fake-reviewer';
import { card, openCard, openReviewed } from './open-pane';

const { findings } = reviewOf(annexWithDefects());
const missing = findings.find(({ rule }) => rule === 'result-missing')!;
const typo = findings.find(({ rule }) => rule === 'operator-typo')!;

function saying(words: FakeReviewer['words']): FakeReviewer {
  const reviewer = new FakeReviewer();
  reviewer.words = words;
  return reviewer;
}

describe("the unit's word", () => {
  it('stands beside its finding, closes nothing, and is taken over on a click', async () => {
    const reviewer = saying({ [missing.id]: [{ status: '已说明', feedback: '年底补测' }] });
    const pane = await openReviewed(reviewer);
    await openCard(pane, /完成值缺失/, missing.id);
    expect(
      await screen.findByText('问题清单中填写：已说明，“年底补测”。仅供参考，问题是否解决以审核为准。'),
    ).toBeTruthy();
    expect(reviewer.called('ignore')).toEqual([]);
    await pane.user.click(within(card(missing.id)).getByRole('button', { name: '采纳并忽略' }));
    expect(reviewer.called('ignore')).toEqual([[[missing.id], '单位说明：已说明，“年底补测”']]);
  });

  it('is read once a review, and of others nothing is said', async () => {
    const reviewer = saying({ [missing.id]: [{ status: null, feedback: '年底补测' }] });
    const pane = await openReviewed(reviewer);
    await openCard(pane, /完成值缺失/, missing.id);
    await screen.findByText(/年底补测/);
    await openCard(pane, /比较符误用/, typo.id);
    expect(within(card(typo.id)).queryByText(/问题清单中填写/)).toBeNull();
    expect(reviewer.called('unitWords')).toHaveLength(1);
  });
});
