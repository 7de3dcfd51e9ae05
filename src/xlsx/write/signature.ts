/** How what the product puts into a workbook is told from what others put there. The library itself signs nothing. */
export interface Signature {
  /** Whether a conditional format by this formula (without "=") is ours. */
  isHighlight(formula: string): boolean;
  /** Whether a note of this text is ours. */
  isNote(text: string): boolean;
  /** Whether a worksheet that has a defined name of its own of this name is ours. */
  isSheetName(name: string): boolean;
  /** Namespaces of custom XML parts that are ours. */
  readonly namespaces: readonly string[];
  /** Namespace of the custom XML part that tells how the workbook was before. */
  readonly restoreNamespace: string;
  /** Who our notes are by. */
  readonly author: string;
}
