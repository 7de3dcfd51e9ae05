import type { Inflate, SheetInfo, XlsxWorkbook } from '../../xlsx';
import { openWorkbook } from '../../xlsx';
import type { OpcPackage } from '../../xlsx/package/opc-package';
import { readThemeColors } from './read-colors';
import { readLayout } from './read-layout';
import { readLooks } from './read-styles';
import type { CellFormat, OpenedSheet } from './workbook-model';

/**
 * Reads the worksheets of a file, to be opened as a workbook of the model. Chart sheets are opened empty.
 * @throws XlsxError where the file is no workbook that can be read
 */
export function openXlsx(bytes: Uint8Array, inflate: Inflate): OpenedSheet[] {
  const workbook = openWorkbook(bytes, { inflate });
  const looks = readWorkbookLooks(workbook.opc);
  return workbook.sheets.map((info) => openSheet(workbook, info, looks));
}

function openSheet(workbook: XlsxWorkbook, info: SheetInfo, looks: readonly CellFormat[]): OpenedSheet {
  const snapshot = workbook.readSheet(info.index);
  const isWorksheet = info.kind === 'worksheet' || info.kind === 'macrosheet';
  return {
    snapshot,
    kind: isWorksheet ? 'worksheet' : 'chart',
    visible: info.state === 'visible',
    ...(isWorksheet && info.part !== null && readLayout(workbook.opc.scan(info.part), looks, snapshot)),
  };
}

/** How cells look, by the index cells refer to; nothing where the file has no styles. */
function readWorkbookLooks(opc: OpcPackage): CellFormat[] {
  const workbook = opc.relationships('').find(({ kind }) => kind === 'officeDocument')?.target;
  if (workbook === undefined) return [];
  const part = (wanted: string) => {
    const target = opc
      .relationships(workbook)
      .find(({ kind, external }) => kind === wanted && !external)?.target;
    return target !== undefined && opc.has(target) ? target : null;
  };
  const [styles, theme] = [part('styles'), part('theme')];
  return styles === null
    ? []
    : readLooks(opc.scan(styles), theme === null ? [] : readThemeColors(opc.scan(theme)));
}
