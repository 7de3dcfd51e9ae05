import { createReviewer } from '../../src/app/create-reviewer';
import { HostError } from '../../src/host/port';
import { openDesk } from './review-cases';

/** A desk whose worksheet was reviewed, and edited since. */
async function edited() {
  const desk = openDesk();
  await desk.reviewer.listen(() => undefined);
  await desk.reviewer.review();
  desk.host.user.type('附件2', 'F4', { value: '≥120次' });
  desk.host.user.type('附件2', 'E4', { value: 0.95 });
  const anew = await createReviewer(desk.host).review();
  return { ...desk, expected: anew.findings.map(({ id }) => id) };
}

describe('two looks at a worksheet at once', () => {
  it('both see what was edited before', async () => {
    const { reviewer, expected } = await edited();
    const reviews = await Promise.all([reviewer.review(), reviewer.review()]);
    for (const { findings } of [...reviews, await reviewer.review()])
      expect(findings.map(({ id }) => id)).toEqual(expected);
  });

  it('see it though the first is cancelled and the second begun at once', async () => {
    const { reviewer, expected } = await edited();
    const cancel = new AbortController();
    const first = reviewer.review({ signal: cancel.signal });
    const second = reviewer.review();
    cancel.abort();
    await expect(first).rejects.toThrow(HostError);
    expect((await second).findings.map(({ id }) => id)).toEqual(expected);
    expect((await reviewer.review()).findings.map(({ id }) => id)).toEqual(expected);
  });
});
