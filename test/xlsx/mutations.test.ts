import { XlsxError } from '../../src/xlsx';
import type { BuilderWorkbook } from '../support/xlsx/xlsx-builder';
import { buildXlsx, xlsxParts, zipParts } from '../support/xlsx/xlsx-builder';
import { open } from '../support/xlsx/xlsx-reading';

const WORKBOOK: BuilderWorkbook = {
  sheets: [
    {
      rows: [
        ['项目', 1.5, true, { error: '#REF!' }],
        ['说明 & <b>', { formula: 'A1', value: 'x' }, null, 3],
      ],
      merges: ['A1:B1'],
      formats: { B1: '0.00%' },
      hiddenRows: [4],
      hiddenColumns: [1],
    },
    { name: 'b', rows: [['y']] },
  ],
};

/** Repeatable numbers below `limit`. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Reads everything; the only error there may be is ours. */
function readAll(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const workbook = open(bytes);
    for (const { index } of workbook.sheets) workbook.readSheet(index);
    return 'read';
  } catch (error) {
    if (error instanceof XlsxError) return 'refused';
    throw error;
  }
}

test('changed bytes', () => {
  const random = seeded(1);
  const good = buildXlsx(WORKBOOK);
  const ends = { read: 0, refused: 0 };
  for (let i = 0; i < 1500; i++) {
    const bytes = good.slice();
    for (let changes = 1 + random(3); changes > 0; changes--) bytes[random(bytes.length)] = random(256);
    ends[readAll(bytes)]++;
  }
  expect(ends.refused).toBeGreaterThan(300);
});

test('cut and doubled stretches of bytes', () => {
  const random = seeded(2);
  const good = buildXlsx(WORKBOOK);
  for (let i = 0; i < 500; i++) {
    const from = random(good.length);
    const to = from + random(good.length - from);
    const middle = random(2) === 0 ? [] : [good.subarray(from, to), good.subarray(from, to)];
    readAll(new Uint8Array(Buffer.concat([good.subarray(0, from), ...middle, good.subarray(to)])));
  }
});

test('changed XML in a sound zip', () => {
  const random = seeded(3);
  const snippets = [
    '<',
    '>',
    '"',
    '/',
    '&',
    '&amp;',
    '<c>',
    '</c>',
    '<row>',
    '</row>',
    '<v>',
    '</v>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<!DOCTYPE a>',
    '9',
    '-1',
    'r="',
    ' r="A1"',
    't="s"',
    's="9"',
    '\0',
    '\ud800',
    '绩',
    'xmlns:x=""',
    'x:',
    '1e999',
    'XFD1048576',
    '99999999999',
  ];
  const parts = xlsxParts(WORKBOOK);
  const names = Object.keys(parts);
  const ends = { read: 0, refused: 0 };
  for (let i = 0; i < 1500; i++) {
    const name = names[random(names.length)]!;
    let xml = parts[name]!;
    for (let changes = 1 + random(3); changes > 0; changes--) {
      const at = random(xml.length);
      const removed = random(3) === 0 ? random(20) : random(2);
      xml =
        xml.slice(0, at) +
        (random(4) === 0 ? '' : snippets[random(snippets.length)]!) +
        xml.slice(at + removed);
    }
    ends[readAll(zipParts({ ...parts, [name]: xml }))]++;
  }
  expect(ends.read).toBeGreaterThan(100);
  expect(ends.refused).toBeGreaterThan(300);
});
