export const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';

/** A thin line on every side. */
export const THIN_BORDER = `<border>${['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
  .join('')}<diagonal/></border>`;
