import { toStatePart } from '../../../src/host/protocol/state-part';
import { Random } from '../../support/random';
import { find, partsOf } from '../review-cases';
import { HOUR, ignoredIn, openHost, OURS, pane, put, statesOf, TestClock, THEIRS } from './desks';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface Part {
  version: number;
  writer: string;
  seen: string;
  records: { [key: string]: Json }[];
}

/** What this desk has recorded in a workbook, and the workbook. */
async function recorded() {
  const host = openHost();
  const clock = new TestClock();
  const ours = pane(host, OURS, clock);
  const review = await ours.review();
  await ours.ignore([find(review, 'execution-rate-mismatch')], '口径不同');
  const typo = find(review, 'operator-typo', { row: 5 });
  await ours.apply(typo, typo.fix!);
  await ours.chooseProfile('jinan');
  const [part] = (await partsOf(host)) as unknown as [Part];
  return { host, clock, ours, part };
}

/** Every place in a value at which something stands that is no object or list. */
function leaves(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner as Json, [...path, key]));
}

function withLeaf(value: Json, path: readonly (string | number)[], change: (leaf: Json) => Json): Json {
  const copy = structuredClone(value);
  let at = copy as { [key: string]: Json };
  for (const key of path.slice(0, -1)) at = at[key] as { [key: string]: Json };
  const last = path[path.length - 1]!;
  at[last] = change(at[last]!);
  return copy;
}

function other(leaf: Json): Json {
  if (typeof leaf === 'string') return `${leaf}x`;
  if (typeof leaf === 'number') return leaf + 1;
  return leaf === null ? 'x' : !leaf;
}

/** How many workbooks somebody else may have written are tried. */
const ROUNDS = 40;
const LONG = 60_000;

