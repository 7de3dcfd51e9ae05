import { setDefinedName } from '../../../src/xlsx/write/sheets/defined-names';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { deflateWithZlib } from '../../../src/host/file/zlib-deflate';
import { parseAddress, parseRangeAddress, toRangeAddress } from '../../../src/engine/sheet/address';
import { formulaAt, numberFormatAt, valueAt } from '../../../src/engine/sheet/snapshot';
import { DEFAULT_LIMITS } from '../../../src/xlsx/limits';
import { PackageDraft } from '../../../src/xlsx/package/package-draft';
import { openParts } from '../../../src/xlsx/read/open-parts';
import { XlsxWorkbook } from '../../../src/xlsx/read/open-workbook';
import { addCustomXml, customXmlParts } from '../../../src/xlsx/write/custom-xml';
import { dressSheet } from '../../../src/xlsx/write/dressing';
import { editSheetCells } from '../../../src/xlsx/write/edit-sheet-cells';
import { highlightsIn } from '../../../src/xlsx/write/highlights';
import { notesIn } from '../../../src/xlsx/write/notes';
import { addSheet, removeSheet } from '../../../src/xlsx/write/sheets/workbook-sheets';
import type { Signature } from '../../../src/xlsx/write/signature';
import { StyleSheet } from '../../../src/xlsx/write/styles/style-sheet';
import { parseXml, type XmlElement } from '../../support/xlsx/xml-tree';
import type { WorkbookUser } from '../contract';

const PART = 'xl/workbook.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Another program: nothing that it writes is signed as ours. */
const NOBODY: Signature = {
  isHighlight: () => false,
  isNote: () => false,
  sheetKey: () => null,
  isSheet: () => false,
  namespaces: [],
  isProperty: () => false,
  restoreNamespace: 'urn:nobody',
  author: '王审',
};

/**
 * Somebody who opens the file in another program, looks or changes something, and saves it.
 * @param file the bytes as they are now
 * @param save takes the bytes of the changed file
 */
