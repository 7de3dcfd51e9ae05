import { isTrue } from '../../src/xlsx/xml/xml-boolean';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { eachElement } from './element-path';
import { readColor } from './read-colors';
import { unlessDamaged } from '../../src/xlsx/unless-damaged';
import type { CellFormat } from './workbook-model';

type Horizontal = NonNullable<CellFormat['horizontal']>;
type Vertical = NonNullable<CellFormat['vertical']>;

/** What a styles part says, by the 0-based indexes other parts refer to. */
export interface Styles {
  readonly looks: readonly CellFormat[];
  /** Fills of the differential formats, which conditional formats lay over cells; `null` for none. */
  readonly differentialFills: readonly (string | null)[];
}

/** Where a file has no styles. */
export const NO_STYLES: Styles = { looks: [], differentialFills: [] };

/**
 * Reads how cells look from a styles part. The scanner stands before the root. Number formats are left to the reader
 * of values.
 */
export function readStyles(scanner: XmlScanner, theme: readonly string[]): Styles {
  const fonts: CellFormat[] = [];
  const fills: (string | null)[] = [];
  const borders: CellFormat['border'][] = [];
  const looks: CellFormat[] = [];
  const differentialFills: (string | null)[] = [];
  scanner.root('styleSheet');
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('fonts')) {
      while (scanner.nextChild(2)) fonts.push(readFont(scanner, theme));
    } else if (scanner.nameIs('fills')) {
      while (scanner.nextChild(2)) fills.push(readFill(scanner, theme));
    } else if (scanner.nameIs('borders')) {
      while (scanner.nextChild(2)) borders.push(readBorder(scanner));
    } else if (scanner.nameIs('cellXfs')) {
      while (scanner.nextChild(2)) {
        const index = (name: string) => Number(scanner.attribute(name) ?? 0);
        const look: CellFormat = {
          ...fonts[index('fontId')],
          fill: fills[index('fillId')] ?? null,
          border: borders[index('borderId')] ?? null,
        };
        looks.push({ ...look, ...readAlignment(scanner) });
      }
    } else if (scanner.nameIs('dxfs')) {
      while (scanner.nextChild(2))
        differentialFills.push(unlessDamaged(null, () => readDifferentialFill(scanner, theme)));
    }
  }
  return { looks, differentialFills };
}

function readFont(scanner: XmlScanner, theme: readonly string[]): CellFormat {
  let font: CellFormat = {};
  while (scanner.nextChild(3)) {
    const value = scanner.attribute('val');
    if (scanner.nameIs('b')) font = { ...font, bold: value === undefined || isTrue(value) };
    else if (scanner.nameIs('sz')) font = { ...font, fontSize: Number(value) };
    else if (scanner.nameIs('name') && value) font = { ...font, fontName: value };
    else if (scanner.nameIs('color')) {
      const color = readColor(scanner, theme);
      if (color) font = { ...font, fontColor: color };
    }
  }
  return font;
}

/** Patterns that are not solid show as their foreground too; gradients as nothing. */
function readFill(scanner: XmlScanner, theme: readonly string[]): string | null {
  let fill: string | null = null;
  while (scanner.nextChild(3)) {
    if (!scanner.nameIs('patternFill') || scanner.attribute('patternType') !== 'solid') continue;
    while (scanner.nextChild(4)) if (scanner.nameIs('fgColor')) fill = readColor(scanner, theme);
  }
  return fill;
}

/** Here, unlike in the fills of cells, a solid fill has its colour as the background. */
function readDifferentialFill(scanner: XmlScanner, theme: readonly string[]): string | null {
  const colors: { bgColor?: string | null; fgColor?: string | null } = {};
  eachElement(scanner, ['fill', 'patternFill'], () => {
    if (scanner.attribute('patternType') === 'none') return;
    eachElement(scanner, ['bgColor|fgColor'], () => {
      colors[scanner.name as keyof typeof colors] = readColor(scanner, theme);
    });
  });
  return colors.bgColor ?? colors.fgColor ?? null;
}

function readBorder(scanner: XmlScanner): CellFormat['border'] {
  let border: CellFormat['border'] = null;
  while (scanner.nextChild(3)) {
    const style = scanner.attribute('style');
    if (style && style !== 'none' && !scanner.nameIs('diagonal')) border = 'thin';
  }
  return border;
}

function readAlignment(scanner: XmlScanner): CellFormat {
  let alignment: CellFormat = { horizontal: 'general', vertical: 'bottom', wrap: false };
  while (scanner.nextChild(3)) {
    if (!scanner.nameIs('alignment')) continue;
    alignment = {
      horizontal: horizontal(scanner.attribute('horizontal')),
      vertical: vertical(scanner.attribute('vertical')),
      wrap: isTrue(scanner.attribute('wrapText')),
    };
  }
  return alignment;
}

function horizontal(name: string | undefined): Horizontal {
  if (name === 'left' || name === 'center' || name === 'right') return name;
  return name === 'centerContinuous' ? 'center' : 'general';
}

function vertical(name: string | undefined): Vertical {
  if (name === 'top' || name === 'center') return name;
  return name === 'distributed' || name === 'justify' ? 'center' : 'bottom';
}
