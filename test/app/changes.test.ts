import type { ChangeEntry } from '../../src/app/reviewer';
import { reviewerOf } from '../support/workbooks/reviewer-of';
import { HostError } from '../../src/host/port';
import type { FakeSheet } from '../support/workbooks/fake-workbook';
import { find, kindsOf, openDesk, partsOf, ROWS } from './review-cases';

describe('apply', () => {
  it('writes the fix and records what stood there before', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    const entry = await reviewer.apply(finding, finding.fix!);
    expect(host.user.cell('附件2', 'E4')).toEqual({ value: 0.95, formula: null, numberFormat: '0.00%' });
    expect(entry).toMatchObject({
      rule: 'execution-rate-mismatch',
      finding: finding.id,
      sheetName: '附件2',
      project: '河道巡查',
      undone: false,
      edits: [
        {
          row: 3,
          column: 4,
          before: { value: 0.9, formula: null, numberFormat: '0.00%' },
          after: { value: 0.95, formula: null, numberFormat: '0.00%' },
        },
      ],
    });
    expect(await reviewer.changeLog()).toEqual([entry]);
  });

  it('puts the journal down before the batch and takes it out after it', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    const asked = host.calls.length;
    await reviewer.apply(finding, finding.fix!);
    expect(host.calls.slice(asked)).toEqual([
      'workbook',
      'read',
      'recall',
      'remember',
      'edit',
      'remember',
      'hasMarks',
    ]);
    expect(await partsOf(host)).toMatchObject([{ version: 2 }]);
    expect(await kindsOf(host)).toEqual(['change']);
  });

  it('writes nothing where the cell has been edited, and keeps no trace of it', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    host.user.type('附件2', 'E4', { value: 0.5 });
    await expect(reviewer.apply(finding, finding.fix!)).rejects.toMatchObject({ code: 'changed' });
    expect(host.user.cell('附件2', 'E4').value).toBe(0.5);
    expect(await kindsOf(host)).toEqual([]);
  });

  it('writes nothing where it cannot be recorded', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    host.failNext('remember', 'protected');
    await expect(reviewer.apply(finding, finding.fix!)).rejects.toMatchObject({ code: 'protected' });
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
  });

  it('writes nothing into another workbook', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    const finding = find(review, 'execution-rate-mismatch');
    host.user.openAnother();
    const refused = { code: 'workbook-changed' };
    const asked = host.calls.length;
    await expect(reviewer.apply(finding, finding.fix!)).rejects.toMatchObject(refused);
    await expect(reviewer.applyAll([finding])).rejects.toMatchObject(refused);
    await expect(reviewer.ignore([finding], '已核实')).rejects.toMatchObject(refused);
    await expect(reviewer.restore([finding])).rejects.toMatchObject(refused);
    await expect(reviewer.mark(review)).rejects.toMatchObject(refused);
    await expect(reviewer.clearMarks('workbook')).rejects.toMatchObject(refused);
    await expect(reviewer.insertRollups(review, ['issue-list'])).rejects.toMatchObject(refused);
    expect(new Set(host.calls.slice(asked))).toEqual(new Set(['workbook']));
    // Looking at the other workbook does not make the old findings its own, copied or not.
    await reviewer.recognise();
    await expect(reviewer.apply({ ...finding }, finding.fix!)).rejects.toMatchObject(refused);
  });

  it('does one thing after the other', async () => {
    const { reviewer } = openDesk();
    const review = await reviewer.review();
    const findings = review.findings.filter(({ fix }) => fix !== null);
    expect(findings.length).toBeGreaterThan(2);
    await Promise.all(findings.map((finding) => reviewer.apply(finding, finding.fix!)));
    const log = await reviewer.changeLog();
    expect(log.map((entry) => entry.finding)).toEqual(findings.map(({ id }) => id).reverse());
    expect(new Set(log.map(({ id }) => id)).size).toBe(findings.length);
  });
});

