import { deflateRawSync } from 'node:zlib';
import type { SheetPlan } from '../../../../src/engine/sheet/sheet-plan';
import type { PackageDraft } from '../../../../src/xlsx/package/package-draft';
import { relationshipsPartOf } from '../../../../src/xlsx/package/part-name';
import { XlsxWorkbook } from '../../../../src/xlsx/read/open-workbook';
import { insertPlannedSheet, rewritePlannedSheet } from '../../../../src/xlsx/write/sheets/own-sheet';
import { StyleSheet } from '../../../../src/xlsx/write/styles/style-sheet';
import { draftOf, WORKBOOK } from '../../../support/xlsx/edited-package';
import { faultsOfXml } from '../../../support/xlsx/xml-faults';
import { zipParts } from '../../../support/xlsx/xlsx-builder';

export { draftOf, WORKBOOK };
export const MARKS = { ownName: '_own_unit_summary', chartName: 'own ' };

/** The id of the worksheet in the first, second, ... part of a workbook. */
export const idOf = (number: number | string): string => `xl/worksheets/sheet${number}.xml`;

/** The file of a draft. */
export function written(draft: PackageDraft): Uint8Array {
  return draft.write((data) => deflateRawSync(data));
}

/** A draft of a workbook of parts. */
export function draftOfParts(parts: Readonly<Record<string, string>>): PackageDraft {
  return draftOf(zipParts(parts));
}

/** The file of a draft, opened by our own reader. */
export function reread(draft: PackageDraft): XlsxWorkbook {
  return new XlsxWorkbook(draftOf(written(draft)));
}

export function textOf(draft: PackageDraft, part: string): string {
  return draft.xml(part).text;
}

/** Inserts a plan and saves its styles. */
export function insert(draft: PackageDraft, plan: SheetPlan, marks = MARKS): { id: string; name: string } {
  const styles = StyleSheet.open(draft, WORKBOOK);
  const sheet = insertPlannedSheet(draft, WORKBOOK, plan, styles, marks);
  styles.save();
  return sheet;
}

/** Rewrites a worksheet as a plan and saves its styles. */
export function rewrite(draft: PackageDraft, id: string, plan: SheetPlan, marks = MARKS): void {
  const styles = StyleSheet.open(draft, WORKBOOK);
  if (!rewritePlannedSheet(draft, WORKBOOK, id, plan, styles, marks)) throw new Error('no such sheet');
  styles.save();
}

/**
 * What is wrong with the parts that a draft has changed: XML that is not well-formed, prefixes that nothing declares,
 * relationships that are named and missing, that lead nowhere, and parts without a content type.
 */
export function faultsOf(draft: PackageDraft): string[] {
  const faults: string[] = [];
  for (const [part, bytes] of draft.changes()) {
    if (bytes === null) continue;
    if (draft.contentType(part) === '' && part !== '[Content_Types].xml') faults.push(`${part}: no type`);
    const { text } = draft.xml(part);
    faults.push(...faultsOfXml(bytes, part));
    if (part.endsWith('.rels')) continue;
    const ids = new Set(draft.relationships(part).map(({ id }) => id));
    for (const [, id] of text.matchAll(/\sr:(?:id|embed)="(.*?)"/g))
      if (!ids.has(id!)) faults.push(`${part}: ${id} is missing`);
    for (const { target, external } of draft.relationships(part))
      if (!external && !draft.has(target)) faults.push(`${part}: ${target} is not there`);
    if (draft.has(relationshipsPartOf(part))) {
      faults.push(...faultsOfXml(draft.bytes(relationshipsPartOf(part)), relationshipsPartOf(part)));
    }
  }
  return faults;
}
