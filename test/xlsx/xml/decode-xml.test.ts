import { decodeXml } from '../../../src/xlsx/xml/decode-xml';
import { xlsxError } from '../../support/xlsx/xlsx-reading';

const TEXT = '<a>绩效</a>';
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

test.each<[string, Uint8Array, string, boolean]>([
  ['UTF-8', Buffer.from(TEXT), 'utf-8', false],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8', true],
  ['UTF-16 little-endian with a mark', utf16(`\ufeff${TEXT}`, false), 'utf-16le', true],
  ['UTF-16 big-endian with a mark', utf16(`\ufeff${TEXT}`, true), 'utf-16be', true],
  ['UTF-16 little-endian without', utf16(TEXT, false), 'utf-16le', false],
  ['UTF-16 big-endian without', utf16(TEXT, true), 'utf-16be', false],
])('decodes %s', (_, bytes, encoding, byteOrderMark) => {
  expect(decodeXml(bytes, 'p')).toEqual({ text: TEXT, encoding, byteOrderMark });
});

test('goes by the declaration where the bytes leave it open', () => {
  const gbk = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'),
    Buffer.from([0xbc, 0xa8, 0xd0, 0xa7]),
    Buffer.from('</a>'),
  ]);
  expect(decodeXml(gbk, 'p').text).toContain('<a>绩效</a>');
  expect(decodeXml(Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${TEXT}`), 'p').text).toContain(TEXT);
});

test('refuses bytes that are not in the encoding, and unknown encodings', () => {
  expect(xlsxError(() => decodeXml(Buffer.from([0x3c, 0x61, 0x3e, 0xff]), 'p'))).toMatchObject({
    code: 'corrupt',
    detail: { part: 'p' },
  });
  expect(
    xlsxError(() => decodeXml(Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>'), 'p')).code,
  ).toBe('corrupt');
});

test('an empty part is an empty text', () => {
  expect(decodeXml(new Uint8Array(), 'p').text).toBe('');
});