describe('an interrupted batch', () => {
  it('is recorded as made where the cells say so', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    const remember = host.remember.bind(host);
    let saves = 0;
    host.remember = async (...part) => {
      if (++saves > 1) throw new Error('the page was closed');
      return remember(...part);
    };
    // The change was made, so it does not fail.
    const entry = await reviewer.apply(finding, finding.fix!);
    host.remember = remember;
    expect(await kindsOf(host)).toEqual(['journal']);

    const later = reviewerOf(host);
    expect(await later.changeLog()).toEqual([entry]);
    await later.undo([entry]);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
    expect(await reviewerOf(host).changeLog()).toMatchObject([{ id: entry.id, undone: true }]);
  });

  it('is forgotten where the cells hold what they held', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    host.failNext('edit', 'no-answer');
    await expect(reviewer.apply(finding, finding.fix!)).rejects.toMatchObject({ code: 'no-answer' });
    expect(await kindsOf(host)).toEqual(['journal']);
    expect(await reviewer.changeLog()).toEqual([]);
    await reviewer.apply(finding, finding.fix!);
    expect(await kindsOf(host)).toEqual(['change']);
  });

  it('that could not be taken back is recorded where the cells hold it', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    const edit = host.edit.bind(host);
    host.edit = async (...batch) => {
      await edit(...batch);
      throw new HostError('failed', 'could not be taken back', { cells: [{ row: 3, column: 4 }] });
    };
    await expect(reviewer.apply(finding, finding.fix!)).rejects.toMatchObject({ code: 'failed' });
    host.edit = edit;
    const [entry] = await reviewer.changeLog();
    expect(entry).toMatchObject({ finding: finding.id, undone: false });
    await reviewer.undo([entry!]);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
  });

  it('of taking back is recorded as well', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    const entry = await reviewer.apply(finding, finding.fix!);
    const remember = host.remember.bind(host);
    let saves = 0;
    host.remember = async (...part) => {
      if (++saves > 1) throw new Error('the page was closed');
      return remember(...part);
    };
    expect(await reviewer.undo([entry])).toMatchObject([{ undone: true }]);
    host.remember = remember;
    expect(await reviewerOf(host).changeLog()).toMatchObject([{ id: entry.id, undone: true }]);
  });

  it('is dropped where its worksheet is gone', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    host.failNext('edit', 'no-answer');
    await expect(reviewer.apply(finding, finding.fix!)).rejects.toMatchObject({ code: 'no-answer' });
    host.user.addSheet('Sheet2');
    host.user.removeSheet('附件2');
    expect(await reviewer.changeLog()).toEqual([]);
  });
});

describe('undo', () => {
  it('brings back text and number format', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-as-text');
    const before = host.user.cell('附件2', 'E5');
    const entry = await reviewer.apply(finding, finding.fix!);
    expect(host.user.cell('附件2', 'E5')).toEqual({ value: 0.95, formula: null, numberFormat: '0%' });
    expect(await reviewer.undo([entry])).toMatchObject([{ id: entry.id, undone: true }]);
    expect(host.user.cell('附件2', 'E5')).toEqual(before);
    expect(await reviewer.changeLog()).toMatchObject([{ undone: true }]);
    expect(await reviewer.undo([entry])).toMatchObject([{ undone: true }]);
  });

  it('is refused where the cell has been edited since', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    const entry = await reviewer.apply(finding, finding.fix!);
    host.user.type('附件2', 'E4', { value: 0.97 });
    await expect(reviewer.undo([entry])).rejects.toMatchObject({ code: 'changed' });
    expect(host.user.cell('附件2', 'E4').value).toBe(0.97);
    expect(await reviewer.changeLog()).toMatchObject([{ undone: false }]);
  });

  it('takes back a formula whose value has moved with other cells', async () => {
    let rate = 0.95;
    const { host, reviewer } = openDesk({ preferFormulas: true, calculate: () => rate });
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    const entry = await reviewer.apply(finding, finding.fix!);
    rate = 0.8;
    host.user.type('附件2', 'E4', { formula: '=D4/C4' });
    await reviewer.undo([entry]);
    expect(host.user.cell('附件2', 'E4')).toEqual({ value: 0.9, formula: null, numberFormat: '0.00%' });
  });

  it('brings back a formula', async () => {
    const { host, reviewer } = openDesk({ calculate: () => 0.9 });
    host.user.type('附件2', 'E4', { formula: '=D4/111' });
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    // No constant is offered in place of a formula.
    expect(finding.fix!.edits).toMatchObject([{ after: { formula: '=D4/C4' } }]);
    expect(finding.suggestions).toEqual([]);
    const entry = await reviewer.apply(finding, finding.fix!);
    expect(host.user.cell('附件2', 'E4').formula).toBe('=D4/C4');
    await reviewer.undo([entry]);
    expect(host.user.cell('附件2', 'E4').formula).toBe('=D4/111');
  });

  it('knows only changes of this workbook', async () => {
    const { reviewer } = openDesk();
    await expect(reviewer.undo([{ id: 'x' } as ChangeEntry])).rejects.toMatchObject({ code: 'failed' });
  });

  it('finds the worksheet by its name where ids have changed', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'execution-rate-mismatch');
    const entry = await reviewer.apply(finding, finding.fix!);
    Object.assign(host.user.active, { id: 'another-id' });
    await reviewer.undo([entry]);
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
  });

  it('is of the worksheet of its name where the workbook was opened again with its worksheets in another order', async () => {
    const { host, reviewer } = openDesk({
      sheets: [
        { name: '附件2', rows: ROWS },
        { name: '上年', rows: ROWS },
      ],
    });
    const finding = find(await reviewer.review(), 'operator-typo');
    const entry = await reviewer.apply(finding, finding.fix!);
    host.user.type('上年', 'F4', { value: '≥120次' });
    const [own, other] = host.user.sheets as [FakeSheet, FakeSheet];
    const [ownId, otherId] = [own.id, other.id];
    Object.assign(own, { id: otherId });
    Object.assign(other, { id: ownId });
    const later = reviewerOf(host);
    expect(await later.changeLog()).toMatchObject([{ undone: false }]);
    await later.undo([entry]);
    expect(host.user.cell('附件2', 'F4').value).toBe('》120次');
    expect(host.user.cell('上年', 'F4').value).toBe('≥120次');
  });

  it('is of the worksheet that was written to, whatever it is called by now', async () => {
    const { host, reviewer } = openDesk({
      sheets: [
        { name: '附件2', rows: ROWS },
        { name: '上年', rows: ROWS },
      ],
    });
    const finding = find(await reviewer.review(), 'operator-typo');
    const entry = await reviewer.apply(finding, finding.fix!);
    host.user.type('上年', 'F4', { value: '≥120次' });
    host.user.renameSheet('附件2', '本年');
    host.user.renameSheet('上年', '附件2');
    await reviewer.undo([entry]);
    expect(host.user.cell('本年', 'F4').value).toBe('》120次');
    expect(host.user.cell('附件2', 'F4').value).toBe('≥120次');
  });
});

