import { argb } from './color';

/** The first two fills are these in every workbook, whatever its style sheet says. */
export const FIRST_FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
];

/** The fill of a cell in one colour, "#RRGGBB". */
export function cellFill(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

/**
 * The differential format of a conditional format that fills with one colour, "#RRGGBB". Excel takes the background
 * colour of a solid fill here, other programs the foreground.
 */
export function highlightFormat(color: string): string {
  const rgb = argb(color);
  return (
    '<dxf><fill><patternFill patternType="solid">' +
    `<fgColor rgb="${rgb}"/><bgColor rgb="${rgb}"/></patternFill></fill></dxf>`
  );
}
