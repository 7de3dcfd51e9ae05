import type { ColumnChange, Reviewer } from '../../src/app/reviewer';
import { labelPath } from '../../src/engine/annex/place';
import type { FieldId } from '../../src/engine/annex/field-id';
import { createFakeHost, type FakeHost } from '../support/workbooks/fake-host';
import { OURS, pane, THEIRS } from './state/desks';

const ROWS = [
  ['2023年度项目支出绩效自评表'],
  ['序号', '项目名称', '全年预算数', '全年执行数', '执行率', '办结数', '备注'],
  [1, '村道硬化', 50, 40, 0.9, '3公里', '无'],
  [2, '水渠清淤', 20, 10, 0.5, '2公里', '无'],
];

const workbook = (): FakeHost =>
  createFakeHost({
    sheets: [
      { name: '甲', rows: ROWS },
      { name: '乙', rows: ROWS.map((row) => [...row]) },
      {
        name: '丙',
        rows: [
          ['项目名称', '全年预算数', '全年执行数'],
          ['农田整治', 3, 2],
        ],
      },
    ],
  });

async function columnOf(
  reviewer: Reviewer,
  label: string,
  field: FieldId | null | undefined,
): Promise<ColumnChange> {
  const { annexes } = await reviewer.recognise();
  const columns = annexes[0]!.places.map(labelPath);
  return { columns, index: columns.findIndex((path) => path.join() === label), field };
}

async function readAs(reviewer: Reviewer, label: string): Promise<string | null> {
  const { annexes } = await reviewer.recognise();
  return annexes[0]!.places.find((place) => labelPath(place).join() === label)!.field;
}

const rulesOf = async (reviewer: Reviewer): Promise<string[]> =>
  (await reviewer.review()).findings.map(({ rule }) => rule);

describe('a correction', () => {
  it('is tried out without being recorded', async () => {
    const host = workbook();
    const ours = pane(host);
    const without = await columnOf(ours, '执行率', null);
    const tried = await ours.tryCorrection(without);
    expect(tried.notChecked).toContain('execution-rate-mismatch');
    expect(tried.checked).toEqual([]);
    expect(tried.gone.error).toBeGreaterThan(0);
    expect(tried.annexes[0]!.places[4]).toMatchObject({ field: null, evidence: [{ by: 'reviewer' }] });
    expect(await ours.corrections()).toEqual([]);
    expect(await readAs(ours, '执行率')).toBe('executionRate');
    expect(host.user.customXml).toEqual([]);
  });

  it('does what was said before it was made', async () => {
    const ours = pane(workbook());
    const before = await ours.review();
    const change = await columnOf(ours, '执行率', null);
    const { gone, come } = await ours.tryCorrection(change);
    await ours.correct(change);
    const after = await ours.review();
    const sum = (counts: Readonly<Record<string, number>>): number =>
      Object.values(counts).reduce((total, count) => total + count, 0);
    expect(after.findings.length).toBe(before.findings.length - sum(gone) + sum(come));
    expect(await rulesOf(ours)).not.toContain('execution-rate-mismatch');
  });

  it('is kept in the workbook and holds for sheets with the same header', async () => {
    const host = workbook();
    const ours = pane(host);
    await ours.correct(await columnOf(ours, '办结数', 'indicator.quantity.result'));
    const again = pane(host);
    expect(await readAs(again, '办结数')).toBe('indicator.quantity.result');
    await host.user.activate('乙');
    expect(await readAs(again, '办结数')).toBe('indicator.quantity.result');
  });

  it('is taken back', async () => {
    const ours = pane(workbook());
    await ours.correct(await columnOf(ours, '执行率', null));
    expect(await readAs(ours, '执行率')).toBeNull();
    expect(await ours.correct(await columnOf(ours, '执行率', undefined))).toEqual([]);
    expect(await readAs(ours, '执行率')).toBe('executionRate');
  });

  it('of the same column, or to the same single field, takes the place of an earlier one', async () => {
    const ours = pane(workbook());
    await ours.correct(await columnOf(ours, '办结数', 'totalScore'));
    await ours.correct(await columnOf(ours, '备注', 'totalScore'));
    const [only, ...more] = await ours.correct(await columnOf(ours, '备注', 'executionRate'));
    expect([only!.said, more]).toEqual([{ column: ['备注'], field: 'executionRate' }, []]);
    expect(await readAs(ours, '执行率')).toBeNull();
  });

  it('goes on to other workbooks as a vocabulary', async () => {
    const ours = pane(workbook());
    await ours.correct(await columnOf(ours, '办结数', 'indicator.quantity.result'));
    const vocabulary = await ours.vocabulary();
    expect(vocabulary.headers).toMatchObject([
      { corrections: [{ column: ['办结数'], field: 'indicator.quantity.result' }] },
    ]);
    const other = pane(workbook());
    await other.takeOver(vocabulary);
    expect(await readAs(other, '办结数')).toBe('indicator.quantity.result');
    // Once is enough.
    expect(await other.takeOver(vocabulary)).toHaveLength(1);
    expect(await other.vocabulary()).toEqual(vocabulary);
  });
});

