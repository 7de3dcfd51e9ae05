import {
  parseAddress,
  parseRangeAddress,
  toAddress,
  toRangeAddress,
} from '../../../src/engine/sheet/address';
import type { OpenedSheet, WorkbookModel, WorksheetModel } from '../../../workbench/model/workbook-model';
import type { StartSheet, WorkbookUser } from '../../host/contract/subject';
import { countCells } from './fake-workbook';
import { buildSheet } from '../annexes/sheet-builder';

/** The person at the keyboard of a workbook of the workbench, whichever host is emulated over it. */
export function modelUser(model: WorkbookModel): WorkbookUser {
  const sheet = (name: string): WorksheetModel => {
    const found = model.sheets.find((one) => one.name === name);
    if (!found) throw new Error(`the test names a worksheet that is not there: ${name}`);
    return found;
  };
  const cell = (address: string) => parseAddress(address)!;
  const range = (address: string) => parseRangeAddress(address)!;
  const one = <T>(matrix: readonly (readonly T[])[]): T => matrix[0]![0]!;
  return {
    sheetNames: () => model.sheets.map(({ name }) => name),
    activeSheet: () => model.activeSheet.name,
    activate: (name) => model.activate(sheet(name).id),
    select: (address) => model.select(model.activeSheet.id, range(address)),
    selected: () => toAddress(model.selection.firstRow, model.selection.firstColumn),
    addSheet: (name) => void model.addSheet(name),
    renameSheet: (from, to) => sheet(from).rename(to),
    removeSheet: (name) => model.deleteSheet(sheet(name).id),
    protect: (name) => sheet(name).setProtected(true),
    nameSheet: (name, hidden, refersTo = `='${name}'!$A$1`) =>
      model.addName({ name: hidden, refersTo, scope: sheet(name).id, visible: false }),
    nameWorkbook: (hidden, refersTo) =>
      model.addName({ name: hidden, refersTo, scope: null, visible: false }),
    cell: (name, address) => ({
      value: orNull(one(sheet(name).values(range(address)))),
      formula: one(sheet(name).formulas(range(address))) || null,
      numberFormat: one(sheet(name).numberFormats(range(address))),
    }),
    type: (name, address, content) =>
      model.transact(() =>
        sheet(name).setCells(range(address), [
          ['formula' in content ? { value: null, formula: content.formula } : content],
        ]),
      ),
    fill: (name, address) => upper(sheet(name).format(cell(address)).fill),
    paint: (name, address, color) => sheet(name).setFormat(range(address), { fill: color }),
    shownFill: (name, address) => upper(sheet(name).shownFill(cell(address))),
    highlights: (name) =>
      sheet(name).conditionalFormats.map(({ formula, fill, ranges }) => ({
        formula,
        fill: upper(fill),
        cells: countCells(ranges),
      })),
    highlight: (name, address, formula, fill) =>
      void sheet(name).addConditionalFormat({ ranges: [range(address)], formula, fill }),
    note: (name, address) => sheet(name).note(cell(address)),
    writeNote: (name, address, text) => sheet(name).setNote(cell(address), text),
    link: (name, address) => sheet(name).link(cell(address)),
    merges: (name) => sheet(name).merges.map(toRangeAddress),
    frozen: (name) => sheet(name).frozen,
    choices: (name, address) => {
      const { row, column } = cell(address);
      const choice = sheet(name).choices.find(
        ({ range: at }) =>
          row >= at.firstRow && row <= at.lastRow && column >= at.firstColumn && column <= at.lastColumn,
      );
      return choice?.values ?? null;
    },
    charts: (name) => sheet(name).charts.length,
    undoSteps: () => model.undoDepth,
    parts: () => [...model.customXml.values()],
    addPart: (xml) => void model.customXml.set(`{part-${model.customXml.size}}`, xml),
  };
}

/** A worksheet to open in the workbench. */
export function toOpenedSheet(start: StartSheet): OpenedSheet {
  const { name, rows, hiddenRows = [], hiddenColumns = [], visible = true } = start;
  const snapshot = { ...buildSheet(rows, start), id: `start-${name}`, name, hiddenRows, hiddenColumns };
  return { snapshot, kind: 'worksheet', visible };
}

function upper(color: string | null | undefined): string | null {
  return color?.toUpperCase() ?? null;
}

/** Models may keep a blank cell as an empty text. */
function orNull<T>(value: T): T | null {
  return value === '' ? null : value;
}
