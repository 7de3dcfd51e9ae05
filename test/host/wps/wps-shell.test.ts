/**
 * @jest-environment jsdom
 */
import { oneWorkbook } from '../../../src/host/one-workbook';
import { LeftTexts, STALE } from '../../../src/host/wps/left-texts';
import {
  LEFT_COMMANDS,
  SIGN_OF_LIFE,
  PANE_ID,
  type PluginStorage,
  type WpsPage,
} from '../../../src/host/wps/pane-page';
import { wpsShell } from '../../../src/host/wps/wps-shell';
import { createFakeHost } from '../../support/workbooks/fake-host';

/** The store that pages share. */
function storage(items = new Map<string, string>()): PluginStorage & { items: Map<string, string> } {
  return {
    items,
    getItem: (key) => items.get(key),
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/** The pane's page in WPS, with a pane that the background page has made. */
function openPage(options: { readonly storage?: PluginStorage | null } = {}) {
  const shared = options.storage === undefined ? storage() : options.storage;
  shared?.setItem(PANE_ID, '3');
  const pane = { Visible: false };
  const page = Object.assign(Object.create(window) as WpsPage, {
    navigator: { language: 'zh-CN' },
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
    setInterval: window.setInterval.bind(window),
    clearInterval: window.clearInterval.bind(window),
    Application: {
      Workbooks: {},
      ...(shared && { PluginStorage: shared }),
      GetTaskPane: (id: number) => (id === 3 ? pane : null),
    },
  });
  const shell = wpsShell(async () => oneWorkbook(createFakeHost()), page);
  return { shell, page, pane, shared };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('WPS around the pane', () => {
  it('takes each button up once, in the order they were pressed, also those from before it was open', () => {
    const { shell, shared } = openPage();
    const background = new LeftTexts(() => shared, LEFT_COMMANDS);
    background.leave('review');
    background.leave('mark');
    const done: string[] = [];
    const stop = shell.takeButtons(async (name) => {
      done.push(name);
      return true;
    });
    expect(done).toEqual(['review', 'mark']);
    background.leave('clearMarks');
    jest.advanceTimersByTime(1000);
    expect(done).toEqual(['review', 'mark', 'clearMarks']);
    stop();
    background.leave('review');
    jest.advanceTimersByTime(1000);
    expect(done).toHaveLength(3);
  });

  it('drops a button that nobody took up in time', () => {
    const { shell, shared } = openPage();
    const background = new LeftTexts(() => shared, LEFT_COMMANDS);
    background.leave('insertRollups');
    jest.advanceTimersByTime(STALE);
    background.leave('review');
    const done: string[] = [];
    shell.takeButtons(async (name) => done.push(name) > 0);
    expect(done).toEqual(['review']);
  });

  it.each([
    ['a text that is none', (items: Map<string, string>) => items.set('annex-reviewer.et.command.1', '{')],
    ['an emptied store', (items: Map<string, string>) => items.clear()],
    [
      'counters that are none',
      (items: Map<string, string>) => items.set('annex-reviewer.et.command.taken', 'x'),
    ],
  ])('goes on after %s', (_, harm) => {
    const { shell, shared } = openPage();
    const items = (shared as ReturnType<typeof storage>).items;
    const background = new LeftTexts(() => shared, LEFT_COMMANDS);
    background.leave('mark');
    const done: string[] = [];
    shell.takeButtons(async (name) => done.push(name) > 0);
    harm(items);
    jest.advanceTimersByTime(1000);
    background.leave('review');
    jest.advanceTimersByTime(1000);
    expect(done.filter((name) => name === 'review')).toEqual(['review']);
  });

  it('shows and hides its pane, and says where it cannot', async () => {
    const { shell, pane, shared } = openPage();
    expect(await shell.showPane()).toBe(true);
    expect(pane.Visible).toBe(true);
    shell.hidePane!();
    expect(pane.Visible).toBe(false);
    shared!.removeItem(PANE_ID);
    expect(await shell.showPane()).toBe(false);
    shared!.setItem(PANE_ID, '9');
    expect(await shell.showPane()).toBe(false);
  });

  it('gives a sign of life to the page that has made it', () => {
    const { shell, shared } = openPage();
    expect(shared!.getItem(SIGN_OF_LIFE)).toBeUndefined();
    shell.takeButtons(async () => true);
    expect(Number(shared!.getItem(SIGN_OF_LIFE))).toBeGreaterThan(0);
  });

  it('opens without a store too', async () => {
    const { shell } = openPage({ storage: null });
    const stop = shell.takeButtons(async () => true);
    jest.advanceTimersByTime(1000);
    stop();
    shell.leaveForPane('{}');
    expect(shell.takeLeft()).toBeNull();
    expect(await shell.showPane()).toBe(false);
  });

  it('hands an outcome to the next pane once', () => {
    const { shell } = openPage();
    shell.leaveForPane('one');
    shell.leaveForPane('two');
    expect(shell.takeLeft()).toBe('two');
    expect(shell.takeLeft()).toBeNull();
  });

  it('keeps settings under keys of its own, and in memory where local storage is forbidden', async () => {
    window.localStorage.clear();
    const { shell } = openPage();
    const settings = await shell.openSettings();
    settings.setItem('locale', 'zh-CN');
    expect(Object.keys({ ...window.localStorage }).every((key) => key.includes('annex-reviewer'))).toBe(true);
    expect(settings.lasting).toBe(true);
    jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    const unkept = await shell.openSettings();
    unkept.setItem('locale', 'en');
    expect([unkept.lasting, unkept.getItem('locale')]).toEqual([false, 'en']);
  });
});