describe('a record of this desk', () => {
  it(
    'is no longer its own where anything in it was changed',
    async () => {
      const { part } = await recorded();
      expect(part.records.map(({ kind }) => kind)).toEqual(['dismissal', 'change', 'profile']);
      for (const [i, record] of part.records.entries()) {
        for (const path of leaves(record)) {
          const host = openHost();
          const forged = withLeaf(record, path, other);
          put(host, { ...part, records: part.records.map((one, j) => (i === j ? forged : one)) });
          const later = pane(host);
          const { length: own } = [
            ...(await later.dismissals()),
            ...(await later.changeLog()),
            ...((await later.recognise()).profiles!.setting === null ? [] : ['profile']),
          ];
          expect([record['kind'], path, own]).toEqual([record['kind'], path, 2]);
        }
      }
    },
    LONG,
  );

  it.each([
    ['its signature taken off', { mac: '' }],
    ['a signature of another length', { mac: 'A'.repeat(44) }],
    ['a desk of another name', { desk: THEIRS.id }],
    ['a field more', { more: true }],
    ['a field of the prototype', JSON.parse('{"__proto__":{"kind":"dismissal"}}') as object],
    ['another kind', { kind: 'lift', of: [], sources: [] }],
  ])('with %s is received at most', async (_, change) => {
    const { part } = await recorded();
    const host = openHost();
    const records = part.records.map((one) => Object.assign(Object.create(null) as object, one, change));
    put(host, { ...part, records });
    const later = pane(host);
    expect(await ignoredIn(later)).toEqual([]);
    expect(await later.changeLog()).toEqual([]);
    expect((await later.recognise()).profiles!.setting).toBeNull();
    expect([...new Set(await statesOf(later))]).toEqual(['open']);
  });

  it('keeps no signature of another record', async () => {
    const { part } = await recorded();
    const host = openHost();
    const macs = part.records.map(({ mac }) => mac!);
    put(host, { ...part, records: part.records.map((one, i) => ({ ...one, mac: macs[(i + 1) % 3]! })) });
    const later = pane(host);
    expect([await later.dismissals(), await later.changeLog()]).toEqual([[], []]);
  });

  it(
    'holds for its contents, project, unit and sheet in another workbook, and for nothing else',
    async () => {
      const { part } = await recorded();
      const rows = [
        ['2024年度项目支出绩效自评表'],
        ['单位：万元'],
        ['单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '数量指标指标值', '数量指标完成值'],
        ['市水务处', '河道巡查', 100, 95, { value: 0.9, format: '0.00%' }, '》120次', '121次'],
      ] as const;
      const seen = async (changes: readonly (readonly [number, number, string | number])[]) => {
        const changed = rows.map((row) => [...row]) as (string | number | object)[][];
        for (const [row, column, value] of changes) changed[row]![column] = value;
        const host = openHost({ sheets: [{ name: '附件2', rows: changed as never }] });
        put(host, part);
        return ignoredIn(pane(host));
      };
      expect(await seen([])).toEqual(['execution-rate-mismatch!E4!mismatch']);
      for (const change of [
        [3, 0, '市园林处'],
        [3, 1, '泵站检修'],
        [3, 2, 101],
        [3, 3, 96],
        [3, 4, 0.91],
      ] as const)
        expect([change, await seen([change])]).toEqual([change, []]);
    },
    LONG,
  );

  it('brings back nothing but what this desk once set aside, where an older state is put back', async () => {
    const { host, ours, clock } = await recorded();
    const older = host.user.customXml;
    await ours.restore([find(await ours.review(), 'execution-rate-mismatch')]);
    await ours.ignore([find(await ours.review(), 'execution-rate-as-text')], '已核实');
    host.user.customXml = older;
    expect(await ignoredIn(pane(host, OURS, clock))).toEqual(['execution-rate-mismatch!E4!mismatch']);
  });

  it('that was taken back stays so where an older copy of its part lies beside it', async () => {
    const { host, ours, clock } = await recorded();
    const older = host.user.customXml[0]!;
    await ours.restore([find(await ours.review(), 'execution-rate-mismatch')]);
    host.user.addPart(older.replace(/"writer":"[^"]*"/, '"writer":"copy"'));
    expect(await ignoredIn(pane(host, OURS, clock))).toEqual([]);
    clock.pass(2 * HOUR);
    await pane(host, OURS, clock).chooseProfile(null);
    expect(await ignoredIn(pane(host, OURS, clock))).toEqual([]);
  });
});

describe('records that anybody may have written', () => {
  it(
    'never stop a review, whatever is in them, and silence nothing',
    async () => {
      const { part } = await recorded();
      const random = new Random(20261129);
      const odd: readonly Json[] = [
        null,
        true,
        -1,
        1e308,
        2 ** 60,
        '',
        '__proto__',
        'constructor',
        '长'.repeat(5000),
        [],
        {},
        [[[[]]]],
        JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as Json,
      ];
      const open = await statesOf(pane(openHost()));
      for (let round = 0; round < ROUNDS; round++) {
        let document: Json = structuredClone(part) as unknown as Json;
        for (let change = 0; change <= round % 4; change++) {
          const places = leaves(document);
          if (places.length > 0) document = withLeaf(document, random.pick(places), () => random.pick(odd));
        }
        let text = JSON.stringify(document);
        if (round % 5 === 0) text = text.slice(0, random.integer(0, text.length));
        const host = openHost();
        host.user.customXml = [toStatePart(text)];
        const theirs = pane(host, THEIRS);
        expect([round, await statesOf(theirs)]).toEqual([round, open]);
        await theirs.received();
        await theirs.adopt('changes');
        await theirs.refuse('dismissals');
        await theirs.ignore([find(await theirs.review(), 'operator-typo')], '已核实');
        expect(await ignoredIn(theirs)).toHaveLength(1);
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      }
    },
    LONG,
  );

  it('are many and short, and are read all the same', async () => {
    const host = openHost();
    host.user.customXml = Array.from({ length: 300 }, (_, i) =>
      toStatePart(JSON.stringify({ version: 2, writer: `w${i}`, seen: '', records: [] })),
    );
    expect((await pane(host).review()).findings.length).toBeGreaterThan(3);
  });
});
