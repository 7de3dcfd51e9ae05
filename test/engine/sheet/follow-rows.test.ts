import { followRows, type FollowRow } from '../../../src/engine/sheet/follow-rows';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';
import { Random } from '../../support/random';

/** A row of a table whose first column is the serial number and whose second is the name of the project. */
type Row = readonly CellInput[];

const HEAD: Row = ['序号', '项目名称', '预算数', '执行数', '备注'];
const ROAD: Row = [1, '道路养护', 40, 38.5, '按季拨付'];
const SCHOOL: Row = [2, '校舍维修', 27.69, 25.88, null];
const WATER: Row = [3, '饮水安全', 12, 12, '已验收'];
const LIBRARY: Row = [4, '图书购置', 12, 12, null];
const TABLE: readonly Row[] = [HEAD, ROAD, SCHOOL, WATER, LIBRARY];

const NAMED = [0, 1];

function follow(
  earlier: readonly Row[],
  later: readonly Row[],
  identity: readonly number[] = NAMED,
): FollowRow {
  return followRows(buildSheet(earlier), buildSheet(later), {
    identityOf: (row) => (row === 0 ? [] : identity),
  });
}

/** Where each row of the earlier table is now. */
function places(
  earlier: readonly Row[],
  later: readonly Row[],
  identity?: readonly number[],
): (number | null)[] {
  const of = follow(earlier, later, identity);
  return earlier.map((_, row) => of(row)?.row ?? null);
}

function edited(row: Row, column: number, value: CellInput): Row {
  return row.map((cell, at) => (at === column ? value : cell));
}

describe('rows found again', () => {
  const BLANK: Row = [null, null, null, null, null];
  const NEW: Row = [9, '路灯改造', 7, 7, null];
  it.each<[string, readonly Row[], readonly (number | null)[]]>([
    ['unmoved', TABLE, [0, 1, 2, 3, 4]],
    ['below an inserted row', [HEAD, BLANK, ROAD, SCHOOL, WATER, LIBRARY], [0, 2, 3, 4, 5]],
    ['above an inserted row', [HEAD, ROAD, SCHOOL, WATER, LIBRARY, NEW], [0, 1, 2, 3, 4]],
    ['around a deleted row', [HEAD, ROAD, WATER, LIBRARY], [0, 1, null, 2, 3]],
    ['sorted', [HEAD, LIBRARY, WATER, SCHOOL, ROAD], [0, 4, 3, 2, 1]],
    ['edited in place', [HEAD, ROAD, edited(SCHOOL, 3, 26), WATER, LIBRARY], [0, 1, 2, 3, 4]],
    [
      'edited below an inserted row',
      [HEAD, NEW, ROAD, edited(SCHOOL, 3, 26), WATER, LIBRARY],
      [0, 2, 3, 4, 5],
    ],
    [
      'edited beside an inserted row',
      [HEAD, ROAD, edited(SCHOOL, 3, 26), NEW, WATER, LIBRARY],
      [0, 1, 2, 4, 5],
    ],
    [
      'two edited that stand together',
      [HEAD, edited(ROAD, 4, '逾期'), edited(SCHOOL, 3, 26), WATER, LIBRARY],
      [0, 1, 2, 3, 4],
    ],
    ['renamed', [HEAD, ROAD, edited(SCHOOL, 1, '校舍改造'), WATER, LIBRARY], [0, 1, null, 3, 4]],
    ['edited and sorted', [HEAD, WATER, edited(SCHOOL, 3, 26), ROAD, LIBRARY], [0, 3, null, 1, 4]],
    ['replaced by another project', [HEAD, ROAD, NEW, WATER, LIBRARY], [0, 1, null, 3, 4]],
    ['copied below itself', [HEAD, ROAD, SCHOOL, SCHOOL, WATER, LIBRARY], [0, 1, null, 4, 5]],
    [
      'copied, and one of the two edited',
      [HEAD, ROAD, edited(SCHOOL, 3, 26), SCHOOL, WATER, LIBRARY],
      [0, 1, null, 4, 5],
    ],
    ['copied far away', [HEAD, ROAD, SCHOOL, WATER, LIBRARY, SCHOOL], [0, 1, 2, 3, 4]],
    ['moved sideways', [HEAD, ROAD, [2, '校舍维修', null, 27.69, 25.88], WATER, LIBRARY], [0, 1, null, 3, 4]],
    ['all gone', [HEAD], [0, null, null, null, null]],
  ])('%s', (_, later, expected) => {
    expect(places(TABLE, later)).toEqual(expected);
  });

  it('with a column inserted before their figures are not followed', () => {
    const later = TABLE.map((row) => [...row.slice(0, 2), null, ...row.slice(2)]);
    expect(places(TABLE, later)).toEqual([null, null, null, null, null]);
  });

  it('tells whether a row is as it was', () => {
    const of = follow(TABLE, [HEAD, ROAD, edited(SCHOOL, 3, 26), WATER, LIBRARY]);
    expect([of(1), of(2)]).toEqual([
      { row: 1, whole: true },
      { row: 2, whole: false },
    ]);
  });

  describe('that look alike', () => {
    const TWIN: Row = [null, '设备购置', 5, 5, null];
    const TWINS: readonly Row[] = [HEAD, ROAD, TWIN, TWIN, WATER, LIBRARY];
    it.each<[string, readonly Row[], readonly (number | null)[]]>([
      [
        'while nothing between their neighbours has changed',
        [HEAD, NEW, ROAD, TWIN, TWIN, WATER, LIBRARY],
        [0, 2, 3, 4, 5, 6],
      ],
      ['not where one of them is gone', [HEAD, ROAD, TWIN, WATER, LIBRARY], [0, 1, null, null, 3, 4]],
      [
        'not where one of them was edited',
        [HEAD, ROAD, TWIN, edited(TWIN, 3, 4), WATER, LIBRARY],
        [0, 1, null, null, 4, 5],
      ],
      ['not where one of them was moved', [HEAD, TWIN, ROAD, TWIN, WATER, LIBRARY], [0, 2, null, null, 4, 5]],
    ])('%s', (_, later, expected) => {
      expect(places(TWINS, later)).toEqual(expected);
    });

    it('by name alone are told apart by their figures', () => {
      const other = edited(TWIN, 2, 6);
      expect(places([HEAD, ROAD, TWIN, other, WATER], [HEAD, other, TWIN, ROAD, WATER])).toEqual([
        0, 3, 2, 1, 4,
      ]);
      expect(
        places([HEAD, ROAD, TWIN, other, WATER], [HEAD, ROAD, other, edited(TWIN, 2, 7), WATER]),
      ).toEqual([0, 1, null, 2, 4]);
    });
  });

  it('know their formulas by the text, as far as their own row goes', () => {
    const rated = (row: number, value: number): Row => [
      row - 1,
      `项目${row}`,
      10,
      value * 10,
      { value, formula: `=D${row}/C${row}` },
    ];
    const total = (last: number, value: number): Row => [
      null,
      '合计',
      { value, formula: `=SUM(C2:C${last})` },
      null,
      null,
    ];
    const earlier = [HEAD, rated(2, 0.5), rated(3, 0.6), total(3, 20)];
    const later = [HEAD, rated(2, 0.5), BLANK, edited(edited(rated(4, 0.6), 0, 2), 1, '项目3'), total(4, 21)];
    expect(places(earlier, later)).toEqual([0, 1, 3, 4]);
  });

  it('belong to the row above them where they have no name', () => {
    const line = (text: string): Row => [null, null, null, null, text];
    const earlier = [HEAD, ROAD, line('数量'), line('质量'), SCHOOL, line('数量'), line('质量')];
    const later = [HEAD, ROAD, line('数量'), line('质量'), NEW, SCHOOL, line('数量'), line('质量')];
    const of = followRows(buildSheet(earlier), buildSheet(later), {
      identityOf: (row) => (row === 1 || row === 4 ? NAMED : []),
    });
    expect(earlier.map((_, row) => of(row)?.row)).toEqual([0, 1, 2, 3, 5, 6, 7]);
  });
});

