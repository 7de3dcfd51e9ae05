import { DECLARATION, NS, officeRelation, spreadsheetType } from './namespaces';
import type { RichDraft } from './rich-draft';
import { WORKBOOK_PART } from './rich-draft';
import { STYLE } from './styles';

/** Formulas of every kind, and cells of every type. */
export function addFormulas(draft: RichDraft): void {
  const { pkg, sheets } = draft;
  const sheet = sheets.formulas;
  sheet.put('sheetPr', '<sheetPr codeName="Sheet8"/>');
  sheet.put('dimension', '<dimension ref="A1:L21"/>');
  for (let row = 1; row <= 5; row++) sheet.number(`A${row}`, row);
  addShared(draft);
  addArrays(draft);
  addDataTable(draft);
  addTypes(draft);
  addTexts(draft);
  sheet.put('ignoredErrors', '<ignoredError sqref="A14" numberStoredAsText="1"/>');
  sheet.put('ignoredErrors', '<ignoredError sqref="B1:C5" formula="1" formulaRange="1"/>');
  pkg.feature('ignored errors', sheet.part, '<ignoredError sqref="A14" numberStoredAsText="1"/>');
}

function addShared({ pkg, sheets: { formulas: sheet } }: RichDraft): void {
  for (let row = 1; row <= 5; row++) {
    sheet.formula(`B${row}`, row === 1 ? 'A1*2+$A$5' : '', row * 2 + 5, {
      attributes: row === 1 ? 't="shared" ref="B1:C5" si="0"' : 't="shared" si="0"',
    });
    sheet.formula(`C${row}`, '', (row * 2 + 5) * 2 + 5, { attributes: 't="shared" si="0"' });
  }
  for (let row = 1; row <= 3; row++)
    sheet.formula(`D${row}`, row === 1 ? '"第"&A1&"项"' : '', `第${row}项`, {
      attributes: row === 1 ? 't="shared" ref="D1:D3" si="1"' : 't="shared" si="1"',
    });
  pkg.feature('shared formula', sheet.part, 't="shared" ref="B1:C5" si="0"');
}

