import { DECLARATION, NS, officeRelation, spreadsheetType } from './namespaces';
import type { RichPackage } from './rich-package';
import { addDrawing, twoCellAnchor } from './pictures';
import type { RichDraft } from './rich-draft';

export const CHART_SHEET_PART = 'xl/chartsheets/sheet1.xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const CATEGORIES = ['河道巡查', '公园养护', '适老化改造', '地形图更新'];

/** A bar chart of two series in the sheet of data, and a sheet that is a chart. */
export function addCharts({ pkg, sheets: { data: sheet } }: RichDraft): void {
  const drawing = 'xl/drawings/drawing2.xml';
  const embedded = addChart(pkg, 1, '计划额与完成额');
  const id = pkg.relate(drawing, officeRelation('chart'), embedded);
  sheet.put(
    'drawing',
    `<drawing r:id="${addDrawing(pkg, sheet.part, drawing, twoCellAnchor([0, 9], [7, 26], chartFrame(id, 2), ' editAs="oneCell"'))}"/>`,
  );
  pkg.feature('chart', embedded, '<c:f>数据!$C$2:$C$5</c:f>');
  pkg.feature('drawing with a chart', drawing, 'editAs="oneCell"');
  addChartSheet(pkg);
}

function addChartSheet(pkg: RichPackage): void {
  const drawing = 'xl/drawings/drawing3.xml';
  const chart = addChart(pkg, 2, '独立图表');
  const frame = chartFrame(pkg.relate(drawing, officeRelation('chart'), chart), 2);
  const anchor = `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9296400" cy="6067425"/>${frame}<xdr:clientData/></xdr:absoluteAnchor>`;
  const id = addDrawing(pkg, CHART_SHEET_PART, drawing, anchor);
  pkg.part(
    CHART_SHEET_PART,
    `${DECLARATION}<chartsheet xmlns="${NS.main}" xmlns:r="${NS.r}"><sheetPr codeName="Chart1"/><sheetViews><sheetView zoomScale="90" workbookViewId="0" zoomToFit="1"/></sheetViews><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="${id}"/></chartsheet>`,
    spreadsheetType('chartsheet'),
  );
  pkg.feature('chart sheet', CHART_SHEET_PART, 'zoomToFit="1"');
  pkg.feature('chart of the chart sheet', chart, '独立图表');
}

function chartFrame(relationshipId: string, shapeId: number): string {
  return (
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${shapeId}" name="图表 ${shapeId}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${NS.c}"><c:chart xmlns:c="${NS.c}" xmlns:r="${NS.r}" r:id="${relationshipId}"/></a:graphicData></a:graphic></xdr:graphicFrame>`
  );
}

function addChart(pkg: RichPackage, number: number, title: string): string {
  const points = (values: readonly (string | number)[]) =>
    `<c:ptCount val="${values.length}"/>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join('')}`;
  const series = (index: number, column: string, name: string, values: readonly number[]) =>
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>数据!$${column}$1</c:f><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx><c:invertIfNegative val="0"/>` +
    `<c:cat><c:strRef><c:f>数据!$B$2:$B$5</c:f><c:strCache>${points(CATEGORIES)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>数据!$${column}$2:$${column}$5</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`;
  const axis = (kind: string, id: number, crosses: number, position: string, extra: string) =>
    `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${crosses}"/><c:crosses val="autoZero"/>${extra}</c:${kind}>`;
  const part = `xl/charts/chart${number}.xml`;
  pkg.part(
    part,
    `${DECLARATION}<c:chartSpace xmlns:c="${NS.c}" xmlns:a="${NS.a}" xmlns:r="${NS.r}"><c:roundedCorners val="0"/><c:chart>` +
      `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
      `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series(0, 'C', '计划额', [120.5, 80, 45.6, 66])}${series(1, 'D', '完成额', [118.09, 60, 45.6, 65.34])}<c:gapWidth val="150"/><c:axId val="500${number}1"/><c:axId val="500${number}2"/></c:barChart>` +
      axis(
        'catAx',
        Number(`500${number}1`),
        Number(`500${number}2`),
        'b',
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>',
      ) +
      axis(
        'valAx',
        Number(`500${number}2`),
        Number(`500${number}1`),
        'l',
        '<c:crossBetween val="between"/>',
      ) +
      '</c:plotArea><c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>',
    CHART_TYPE,
  );
  return part;
}
