import { FileHost } from '../../src/host/file/file-host';
import { OWN_SIGNATURE } from '../../src/host/file/own-signature';
import { deflateWithZlib } from '../../src/host/file/zlib-deflate';
import { inflateWithZlib } from '../../src/host/file/zlib-inflate';
import { openWorkbook, WorkbookDraft, WorkbookPatch } from '../../src/xlsx';
import { shownFormula, storedFormula } from '../../src/xlsx/newer-functions';
import { draftOf } from '../support/xlsx/edited-package';
import { buildXlsx } from '../support/xlsx/xlsx-builder';
import { definedNames } from '../../src/xlsx/write/sheets/defined-names';

const options = { inflate: inflateWithZlib, signature: OWN_SIGNATURE };

describe('newer functions and parameters have their prefixes in files and none on the screen', () => {
  test.each([
    ['one', '=IFNA(A1,0)', '=_xlfn.IFNA(A1,0)'],
    ['in small letters', 'ifna(A1,0)', '_xlfn.ifna(A1,0)'],
    ['one inside another', 'IF(A1>0,IFS(B1,1,TRUE,MAXIFS(C:C,D:D,1)))', null],
    [
      'one with two prefixes',
      'SORT(FILTER(A1:A9,B1:B9>0))',
      '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))',
    ],
    ['names with points', 'STDEV.S(A:A)/RANK.EQ(A1,A:A)', '_xlfn.STDEV.S(A:A)/_xlfn.RANK.EQ(A1,A:A)'],
    ['names of LET', 'LET(率,A1/B1,率*2)', '_xlfn.LET(_xlpm.率,A1/B1,_xlpm.率*2)'],
    [
      'a name of LET that is a column too',
      'LET(a,1,$A$1+A:A+a+A1)',
      '_xlfn.LET(_xlpm.a,1,$A$1+A:A+_xlpm.a+A1)',
    ],
    [
      'a list among the values of LET',
      'LET(x,{1,2},y,3,x+y)',
      '_xlfn.LET(_xlpm.x,{1,2},_xlpm.y,3,_xlpm.x+_xlpm.y)',
    ],
    [
      'a function that LET names',
      'LET(f,LAMBDA(x,x+1),f(2))',
      '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1),_xlpm.f(2))',
    ],
    [
      'a value of LET named as a function',
      'LET(sum,1,SUM(A1:A2)+sum)',
      '_xlfn.LET(_xlpm.sum,1,SUM(A1:A2)+_xlpm.sum)',
    ],
    [
      'parameters of LAMBDA',
      'MAP(A1:A3,LAMBDA(v,ROUND(v,2)))',
      '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,ROUND(_xlpm.v,2)))',
    ],
    [
      'those that may be left out',
      'LAMBDA(x,[y],IF(ISOMITTED(y),x,y))',
      '_xlfn.LAMBDA(_xlpm.x,_xlop.y,IF(_xlfn.ISOMITTED(_xlpm.y),_xlpm.x,_xlpm.y))',
    ],
    ['a name used outside its LET too', 'x+LET(x,1,x)', 'x+_xlfn.LET(_xlpm.x,1,_xlpm.x)'],
    ['a picture of WPS', '=DISPIMG("ID_1",1)', '=_xlfn.DISPIMG("ID_1",1)'],
    [
      'beside quoted sheets',
      'IFNA(\'IFNA(1)\'!A1,"CONCAT(""x"")")',
      '_xlfn.IFNA(\'IFNA(1)\'!A1,"CONCAT(""x"")")',
    ],
    [
      'behind an open bracket',
      'IFNA([1]甲!A1,表[[#This Row],[CONCAT(]])',
      '_xlfn.IFNA([1]甲!A1,表[[#This Row],[CONCAT(]])',
    ],
  ])('%s', (_, shown, stored) => {
    const expected = stored ?? 'IF(A1>0,_xlfn.IFS(B1,1,TRUE,_xlfn.MAXIFS(C:C,D:D,1)))';
    expect(storedFormula(shown)).toBe(expected);
    expect(shownFormula(expected)).toBe(shown);
    // Nothing is given a second prefix.
    expect(storedFormula(expected)).toBe(expected);
  });

  test.each([
    ['functions as old as the format', 'SUM(A1)+IFERROR(B1,0)+VLOOKUP(1,A:B,2)+NETWORKDAYS.INTL(A1,B1)'],
    ['texts', '"IFNA(1,2)"&"LET(x,1,x)"'],
    ['an unfinished text', '"IFNA(1,2)'],
    ["functions of the user's own", '核对(A1)+CONCATX(A1)+MYIFNA(1)+Sheet1!CONCAT(A1)+[1]!IFNA(A1)'],
    ['worksheets named as functions', 'IFNA!A1+SUM(CONCAT!A1:B2)'],
    ['names that are no calls', 'CONCAT+IFNA*2'],
    ['functions that are not known', '_xlfn.STRANGE(A1)+_xlfn.ANCHORARRAY(A1)+_xlfn.SINGLE(A1:A3)'],
    ['prefixes within texts', '"_xlfn.IFNA("&A1'],
    ['a bracket left open', '[['.repeat(9) + 'a'],
    ['nothing', ''],
  ])('%s stay', (_, formula) => {
    expect(storedFormula(formula)).toBe(formula);
    expect(shownFormula(formula)).toBe(formula);
  });

  test('what is half written in one way and half in the other comes out whole', () => {
    expect(storedFormula('LET(x,_xlfn.IFNA(A1,0),_xlpm.x+_xlfn.SORT(x))')).toBe(
      '_xlfn.LET(_xlpm.x,_xlfn.IFNA(A1,0),_xlpm.x+_xlfn._xlws.SORT(_xlpm.x))',
    );
  });

  test.each(['[', '[[a]', '(', 'LET(', '"', "'", '_xlfn.', "['"])(
    'a formula of nothing but %s is taken as it is, however long',
    (piece) => {
      const formula = `_xlfn.${piece.repeat(30_000)}`;
      expect(shownFormula(formula)).toHaveLength(formula.length);
      expect(storedFormula(formula)).toHaveLength(formula.length);
    },
  );
});

