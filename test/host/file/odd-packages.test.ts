import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileHost } from '../../../src/host/file/file-host';
import { partKey } from '../../../src/xlsx/package/part-name';
import { ANNEX_PARTS, ANNEX_SHEET } from '../../support/annexes/annex-parts';
import { draftOf } from '../../support/xlsx/edited-package';
import { partsOf } from '../../support/xlsx/package-parts';
import { reviewedFile } from '../../support/xlsx/reviewed-file';
import { RELATION_NAMESPACE, zipParts } from '../../support/xlsx/xlsx-builder';
import { faultsOfXml } from '../../support/xlsx/xml-faults';

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const FILE = join(folder, 'odd.xlsx');

const open = async (bytes: Uint8Array) => {
  writeFileSync(FILE, bytes);
  return openFileHost(FILE);
};

const SHEET = 'xl/worksheets/sheet1.xml';
const SHEET_RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
const OTHER_RELATIONS = 'xl/worksheets/_rels/sheet2.xml.rels';
const TYPES = '[Content_Types].xml';
const VML = 'xl/drawings/vmlDrawing1.vml';
const VML_NAMESPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
};

type Changes = Readonly<Record<string, string | null>>;

const relations = (...list: readonly (readonly [kind: string, target: string, id?: string])[]): string =>
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  list
    .map(
      ([kind, target, id], i) =>
        `<Relationship Id="${id ?? `rId${i + 1}`}" Type="${RELATION_NAMESPACE}/${kind}" Target="${target}"/>`,
    )
    .join('') +
  '</Relationships>';

const changed = (part: string, change: (xml: string) => string): Changes => ({
  [part]: change(ANNEX_PARTS[part]!),
});
const withOverride = (part: string): Changes =>
  changed(TYPES, (xml) =>
    xml.replace('</Types>', `<Override PartName="${part}" ContentType="application/x"/></Types>`),
  );
const withBook = (relationship: string): Changes =>
  changed('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace('</Relationships>', `${relationship}</Relationships>`),
  );

/** Relationships that lead to nothing, and what else speaks of a part that is not there. */
const DANGLING: readonly [string, Changes][] = [
  [
    'of a worksheet, to its drawings',
    {
      [SHEET_RELATIONS]: relations(
        ['drawing', '../drawings/drawing1.xml'],
        ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ),
    },
  ],
  ['of another worksheet, to notes', { [OTHER_RELATIONS]: relations(['comments', '/xl/comments1.xml']) }],
  [
    'in capital letters',
    {
      [OTHER_RELATIONS]: relations(
        ['drawing', '/XL/Drawings/DRAWING1.XML'],
        ['comments', '../COMMENTS1.xml'],
      ),
    },
  ],
  [
    'in percent-encoding',
    {
      [OTHER_RELATIONS]: relations(
        ['drawing', '../drawings/drawing%31.xml'],
        ['vmlDrawing', '../drawings/vml%44rawing1.vml'],
      ),
    },
  ],
  ['with backslashes and dots', { [OTHER_RELATIONS]: relations(['chart', '.\\..\\charts\\.\\chart1.xml']) }],
  [
    'of the package, to custom XML',
    changed('_rels/.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rId7" Type="${RELATION_NAMESPACE}/customXml" Target="customXml/item1.xml"/></Relationships>`,
      ),
    ),
  ],
  [
    'of the workbook, to a worksheet',
    withBook(
      `<Relationship Id="rId77" Type="${RELATION_NAMESPACE}/worksheet" Target="worksheets/sheet3.xml"/>`,
    ),
  ],
  [
    'of a part that is not there either',
    {
      'xl/charts/_rels/chart1.xml.rels': relations(['image', '../media/image1.png']),
      'xl/worksheets/_rels/sheet3.xml.rels': relations(['drawing', '../drawings/drawing1.xml']),
    },
  ],
  ['of the workbook, to a style sheet', { 'xl/styles.xml': null }],
  ['a content type for notes', withOverride('/xl/comments1.xml')],
  ['a content type in other letters', withOverride('/XL/Drawings/Drawing1.xml')],
  ['a folder of that name', { 'xl/comments1.xml/piece': '<a/>' }],
];

