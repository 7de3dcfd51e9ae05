import { openWps, type PaneWindow } from '../../../src/host/wps/open-wps';
import { lostRecordsOf } from '../../../src/host/wps/lost-records';
import { MemoryWorkbook } from '../../support/memory-workbook';
import { closeWps, openWps as openEmulated } from '../../workbench/wps/open-wps';

afterEach(closeWps);

/** A pane's page in an emulated WPS, whose seconds pass when they are told to. */
function openPage() {
  const emulated = openEmulated({ 附件1: [['项目', '预算']] });
  const ticks = new Set<() => void>();
  const document = { visibilityState: 'visible' as DocumentVisibilityState };
  const page: PaneWindow = {
    ...emulated.page.globals,
    document,
    localStorage: storage(),
    performance,
    setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
    setInterval(callback) {
      ticks.add(callback);
      return ticks.size;
    },
    clearInterval: () => ticks.clear(),
  };
  const second = (): void => ticks.forEach((tick) => tick());
  return { ...emulated, page, document, second, ticks };
}

function storage(items = new Map<string, string>()): PaneWindow['localStorage'] {
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

describe('the pane in WPS', () => {
  it('works on the workbook in front, and knows the next one', async () => {
    const { page, wps } = openPage();
    const application = await openWps(page);
    const host = application.front()!;
    const { id } = await host.activeSheet();
    expect((await host.read(id)).name).toBe('附件1');
    wps.host.openBook(new MemoryWorkbook('另一个'));
    expect(application.front()).not.toBe(host);
    expect(wps.host.faults).toEqual([]);
  });

  it('looks for another workbook every second, and not while nobody sees it', async () => {
    const { page, wps, document, second, ticks } = openPage();
    wps.host.switches.events = 'never-told';
    const application = await openWps(page);
    let changes = 0;
    const stop = application.watch(() => (changes += 1));
    document.visibilityState = 'hidden';
    wps.host.openBook(new MemoryWorkbook('另一个'));
    second();
    expect(changes).toBe(0);
    document.visibilityState = 'visible';
    second();
    expect(changes).toBe(1);
    stop();
    expect(ticks.size).toBe(0);
  });

  it('says that there is no WPS where there is none', async () => {
    const { page } = openPage();
    const { Application: _, wps: __, ...bare } = page as PaneWindow & { Application: unknown; wps: unknown };
    await expect(openWps(bare)).rejects.toMatchObject({ code: 'not-supported' });
  });
});

describe('builds that lose records', () => {
  it('are known to the next page', () => {
    const localStorage = storage();
    lostRecordsOf({ localStorage }).add('12.1.0.1');
    lostRecordsOf({ localStorage }).add('12.1.0.2');
    const next = lostRecordsOf({ localStorage });
    expect(['12.1.0.1', '12.1.0.2', '12.1.0.3'].map((build) => next.has(build))).toEqual([true, true, false]);
  });

  it('are known as long as the page lasts where nothing can be kept', () => {
    const lost = lostRecordsOf({
      get localStorage(): Storage {
        throw new Error('forbidden');
      },
    });
    expect(lost.has('12.1.0.1')).toBe(false);
    lost.add('12.1.0.1');
    expect(lost.has('12.1.0.1')).toBe(true);
  });

  it('are none where something else lies at their place', () => {
    const localStorage = storage();
    lostRecordsOf({ localStorage }).add('12.1.0.1');
    const others: PaneWindow['localStorage'] = { ...localStorage, getItem: () => '{"no":' };
    expect(lostRecordsOf({ localStorage: others }).has('12.1.0.1')).toBe(false);
  });
});
