import { addNotes, notesIn, removeNotes, type NoteText } from '../../../../src/xlsx/write/notes';
import type { PackageDraft } from '../../../../src/xlsx/package/package-draft';
import { parseXml } from '../../../support/xlsx/xml-tree';
import { draftOf, frameOf, MAIN, OFFICE, RELATIONS, relations, SHEET, textOf, wellFormed } from './drafts';
import { BUTTON, excelDrawing, excelNote, libreOfficeDrawing, utf16 } from './vml-samples';

const COMMENTS = 'xl/comments1.xml';
const DRAWING = 'xl/drawings/vmlDrawing1.vml';
const CELLS = { text: '<sheetData/>' };
const LEGACY = '<legacyDrawing r:id="rId2"/>';
const BOTH = relations(['comments', '../comments1.xml'], ['vmlDrawing', '../drawings/vmlDrawing1.vml']);
const isOurs = (text: string) => text.startsWith('[Own]');

const note = (row: number, column: number, text = '[Own]\nwhat is wrong'): NoteText => ({
  row,
  column,
  text,
});
const add = (draft: PackageDraft, frame: string, notes: readonly NoteText[], author = 'Own') =>
  addNotes(draft, SHEET, { frame, cells: CELLS }, notes, author);
const comments = (list: string, authors = '<author>Li</author>') =>
  `<?xml version="1.0"?>\n<comments xmlns="${MAIN}"><authors>${authors}</authors><commentList>${list}</commentList></comments>`;
const comment = (ref: string, text: string, authorId = 0) =>
  `<comment ref="${ref}" authorId="${authorId}"><text><t>${text}</t></text></comment>`;
/** What a draft changed, by part. */
const contents = (draft: PackageDraft) =>
  Object.fromEntries(
    [...draft.changes()].map(([name, bytes]) => [name, bytes && new TextDecoder('latin1').decode(bytes)]),
  );
/** Ids of all shapes of a drawing. */
const shapeIds = (vml: string) =>
  [...vml.matchAll(/<v:shape\s[^>]*?id="_x0000_s(\d+)"/g)].map(([, id]) => Number(id));

