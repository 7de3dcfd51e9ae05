import { HostError } from '../../../src/host/port';
import { find, openDesk, ROWS } from '../review-cases';

/** Rows of a second worksheet, so that reviewing it pushes the first one out. */
const OTHER = ROWS.map((row) => row.map((cell) => (cell === '河道巡查' ? '渠道清淤' : cell)));
const SHEETS = [
  { name: '附件2', rows: ROWS },
  { name: '附件3', rows: OTHER },
];
/** Room for the worksheet that is used, and one look at it. */
const CELLS = ROWS.length * 7 * 2;

async function pushedOut() {
  const desk = openDesk({ sheets: SHEETS, mostCells: CELLS });
  const first = await desk.reviewer.review();
  desk.host.user.activate('附件3');
  await desk.reviewer.review();
  await desk.reviewer.review();
  return { ...desk, first };
}

describe('a worksheet that the engine has dropped', () => {
  it('is read and reviewed again when a finding of it is fixed, marked or gone to', async () => {
    const { host, reviewer, first } = await pushedOut();
    const finding = find(first, 'operator-typo');
    await reviewer.apply(finding, finding.fix!);
    expect(host.user.cell('附件2', 'F4').value).toBe('≥120次');
    const marked = await reviewer.mark(first);
    expect(marked.markedCells).toBeGreaterThan(0);
    await reviewer.goTo(first.sheet.id, finding.cell, finding);
    expect(host.user.selected()).toBe('F4');
  });

  it('gives rollups as long as all that was found is found again', async () => {
    const { reviewer, first } = await pushedOut();
    expect(await reviewer.insertRollups(first, ['issue-list', 'unit-summary'])).toHaveLength(2);
  });

  it('is not taken for what it was where a cell of the finding has changed', async () => {
    const { host, reviewer, first } = await pushedOut();
    host.user.type('附件2', 'F4', { value: '》130次' });
    const finding = find(first, 'operator-typo');
    const applied = reviewer.apply(finding, finding.fix!);
    await expect(applied).rejects.toMatchObject({ code: 'changed', write: 'not-tried' });
    expect(host.user.cell('附件2', 'F4').value).toBe('》130次');
    await expect(reviewer.mark(first)).rejects.toThrow(HostError);
  });
});