function textOf(bytes: Uint8Array, part: string): string {
  return draftOf(bytes).xml(part).text;
}

const WORKSHEET = 'xl/worksheets/sheet1.xml';

describe('whatever writes a formula writes it as files do', () => {
  test('an edit of a cell, which is read again as it was given', async () => {
    const before = buildXlsx({ sheets: [{ rows: [[1, { formula: '=_xlfn.IFNA(A1,0)', value: 1 }]] }] });
    const draft = WorkbookDraft.open(before, options);
    const host = new FileHost('自评表.xlsx', draft);
    const { id } = (await host.sheets())[0]!;
    expect((await host.read(id)).formulas[0]).toEqual([null, '=IFNA(A1,0)']);
    const edit = {
      row: 0,
      column: 1,
      after: { formula: '=LET(x,IFS(A1>0,A1),x*2)' },
      expectedBefore: { value: 1, formula: '=IFNA(A1,0)' },
    };
    const [applied] = await host.edit(id, [edit]);
    expect(applied).toMatchObject({ now: { formula: '=LET(x,IFS(A1>0,A1),x*2)' } });
    const after = draft.save(deflateWithZlib);
    expect(textOf(after, WORKSHEET)).toContain('<f>_xlfn.LET(_xlpm.x,_xlfn.IFS(A1&gt;0,A1),_xlpm.x*2)</f>');
  });

  test('those that share a formula with a cell that is changed keep theirs', async () => {
    const before = buildXlsx({ sheets: [{ rows: [[1]] }] });
    const shared = draftOf(before);
    shared.replace(
      WORKSHEET,
      new TextEncoder().encode(
        textOf(before, WORKSHEET).replace(
          /<sheetData>.*<\/sheetData>/s,
          '<sheetData><row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">_xlfn.IFNA(B1,0)</f><v>0</v></c></row>' +
            '<row r="2"><c r="A2"><f t="shared" si="0"/><v>0</v></c></row></sheetData>',
        ),
      ),
    );
    const draft = WorkbookDraft.open(shared.write(deflateWithZlib), options);
    const host = new FileHost('自评表.xlsx', draft);
    const { id } = (await host.sheets())[0]!;
    const edit = {
      row: 0,
      column: 0,
      after: { value: 3 },
      expectedBefore: { value: 0, formula: '=IFNA(B1,0)' },
    };
    await host.edit(id, [edit]);
    expect(textOf(draft.save(deflateWithZlib), WORKSHEET)).toContain('<f>_xlfn.IFNA(B2,0)</f>');
  });

  test('conditional formats and defined names, which are found again by what programs show', () => {
    const range = { firstRow: 0, firstColumn: 0, lastRow: 1, lastColumn: 1 };
    const highlight = { ranges: [range], formula: 'XOR(A1,TRUE)' };
    const nothing = { removedHighlights: [], addedHighlights: [], removedNotes: [], addedNotes: [] };
    const patch = WorkbookPatch.open(buildXlsx({ sheets: [{ rows: [[1]] }] }), options);
    const { id } = patch.sheets[0]!;
    patch.layOver(id, { ...nothing, addedHighlights: [{ ...highlight, fill: '#FF0000' }] });
    patch.setName({ name: '加一', refersTo: 'LAMBDA(x,x+1)', localSheet: null, hidden: false });
    const bytes = patch.save(deflateWithZlib);
    expect(textOf(bytes, WORKSHEET)).toContain('<formula>_xlfn.XOR(A1,TRUE)</formula>');
    expect(textOf(bytes, 'xl/workbook.xml')).toContain('>_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)<');
    expect(definedNames(draftOf(bytes), 'xl/workbook.xml')).toMatchObject([{ refersTo: 'LAMBDA(x,x+1)' }]);

    const again = WorkbookPatch.open(bytes, options);
    expect(again.layOver(id, { ...nothing, removedHighlights: [highlight] })).toBe(true);
    expect(textOf(again.save(deflateWithZlib), WORKSHEET)).not.toContain('conditionalFormatting');
  });

  test('cells of a workbook that is saved', () => {
    const patch = WorkbookPatch.open(buildXlsx({ sheets: [{ rows: [[1]] }] }), options);
    patch.editCells(patch.sheets[0]!.id, [{ row: 0, column: 0, content: { formula: '=MAXIFS(B:B,A:A,1)' } }]);
    const after = patch.save(deflateWithZlib);
    expect(textOf(after, WORKSHEET)).toContain('<f>_xlfn.MAXIFS(B:B,A:A,1)</f>');
    expect(openWorkbook(after, options).readSheet(0).formulas).toEqual([['=MAXIFS(B:B,A:A,1)']]);
  });
});
