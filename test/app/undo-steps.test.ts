import { find, kindsOf, openDesk } from './review-cases';

describe('a step', () => {
  it('of several fixes is known as one, and is taken back in one batch', async () => {
    const { host, reviewer } = openDesk();
    const entries = await reviewer.applyAll((await reviewer.review()).findings);
    expect(entries.length).toBeGreaterThan(1);
    expect(new Set(entries.map(({ step }) => step))).toEqual(new Set([entries[0]!.id]));
    const asked = host.calls.length;
    const after = await reviewer.undo(entries);
    expect(host.calls.slice(asked).filter((call) => call === 'edit')).toHaveLength(1);
    expect(after.map(({ id, undone }) => [id, undone])).toEqual(entries.map(({ id }) => [id, true]));
    expect(host.user.cell('附件2', 'F4').value).toBe('》120次');
    expect(host.user.cell('附件2', 'F6').value).toBe('》60户');
    expect(await kindsOf(host)).not.toContain('journal');
  });

  it('of one fix stands for itself', async () => {
    const { reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    expect(await reviewer.apply(finding, finding.fix!)).not.toHaveProperty('step');
  });

  it('leaves alone what was edited since, and says so', async () => {
    const { host, reviewer } = openDesk();
    const entries = await reviewer.applyAll((await reviewer.review()).findings);
    host.user.type('附件2', 'F4', { value: '≥130次' });
    const after = await reviewer.undo(entries);
    const left = after.filter(({ undone }) => !undone);
    expect(left.map(({ edits }) => edits.map(({ row, column }) => [row, column]))).toEqual([[[3, 5]]]);
    expect(host.user.cell('附件2', 'F4').value).toBe('≥130次');
    expect(host.user.cell('附件2', 'F6').value).toBe('》60户');
    await expect(reviewer.undo(left)).rejects.toMatchObject({ code: 'changed' });
  });

  it('takes the later change of a cell back before the earlier one', async () => {
    const { host, reviewer, wait } = openDesk();
    const first = find(await reviewer.review(), 'execution-rate-mismatch');
    const one = await reviewer.apply(first, first.fix!);
    wait(1000);
    host.user.type('附件2', 'D4', { value: 50 });
    const second = find(await reviewer.review(), 'execution-rate-mismatch');
    const two = await reviewer.apply(second, second.fix!);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.5);
    expect(await reviewer.undo([one, two])).toMatchObject([{ undone: true }, { undone: true }]);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
  });
});