function addArrays({ pkg, sheets: { formulas: sheet } }: RichDraft): void {
  sheet.formula('E1', 'A1:A3*2', 2, { attributes: 't="array" ref="E1:E3"' });
  sheet.number('E2', 4);
  sheet.number('E3', 6);
  sheet.formula('E5', 'SUM(A1:A5*B1:B5)', 185, { attributes: 't="array" ref="E5"' });
  sheet.formula('F1', '_xlfn.SEQUENCE(3)', 1, { attributes: 't="array" ref="F1:F3"', cell: 'cm="1"' });
  sheet.number('F2', 2);
  sheet.number('F3', 3);
  const part = 'xl/metadata.xml';
  pkg.part(
    part,
    `${DECLARATION}<metadata xmlns="${NS.main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
    spreadsheetType('sheetMetadata'),
  );
  pkg.relate(WORKBOOK_PART, officeRelation('sheetMetadata'), part);
  pkg.feature('array formula', sheet.part, 't="array" ref="E1:E3"');
  pkg.feature('array formula of one cell', sheet.part, 't="array" ref="E5"');
  pkg.feature('dynamic array', sheet.part, 'cm="1"');
  pkg.feature('metadata of dynamic arrays', part, 'fDynamic="1"');
}

/** What-if: the table's cells are not recalculated in a chain, so the chain does not name them. */
function addDataTable({ pkg, sheets: { formulas: sheet } }: RichDraft): void {
  sheet.formula('J1', 'A1*10+A2', 12);
  sheet.number('K1', 1);
  sheet.number('L1', 2);
  sheet.number('J2', 5);
  sheet.number('J3', 6);
  sheet.raw('K2', '<c r="K2"><f t="dataTable" ref="K2:L3" dt2D="1" dtr="1" r1="A1" r2="A2"/><v>15</v></c>');
  sheet.number('L2', 25);
  sheet.number('K3', 16);
  sheet.number('L3', 26);
  pkg.feature('data table', sheet.part, 't="dataTable" ref="K2:L3"');
}

function addTypes({ pkg, sheets: { formulas: sheet } }: RichDraft): void {
  sheet.formula('A7', '1/0', { error: '#DIV/0!' });
  ['#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!'].forEach((error, i) => {
    const address = `${'BCDEFG'[i]!}7`;
    sheet.raw(address, `<c r="${address}" t="e"><v>${error}</v></c>`);
  });
  sheet.raw('A9', '<c r="A9" t="b"><v>1</v></c>');
  sheet.formula('B9', 'A1>A2', false);
  sheet.raw('A10', `<c r="A10" s="${STYLE.date}" t="d"><v>2024-03-05</v></c>`);
  sheet.raw('B10', `<c r="B10" s="${STYLE.dateTime}" t="d"><v>2024-03-05T18:30:00</v></c>`);
  sheet.number('A11', 1234.5, STYLE.wan);
  sheet.formula('A17', '[1]汇总!$A$1+外部值', 84);
  sheet.formula('A18', 'SUM(预算合计)*税率', 40.573);
  sheet.formula('A19', "'它''s & 隐藏 <1>'!$A$1", '隐藏页的字');
  pkg.feature('error value', sheet.part, '<c r="G7" t="e"><v>#VALUE!</v></c>');
  pkg.feature('boolean', sheet.part, '<c r="A9" t="b">');
  pkg.feature('ISO date', sheet.part, '2024-03-05T18:30:00');
}

function addTexts({ pkg, sheets: { formulas: sheet } }: RichDraft): void {
  const run = (properties: string, text: string) =>
    `<r><rPr>${properties}<sz val="11"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">${text}</t></r>`;
  sheet.rich('A12', run('<b/>', '粗 ') + run('<i/>', '斜 ') + run('<strike/>', '删'));
  sheet.raw(
    'B12',
    `<c r="B12" t="inlineStr"><is>${run('<u/>', '行内')}${run('<vertAlign val="superscript"/>', '2')}</is></c>`,
  );
  sheet.rich(
    'A13',
    '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1" type="fullwidthKatakana"/>',
    ' ph="1"',
  );
  sheet.put('phoneticPr', '<phoneticPr fontId="1" type="noConversion"/>');
  sheet.row(13, 'ht="30" customHeight="1" ph="1"');
  sheet.text('A14', '00712', STYLE.asText);
  sheet.text('A15', '  前后有空格  \n_x000D_与𠮷字  ');
  pkg.feature('rich text of the cell', sheet.part, '<vertAlign val="superscript"/>');
  pkg.feature('rich text', 'xl/sharedStrings.xml', '<strike/>');
  pkg.feature('phonetic text', 'xl/sharedStrings.xml', '<t>トウキョウ</t>');
  pkg.feature('spaces, escapes, rare characters', 'xl/sharedStrings.xml', '_x000D_与𠮷字');
}

/** The order of calculation: every cell with a formula, by the sheetId of its sheet. */
export function addCalculationChain({ pkg, sheets }: RichDraft): void {
  const cells = Object.values(sheets).flatMap(({ sheetId, formulas }) =>
    formulas.map((address) => `<c r="${address}" i="${sheetId}"/>`),
  );
  const part = 'xl/calcChain.xml';
  pkg.part(
    part,
    `${DECLARATION}<calcChain xmlns="${NS.main}">${cells.join('')}</calcChain>`,
    spreadsheetType('calcChain'),
  );
  pkg.relate(WORKBOOK_PART, officeRelation('calcChain'), part);
  pkg.feature('calculation chain', part, `<c r="F9" i="${sheets.annex.sheetId}"/>`);
}

/** A workbook on somebody's drive, with the values last seen there. */
export function addExternalLink({ pkg }: RichDraft): string {
  const part = 'xl/externalLinks/externalLink1.xml';
  const path = pkg.relate(
    part,
    officeRelation('externalLinkPath'),
    'file:///D:\\%E9%A2%84%E7%AE%97\\上年.xlsx',
    true,
  );
  pkg.part(
    part,
    `${DECLARATION}<externalLink xmlns="${NS.main}"><externalBook xmlns:r="${NS.r}" r:id="${path}"><sheetNames><sheetName val="汇总"/></sheetNames><definedNames><definedName name="外部值" refersTo="='汇总'!$A$1"/></definedNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>42</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
    spreadsheetType('externalLink'),
  );
  pkg.feature('external link', part, 'refersTo="=\'汇总\'!$A$1"');
  return pkg.relate(WORKBOOK_PART, officeRelation('externalLink'), part);
}
