import { reviewerOf } from '../support/workbooks/reviewer-of';
import { find, kindsOf, openDesk, recordsOf } from './review-cases';

const OWN = { id: 'ours', name: '本市口径', off: ['operator-typo'] };

describe('the profile of a workbook', () => {
  it('is chosen by each annex at first, and said before any review', async () => {
    const { host, reviewer } = openDesk();
    const { profiles } = await reviewer.recognise();
    expect(profiles).toMatchObject({ setting: null, unusable: false });
    expect(profiles!.annexes).toMatchObject([{ profile: { id: 'mof-2020-10' }, reason: 'default' }]);
    expect(host.calls).not.toContain('remember');
  });

  it('is the one that the reviewer chose, kept in the workbook', async () => {
    const { host, reviewer } = openDesk();
    await reviewer.chooseProfile('jinan');
    expect(await recordsOf(host)).toMatchObject([{ kind: 'profile', setting: 'jinan' }]);
    const review = await reviewerOf(host).review();
    expect(review.profiles!.annexes).toMatchObject([{ profile: { id: 'jinan' }, reason: 'chosen' }]);
    await reviewer.chooseProfile(null);
    expect(await recordsOf(host)).toMatchObject([{ kind: 'profile', setting: null }]);
    expect((await reviewer.recognise()).profiles!.setting).toBeNull();
  });

  it('may be a document of one’s own', async () => {
    const { reviewer } = openDesk();
    expect(find(await reviewer.review(), 'operator-typo')).toBeTruthy();
    await reviewer.chooseProfile(OWN);
    const review = await reviewer.review();
    expect(review.profiles).toMatchObject({ setting: OWN, unusable: false });
    expect(review.profiles!.annexes[0]!.profile.name['zh-CN']).toBe('本市口径');
    expect(review.findings.some(({ rule }) => rule === 'operator-typo')).toBe(false);
    expect(review.outcomes[0]).toContainEqual({ rule: 'operator-typo', outcome: 'off' });
  });

  it.each([['longgang'], [{ id: 'x y' }]])(
    'that cannot be used gives way to the automatic one: %p',
    async (kept) => {
      const { reviewer } = openDesk();
      await reviewer.chooseProfile(kept);
      const { profiles } = await reviewer.review();
      expect(profiles).toMatchObject({ setting: kept, unusable: true });
      expect(profiles!.annexes).toMatchObject([{ reason: 'default' }]);
    },
  );

  it('leaves what is set aside as it is', async () => {
    const { host, reviewer } = openDesk();
    await reviewer.ignore([find(await reviewer.review(), 'execution-rate-mismatch')], '已核实');
    await reviewer.chooseProfile('sichuan');
    expect(await kindsOf(host)).toEqual(['dismissal', 'profile']);
  });
});
