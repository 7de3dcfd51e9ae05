import { deflateRawSync } from 'node:zlib';
import { inflateInBrowser } from '../../../workbench/view/inflate';

const content = Buffer.from('预算项目绩效自评表'.repeat(20_000));

test('inflates what was deflated', () => {
  const inflated = inflateInBrowser(deflateRawSync(content), content.length);
  expect(Buffer.from(inflated).equals(content)).toBe(true);
  expect(inflateInBrowser(deflateRawSync(Buffer.alloc(0)), 0)).toHaveLength(0);
});

test('stops where there is more than expected', () => {
  expect(() => inflateInBrowser(deflateRawSync(content), content.length - 1)).toThrow('more output');
});

test('refuses what was not deflated', () => {
  expect(() => inflateInBrowser(new Uint8Array([255, 255, 255]), 10)).toThrow();
});
