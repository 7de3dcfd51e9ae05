import type { OpcPackage } from '../package/opc-package';
import { unlessDamaged } from '../unless-damaged';

export const STYLES_KIND = 'styles';
export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** The part a workbook names as its style sheet, whether it is there or not; `null` where it names none. */
export function namedStylesPart(opc: OpcPackage, workbookPart: string): string | null {
  const targets = opc
    .relationships(workbookPart)
    .flatMap(({ kind, external, target }) => (kind === STYLES_KIND && !external ? [target] : []));
  return targets.find((target) => opc.has(target)) ?? targets[0] ?? null;
}

/**
 * The part with the style sheet of a workbook, whether it is there or not; `null` where there is none. Where the
 * workbook names none that is there, it is the style sheet that lies where workbooks have theirs: other programs look
 * for it there, and the styles of the cells count in it.
 */
export function stylesPartOf(opc: OpcPackage, workbookPart: string): string | null {
  const named = namedStylesPart(opc, workbookPart);
  if (named !== null && opc.has(named)) return named;
  const usual = usualStylesPart(workbookPart);
  return opc.has(usual) && opc.contentType(usual) === STYLES_TYPE && isStyleSheet(opc, usual) ? usual : named;
}

/** What the style sheet of a workbook is called as a rule. */
export function usualStylesPart(workbookPart: string): string {
  return `${workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1)}styles.xml`;
}

/** Whether a part is a style sheet, and sound to its end. */
function isStyleSheet(opc: OpcPackage, part: string): boolean {
  return unlessDamaged(false, () => {
    const scanner = opc.scan(part);
    scanner.root('styleSheet');
    // To the end of the root.
    while (scanner.nextChild(1));
    return true;
  });
}
