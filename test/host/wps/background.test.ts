import { ribbonCallbacks } from '../../../src/host/wps/background';
import { LeftTexts } from '../../../src/host/wps/left-texts';
import { paneAddresses, type PaneMaker } from '../../../src/host/wps/open-pane';
import { LEFT_COMMANDS, SIGN_OF_LIFE, type PluginStorage } from '../../../src/host/wps/pane-page';

interface Pane {
  readonly ID: number;
  readonly url: string;
  Visible: boolean;
  DockPosition?: number;
  Delete(): void;
}

/** WPS around a background page: which forms of an address it shows a living pane for is handed in. */
function wps(alive: (url: string) => boolean, spelling = 'CreateTaskPane') {
  const kept = new Map<string, unknown>();
  const storage: PluginStorage = {
    getItem: (key) => kept.get(key),
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  const made: Pane[] = [];
  const gone = new Set<number>();
  const alerts: string[] = [];
  const application = {
    Workbooks: {},
    PluginStorage: storage,
    [spelling]: (url: string) => {
      if (url.startsWith('refused:')) throw new Error('no pane');
      const pane = { ID: made.length + 1, url, Visible: false, Delete: () => void gone.add(pane.ID) };
      made.push(pane);
      if (alive(url)) storage.setItem(SIGN_OF_LIFE, '1');
      return pane;
    },
    [spelling.replace('Create', 'Get')]: (id: number) => {
      if (gone.has(id)) throw new Error('the pane is gone');
      return made[id - 1] ?? null;
    },
  };
  const page = {
    Application: application,
    location: { href: 'file:///home/%E5%BC%A0/jsaddons/annex-reviewer_0.1.0/index.html?x=1#/y' },
    alert: (text: string) => void alerts.push(text),
    setTimeout: (callback: () => void, time: number) => setTimeout(callback, time),
  };
  const callbacks = ribbonCallbacks(page as unknown as PaneMaker, {
    'AnnexReviewer.Mark': 'assets/mark.png',
  });
  return { page, callbacks, storage, made, gone, alerts };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const click = (callbacks: ReturnType<typeof wps>['callbacks'], Tag: string) =>
  callbacks.OnAction({ Id: `AnnexReviewer.${Tag}`, Tag });

test.each(['CreateTaskPane', 'CreateTaskpane'])(
  'a button shows the pane and leaves it the command, once (%s)',
  (spelling) => {
    const { callbacks, storage, made } = wps(() => true, spelling);
    expect(click(callbacks, 'mark')).toBe(true);
    expect(click(callbacks, 'review')).toBe(true);
    expect(made).toEqual([expect.objectContaining({ Visible: true, DockPosition: 2 })]);
    const pane = new LeftTexts(() => storage, LEFT_COMMANDS);
    expect(pane.take()).toEqual(['mark', 'review']);
    expect(pane.take()).toEqual([]);
  },
);

test('the button that opens the pane leaves no command', () => {
  const { callbacks, storage, made } = wps(() => true);
  click(callbacks, 'openPane');
  expect(made).toHaveLength(1);
  expect(new LeftTexts(() => storage, LEFT_COMMANDS).take()).toEqual([]);
});

test('a pane out of view comes back; one that is gone is made anew', () => {
  const { callbacks, made, gone } = wps(() => true);
  click(callbacks, 'openPane');
  made[0]!.Visible = false;
  click(callbacks, 'openPane');
  expect(made.map(({ Visible }) => Visible)).toEqual([true]);
  gone.add(1);
  click(callbacks, 'openPane');
  expect(made).toHaveLength(2);
});

test('the address is made from the page’s own, in three forms', () => {
  expect(paneAddresses('file:///home/%E5%BC%A0/a_1/index.html?x=1#/y')).toEqual([
    'file:///home/%E5%BC%A0/a_1/pane.html',
    'file:///home/张/a_1/pane.html',
    'pane.html',
  ]);
  expect(paneAddresses('http://127.0.0.1:3889/')).toEqual(['http://127.0.0.1:3889/pane.html', 'pane.html']);
  expect(paneAddresses('file:///C:/%E5/index.html')).toEqual(['file:///C:/%E5/pane.html', 'pane.html']);
});

test('a pane that stays blank is made again from the next form, and the blank one is taken away', () => {
  const { callbacks, made, gone, alerts } = wps((url) => url.includes('张'));
  click(callbacks, 'review');
  jest.advanceTimersByTime(11_900);
  expect(made).toHaveLength(1);
  jest.advanceTimersByTime(60_000);
  expect(made.map(({ url, Visible }) => [url.includes('张'), Visible])).toEqual([
    [false, false],
    [true, true],
  ]);
  expect([...gone]).toEqual([1]);
  expect(alerts).toEqual([]);
});

test('where no form helps, one sentence says so and points to the guide', () => {
  const { callbacks, made, alerts } = wps(() => false);
  click(callbacks, 'review');
  jest.advanceTimersByTime(120_000);
  expect(made).toHaveLength(3);
  expect(alerts).toEqual([expect.stringContaining('docs/wps.md')]);
});

test('a pane that the user closes before it is alive is not made again', () => {
  const { callbacks, made, alerts } = wps(() => false);
  click(callbacks, 'review');
  made[0]!.Visible = false;
  jest.advanceTimersByTime(120_000);
  expect(made).toHaveLength(1);
  expect(alerts).toEqual([]);
});

test('a program that makes no panes is said', () => {
  const { page, callbacks, alerts } = wps(() => true, 'CreateNothing');
  click(callbacks, 'review');
  expect(alerts).toHaveLength(1);
  Object.assign(page, { Application: null });
  expect(click(callbacks, 'review')).toBe(true);
  expect(alerts).toHaveLength(2);
});

test('images are told by the ids of the buttons', () => {
  const { callbacks } = wps(() => true);
  expect(callbacks.GetImage({ Id: 'AnnexReviewer.Mark' })).toBe('assets/mark.png');
  expect(callbacks.OnAddinLoad()).toBe(true);
});
