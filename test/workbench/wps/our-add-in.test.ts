import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveRibbon } from '../../../src/host/wps/background';
import { LeftTexts } from '../../../src/host/wps/left-texts';
import type { PaneMaker } from '../../../src/host/wps/open-pane';
import { LEFT_COMMANDS, SIGN_OF_LIFE, pluginStorageOf } from '../../../src/host/wps/pane-page';
import { PRESET_NAMES } from '../../../workbench/wps/host/presets';
import type { PageToOpen } from '../../../workbench/wps/pages/add-in';
import { closeWps, openWps } from './open-wps';
import { BASE, withAddIn } from './with-add-in';

const { ribbonImages, ribbonXml } = jest.requireActual<{
  ribbonImages(manifest: string): Record<string, string>;
  ribbonXml(manifest: string): string;
}>('../../../scripts/ribbon.js');

const MANIFEST = readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8');

afterEach(closeWps);

/** Our own ribbon and background page in a WPS; panes live where their address is a full one. */
function ourAddIn(...options: Parameters<typeof openWps>) {
  const opened = openWps(...options);
  const pages: PageToOpen[] = [];
  const alerts: string[] = [];
  const addIn = withAddIn(
    opened,
    (page) => {
      pages.push(page);
      const window: Record<string, unknown> = {
        ...page.globals,
        location: { href: page.url },
        alert: (text: string) => alerts.push(text),
        setTimeout: () => 0,
      };
      if (!page.pane) serveRibbon(window as unknown as PaneMaker, ribbonImages(MANIFEST));
      else if (page.url !== 'about:blank') pluginStorageOf(window)?.setItem(SIGN_OF_LIFE, '1');
      return window;
    },
    ribbonXml(MANIFEST),
  );
  return { ...opened, addIn, pages, alerts };
}

test.each(PRESET_NAMES)('each button shows the one pane and leaves it its command in %s', (preset) => {
  const { addIn, pages, alerts, wps } = ourAddIn({ 表1: [] }, { preset });
  const buttons = addIn.controls().filter(({ kind }) => kind === 'button');
  expect(buttons.map(({ label, image }) => label !== '' && image.startsWith('assets/'))).toEqual(
    buttons.map(() => true),
  );
  const taken: string[] = [];
  for (const { id } of buttons) {
    expect(addIn.press(id)).toBe(true);
    const [pane] = [...wps.host.panes.all.values()];
    expect([pane!.url, pane!.visible]).toEqual([`${BASE}pane.html`, true]);
    const seen = pages.at(-1)!.globals;
    taken.push(...new LeftTexts(() => pluginStorageOf(seen), LEFT_COMMANDS).take());
    // The pane takes itself out of view, for the ribbon of some builds is dead beside it.
    wps.host.panes.show(pane!, false);
  }
  expect(taken).toEqual(buttons.flatMap(({ attributes: { tag } }) => (tag === 'openPane' ? [] : [tag])));
  expect([wps.host.panes.all.size, alerts, wps.host.faults]).toEqual([1, [], []]);
});

test('a pane that was closed by hand is made anew', () => {
  const { addIn, wps, pages } = ourAddIn();
  const [button] = addIn.controls().filter(({ kind }) => kind === 'button');
  addIn.press(button!.id);
  wps.host.panes.closeByHand([...wps.host.panes.all.values()][0]!);
  addIn.press(button!.id);
  expect([...wps.host.panes.all.values()].map(({ id, visible }) => [id, visible])).toEqual([[2, true]]);
  expect(pages.map(({ name }) => name)).toEqual(['background', 'pane 1', 'pane 2']);
  expect(wps.host.faults).toEqual([]);
});

test('the older spelling is found', () => {
  const { addIn, wps } = ourAddIn({ 表1: [] }, { switches: { paneSpelling: 'Taskpane' } });
  const [button] = addIn.controls().filter(({ kind }) => kind === 'button');
  addIn.press(button!.id);
  addIn.press(button!.id);
  expect([wps.host.panes.all.size, wps.host.faults]).toEqual([1, []]);
});