export function fileUser(file: () => Uint8Array, save: (bytes: Uint8Array) => void): WorkbookUser {
  const open = (): PackageDraft =>
    PackageDraft.of(openParts(file(), inflateWithZlib, DEFAULT_LIMITS), DEFAULT_LIMITS);
  const change = (act: (draft: PackageDraft) => void): void => {
    const draft = open();
    act(draft);
    save(draft.write(deflateWithZlib));
  };
  const sheetOf = (draft: PackageDraft, name: string) => {
    const sheet = new XlsxWorkbook(draft).sheets.find((one) => one.name === name);
    if (sheet?.part == null) throw new Error(`no worksheet ${name}`);
    return { ...sheet, part: sheet.part };
  };
  const tree = (draft: PackageDraft, part: string): XmlElement => parseXml(draft.xml(part).text);
  const sheetTree = (name: string): XmlElement => {
    const draft = open();
    return tree(draft, sheetOf(draft, name).part);
  };
  const highlights = (name: string) => {
    const draft = open();
    const dxfs = tree(draft, 'xl/styles.xml').all('dxfs')[0]?.children ?? [];
    return highlightsIn(draft.xml(sheetOf(draft, name).part).text, name).map(
      ({ formula, ranges, dxfId }) => ({
        formula: `=${formula}`,
        ranges,
        fill: dxfId === null ? null : colorOf(dxfs[dxfId]?.all('bgColor')[0]),
      }),
    );
  };
  const styleOf = (draft: PackageDraft, name: string, address: string): XmlElement | undefined => {
    const cell = tree(draft, sheetOf(draft, name).part)
      .all('c')
      .find(({ attributes }) => attributes['r'] === address);
    const styles = tree(draft, 'xl/styles.xml');
    return styles.all('cellXfs')[0]!.children[Number(cell?.attributes['s'] ?? 0)];
  };
  const ownFill = (name: string, address: string): string | null => {
    const draft = open();
    const fill = Number(styleOf(draft, name, address)?.attributes['fillId'] ?? 0);
    return colorOf(tree(draft, 'xl/styles.xml').all('fills')[0]!.children[fill]?.all('fgColor')[0]);
  };

  return {
    sheetNames: () => new XlsxWorkbook(open()).sheets.map(({ name }) => name),
    activeSheet: () => new XlsxWorkbook(open()).sheets.find(({ state }) => state === 'visible')!.name,
    activate: nobodyLooks,
    select: nobodyLooks,
    selected: () => 'A1',
    addSheet: (name) =>
      change((draft) => {
        addSheet(draft, PART, `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`, { name });
      }),
    renameSheet: (from, to) =>
      change((draft) =>
        draft.edit(PART, (text) =>
          text.replaceAll(`name="${from}"`, `name="${to}"`).replaceAll(`'${from}'!`, `'${to}'!`),
        ),
      ),
    removeSheet: (name) =>
      change((draft) => {
        if (!removeSheet(draft, PART, sheetOf(draft, name).id)) throw new Error(`${name} stays`);
      }),
    nameSheet: (name, hidden, refersTo = `='${name}'!$A$1`) =>
      change((draft) => {
        const localSheet = sheetOf(draft, name).id;
        setDefinedName(draft, PART, { name: hidden, refersTo: refersTo.slice(1), localSheet, hidden: true });
      }),
    nameWorkbook: (hidden, refersTo) =>
      change((draft) => {
        setDefinedName(draft, PART, {
          name: hidden,
          refersTo: refersTo.slice(1),
          localSheet: null,
          hidden: true,
        });
      }),
    protect: (name) =>
      change((draft) =>
        draft.edit(sheetOf(draft, name).part, (text) =>
          text.replace(/<\/sheetData>|<sheetData\/>/, (end) => `${end}<sheetProtection sheet="1"/>`),
        ),
      ),
    cell(name, address) {
      const book = new XlsxWorkbook(open());
      const sheet = book.readSheet(book.sheets.find((one) => one.name === name)!.index);
      const { row, column } = parseAddress(address)!;
      return {
        value: valueAt(sheet, row, column),
        formula: formulaAt(sheet, row, column),
        numberFormat: numberFormatAt(sheet, row, column),
      };
    },
    type: (name, address, content) =>
      change((draft) => {
        const { part } = sheetOf(draft, name);
        const edits = [{ ...parseAddress(address)!, content }];
        editSheetCells(draft, { workbookPart: PART, part, number: null, edits });
      }),
    fill: ownFill,
    paint: (name, address, color) =>
      change((draft) => {
        const styles = StyleSheet.open(draft, PART);
        const { part } = sheetOf(draft, name);
        const format = new RegExp(`<c r="${address}"(?: s="(\\d+)")?`);
        const before = Number(format.exec(draft.xml(part).text)?.[1] ?? 0);
        const style = styles.cell({ fill: color, numberFormat: styles.numberFormat(before) });
        styles.save();
        draft.edit(part, (text) => text.replace(format, `<c r="${address}" s="${style}"`));
      }),
    shownFill(name, address) {
      const { row, column } = parseAddress(address)!;
      const over = highlights(name).find(
        ({ formula, ranges }) =>
          /^=(TRUE|"[^"]+"<>"")$/.test(formula) &&
          ranges.some(
            (range) =>
              row >= range.firstRow &&
              row <= range.lastRow &&
              column >= range.firstColumn &&
              column <= range.lastColumn,
          ),
      );
      return over ? over.fill : ownFill(name, address);
    },
    highlights: (name) =>
      highlights(name).map(({ formula, fill, ranges }) => ({
        formula,
        fill,
        cells: ranges.reduce(
          (sum, { firstRow, lastRow, firstColumn, lastColumn }) =>
            sum + (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1),
          0,
        ),
      })),
    highlight: (name, address, formula, fill) =>
      change((draft) => {
        const plan = { ranges: [parseRangeAddress(address)!], formula: formula.slice(1), fill };
        dressSheet(draft, PART, sheetOf(draft, name).part, { highlights: [plan], notes: [] }, NOBODY);
      }),
    note(name, address) {
      const draft = open();
      const { row, column } = parseAddress(address)!;
      const found = notesIn(draft, sheetOf(draft, name).part);
      return found.find((note) => note.row === row && note.column === column)?.text ?? null;
    },
    writeNote: (name, address, text) =>
      change((draft) => {
        const notes = [{ ...parseAddress(address)!, text }];
        dressSheet(draft, PART, sheetOf(draft, name).part, { highlights: [], notes }, NOBODY);
      }),
    link(name, address) {
      const link = sheetTree(name)
        .all('hyperlink')
        .find(({ attributes }) => attributes['ref'] === address);
      const [, quoted, plain, cell] = /^(?:'(.*)'|(.*))!(.*)$/.exec(link?.attributes['location'] ?? '') ?? [];
      return cell === undefined ? null : { sheetName: quoted ?? plain ?? '', address: cell };
    },
    merges: (name) =>
      sheetTree(name)
        .all('mergeCell')
        .map(({ attributes }) => toRangeAddress(parseRangeAddress(attributes['ref']!)!)),
    frozen(name) {
      const pane = sheetTree(name).all('pane')[0]?.attributes ?? {};
      return { rows: Number(pane['ySplit'] ?? 0), columns: Number(pane['xSplit'] ?? 0) };
    },
    choices(name, address) {
      const { row, column } = parseAddress(address)!;
      const rule = sheetTree(name)
        .all('dataValidation')
        .find(({ attributes }) => {
          const range = parseRangeAddress(attributes['sqref']!)!;
          return (
            row >= range.firstRow &&
            row <= range.lastRow &&
            column >= range.firstColumn &&
            column <= range.lastColumn
          );
        });
      return rule?.all('formula1')[0]?.text.replace(/"/g, '').split(',') ?? null;
    },
    charts(name) {
      const draft = open();
      const drawings = draft
        .relationships(sheetOf(draft, name).part)
        .filter(({ kind }) => kind === 'drawing')
        .flatMap(({ target }) => draft.relationships(target));
      return drawings.filter(({ kind, target }) => kind === 'chart' && draft.has(target)).length;
    },
    undoSteps: () => null,
    parts: () =>
      customXmlParts(open(), PART).flatMap(({ namespace, xml }) =>
        namespace.includes(':restore:') ? [] : [xml],
      ),
    addPart: (xml) =>
      change((draft) => {
        addCustomXml(draft, PART, { xml, namespace: '', id: '{00000000-0000-0000-0000-000000000000}' });
      }),
  };
}

function nobodyLooks(): void {
  // A file has no sheet in view and nothing selected.
}

function colorOf(color: XmlElement | undefined): string | null {
  const rgb = color?.attributes['rgb'];
  return rgb === undefined ? null : `#${rgb.slice(-6)}`;
}