/** A row of the random tables: whose it is, and what it holds. */
interface Tagged {
  readonly tag: number;
  readonly cells: Row;
}

function randomRow(random: Random, tag: number): Tagged {
  const name = `项目${random.integer(1, 12)}`;
  const cells = [
    random.chance(0.5) ? tag : null,
    name,
    random.integer(1, 4),
    random.integer(1, 4),
    random.chance(0.3) ? '备注' : null,
  ];
  return { tag, cells };
}

/** One thing that a user does to a table. */
function change(random: Random, rows: Tagged[], nextTag: () => number): Tagged[] {
  const at = random.integer(0, rows.length - 1);
  const row = rows[at]!;
  const without = rows.filter((_, i) => i !== at);
  switch (random.integer(0, 6)) {
    case 0:
      return [...rows.slice(0, at), randomRow(random, nextTag()), ...rows.slice(at)];
    case 1:
      return rows.length > 2 ? without : rows;
    case 2: {
      const to = random.integer(0, without.length);
      return [...without.slice(0, to), row, ...without.slice(to)];
    }
    case 3:
      return [...rows].sort((a, b) => String(a.cells[1]).localeCompare(String(b.cells[1])));
    case 4:
      return [...rows.slice(0, at), { tag: nextTag(), cells: row.cells }, ...rows.slice(at)];
    case 5:
      return [
        ...rows.slice(0, at),
        { tag: nextTag(), cells: [null, null, null, null, null] },
        ...rows.slice(at),
      ];
    default: {
      const cells = edited(row.cells, random.integer(2, 4), random.integer(5, 9));
      return rows.map((other, i) => (i === at ? { ...other, cells } : other));
    }
  }
}

describe('tables that are changed at random', () => {
  const same = (a: Row, b: Row): boolean => JSON.stringify(a) === JSON.stringify(b);

  it.each(Array.from({ length: 400 }, (_, seed) => seed))('seed %i: no row is taken for another', (seed) => {
    const random = new Random(seed);
    let tags = 0;
    const nextTag = (): number => ++tags;
    const earlier = Array.from({ length: random.integer(3, 14) }, () => randomRow(random, nextTag()));
    let later: Tagged[] = earlier;
    for (let step = random.integer(0, 5); step > 0; step--) later = change(random, later, nextTag);
    const sheet = (rows: readonly Tagged[]): SheetSnapshot =>
      buildSheet([HEAD, ...rows.map(({ cells }) => cells)]);
    const of = followRows(sheet(earlier), sheet(later), { identityOf: (row) => (row > 0 ? NAMED : []) });
    earlier.forEach((row, i) => {
      const now = of(i + 1);
      const there = now && later[now.row - 1]!;
      // Rows that hold the very same are one as good as the other.
      if (there) expect(there.tag === row.tag || same(there.cells, row.cells)).toBe(true);
      if (now) expect(now.whole).toBe(same(there!.cells, row.cells));
      // What stands once in either table, and whose project was not copied, is always found.
      const named = (other: Tagged): boolean => same(other.cells.slice(0, 2), row.cells.slice(0, 2));
      const once = [earlier, later].every(
        (rows) => rows.filter((other) => same(other.cells, row.cells)).length === 1,
      );
      if (once && later.filter(named).length <= earlier.filter(named).length) expect(now).not.toBeNull();
    });
  });
});