describe('a sheet without notes', () => {
  test('gets both parts, declared and related', () => {
    const draft = draftOf();
    const added = add(draft, frameOf('<pageMargins/><drawing r:id="rId9"/><tableParts/>'), [
      note(1, 2),
      note(0, 0),
    ]);
    expect(added).toEqual({
      frame: frameOf('<pageMargins/><drawing r:id="rId9"/><legacyDrawing r:id="rId2"/><tableParts/>'),
      written: 2,
      leftOut: 0,
    });
    expect(draft.contentType(COMMENTS)).toMatch(/spreadsheetml\.comments\+xml$/);
    expect(draft.contentType(DRAWING)).toBe('application/vnd.openxmlformats-officedocument.vmlDrawing');
    expect(textOf(draft, RELATIONS)).toContain(BOTH.slice(BOTH.indexOf('<Relationship ')));
    expect(notesIn(draft, SHEET)).toEqual([
      { ...note(1, 2), author: 'Own' },
      { ...note(0, 0), author: 'Own' },
    ]);
    const vml = parseXml(textOf(draft, DRAWING));
    expect(vml.all('v:shapetype')).toHaveLength(1);
    expect(vml.all('o:idmap')[0]!.attributes['data']).toBe('1');
    expect(vml.all('v:shape').map(({ attributes }) => attributes['id'])).toEqual([
      '_x0000_s1025',
      '_x0000_s1026',
    ]);
    for (const shape of vml.all('v:shape')) expect(shape.attributes['style']).toContain('visibility:hidden');
    expect(vml.all('x:Row').map(({ text }) => text)).toEqual(['1', '0']);
    expect(vml.all('x:Column').map(({ text }) => text)).toEqual(['2', '0']);
  });

  test('the first line is bold, the rest is not', () => {
    const draft = draftOf();
    add(draft, frameOf(), [
      note(0, 0, '[Own]\r\n a < b & "c"\n\u0001_x0041_ '),
      note(1, 0, 'one line'),
      note(2, 0, '\nx'),
    ]);
    const runs = parseXml(textOf(draft, COMMENTS))
      .all('comment')
      .map((one) => one.all('r').map((run) => [run.all('b').length, run.all('t')[0]!.text]));
    expect(runs).toEqual([
      [
        [1, '[Own]'],
        [0, 'a < b & "c"\n_x0001__x005F_x0041_'],
      ],
      [[1, 'one line']],
      [[0, 'x']],
    ]);
    expect(notesIn(draft, SHEET).map(({ text }) => text)).toEqual([
      '[Own]\n a < b & "c"\n\u0001_x0041_ ',
      'one line',
      '\nx',
    ]);
  });

  test.each<[string, string, string]>([
    ['as long as can be', `[Own]\n${'字'.repeat(32_761)}`, `[Own]\n${'字'.repeat(32_761)}`],
    ['too long', `[Own]\n${'字'.repeat(32_762)}`, `[Own]\n${'字'.repeat(32_760)}…`],
    ['too long, cut in a pair', `[Own]\n${'𠮷'.repeat(20_000)}`, `[Own]\n${'𠮷'.repeat(16_380)}…`],
    ['of one line too long', '字'.repeat(40_000), `${'字'.repeat(32_766)}…`],
  ])('a text %s', (_, text, expected) => {
    const draft = draftOf();
    add(draft, frameOf(), [note(0, 0, text)]);
    expect(notesIn(draft, SHEET).map((one) => one.text === expected)).toEqual([true]);
  });

  test.each<[string, string, string]>([
    [
      'by the prefix the sheet declares',
      frameOf('', `xmlns="${MAIN}" xmlns:rel="${OFFICE}"`),
      '<legacyDrawing rel:id="rId2"/>',
    ],
    [
      'by one it declares itself where the sheet declares none',
      frameOf('', `xmlns="${MAIN}"`),
      `<legacyDrawing xmlns:r="${OFFICE}" r:id="rId2"/>`,
    ],
    [
      'with the prefix of the sheet',
      `<x:worksheet xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:sheetData><?cells?></x:sheetData></x:worksheet>`,
      '<x:legacyDrawing r:id="rId2"/>',
    ],
  ])('the drawing is named %s', (_, frame, expected) => {
    const added = add(draftOf(), frame, [note(0, 0)]);
    expect(wellFormed(added.frame)).toBe(frame.replace(/(?=<\/(?:x:)?worksheet>)/, expected));
  });

  test('strict workbooks get strict relationships and elements', () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const draft = draftOf();
    const attributes = `xmlns="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships"`;
    expect(add(draft, frameOf('', attributes), [note(0, 0)]).frame).toBe(frameOf(LEGACY, attributes));
    expect(textOf(draft, RELATIONS)).toContain(`Type="${strict}/officeDocument/relationships/comments"`);
    expect(textOf(draft, RELATIONS)).toContain(`Type="${strict}/officeDocument/relationships/vmlDrawing"`);
    expect(textOf(draft, COMMENTS)).toContain(`<comments xmlns="${strict}/spreadsheetml/main">`);
  });

  test('three thousand notes have ids of their own in as many blocks as they need, none of another sheet', () => {
    const draft = draftOf({
      'xl/worksheets/_rels/sheet2.xml.rels': relations(['vmlDrawing', '../drawings/vmlDrawing7.vml']),
      'xl/drawings/vmlDrawing7.vml': excelDrawing(excelNote(2049, 0, 0), '1,2'),
    });
    const notes = Array.from({ length: 3000 }, (_, i) => note(i, i % 20));
    expect(add(draft, frameOf(), notes).written).toBe(3000);
    const vml = textOf(draft, DRAWING);
    expect(vml).toContain('data="3,4,5"');
    const ids = shapeIds(vml);
    expect(new Set(ids).size).toBe(3000);
    for (const id of ids) {
      expect([3, 4, 5]).toContain(Math.floor(id / 1024));
      expect(id % 1024).toBeGreaterThan(0);
    }
    expect(notesIn(draft, SHEET)).toHaveLength(3000);
    expect(removeNotes(draft, SHEET, frameOf(LEGACY), isOurs)).toEqual({ frame: frameOf(), removed: 3000 });
  });

  test('what is removed leaves every part as it was', () => {
    const packages: readonly Record<string, string>[] = [
      {},
      { [RELATIONS]: relations(['hyperlink', '../x.xml']) },
    ];
    for (const parts of packages) {
      const draft = draftOf(parts);
      const before = draftOf(parts);
      const frame = frameOf('\n <pageMargins/>\n');
      const added = add(draft, frame, [note(0, 0), note(3, 3)]);
      expect(removeNotes(draft, SHEET, added.frame, isOurs)).toEqual({ frame, removed: 2 });
      for (const [name, bytes] of draft.changes()) {
        expect([name, bytes]).toEqual([name, before.has(name) ? before.bytes(name) : null]);
      }
    }
  });
});

