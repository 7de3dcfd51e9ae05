import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/commands/command';
import { parseXml, type XmlElement } from '../support/xlsx/xml-tree';

const ROOT = join(__dirname, '../..');
const text = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const manifest = parseXml(text);

const all = (name: string) => manifest.all(name);
const attribute = (element: XmlElement, name: string) => element.attributes[name] ?? '';
/** Elements that define a resource: image, address or text. */
const resources = [...all('bt:Image'), ...all('bt:Url'), ...all('bt:String')].filter(
  ({ attributes }) => attributes['id'],
);

describe('manifest.xml', () => {
  test('has the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(all('Version').map(({ text }) => text)).toEqual([`${version}.0`]);
  });

  test('asks for no more of Excel than the product needs', () => {
    expect(all('Set').map(({ attributes }) => attributes)).toEqual([{ Name: 'ExcelApi', MinVersion: '1.9' }]);
  });

  test('every resource is defined once and used', () => {
    const ids = resources.map((element) => attribute(element, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set(manifest.descendants.map(({ attributes }) => attributes['resid']).filter(Boolean));
    expect([...used].sort()).toEqual([...ids].sort());
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
  });

  test('every label and tip is short enough and has its English', () => {
    const limits: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };
    for (const [group, limit] of Object.entries(limits)) {
      for (const element of all(group).flatMap((list) => list.all('bt:String'))) {
        const english = element.all('bt:Override').find(({ attributes }) => attributes['Locale'] === 'en-US');
        for (const words of [attribute(element, 'DefaultValue'), english && attribute(english, 'Value')]) {
          expect(words).toBeTruthy();
          expect(words!.length).toBeLessThanOrEqual(limit);
        }
      }
    }
  });

  test('every button has a function in src/commands, and every function a button', () => {
    expect(
      all('FunctionName')
        .map(({ text }) => text)
        .sort(),
    ).toEqual([...COMMANDS].sort());
  });

  test('pages and buttons share one runtime where Excel has it', () => {
    const [runtime] = all('Runtime');
    expect(runtime?.attributes).toEqual({ resid: 'Pane.Url', lifetime: 'long' });
    expect(all('FunctionFile')[0]?.attributes).toEqual({ resid: 'Pane.Url' });
  });

  test('every icon is there in its own size', () => {
    const wanted = all('bt:Image').filter(({ attributes }) => attributes['size']);
    expect(wanted.length).toBeGreaterThan(0);
    for (const { attributes } of wanted) {
      const url = addressOf(attributes['resid']!);
      const size = Number(attributes['size']);
      expect([url, ...pixels(url)]).toEqual([url, size, size]);
    }
    for (const [name, size] of [
      ['IconUrl', 32],
      ['HighResolutionIconUrl', 64],
    ] as const) {
      const url = attribute(all(name)[0]!, 'DefaultValue');
      expect([url, ...pixels(url)]).toEqual([url, size, size]);
    }
  });

  test('every address is on the development server', () => {
    const addresses = text.match(/https?:\/\/(?!schemas\.microsoft|www\.w3)[^"<\s]+/g) ?? [];
    for (const address of addresses) expect(address).toMatch(/^https:\/\/localhost:3000(\/|$)/);
  });
});

function addressOf(id: string): string {
  return attribute(
    resources.find((element) => attribute(element, 'id') === id)!,
    'DefaultValue',
  );
}

/** Width and height of the PNG behind an address of the manifest. */
function pixels(address: string): [number, number] {
  const file = join(ROOT, new URL(address).pathname);
  expect([file, existsSync(file)]).toEqual([file, true]);
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
