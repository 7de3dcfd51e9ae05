import { OWN_SHEET_KEYS, type OwnSheetKey } from '../../engine/sheet/sheet-plan';
import { HostError, type SheetRef } from '../port';

/*
 * Which worksheets are rollups of ours, and which of them may be written: the same for every host, whatever its
 * worksheets are made of.
 */

/** The name, scoped to the worksheet and hidden, by which a rollup is known. */
export function ownSheetName(key: OwnSheetKey): string {
  return `_annexReviewer_${key.replace(/-/g, '_')}`;
}

/** Whose hidden name it is, whatever the case of its letters, or `null`. */
export function ownSheetKey(name: string): OwnSheetKey | null {
  return OWN_SHEET_KEYS.find((key) => ownSheetName(key).toLowerCase() === name.toLowerCase()) ?? null;
}

/** Something of each kind of rollup. */
export function eachRollup<Item>(of: (key: OwnSheetKey) => Item): Readonly<Record<OwnSheetKey, Item>> {
  return Object.fromEntries(OWN_SHEET_KEYS.map((key) => [key, of(key)])) as Record<OwnSheetKey, Item>;
}

/** What the names of our charts begin with: by it they are known when a rollup is refreshed. */
export const CHART_NAME = 'annex-reviewer ';

/** What a host has found out about the worksheets of its workbook. */
export interface OwnSheets<Sheet> {
  /** The worksheets that bear every sign of a kind: our hidden name, and what a rollup of ours holds. */
  signed(key: OwnSheetKey): readonly Sheet[];
  refOf(sheet: Sheet): SheetRef;
  isProtected(sheet: Sheet): boolean;
  /** Whether no worksheet can be added. */
  readonly structureProtected: boolean;
}

/**
 * The one worksheet that is certainly ours, `null` where there is none.
 * @throws HostError `two-own-sheets`, which names them, where several bear every sign
 */
export function certainlyOwn<Sheet>(found: OwnSheets<Sheet>, key: OwnSheetKey): Sheet | null {
  const sheets = found.signed(key);
  if (sheets.length <= 1) return sheets[0] ?? null;
  throw new HostError('two-own-sheets', `${sheets.length} worksheets look like ${key}`, {
    sheets: sheets.map((sheet) => found.refOf(sheet)),
    write: 'not-tried',
  });
}

/**
 * The worksheet that a rollup takes the place of; `null`: one is added. Nothing else is ever written over.
 * @throws HostError `two-own-sheets`, `protected`
 */
export function placeOf<Sheet>(found: OwnSheets<Sheet>, key: OwnSheetKey): Sheet | null {
  const own = certainlyOwn(found, key);
  if (own && found.isProtected(own)) {
    const { name } = found.refOf(own);
    throw new HostError('protected', `the worksheet ${name} is protected`, { sheet: name });
  }
  if (!own && found.structureProtected)
    throw new HostError('protected', 'the structure of the workbook is protected');
  return own;
}

/** Ids of the worksheets that bear every sign, certainly ours or several of one kind. */
export function signedIds<Sheet>(found: OwnSheets<Sheet>): ReadonlySet<string> {
  return new Set(OWN_SHEET_KEYS.flatMap((key) => found.signed(key).map((sheet) => found.refOf(sheet).id)));
}