describe('a sheet with notes', () => {
  const parts = {
    [RELATIONS]: BOTH,
    [COMMENTS]: comments(comment('B1', 'mine')),
    [DRAWING]: excelDrawing(excelNote(1025, 0, 1)),
  };

  test('keeps them and gets ours behind them', () => {
    const draft = draftOf(parts);
    const frame = frameOf(LEGACY);
    expect(add(draft, frame, [note(0, 0), note(0, 1), note(0, 0), note(4, 4)])).toEqual({
      frame,
      written: 2,
      leftOut: 2,
    });
    expect(notesIn(draft, SHEET)).toEqual([
      { row: 0, column: 1, text: 'mine', author: 'Li' },
      { ...note(0, 0), author: 'Own' },
      { ...note(4, 4), author: 'Own' },
    ]);
    wellFormed(textOf(draft, COMMENTS));
    const vml = textOf(draft, DRAWING);
    expect(vml.startsWith(parts[DRAWING].slice(0, -'</xml>'.length))).toBe(true);
    expect(vml.endsWith('</v:shape></xml>')).toBe(true);
    expect(shapeIds(vml)).toEqual([1025, 1026, 1027]);
    expect(vml.match(/<v:shapetype/g)).toHaveLength(1);
    expect([...draft.changes().keys()].sort()).toEqual([COMMENTS, DRAWING]);

    expect(removeNotes(draft, SHEET, frame, isOurs)).toEqual({ frame, removed: 2 });
    expect(textOf(draft, COMMENTS)).toBe(parts[COMMENTS]);
    expect(textOf(draft, DRAWING)).toBe(parts[DRAWING]);
  });

  test('an author who is there is not entered again, and stays where others are his', () => {
    const draft = draftOf({
      ...parts,
      [COMMENTS]: comments(comment('B1', 'mine', 1), '<author/><author>Own</author>'),
    });
    add(draft, frameOf(LEGACY), [note(0, 0)]);
    expect(textOf(draft, COMMENTS).match(/<author>Own<\/author>/g)).toHaveLength(1);
    removeNotes(draft, SHEET, frameOf(LEGACY), isOurs);
    expect(textOf(draft, COMMENTS)).toContain('<authors><author/><author>Own</author></authors>');
  });

  test('an author in the middle stays: others are known by their place', () => {
    const list = comment('A1', '[Own]', 0) + comment('B1', 'mine', 1);
    const draft = draftOf({
      ...parts,
      [COMMENTS]: comments(list, '<author>Own</author><author>Li</author>'),
    });
    expect(removeNotes(draft, SHEET, frameOf(LEGACY), isOurs).removed).toBe(1);
    expect(textOf(draft, COMMENTS)).toBe(
      comments(comment('B1', 'mine', 1), '<author>Own</author><author>Li</author>'),
    );
  });

  test.each([
    ['self-closed lists', '<authors/><commentList/>'],
    ['no lists', ''],
    ['no authors', '<commentList></commentList>'],
    ['no list of notes', '<authors><author>Li</author></authors><extLst/>'],
  ])('a comments part with %s is completed', (_, inside) => {
    for (const whole of [
      `<x:comments xmlns:x="${MAIN}">${inside.replace(/<(\/?)(?=\w)/g, '<$1x:')}</x:comments>`,
      `<comments xmlns="${MAIN}">${inside}</comments>`,
    ]) {
      const draft = draftOf({ ...parts, [COMMENTS]: whole });
      expect(add(draft, frameOf(LEGACY), [note(2, 2)]).written).toBe(1);
      const written = parseXml(textOf(draft, COMMENTS)).children[0]!;
      expect(written.children.map(({ name }) => name.replace('x:', '')).slice(0, 2)).toEqual([
        'authors',
        'commentList',
      ]);
      expect(notesIn(draft, SHEET)).toEqual([{ ...note(2, 2), author: 'Own' }]);
    }
  });

  test('a self-closed comments part is opened', () => {
    const draft = draftOf({ ...parts, [COMMENTS]: `<comments xmlns="${MAIN}"/>` });
    expect(add(draft, frameOf(LEGACY), [note(2, 2)]).written).toBe(1);
    expect(notesIn(draft, SHEET)).toHaveLength(1);
    wellFormed(textOf(draft, COMMENTS));
  });

  test('cells of conversations are left alone', () => {
    const draft = draftOf({
      [RELATIONS]: relations(['threadedComment', '../threadedComments/threadedComment1.xml']),
      'xl/threadedComments/threadedComment1.xml':
        '<ThreadedComments><threadedComment ref="C3" id="{1}"><text>hello</text></threadedComment></ThreadedComments>',
    });
    expect(add(draft, frameOf(), [note(2, 2), note(2, 3)])).toMatchObject({ written: 1, leftOut: 1 });
    expect(notesIn(draft, SHEET)).toEqual([{ ...note(2, 3), author: 'Own' }]);
  });

  test('cells that no sheet has are left out', () => {
    const draft = draftOf();
    const impossible = [note(-1, 0), note(0, 16384), note(1048576, 0), note(0.5, 0)];
    expect(add(draft, frameOf(), impossible)).toEqual({ frame: frameOf(), written: 0, leftOut: 4 });
    expect(draft.changes().size).toBe(0);
  });

  test('notes without a drawing get one; a drawing without notes gets their part', () => {
    const undrawn = draftOf({
      [RELATIONS]: relations(['comments', '../comments1.xml']),
      [COMMENTS]: parts[COMMENTS],
    });
    expect(add(undrawn, frameOf(), [note(0, 0)]).frame).toBe(frameOf(LEGACY));
    expect(notesIn(undrawn, SHEET)).toHaveLength(2);

    const buttons = {
      [RELATIONS]: relations(['vmlDrawing', '../drawings/vmlDrawing1.vml']),
      [DRAWING]: excelDrawing(BUTTON, '1', ''),
    };
    const draft = draftOf(buttons);
    const frame = frameOf('<legacyDrawing r:id="rId1"/>');
    expect(add(draft, frame, [note(0, 0)])).toEqual({ frame, written: 1, leftOut: 0 });
    expect(shapeIds(textOf(draft, DRAWING))).toEqual([1026, 1025]);
    expect(removeNotes(draft, SHEET, frame, isOurs)).toEqual({ frame, removed: 1 });
    expect(textOf(draft, DRAWING)).toBe(buttons[DRAWING]);
    expect(textOf(draft, RELATIONS)).toBe(buttons[RELATIONS]);
    expect(draft.has(COMMENTS)).toBe(false);
  });

  test('blocks of ids are added where the drawing has too few', () => {
    const full = Array.from({ length: 1022 }, (_, i) => excelNote(1025 + i, 9000, 9)).join('');
    const draft = draftOf({ ...parts, [DRAWING]: excelDrawing(full, '1') });
    add(draft, frameOf(LEGACY), [note(0, 0), note(0, 2), note(0, 3)]);
    const vml = textOf(draft, DRAWING);
    expect(vml).toContain('data="1,2"');
    expect(shapeIds(vml).slice(-3)).toEqual([2047, 2049, 2050]);
  });

  test('a drawing in UTF-16 stays in UTF-16', () => {
    const draft = draftOf({ ...parts, [DRAWING]: utf16(excelDrawing(excelNote(1025, 0, 1))) });
    expect(add(draft, frameOf(LEGACY), [note(0, 0)]).written).toBe(1);
    const text = Buffer.from(draft.bytes(DRAWING)).toString('utf16le');
    expect(text.slice(0, 6)).toBe('\ufeff<xml ');
    expect(shapeIds(text)).toEqual([1025, 1026]);
    removeNotes(draft, SHEET, frameOf(LEGACY), isOurs);
    expect(draft.bytes(DRAWING)).toEqual(utf16(excelDrawing(excelNote(1025, 0, 1))));
  });

  test('bytes of a drawing in another encoding stay what they are', () => {
    const [before, after] = excelDrawing('@@').split('@@');
    const bytes = new Uint8Array([
      ...Buffer.from(before!),
      0x80,
      0x9f,
      0xd6,
      0xd0,
      0xff,
      ...Buffer.from(after!),
    ]);
    const draft = draftOf({ ...parts, [DRAWING]: bytes });
    add(draft, frameOf(LEGACY), [note(0, 0)]);
    expect(draft.bytes(DRAWING).subarray(0, bytes.length - 6)).toEqual(bytes.subarray(0, -6));
  });
});