const wrapped = (inside: string): Changes => ({
  [SHEET]: ANNEX_PARTS[SHEET]!.replace('</worksheet>', '<legacyDrawing r:id="rId2"/></worksheet>'),
  [SHEET_RELATIONS]: relations(
    ['comments', '../comments1.xml'],
    ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
  ),
  'xl/comments1.xml':
    '<k:comments xmlns:k="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><k:authors><k:author>李</k:author></k:authors>' +
    '<k:commentList><k:comment ref="A1" authorId="0"><k:text><k:t>请看</k:t></k:text></k:comment></k:commentList></k:comments>',
  [VML]: inside,
});
const declared = (prefixes: Readonly<Record<string, string>>): string =>
  Object.entries(prefixes)
    .map(([prefix, name]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${name}"`)
    .join('');
const { v, o, x } = VML_NAMESPACES;
const NOTE = (id: string, own = '') =>
  `<v:shape${own} id="${id}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;

/** Drawings of notes, all of them well-formed. */
const DRAWINGS: readonly [string, string][] = [
  ['declares its prefixes on the elements inside', `<xml>${NOTE('_x0000_s1025', declared({ v, x }))}</xml>`],
  [
    'has other prefixes',
    `<xml${declared({ a: v, b: o, c: x })}>${NOTE('_x0000_s1025')
      .replace(/(<\/?)v:/g, '$1a:')
      .replace(/(<\/?)x:/g, '$1c:')}</xml>`,
  ],
  [
    'means something else by our prefixes',
    `<xml${declared({ v: o, o: x, x: v })}>${NOTE('_x0000_s1025')
      .replace(/(<\/?)v:/g, '$1t:')
      .replace(/(<\/?)x:/g, '$1o:')
      .replace(/(<\/?)t:/g, '$1x:')}</xml>`,
  ],
  [
    'has a namespace for what has no prefix',
    `<xml${declared({ '': v, v, o, x })}>${NOTE('_x0000_s1025')}</xml>`,
  ],
  ['has a prefixed root', `<q:xml xmlns:q="urn:q"${declared({ v, o, x })}>${NOTE('_x0000_s1025')}</q:xml>`],
  [
    'speaks of its end in a comment',
    `<xml${declared({ v, o, x })}>${NOTE('_x0000_s1025')}<!-- </xml> --></xml>\n<!-- <o:idmap data="9"/> </xml> -->`,
  ],
  [
    'is written as an instruction and an empty root',
    `<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="x"?><xml${declared({ v, o, x })}/>`,
  ],
];

/** What must be so of every reviewed copy. */
async function review(changes: Changes) {
  const file = zipParts({ ...ANNEX_PARTS, ...changes });
  const { copy, dressed } = await reviewedFile(FILE, file);
  const [before, after] = [partsOf(file), partsOf(copy)];
  expect([...before.keys()].filter((name) => !after.has(name))).toEqual([]);
  expect(
    [...after].flatMap(([name, content]) =>
      /\.(xml|rels|vml)$/i.test(name) ? faultsOfXml(content, name) : [],
    ),
  ).toEqual([]);
  const [old, now] = [draftOf(file), draftOf(copy)];
  const added = new Set([...after.keys()].filter((name) => !before.has(name)).map(partKey));
  const spokenFor = [...old.sources(), '']
    .flatMap((source) => old.relationships(source))
    .filter(({ target, external }) => !external && added.has(partKey(target)));
  expect(spokenFor).toEqual([]);
  for (const source of [...now.sources(), '']) {
    const ids = now.relationships(source).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  const { bytes, keptSheets } = await (await open(copy)).saveCleared();
  expect(keptSheets).toEqual([]);
  expect(partsOf(bytes)).toEqual(before);
  return { dressed, after };
}

test.each(DANGLING)('nothing new is tied to what leads nowhere: %s', async (_, changes) => {
  const { dressed } = await review(changes);
  expect(dressed).toMatchObject({ markedCells: expect.any(Number), rollups: [{}, {}, {}, {}, {}] });
  expect(dressed?.markedCells).toBeGreaterThan(0);
});

test.each(DRAWINGS)('boxes of notes go into a drawing that %s', async (_, drawing) => {
  const { dressed, after } = await review(wrapped(drawing));
  expect(dressed?.notes).toBeGreaterThan(0);
  const boxes = after
    .get(VML)!
    .toString()
    .match(/<v:shape[^>]* id="_x0000_s\d+" type="#_x0000_t202" style=/g);
  expect(boxes).toHaveLength(dressed!.notes);
});

test('shape ids are those of no other drawing, though drawings name the same blocks of ids', async () => {
  const drawing = (id: number) =>
    `<xml${declared({ v, o, x })}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${NOTE(`_x0000_s${id}`)}</xml>`;
  const { after } = await review({
    ...wrapped(drawing(1025)),
    [OTHER_RELATIONS]: relations(['vmlDrawing', '../drawings/vmlDrawing2.vml']),
    'xl/drawings/vmlDrawing2.vml': drawing(1026),
    'xl/drawings/unrelated.vml': drawing(2049),
  });
  const ids = [...after]
    .filter(([name]) => name.endsWith('.vml'))
    .flatMap(([, content]) => [...content.toString().matchAll(/id="_x0000_s(\d+)"/g)].map(([, id]) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['a legacy drawing', '<legacyDrawing r:id="rId9"/>'],
  ['a drawing', '<drawing r:id="rId9"/>'],
  ['a picture, in apostrophes', "<picture r:id='rId9'/>"],
  [
    'a format that no style sheet has',
    '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="77" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>',
  ],
])('%s that leads nowhere does not stop the way back', async (_, element) => {
  await review(changed(SHEET, (xml) => xml.replace('</worksheet>', `${element}</worksheet>`)));
});

test('cells whose styles are nowhere do not stop it either', async () => {
  await review(
    changed(SHEET, (xml) =>
      xml.replaceAll('<c r="', '<c s="999" r="').replaceAll(/ s="[^"]*"( r="[^"]*") s="/g, '$1 s="'),
    ),
  );
});

describe('a workbook with a damaged worksheet beside the annex', () => {
  const DAMAGED: readonly [string, Changes][] = [
    ['its XML breaks off', { 'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row>' }],
    ['its relationships are no XML', { [OTHER_RELATIONS]: '<Relationships' }],
    ['it is a text', { 'xl/worksheets/sheet2.xml': '没有了' }],
  ];

  test.each(DAMAGED)('is cleared though %s', async (_, changes) => {
    const file = zipParts({ ...ANNEX_PARTS, ...changes });
    writeFileSync(FILE, file);
    const host = await openFileHost(FILE);
    const [annex] = await host.sheets();
    const range = { firstRow: 4, lastRow: 4, firstColumn: 4, lastColumn: 4 };
    await host.mark(annex!.id, {
      cells: { error: [range], warning: [], info: [] },
      notes: [{ row: 4, column: 4, text: '看' }],
    });
    const copy = await host.save();
    expect(partsOf(copy).get(SHEET)!.includes('annex-reviewer:error')).toBe(true);
    const { bytes, hadTraces } = await (await open(copy)).saveCleared();
    expect(hadTraces).toBe(true);
    expect(partsOf(bytes)).toEqual(partsOf(file));
    // Another program has saved it, so that the record is of no more use.
    const touched = zipParts({
      ...Object.fromEntries(partsOf(copy)),
      'docProps/app.xml': '<a/>',
      [SHEET]: `${partsOf(copy).get(SHEET)!.toString()}\n`,
    });
    const again = await (await open(touched)).saveCleared();
    expect([...partsOf(again.bytes)].filter(([, content]) => content.includes('annex-reviewer'))).toEqual([]);
    expect(partsOf(again.bytes).get('xl/worksheets/sheet2.xml')).toEqual(
      partsOf(file).get('xl/worksheets/sheet2.xml'),
    );
  });

  test('which is named', async () => {
    const [, changes] = DAMAGED[0]!;
    const { damagedSheets } = await (await open(zipParts({ ...ANNEX_PARTS, ...changes }))).saveCleared();
    expect(damagedSheets).toEqual(['其他']);
    expect(damagedSheets).not.toContain(ANNEX_SHEET);
  });
});

describe('a file that was edited and nothing else', () => {
  const cell = { row: 4, column: 3 };
  const edit = (after: number) => ({
    ...cell,
    expectedBefore: { value: 100, formula: null },
    after: { value: after },
  });

  test('carries no part of ours', async () => {
    const host = await open(zipParts({ ...ANNEX_PARTS }));
    const [annex] = await host.sheets();
    await host.edit(annex!.id, [edit(130)]);
    const saved = await host.save();
    expect([...partsOf(saved).keys()].sort()).toEqual(Object.keys(ANNEX_PARTS).sort());
    for (const part of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])
      expect(partsOf(saved).get(part)!.toString()).toBe(ANNEX_PARTS[part]);
    expect((await (await open(saved)).saveCleared()).hadTraces).toBe(false);
  });
});

test.each(['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/_rels/workbook.xml.rels', SHEET, TYPES])(
  'a part that lies in the zip under two spellings keeps both, with one content: %s',
  async (name) => {
    const spelt = name.toUpperCase();
    const { copy } = await reviewedFile(FILE, zipParts({ ...ANNEX_PARTS, [spelt]: ANNEX_PARTS[name]! }));
    const parts = partsOf(copy);
    expect(parts.get(spelt)).toEqual(parts.get(name));
    const cleared = await (await open(copy)).saveCleared();
    for (const one of [name, spelt])
      expect(partsOf(cleared.bytes).get(one)!.toString()).toBe(ANNEX_PARTS[name]);
  },
);

test('a style sheet that the workbook names no longer counts for cells that are edited', async () => {
  const relations = changed('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(/<Relationship [^>]*styles[^>]*>/, ''),
  );
  const host = await open(zipParts({ ...ANNEX_PARTS, ...relations }));
  const [sheet] = await host.sheets();
  const cell = { row: 4, column: 3, expectedBefore: { value: 100, formula: null } };
  await host.edit(sheet!.id, [{ ...cell, after: { value: 130 }, numberFormat: '0.000' }]);
  const parts = partsOf(await host.save());
  expect(parts.get('xl/styles.xml')!.toString()).toContain('formatCode="0.000"');
  expect(parts.get('xl/_rels/workbook.xml.rels')!.toString()).toContain('Target="styles.xml"');
  expect([...parts.keys()].sort()).toEqual(Object.keys(ANNEX_PARTS).sort());
});
