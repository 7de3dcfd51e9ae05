import { unescapeText } from '../../../src/xlsx/read/escaped-text';
import { foreignFormat } from '../../../src/xlsx/read/foreign-format';
import { serialDate } from '../../../src/xlsx/read/iso-date';
import { parseNumber } from '../../../src/xlsx/read/parse-number';
import { SpanCollector } from '../../../src/xlsx/read/span-collector';
import { TextPool } from '../../../src/xlsx/read/text-pool';

test.each([
  '0',
  '-0',
  '1',
  '-1',
  '007',
  '123.456',
  '0.1',
  '.5',
  '5.',
  '-.5',
  '1e5',
  '1.5E-7',
  '+3',
  '123456789012345',
  '12345678901234567890',
  '0.30000000000000004',
  '99.99999999999999',
  '4.9406564584124654E-324',
  '100000000000000.1',
  '0.000000000000001',
  ' 12 ',
])('the number %s', (text) => {
  expect(parseNumber(`<${text}>`, 1, text.length + 1)).toBe(Number(text));
});

test.each(['', '-', '.', 'abc', '1,000', '0x10', 'Infinity', '1e999', '1.2.3', '--1', '1 2', '12%', 'NaN'])(
  'no number: "%s"',
  (text) => {
    expect(parseNumber(text, 0, text.length)).toBeNaN();
  },
);

test('short numbers are read exactly as the language reads them', () => {
  const wrong: string[] = [];
  let state = 1;
  for (let i = 0; i < 20_000; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const text = (state / 10 ** (state % 12)).toString();
    if (parseNumber(text, 0, text.length) !== Number(text)) wrong.push(text);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['a_x000D_b', 'a\rb'],
  ['_x005F_x000D_', '_x000D_'],
  ['_x4E2D_', '中'],
  ['_x00_ _xZZZZ_ x000D', '_x00_ _xZZZZ_ x000D'],
])('the escapes of %s', (text, expected) => {
  expect(unescapeText(text)).toBe(expected);
});

test.each<[string, boolean, number | undefined]>([
  ['1900-01-01', false, 1],
  ['1900-02-28', false, 59],
  ['1900-03-01', false, 61],
  ['2024-06-01', false, 45444],
  ['2024-06-01T12:00:00', false, 45444.5],
  ['2024-06-01T06:00:00.000Z', false, 45444.25],
  ['1904-01-02', true, 1],
  ['12:00', false, 0.5],
  ['2024年6月', false, undefined],
  ['', false, undefined],
])('the serial number of %s', (text, date1904, serial) => {
  expect(serialDate(text, date1904)?.serial).toBe(serial);
});

test('spans are sorted and joined', () => {
  const spans = new SpanCollector();
  for (const index of [5, 6, 9, 2, 3, 4]) spans.add(index);
  spans.add(3, 5);
  expect(spans.spans()).toEqual([
    { first: 2, last: 6 },
    { first: 9, last: 9 },
  ]);
  expect(spans.complement(10)).toEqual([
    { first: 0, last: 1 },
    { first: 7, last: 8 },
    { first: 10, last: 10 },
  ]);
  expect(new SpanCollector().complement(3)).toEqual([{ first: 0, last: 3 }]);
});

test('pooled texts are right whatever came before', () => {
  const pool = new TextPool();
  const texts = Array.from(
    { length: 5000 },
    (_, i) => `项目支出绩效自评表${i % 700}号${'长'.repeat(i % 40)}`,
  );
  const whole = texts.join('');
  let at = 0;
  for (const text of texts) {
    expect(pool.slice(whole, at, at + text.length)).toBe(text);
    at += text.length;
  }
  expect(pool.slice(whole, 3, 3)).toBe('');
});

test.each([
  ['<html><body>', 'html'],
  ['\ufeff  <!DOCTYPE HTML>', 'html'],
  ['<?xml version="1.0"?>\n<html xmlns="x">', 'html'],
  ['<?xml version="1.0"?><Workbook/>', 'xml'],
  ['%PDF-1.7', 'pdf'],
  ['序号,项目', undefined],
])('what "%s" begins', (text, format) => {
  expect(foreignFormat(Buffer.from(text))).toBe(format);
});