describe('applyAll', () => {
  it('applies fixes that only change how texts are written, in one batch, and touches no figure', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    const asked = host.calls.length;
    const entries = await reviewer.applyAll(review.findings);
    expect(host.calls.slice(asked)).toEqual([
      'workbook',
      'read',
      'recall',
      'remember',
      'edit',
      'remember',
      'hasMarks',
    ]);
    expect(entries.map(({ rule }) => rule).sort()).toEqual(['operator-typo', 'operator-typo']);
    expect(host.user.cell('附件2', 'F4').value).toBe('≥120次');
    expect(find(review, 'execution-rate-as-text').fix).not.toBeNull();
    expect(host.user.cell('附件2', 'E5').value).toBe('95%');
    expect(host.user.cell('附件2', 'E4').value).toBe(0.9);
    expect(await reviewer.changeLog()).toEqual([...entries].reverse());
  });

  it('passes over findings whose cells have changed, and says so by what it returns', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    host.user.type('附件2', 'F4', { value: '≥130次' });
    const entries = await reviewer.applyAll(review.findings);
    expect(entries.map(({ finding }) => finding)).toEqual([find(review, 'operator-typo', { row: 5 }).id]);
    expect(host.user.cell('附件2', 'F4').value).toBe('≥130次');
    expect(await kindsOf(host)).toEqual(['change']);
  });

  it('fails where all have changed, and does nothing without any', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    const finding = find(review, 'operator-typo', { row: 3 });
    host.user.type('附件2', 'F4', { value: '≥130次' });
    await expect(reviewer.applyAll([finding])).rejects.toMatchObject({ code: 'changed' });
    expect(await reviewer.applyAll([])).toEqual([]);
    expect(await reviewer.applyAll([{ ...finding, state: 'ignored' }])).toEqual([]);
  });

  it('never edits one cell twice', async () => {
    const { host, reviewer } = openDesk();
    const finding = find(await reviewer.review(), 'operator-typo', { row: 3 });
    expect(await reviewer.applyAll([finding, { ...finding, id: 'again' }])).toHaveLength(1);
    expect(host.user.cell('附件2', 'F4').value).toBe('≥120次');
  });
});
