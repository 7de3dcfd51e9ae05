import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import vm from 'node:vm';
import { COMMANDS } from '../../src/commands/command';

/*
 * The package for WPS as it is built, file by file. Nothing here opens it: test/e2e/engines does, in the engines that WPS
 * embeds.
 */

const ROOT = join(__dirname, '../..');
const FOLDER = join(ROOT, `dist/wps/annex-reviewer_${require(join(ROOT, 'package.json')).version}`);
const manifest = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== '.sources')
  .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const texts = files.filter((name) => !name.endsWith('.png')).map((name) => [name, read(name)] as const);

const ribbon = read('ribbon.xml');
const buttons = [...ribbon.matchAll(/<button id="([^"]+)" tag="([^"]+)" label="([^"]+)"/g)].map(
  ([, id, tag, label]) => ({ id: id!, tag: tag!, label: label! }),
);

test('the package holds what WPS looks for, one script for each page and no more', () => {
  expect(files.filter((name) => !name.startsWith('assets/'))).toEqual([
    ...['background.js', 'index.html', 'manifest.xml', 'pane.html', 'pane.js', 'ribbon.xml'],
  ]);
  expect(files.filter((name) => name.startsWith('assets/'))).toHaveLength(5);
});

test('the ribbon begins as WPS demands, and has no callback for the tab', () => {
  expect(ribbon.startsWith('<customUI')).toBe(true);
  expect(/<tab [^>]*>/.exec(ribbon)![0]).not.toMatch(/getVisible|getLabel|visible/);
});

test('the ribbon has the buttons of Excel with their words and icons', () => {
  expect(buttons.map(({ tag }) => tag)).toEqual(['openPane', ...COMMANDS]);
  for (const { id, label } of buttons) {
    expect(manifest).toContain(`id="${id}"`);
    expect(manifest).toContain(`DefaultValue="${label}"`);
  }
});

test('the callbacks are plain functions under "ribbon" and by themselves, and each button has an icon that is there', () => {
  const window: Record<string, unknown> = { location: { href: 'file:///a/index.html' } };
  window.window = window;
  vm.runInNewContext(read('background.js'), window);
  const callbacks = window.ribbon as Record<string, (control?: object) => unknown>;
  const named = [...ribbon.matchAll(/="ribbon\.(\w+)"/g)].map(([, name]) => name!);
  expect([...new Set(named)].sort()).toEqual(['GetImage', 'OnAction', 'OnAddinLoad']);
  for (const name of named) {
    expect(typeof callbacks[name]).toBe('function');
    expect(window[name]).toBe(callbacks[name]);
    expect(String(callbacks[name])).not.toMatch(/async|=>|_async_to_generator/);
  }
  for (const { id } of buttons) expect(files).toContain(callbacks.GetImage!({ Id: id }));
});

test('the background script is written in old JavaScript', () => {
  const code = `require('acorn').parse(require('fs').readFileSync(0, 'utf8'), { ecmaVersion: 5 })`;
  execFileSync(process.execPath, ['-e', code], { cwd: ROOT, input: read('background.js') });
});

test.each(['index.html', 'pane.html'])(
  '%s asks for one classic script beside it, and nothing else',
  (name) => {
    const html = read(name);
    const script = name === 'index.html' ? 'background.js' : 'pane.js';
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual([script]);
    expect(html).not.toMatch(/type="module"|<[^>]*\s(?:on\w+|style)\s*=/i);
    expect(html).toContain("connect-src 'none'");
  },
);

test.each(texts)('%s has no address outside of the package and no trace of Excel’s library', (_, text) => {
  const addresses = [...text.matchAll(/\bhttps?:\/\/[^\s"'`\\)]*/g)].map(([address]) => address);
  // Names of kinds of XML and JSON, where messages for developers point to, and a form of addresses; nobody asks for them.
  const names =
    /^https?:\/\/(?:www\.w3\.org|schemas\.(?:microsoft|openxmlformats)|react\.dev\/errors|json-schema\.org|aka\.ms\/griffel|github\.com\/microsoft\/griffel|\[\$)/;
  expect(addresses.filter((address) => !names.test(address))).toEqual([]);
  const traces =
    /.{0,40}(?:office\.js|appsforoffice|OfficeExtension|OfficeRuntime|office-js-helpers|Office\.context|importScripts\b|new Worker\b|import\().{0,40}/gi;
  expect(text.match(traces)).toBeNull();
});
