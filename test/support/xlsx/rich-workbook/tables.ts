import { DECLARATION, NS, officeRelation, spreadsheetType } from './namespaces';
import type { RichDraft } from './rich-draft';
import { STYLE } from './styles';

const ROWS = [
  ['建设处', '河道巡查', 120.5, 118.09],
  ['建设处', '公园养护', 80, 60],
  ['民政处', '适老化改造', 45.6, 45.6],
  ['规划处', '地形图更新', 66, 65.34],
] as const;

/** The sheet of data with two tables: one with a computed column, one without any style information. */
export function addTables({ pkg, sheets: { data: sheet } }: RichDraft): void {
  sheet.put('sheetPr', '<sheetPr codeName="Sheet1"/>');
  sheet.put('dimension', '<dimension ref="A1:I8"/>');
  ['片区', '事项', '计划额', '完成额', '比率'].forEach((label, i) => sheet.text(`${'ABCDE'[i]!}1`, label));
  ROWS.forEach(([department, project, budget, spent], i) => {
    const row = i + 2;
    sheet.text(`A${row}`, department);
    sheet.text(`B${row}`, project);
    sheet.number(`C${row}`, budget, STYLE.money);
    sheet.number(`D${row}`, spent, STYLE.money);
    sheet.formula(`E${row}`, '经费表[[#This Row],[完成额]]/经费表[[#This Row],[计划额]]', spent / budget, {
      style: STYLE.percent,
    });
  });
  sheet.text('H1', '类别');
  sheet.text('I1', '权重');
  ['数量', '质量'].forEach((kind, i) => {
    sheet.text(`H${i + 2}`, kind);
    sheet.number(`I${i + 2}`, 10 * (i + 1));
  });

  const column = (id: number, name: string, inside = '') =>
    `<tableColumn id="${id}" name="${name}"${inside ? `>${inside}</tableColumn>` : '/>'}`;
  const table = (number: number, attributes: string, inside: string) => {
    const part = `xl/tables/table${number}.xml`;
    pkg.part(
      part,
      `${DECLARATION}<table xmlns="${NS.main}" ${attributes}>${inside}</table>`,
      spreadsheetType('table'),
    );
    sheet.put('tableParts', `<tablePart r:id="${pkg.relate(sheet.part, officeRelation('table'), part)}"/>`);
    return part;
  };
  const styled = table(
    1,
    'id="1" name="经费表" displayName="经费表" ref="A1:E5" totalsRowShown="0"',
    `<autoFilter ref="A1:E5"/><tableColumns count="5">${column(1, '片区')}${column(2, '事项')}${column(3, '计划额')}${column(4, '完成额')}${column(5, '比率', '<calculatedColumnFormula>经费表[[#This Row],[完成额]]/经费表[[#This Row],[计划额]]</calculatedColumnFormula>')}</tableColumns><tableStyleInfo name="单位表" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>`,
  );
  const plain = table(
    2,
    'id="7" name="权重表" displayName="权重表" ref="H1:I3" totalsRowShown="0" comment="无样式"',
    `<autoFilter ref="H1:I3"><filterColumn colId="1" hiddenButton="1"/></autoFilter><tableColumns count="2">${column(1, '类别')}${column(2, '权重')}</tableColumns>`,
  );
  pkg.feature('table', styled, 'calculatedColumnFormula');
  pkg.feature('table without a style', plain, 'comment="无样式"');
}
