import { errorText } from '../../../src/app/error-text';
import { StateError } from '../../../src/app/state/state-error';
import { STATE_NAMESPACE } from '../../../src/host/protocol/state-part';
import { find, partsOf } from '../review-cases';
import { ignoredIn, openHost, OURS, pane, put } from './desks';

const DEEP = 100_000;

const UNREADABLE: readonly (readonly [string, string, string])[] = [
  ['of a newer version', 'newer', JSON.stringify({ version: 99, records: 'in another shape' })],
  ['cut short', 'damaged', '{"version":2,"writer":"w","rec'],
  ['no document', 'damaged', '[]'],
  ['empty', 'damaged', ''],
  ['of version 0', 'damaged', '{"version":0}'],
  ['of half a version', 'damaged', '{"version":1.5}'],
  ['without a writer', 'damaged', '{"version":2,"seen":"","records":[]}'],
  ['nested without end', 'damaged', `{"version":2,"records":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`],
  [
    'nested without end, in objects',
    'damaged',
    `{"version":1,"a":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}`,
  ],
  ['10 MB long', 'too-large', JSON.stringify({ version: 2, records: ['长'.repeat(10_000_000)] })],
];

describe('a part that cannot be read', () => {
  it.each(UNREADABLE)('%s blocks nothing and is left as it is', async (_, reason, text) => {
    const host = openHost();
    put(host, text);
    const [before] = host.user.customXml;
    const ours = pane(host);
    const review = await ours.review();
    expect(review.findings.length).toBeGreaterThan(3);
    expect(review.stateProblem).toMatchObject({ name: 'StateError', reason });
    const finding = find(review, 'execution-rate-mismatch');
    await ours.ignore([find(review, 'operator-typo')], '已核实');
    const entry = await ours.apply(finding, finding.fix!);
    expect(await ours.changeLog()).toMatchObject([{ id: entry.id }]);
    await ours.chooseProfile('jinan');
    await ours.mark(await ours.review());
    await ours.clearMarks('workbook');
    expect(await pane(host).dismissals()).toHaveLength(1);
    expect(host.user.customXml).toHaveLength(2);
    expect(host.user.customXml[0]).toBe(before);
  });

  it.each(UNREADABLE)('%s is named, and taken away when that is wanted', async (_, reason, text) => {
    const host = openHost();
    put(host, text);
    const ours = pane(host);
    await ours.ignore([find(await ours.review(), 'operator-typo')], '已核实');
    const { unreadable } = await ours.received();
    expect(unreadable).toMatchObject([{ reason, length: text.length, records: null }]);
    expect(await ours.discard(unreadable)).toMatchObject({ unreadable: [] });
    expect((await ours.review()).stateProblem).toBeUndefined();
    expect(await ours.dismissals()).toHaveLength(1);
  });

  it('for want of time, among many long ones, leaves the short ones', async () => {
    const host = openHost();
    const long = JSON.stringify({
      version: 2,
      writer: 'w',
      seen: '',
      records: [],
      more: '长'.repeat(5_500_000),
    });
    put(host, long, long, long, long, long);
    const ours = pane(host);
    await ours.ignore([find(await ours.review(), 'operator-typo')], '已核实');
    const later = pane(host);
    expect(await later.dismissals()).toHaveLength(1);
    expect(await later.received()).toMatchObject({
      unreadable: [{ reason: 'too-large' }, { reason: 'too-large' }],
    });
  });

  it('as XML is named as well', async () => {
    const host = openHost();
    host.user.customXml = [`<state xmlns="${STATE_NAMESPACE}"><a/></state>`];
    const ours = pane(host);
    const { unreadable } = await ours.received();
    expect(unreadable).toMatchObject([{ reason: 'damaged', length: null }]);
    await ours.discard(unreadable);
    expect(host.user.customXml).toEqual([]);
  });

  it('is not taken away where it has changed since it was shown', async () => {
    const host = openHost();
    put(host, '{"version":99}');
    const ours = pane(host);
    const { unreadable } = await ours.received();
    host.user.putPart(`<state xmlns="${STATE_NAMESPACE}">{"version":990}</state>`, unreadable[0]!.part);
    expect(await ours.discard(unreadable)).toMatchObject({ unreadable: [{ reason: 'newer' }] });
  });

  it('in some records only gives the others, and says how many are left out', async () => {
    const host = openHost();
    const ours = pane(host);
    const review = await ours.review();
    await ours.ignore([find(review, 'operator-typo')], '已核实');
    await ours.ignore([find(review, 'execution-rate-mismatch')], '口径不同');
    const [document] = (await partsOf(host)) as unknown as [{ records: Record<string, unknown>[] }];
    const [first, second] = document.records;
    put(host, { ...document, records: [{ ...first, dismissal: 3 }, second, null, [], 'x'] });
    const later = pane(host, OURS);
    expect(await ignoredIn(later)).toEqual(['execution-rate-mismatch!E4!mismatch']);
    expect(await later.received()).toMatchObject({ unreadable: [{ reason: 'damaged', records: 4 }] });
  });

  it('of a later kind is carried along without any effect', async () => {
    const host = openHost();
    const ours = pane(host);
    await ours.ignore([find(await ours.review(), 'operator-typo')], '已核实');
    const [document] = (await partsOf(host)) as unknown as [{ records: unknown[] }];
    const later = { id: 'w.9', n: 9, kind: 'of tomorrow', at: '', desk: OURS.id, mac: 'x', what: [1] };
    put(host, { ...document, seen: '2020-01-01T00:00:00.000Z', records: [...document.records, later] });
    await pane(host).chooseProfile('jinan');
    expect(await partsOf(host)).toMatchObject([{ records: expect.arrayContaining([later]) }]);
  });
});

describe('the words for records', () => {
  it.each(['newer', 'damaged', 'too-large', 'full'] as const)(
    'that are %s exist in both languages',
    (reason) => {
      for (const locale of ['zh-CN', 'en'] as const)
        for (const text of Object.values(errorText(new StateError(reason), locale)))
          expect(text.length).toBeGreaterThan(5);
    },
  );
});