describe('files that other programs saved again', () => {
  test('LibreOffice: runs split, one id for all shapes', () => {
    const split =
      '<comment ref="A2" authorId="0"><text><r><rPr><sz val="11"/></rPr><t xml:space="preserve">[O</t></r>' +
      '<r><t xml:space="preserve">wn]&#10;</t></r><r><t>wrong</t></r></text></comment>';
    const draft = draftOf({
      [RELATIONS]: BOTH,
      [COMMENTS]: comments(split + comment('B1', 'mine'), '<author> </author>'),
      [DRAWING]: libreOfficeDrawing([1, 0], [0, 1]),
    });
    const frame = frameOf(LEGACY);
    expect(notesIn(draft, SHEET)[0]!.text).toBe('[Own]\nwrong');
    expect(add(draft, frame, [note(5, 5)]).written).toBe(1);
    expect(removeNotes(draft, SHEET, frame, isOurs)).toEqual({ frame, removed: 2 });
    expect(textOf(draft, COMMENTS)).toBe(comments(comment('B1', 'mine'), '<author> </author>'));
    expect(textOf(draft, DRAWING).match(/<x:Row>\d+<\/x:Row>/g)).toEqual(['<x:Row>0</x:Row>']);
    expect(removeNotes(draft, SHEET, frame, () => true)).toEqual({ frame: frameOf(), removed: 1 });
    expect([draft.has(COMMENTS), draft.has(DRAWING), draft.has(RELATIONS)]).toEqual([false, false, false]);
  });

  test('Excel: other order of attributes, lines in the drawing', () => {
    const ours =
      '<comment shapeId="0" authorId="1" xr:uid="{1}" ref="A1"><text><r><t>[Own]</t></r></text><mc:AlternateContent/></comment>';
    const draft = draftOf({
      [RELATIONS]: BOTH,
      [COMMENTS]: comments(ours + comment('B1', 'mine'), '<author>Li</author><author>Own</author>'),
      [DRAWING]: excelDrawing(excelNote(1025, 0, 0) + BUTTON + excelNote(1027, 0, 1)),
    });
    expect(removeNotes(draft, SHEET, frameOf(LEGACY), isOurs)).toEqual({
      frame: frameOf(LEGACY),
      removed: 1,
    });
    expect(textOf(draft, COMMENTS)).toBe(comments(comment('B1', 'mine')));
    expect(textOf(draft, DRAWING)).toBe(excelDrawing(BUTTON + excelNote(1027, 0, 1)));
  });

  test('nothing of ours is there', () => {
    const draft = draftOf({
      [RELATIONS]: BOTH,
      [COMMENTS]: comments(comment('A1', 'mine')),
      [DRAWING]: excelDrawing(''),
    });
    expect(removeNotes(draft, SHEET, frameOf(LEGACY), isOurs)).toEqual({
      frame: frameOf(LEGACY),
      removed: 0,
    });
    expect(removeNotes(draftOf(), SHEET, frameOf(), isOurs)).toEqual({ frame: frameOf(), removed: 0 });
    expect(draft.changes().size).toBe(0);
  });
});

