import type { EtApplication } from '../../../src/host/wps/et-types';
import type { PageToOpen } from '../../../workbench/wps/pages/add-in';
import { closeWps, openWps } from './open-wps';
import { BASE, RIBBON, withAddIn } from './with-add-in';

afterEach(closeWps);

const applicationOf = ({ globals }: PageToOpen): EtApplication => globals.Application as EtApplication;

test('nothing is loaded before a workbook is open; then the ribbon is told first', () => {
  const opened = openWps(null);
  const told: unknown[] = [];
  const addIn = withAddIn(opened, ({ name, url }) => {
    told.push([name, url]);
    return { ribbon: { OnAddinLoad: (ui: { Invalidate(): void }) => told.push(typeof ui.Invalidate) } };
  });
  expect([addIn.loaded, addIn.controls(), addIn.press('go'), told]).toEqual([false, [], false, []]);
  opened.open({ 表1: [] });
  opened.open({ 表1: [] });
  expect(told).toEqual([['background', `${BASE}index.html`], 'function']);
});

test('a button calls a function by its name with dots, with what the control is', () => {
  const pressed: unknown[] = [];
  const addIn = withAddIn(openWps(), () => ({
    ribbon: { OnAction: (control: object) => pressed.push(control), GetLabel: () => '审核' },
  }));
  expect(addIn.press('go')).toBe(true);
  expect(addIn.press('tab')).toBe(false);
  expect(pressed).toEqual([{ Id: 'go', Tag: 'review' }]);
  expect(addIn.controls().find(({ id }) => id === 'go')).toMatchObject({
    label: '审核',
    image: 'icons/go.svg',
    enabled: false,
    parent: 'group',
  });
});

test.each(['\uFEFF', '<?xml version="1.0"?>', '<!-- x -->', ' '])(
  'a ribbon after %j is invalid',
  (before) => {
    expect(() => withAddIn(openWps(), undefined, before + RIBBON)).toThrow('invalid');
  },
);

test('panes are windows of their own, made out of view, counted from 1', () => {
  const opened = openWps();
  const pages: PageToOpen[] = [];
  withAddIn(opened, (page) => void pages.push(page));
  const pane = opened.app.CreateTaskPane(`${BASE}pane.html`, '审核')!;
  expect([pane.ID, pane.Visible, pane.DockPosition, opened.wps.host.panes.anyDocked]).toEqual([
    1,
    false,
    2,
    false,
  ]);
  expect(pages.map(({ name, url }) => [name, url])).toEqual([
    ['background', `${BASE}index.html`],
    ['pane 1', `${BASE}pane.html`],
  ]);
  const [background, first] = pages as [PageToOpen, PageToOpen];
  applicationOf(background).PluginStorage.setItem('a', '1');
  expect(applicationOf(first).PluginStorage.getItem('a')).toBe('1');
  expect(opened.app.CreateTaskPane(`${BASE}other.html`)!.ID).toBe(2);
});

test('a pane that is moved to another page leaves the old one without a host', () => {
  const opened = openWps();
  const pages: PageToOpen[] = [];
  withAddIn(opened, (page) => void pages.push(page));
  const pane = opened.app.CreateTaskPane('relative.html')!;
  pane.Navigate(`${BASE}pane.html`);
  expect(pages.map(({ url }) => url).slice(1)).toEqual(['about:blank', `${BASE}pane.html`]);
  expect(() => applicationOf(pages[1]!).Name).toThrow('closed');
  expect(applicationOf(pages[2]!).Workbooks.Count).toBe(1);
});

test('showing and hiding are told, the listeners of a pane go with it', () => {
  const opened = openWps();
  const told: string[] = [];
  const { ApiEvent } = opened.app as unknown as {
    ApiEvent: { AddApiEventListener(name: string, callback: () => void): void };
  };
  for (const name of ['AfterTaskPaneShow', 'AfterTaskPaneHidden'])
    ApiEvent.AddApiEventListener(name, () => void told.push(name));
  withAddIn(opened, (page) => {
    if (page.pane)
      applicationOf(page).ApiEvent.AddApiEventListener('SheetChange', () => void told.push('SheetChange'));
  });
  const pane = opened.app.CreateTaskPane(`${BASE}pane.html`)!;
  pane.Visible = true;
  opened.range('A1').Value2 = 1;
  pane.Delete();
  opened.range('A1').Value2 = 2;
  expect(told).toEqual(['AfterTaskPaneShow', 'SheetChange', 'AfterTaskPaneHidden']);
  expect(() => pane.Visible).toThrow('no longer there');
});

test('a restart empties what pages share, and counts panes anew', () => {
  const opened = openWps();
  const addIn = withAddIn(opened);
  opened.app.PluginStorage.setItem('a', '1');
  opened.app.CreateTaskPane(`${BASE}pane.html`);
  addIn.restart();
  expect([opened.app.PluginStorage.getItem('a'), opened.app.GetTaskPane(1)]).toEqual([null, null]);
  expect([addIn.loaded, opened.app.CreateTaskPane(`${BASE}pane.html`)!.ID]).toEqual([true, 1]);
});

test('a listener may be a function of the page by its name', () => {
  const opened = openWps();
  const told: unknown[] = [];
  withAddIn(opened, (page) => {
    (
      applicationOf(page).ApiEvent as unknown as { AddApiEventListener(name: string, callback: string): void }
    ).AddApiEventListener('SheetChange', 'heard.change');
    return { heard: { change: () => told.push('heard') } };
  });
  opened.range('A1').Value2 = 1;
  expect(told).toEqual(['heard']);
});

test('the tab appears when the scripts of the background page have run, unless WPS has ended by then', () => {
  const opened = openWps();
  const waiting: (() => void)[] = [];
  const told: unknown[] = [];
  const addIn = withAddIn(opened, () => ({ ribbon: { OnAddinLoad: () => told.push('loaded') } }), RIBBON, {
    whenReady: (act) => void waiting.push(act),
  });
  opened.wps.host.onRibbonChange = (id) => told.push(id);
  expect([addIn.loaded, addIn.controls(), addIn.press('go'), told]).toEqual([false, [], false, []]);
  waiting.shift()!();
  expect([addIn.loaded, addIn.controls().length, told]).toEqual([true, 3, ['loaded', null]]);
  addIn.restart();
  expect(addIn.loaded).toBe(false);
  const [ready] = waiting;
  addIn.restart();
  ready!();
  expect([addIn.loaded, told.length]).toEqual([false, 2]);
});

test('the window of a pane comes into view and out of it as its pane does', () => {
  const opened = openWps();
  const shown: boolean[] = [];
  withAddIn(opened, undefined, RIBBON, { show: (visible) => void shown.push(visible) });
  const pane = opened.app.CreateTaskPane(`${BASE}pane.html`, '审核')!;
  expect(shown).toEqual([]);
  pane.Visible = true;
  pane.Visible = false;
  pane.Visible = true;
  pane.Navigate(`${BASE}other.html`);
  expect(shown).toEqual([true, false, true, true]);
});

test('whoever draws the window is told which workbook comes to the front', () => {
  const opened = openWps(null);
  const { host } = opened.wps;
  const fronts: unknown[] = [];
  host.onActivate = () => fronts.push(host.active);
  const [one, other] = [opened.open({ 表1: [] }), opened.open({ 表1: [] })];
  host.activate(one);
  host.activate(one);
  host.closeBook(one);
  host.closeBook(other);
  expect(fronts).toEqual([one, other, one, other, null]);
});
