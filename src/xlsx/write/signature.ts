import type { SheetSnapshot } from '../../engine/sheet/snapshot';

/** How what the product puts into a workbook is told from what others put there. The library itself signs nothing. */
export interface Signature {
  /** Whether a conditional format by this formula (without "=") is ours. */
  isHighlight(formula: string): boolean;
  /** Whether a note of this text is ours. */
  isNote(text: string): boolean;
  /** Which kind of worksheet of ours has a defined name of its own of this name; `null`: none. */
  sheetKey(name: string): string | null;
  /** Whether a worksheet with such a name holds what one of ours of that kind holds. */
  isSheet(key: string, sheet: SheetSnapshot): boolean;
  /** Namespaces of custom XML parts that are ours. */
  readonly namespaces: readonly string[];
  /** Whether a custom document property of this name is ours. */
  isProperty(name: string): boolean;
  /** Namespace of the custom XML part that tells how the workbook was before. */
  readonly restoreNamespace: string;
  /** Who our notes are by. */
  readonly author: string;
}
