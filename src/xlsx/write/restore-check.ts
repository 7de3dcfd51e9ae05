import { CONTENT_TYPES, type OpcPackage } from '../package/opc-package';
import type { PackageDraft } from '../package/package-draft';
import { partKey, relationshipsPartOf } from '../package/part-name';
import type { Relationship } from '../package/relationships';
import { readWorkbookPart, type SheetInfo } from '../read/workbook-part';
import { unlessDamaged } from '../unless-damaged';
import { reachableParts } from './sheets/part-graph';
import { splitSheet, type SheetCells } from './sheet-text';

/** Parts that every package begins with. */
const ROOTS: readonly string[] = [CONTENT_TYPES, relationshipsPartOf('')];

/**
 * Whether what a record made of a reviewed workbook can be that workbook before. A record comes with the file, and a
 * file may come from anybody: whatever it says, no sheet, no cell and no part of the user's may be lost by it. So the
 * sheets must be those of now, in their order, but for ours; their cells the same to the byte; and everything that
 * relationships lead to must be there.
 * @param isOurs whether a sheet of the reviewed workbook is ours
 */
export function canBeBefore(
  plain: PackageDraft,
  dressed: PackageDraft,
  isOurs: (sheet: SheetInfo) => boolean,
): boolean {
  return unlessDamaged(false, () => {
    const before = readWorkbookPart(plain).sheets;
    const now = readWorkbookPart(dressed).sheets.filter((sheet) => !isOurs(sheet));
    return (
      ROOTS.every((part) => plain.has(part) === dressed.has(part)) &&
      before.length === now.length &&
      before.every((sheet, i) => isSameSheet(plain, sheet, dressed, now[i]!)) &&
      leadsNowhereNew(plain, dressed)
    );
  });
}

function isSameSheet(plain: PackageDraft, before: SheetInfo, dressed: PackageDraft, now: SheetInfo): boolean {
  if (before.name !== now.name || before.sheetId !== now.sheetId || before.state !== now.state) return false;
  if (before.id !== now.id || before.part !== now.part || before.kind !== now.kind) return false;
  if (now.part === null || !dressed.has(now.part)) return true;
  if (!plain.has(now.part)) return false;
  if (now.kind !== 'worksheet') return true;
  // Nobody has changed it, so it may even be damaged.
  const parts = [now.part, relationshipsPartOf(now.part)];
  if (parts.every((part) => plain.sameIn(dressed, part))) return true;
  const split = (opc: OpcPackage) => splitSheet(opc.bytes(now.part!), now.part!, opc.limits.maxDepth);
  const sheet = split(plain);
  return (
    sameCells(sheet.cells, split(dressed).cells) && namesWhatIsThere(sheet.frame, plain, dressed, now.part)
  );
}

/** Whether every relationship that a worksheet names, and that is there now, is there before. */
function namesWhatIsThere(frame: string, plain: OpcPackage, dressed: OpcPackage, part: string): boolean {
  const idsIn = (opc: OpcPackage) => new Set(opc.relationships(part).map(({ id }) => id));
  const [before, now] = [idsIn(plain), idsIn(dressed)];
  return namedRelationships(frame).every((id) => before.has(id) || !now.has(id));
}

/** The ids of the relationships that a worksheet names. */
function namedRelationships(frame: string): string[] {
  return [...frame.matchAll(/\s[\w.-]+:id\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, double, single]) => double ?? single!,
  );
}

function sameCells(a: SheetCells, b: SheetCells): boolean {
  if ('text' in a || 'text' in b) return 'text' in a && 'text' in b && a.text === b.text;
  if (a.bytes.length !== b.bytes.length) return false;
  for (let i = 0; i < a.bytes.length; i++) if (a.bytes[i] !== b.bytes[i]) return false;
  return true;
}

/** Whether every part that the workbook before leads to, and that is there now, is there before. */
function leadsNowhereNew(plain: PackageDraft, dressed: PackageDraft): boolean {
  const reached = reachableParts(plain, ['', readWorkbookPart(plain).part]);
  for (const { part } of reached.values()) {
    const relationships = relationshipsPartOf(part);
    if (!plain.has(relationships)) continue;
    // What cannot be read leads nowhere, as long as the record did not make it so.
    const isSame = plain.sameIn(dressed, relationships);
    const read = (): Relationship[] => plain.relationships(part);
    for (const { target, external } of isSame ? unlessDamaged([], read) : read()) {
      if (!external && !reached.has(partKey(target)) && dressed.has(target)) return false;
    }
  }
  return true;
}
