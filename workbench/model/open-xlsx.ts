import type { Inflate, SheetInfo, XlsxWorkbook } from '../../src/xlsx';
import type { CellRange } from '../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { isTrue } from '../../src/xlsx/xml/xml-boolean';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { openWorkbook } from '../../src/xlsx';
import type { OpcPackage } from '../../src/xlsx/package/opc-package';
import { customProperties } from '../../src/xlsx/read/custom-properties';
import { readWorkbookPart } from '../../src/xlsx/read/workbook-part';
import { eachElement } from './element-path';
import { readCharts } from './read-charts';
import { readThemeColors } from './read-colors';
import { readCustomXml } from './read-custom-xml';
import type { NamesOfFile } from './read-names';
import { readNames } from './read-names';
import { readNotes } from './read-notes';
import type { Styles } from './read-styles';
import { NO_STYLES, readStyles } from './read-styles';
import { readTableTexts } from './read-tables';
import { readWorksheetExtras } from './read-worksheet';
import { unlessDamaged } from '../../src/xlsx/unless-damaged';
import { relatedParts } from './related-parts';
import { sheetIdOf } from './sheet-ids';
import { hasCells } from './unfollowed-changes';
import type {
  ModelSheetKind,
  OpenedNote,
  OpenedSheet,
  OpenedWorkbook,
  PropertyValue,
} from './workbook-model';

/**
 * Reads a file, to be opened as a workbook of the model. Sheets without cells are opened empty, as what
 * they are. What the model cannot represent,
 * and what is damaged besides cells and styles, is left out.
 * @throws XlsxError where the file is no workbook that can be read
 */
export function openXlsx(bytes: Uint8Array, inflate: Inflate): OpenedWorkbook {
  const workbook = openWorkbook(bytes, { inflate });
  const { opc } = workbook;
  const { part } = readWorkbookPart(opc);
  const styles = readWorkbookStyles(opc, part);
  const sheetIds = workbook.sheets.map(({ id }) => sheetIdOf(id));
  const names = unlessDamaged({ names: [], print: new Map() }, () => readNames(opc.scan(part), sheetIds));
  return {
    sheets: workbook.sheets.map((info) => openSheet(workbook, info, styles, names.print)),
    names: names.names,
    asksForCalculation: unlessDamaged(false, () => readAsksForCalculation(opc.scan(part))),
    customXml: readCustomXml(opc, part),
    properties: readProperties(opc),
  };
}

function openSheet(
  workbook: XlsxWorkbook,
  info: SheetInfo,
  styles: Styles,
  print: NamesOfFile['print'],
): OpenedSheet {
  const { opc } = workbook;
  const visible = info.state === 'visible';
  const kind = kindOf(info);
  const snapshot = kind === 'module' ? emptySnapshot(info) : workbook.readSheet(info.index);
  if (info.part === null || !hasCells({ kind })) return { snapshot, kind, visible };
  const id = sheetIdOf(snapshot.id);
  const { drawingId, page, ...extras } = readWorksheetExtras(opc.scan(info.part), styles, snapshot);
  const findSheet = (name: string) => {
    const found = workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    return found && sheetIdOf(found.id);
  };
  return {
    snapshot,
    kind,
    visible,
    ...extras,
    notes: readSheetNotes(opc, info.part),
    tableTexts: readSheetTables(opc, info.part),
    charts: drawingId === null ? [] : readCharts(opc, info.part, id, drawingId, findSheet),
    page: new Map([...page, ...(print.get(id) ?? [])]),
  };
}

function readProperties(opc: OpcPackage): ReadonlyMap<string, PropertyValue> {
  return new Map(customProperties(opc).flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
}

const KINDS = {
  worksheet: 'worksheet',
  macrosheet: 'macro',
  chartsheet: 'chart',
  dialogsheet: 'dialog',
} as const;

/** A module of Visual Basic from before 1997 is in the list of sheets to this day, without a part. */
function kindOf({ kind, part }: SheetInfo): ModelSheetKind {
  return kind === 'unknown' || part === null ? 'module' : KINDS[kind];
}

function emptySnapshot({ sheetId: id, name }: SheetInfo): SheetSnapshot {
  return {
    id,
    name,
    firstRow: 0,
    firstColumn: 0,
    rowCount: 0,
    columnCount: 0,
    values: [],
    formulas: [],
    numberFormats: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    protected: false,
  };
}

function readAsksForCalculation(scanner: XmlScanner): boolean {
  let asks = false;
  scanner.root('workbook');
  eachElement(scanner, ['calcPr'], () => (asks = isTrue(scanner.attribute('fullCalcOnLoad'))));
  return asks;
}

function readSheetNotes(opc: OpcPackage, worksheet: string): OpenedNote[] {
  return unlessDamaged([], () => {
    const [comments] = relatedParts(opc, worksheet, 'comments');
    return comments ? readNotes(opc.scan(comments.part)) : [];
  });
}

function readSheetTables(opc: OpcPackage, worksheet: string): CellRange[] {
  return unlessDamaged<CellRange[]>([], () =>
    relatedParts(opc, worksheet, 'table').flatMap(({ part }) => readTableTexts(opc.scan(part))),
  );
}

/** Nothing where the file has no styles. */
function readWorkbookStyles(opc: OpcPackage, workbook: string): Styles {
  const [styles] = relatedParts(opc, workbook, 'styles');
  const [theme] = relatedParts(opc, workbook, 'theme');
  if (!styles) return NO_STYLES;
  return readStyles(opc.scan(styles.part), theme ? readThemeColors(opc.scan(theme.part)) : []);
}