describe('a correction of another desk', () => {
  async function sent(): Promise<{ host: FakeHost; theirs: Reviewer; ours: Reviewer }> {
    const host = workbook();
    const theirs = pane(host, THEIRS);
    await theirs.correct(await columnOf(theirs, '执行率', null));
    return { host, theirs, ours: pane(host, OURS) };
  }

  it('is shown and changes nothing until it is adopted', async () => {
    const { ours } = await sent();
    expect(await readAs(ours, '执行率')).toBe('executionRate');
    expect(await rulesOf(ours)).toContain('execution-rate-mismatch');
    expect(await ours.corrections()).toEqual([]);
    expect((await ours.received()).corrections).toMatchObject([
      { said: { column: ['执行率'], field: null }, received: { desk: THEIRS.id, adopted: false } },
    ]);
    expect((await ours.adopt('corrections')).corrections).toEqual([]);
    expect(await readAs(ours, '执行率')).toBeNull();
    expect(await ours.corrections()).toMatchObject([{ received: { desk: THEIRS.id, adopted: true } }]);
  });

  it('is gone for good once it was refused', async () => {
    const { host, ours } = await sent();
    expect((await ours.refuse('corrections')).corrections).toEqual([]);
    expect((await pane(host, OURS).received()).corrections).toEqual([]);
    expect(await readAs(ours, '执行率')).toBe('executionRate');
  });

  it('does not come up again after it was adopted and taken back', async () => {
    const { host, ours } = await sent();
    await ours.adopt('corrections');
    await ours.correct(await columnOf(ours, '执行率', undefined));
    expect(await readAs(ours, '执行率')).toBe('executionRate');
    expect((await pane(host, OURS).received()).corrections).toEqual([]);
  });

  it('is not shown any more once that desk has taken it back', async () => {
    const { theirs, ours } = await sent();
    await theirs.correct(await columnOf(theirs, '执行率', undefined));
    expect((await ours.received()).corrections).toEqual([]);
  });
});

describe('a header that the reviewer points at', () => {
  const UNKNOWN = [
    ['2023年度情况'],
    ['编', '事由', '甲', '乙'],
    [1, '水渠清淤', 50, 40],
    [2, '水库除险', 20, 10],
  ];
  const unknown = (): FakeHost => createFakeHost({ sheets: [{ name: '甲', rows: UNKNOWN }] });

  it('shows what would be made of it, and is recorded only when it is taken', async () => {
    const host = unknown();
    const ours = pane(host);
    expect((await ours.recognise()).annexes).toEqual([]);
    host.user.select('A2:D2');
    const tried = (await ours.tryHeader())!;
    expect(tried).toMatchObject({ firstRow: 1, lastRow: 1, annex: { projectCount: 2 } });
    expect(host.user.customXml).toEqual([]);
    expect((await ours.recognise()).annexes).toEqual([]);
    const columns = tried.annex!.places.map(labelPath);
    await ours.pointAtHeader(columns, 1);
    expect((await pane(host).recognise()).annexes).toMatchObject([{ projectCount: 2 }]);
    await ours.correct({ columns, index: 2, field: 'budget' });
    expect(await ours.vocabulary()).toMatchObject({
      headers: [{ rows: 1, corrections: [{ column: ['甲'], field: 'budget' }] }],
    });
    expect(await readAs(ours, '甲')).toBe('budget');
    await ours.pointAtHeader(columns, null);
    expect((await ours.recognise()).annexes).toEqual([]);
  });

  it('goes on to other workbooks with the vocabulary', async () => {
    const host = unknown();
    const ours = pane(host);
    host.user.select('A2:D2');
    await ours.pointAtHeader((await ours.tryHeader())!.annex!.places.map(labelPath), 1);
    const other = pane(unknown());
    await other.takeOver(await ours.vocabulary());
    expect((await other.recognise()).annexes).toHaveLength(1);
  });

  it('of another desk is none until it is adopted', async () => {
    const host = unknown();
    host.user.select('A2:D2');
    const theirs = pane(host, THEIRS);
    await theirs.pointAtHeader((await theirs.tryHeader())!.annex!.places.map(labelPath), 1);
    const ours = pane(host, OURS);
    expect((await ours.recognise()).annexes).toEqual([]);
    expect((await ours.received()).corrections).toMatchObject([{ said: { rows: 1 } }]);
    await ours.adopt('corrections');
    expect((await ours.recognise()).annexes).toHaveLength(1);
  });

  it.each([
    ['rows without a project below them', 'A4:D4'],
    ['blank rows', 'A9:D9'],
  ])('may be none: %s', async (_, address) => {
    const host = unknown();
    host.user.select(address);
    expect((await pane(host).tryHeader())!.annex).toBeNull();
  });
});