describe('what is in no fit state is left as it is', () => {
  const sound = {
    [RELATIONS]: BOTH,
    [COMMENTS]: comments(comment('B1', '[Own]')),
    [DRAWING]: excelDrawing(excelNote(1025, 0, 1)),
  };
  test.each<[string, Record<string, string | null>, string]>([
    ['the comments part is missing', { [COMMENTS]: null }, frameOf(LEGACY)],
    ['the sheet names something else as its drawing', {}, frameOf('<legacyDrawing r:id="rId1"/>')],
    ['the sheet names two drawings', {}, frameOf(LEGACY + LEGACY)],
    [
      'the drawing is an alternative',
      {},
      frameOf(`<mc:AlternateContent><mc:Choice>${LEGACY}</mc:Choice></mc:AlternateContent>`),
    ],
    [
      'two comments parts',
      {
        [RELATIONS]: BOTH.replace(
          '<Relationship ',
          `<Relationship Id="rId5" Type="${OFFICE}/comments" Target="../comments1.xml"/>$&`,
        ),
      },
      frameOf(LEGACY),
    ],
    [
      'the comments part is outside',
      { [RELATIONS]: BOTH.replace('<Relationship ', '$&TargetMode="External" ') },
      frameOf(LEGACY),
    ],
    [
      'another sheet has the comments part too',
      { 'xl/worksheets/_rels/sheet2.xml.rels': relations(['comments', '/XL/comments1.xml']) },
      frameOf(LEGACY),
    ],
    [
      'another sheet has the drawing too',
      { 'xl/worksheets/_rels/sheet2.xml.rels': relations(['vmlDrawing', '../drawings/vmlDrawing1.vml']) },
      frameOf(LEGACY),
    ],
    ['the comments part is malformed', { [COMMENTS]: '<comments><commentList>' }, frameOf(LEGACY)],
  ])('%s', (_, change, frame) => {
    const draft = draftOf({ ...sound, ...change });
    expect(add(draft, frame, [note(0, 0), note(5, 5)])).toEqual({ frame, written: 0, leftOut: 2 });
    expect(removeNotes(draft, SHEET, frame, isOurs)).toEqual({ frame, removed: 0 });
    expect(contents(draft)).toEqual({});
  });

  test.each<[string, Record<string, string | null>, string]>([
    ['is missing', { [DRAWING]: null }, frameOf(LEGACY)],
    ['is not related', {}, frameOf('<legacyDrawing r:id="rId7"/>')],
  ])('where the drawing that a sheet names %s, notes are taken off, but none put on', (_, change, frame) => {
    const draft = draftOf({ ...sound, ...change });
    expect(add(draft, frame, [note(0, 0)])).toEqual({ frame, written: 0, leftOut: 1 });
    expect(contents(draft)).toEqual({});
    expect(removeNotes(draft, SHEET, frame, isOurs)).toEqual({ frame, removed: 1 });
    expect(draft.has(COMMENTS)).toBe(false);
  });

  test.each<[string, string]>([
    ['does not end', excelDrawing(excelNote(1025, 0, 1)).replace('</xml>', '')],
    ['declares a document type', `<!DOCTYPE xml [<!ENTITY v "w">]>${excelDrawing('')}`],
    ['goes on behind its end', `${excelDrawing('')}<more/>`],
    ['is empty', ''],
  ])('the drawing %s', (_, drawing) => {
    const draft = draftOf({ ...sound, [DRAWING]: drawing });
    expect(add(draft, frameOf(LEGACY), [note(0, 0)])).toMatchObject({ written: 0, leftOut: 1 });
    expect(draft.changes().size).toBe(0);
  });

  test('a damaged conversation may hide which cells are taken', () => {
    const draft = draftOf({
      [RELATIONS]: relations(['threadedComment', '../t.xml']),
      'xl/t.xml': '<ThreadedComments>',
    });
    expect(add(draft, frameOf(), [note(0, 0)])).toMatchObject({ written: 0, leftOut: 1 });
  });

  test('damage to another sheet is no reason', () => {
    const draft = draftOf({ 'xl/worksheets/_rels/sheet2.xml.rels': '<' });
    expect(add(draft, frameOf(), [note(0, 0)]).written).toBe(1);
  });
});
