import { deflateRawSync } from 'node:zlib';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { DEFAULT_LIMITS } from '../../../src/xlsx/limits';
import { crc32 } from '../../../src/xlsx/zip/crc32';
import { ZipArchive } from '../../../src/xlsx/zip/zip-archive';
import { xlsxError } from '../../support/xlsx/xlsx-reading';
import type { ZipBuilderEntry, ZipBuilderOptions } from '../../support/xlsx/zip-builder';
import { buildZip } from '../../support/xlsx/zip-builder';

const archive = (bytes: Uint8Array, limits = {}) =>
  new ZipArchive(bytes, inflateWithZlib, { ...DEFAULT_LIMITS, ...limits });
const textOf = (zip: ZipArchive, name: string) => new TextDecoder().decode(zip.read(zip.find(name)!));

test.each<[string, Partial<ZipBuilderEntry>, ZipBuilderOptions]>([
  ['deflated', {}, {}],
  ['stored', { stored: true }, {}],
  ['with a data descriptor', { descriptor: true }, {}],
  ['stored with a data descriptor', { stored: true, descriptor: true }, {}],
  ['zip64', {}, { zip64: true }],
  ['with a comment', {}, { comment: '备注 PK\x05\x06 and more' }],
  ['after other bytes', {}, { prefix: new Uint8Array(1000).fill(7) }],
])('reads an entry %s', (_, entry, options) => {
  const zip = archive(
    buildZip(
      [
        { name: 'a.txt', content: '' },
        { name: '目录/b.txt', content: '绩效 '.repeat(99), ...entry },
      ],
      options,
    ),
  );
  expect(zip.entries.map(({ name }) => name)).toEqual(['a.txt', '目录/b.txt']);
  expect(textOf(zip, '目录/b.txt')).toBe('绩效 '.repeat(99));
  expect(textOf(zip, 'a.txt')).toBe('');
});

test('finds entries whatever their case, leading slash and slashes', () => {
  const zip = archive(buildZip([{ name: '/XL\\Workbook.XML', content: 'x' }]));
  expect(zip.find('xl/workbook.xml')?.name).toBe('/XL\\Workbook.XML');
  expect(zip.find('xl/other.xml')).toBeUndefined();
});

test('hands out the compressed bytes as they lie in the file', () => {
  const content = 'raw bytes '.repeat(50);
  const zip = archive(buildZip([{ name: 'a', content }]));
  expect(Buffer.from(zip.rawBytes(zip.find('a')!))).toEqual(deflateRawSync(content));
});

test('same entries under one name are one, different ones are refused when asked for', () => {
  expect(
    textOf(
      archive(
        buildZip([
          { name: 'a', content: '1' },
          { name: 'A', content: '1' },
        ]),
      ),
      'a',
    ),
  ).toBe('1');
  const zip = archive(
    buildZip([
      { name: 'a', content: '1' },
      { name: 'A', content: '2' },
      { name: 'b', content: '3' },
    ]),
  );
  expect(xlsxError(() => zip.find('a'))).toMatchObject({ code: 'corrupt', detail: { part: 'a' } });
  expect(textOf(zip, 'b')).toBe('3');
});

test('a header that declares too little is refused while inflating', () => {
  const zip = archive(buildZip([{ name: 'a', content: Buffer.alloc(50_000_000), declaredSize: 1000 }]));
  const seen: number[] = [];
  const spied = new ZipArchive(
    buildZip([{ name: 'a', content: Buffer.alloc(1_000_000), declaredSize: 1000 }]),
    (raw, size) => (seen.push(size), inflateWithZlib(raw, size)),
  );
  expect(xlsxError(() => zip.read(zip.find('a')!)).code).toBe('corrupt');
  expect(xlsxError(() => spied.read(spied.find('a')!)).code).toBe('corrupt');
  expect(seen).toEqual([1000]);
});

test('a header that declares too much is refused', () => {
  const little = archive(buildZip([{ name: 'a', content: 'abc', declaredSize: 1000 }]));
  expect(xlsxError(() => little.read(little.find('a')!)).message).toContain('3 bytes');
  const absurd = archive(buildZip([{ name: 'a', content: 'abc', declaredSize: 400_000_000 }]));
  expect(xlsxError(() => absurd.read(absurd.find('a')!)).message).toContain('cannot inflate');
});

test.each([
  [
    'declared size',
    'too-large',
    () => archive(buildZip([{ name: 'a', content: 'x', declaredSize: 600 * 2 ** 20 }])),
  ],
  [
    'declared sizes together',
    'too-large',
    () =>
      archive(
        buildZip([
          { name: 'a', content: 'xxxx' },
          { name: 'b', content: 'xxxx' },
        ]),
        { maxTotalSize: 7 },
      ),
  ],
  [
    'number of entries',
    'too-large',
    () =>
      archive(
        buildZip([
          { name: 'a', content: '' },
          { name: 'b', content: '' },
        ]),
        { maxEntries: 1 },
      ),
  ],
  ['no directory', 'corrupt', () => archive(buildZip([{ name: 'a', content: 'abc' }]).subarray(0, 60))],
  ['nothing', 'corrupt', () => archive(new Uint8Array())],
] as const)('refuses by %s', (_, code, action) => {
  expect(xlsxError(action).code).toBe(code);
});

test.each([
  ['wrong checksum', 'corrupt', { declaredCrc: 1 }],
  ['unknown compression', 'unsupported-format', { method: 9 }],
  ['zip encryption', 'encrypted', { flags: 1 }],
  ['not deflated', 'corrupt', { method: 8, stored: true }],
] as const)('refuses to read: %s', (_, code, entry) => {
  const zip = archive(buildZip([{ name: 'a', content: 'abcdefgh', ...entry }]));
  expect(xlsxError(() => zip.read(zip.find('a')!))).toMatchObject({ code, detail: { part: 'a' } });
});

test('every truncation of a zip is refused, none is a raw error', () => {
  const bytes = buildZip([
    { name: 'a', content: 'abc' },
    { name: 'b', content: 'def' },
  ]);
  for (let length = 0; length < bytes.length; length++) {
    const error = xlsxError(() => {
      const zip = archive(bytes.subarray(0, length));
      zip.entries.forEach((entry) => zip.read(entry));
    });
    expect(error.code).toBe('corrupt');
  }
});

test('the checksum is that of zip files', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  expect(crc32(Buffer.from('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
  expect(crc32(new Uint8Array())).toBe(0);
});
