import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { readChoices } from './read-choices';
import type { RankedFormat } from './read-conditional-formats';
import { readConditionalFormatting, toModelFormats } from './read-conditional-formats';
import { LayoutReader } from './read-layout';
import { readLinks } from './read-links';
import { readPrintSection } from './read-page-set-up';
import type { Styles } from './read-styles';
import { unlessDamaged } from '../../src/xlsx/unless-damaged';
import type { OpenedChoices, OpenedLink, OpenedSheet } from './workbook-model';

/** What a worksheet part says of an opened worksheet besides its snapshot. */
export interface WorksheetExtras extends Pick<
  OpenedSheet,
  'columnWidths' | 'rowHeights' | 'frozen' | 'formats' | 'conditionalFormats' | 'links' | 'choices'
> {
  readonly page: Map<string, unknown>;
  /** Id of the relationship that leads to the drawing; `null` where there is none. */
  readonly drawingId: string | null;
}

/** Reads from a worksheet part, in one pass, what a snapshot leaves out. The scanner stands before the root. */
export function readWorksheetExtras(
  scanner: XmlScanner,
  styles: Styles,
  snapshot: SheetSnapshot,
): WorksheetExtras {
  const layout = new LayoutReader(styles.looks, snapshot);
  const formats: RankedFormat[] = [];
  const links: OpenedLink[] = [];
  const choices: OpenedChoices[] = [];
  const page = new Map<string, unknown>();
  let drawingId: string | null = null;
  scanner.root('worksheet', 'macrosheet');
  while (scanner.nextChild(1)) {
    layout.readSection(scanner);
    // The snapshot was read from the same text: only what it passed over can be damaged.
    unlessDamaged(undefined, () => {
      switch (scanner.name) {
        case 'conditionalFormatting':
          formats.push(...readConditionalFormatting(scanner, styles.differentialFills));
          break;
        case 'hyperlinks':
          links.push(...readLinks(scanner, snapshot.name));
          break;
        case 'dataValidations':
          choices.push(...readChoices(scanner));
          break;
        case 'drawing':
          drawingId ??= scanner.prefixedAttribute('id') ?? null;
          break;
        default:
          readPrintSection(scanner, page);
      }
    });
  }
  const { columnWidths, rowHeights, frozen } = layout;
  const conditionalFormats = toModelFormats(formats, snapshot);
  return {
    columnWidths,
    rowHeights,
    frozen,
    formats: layout.formats,
    conditionalFormats,
    links,
    choices,
    page,
    drawingId,
  };
}
