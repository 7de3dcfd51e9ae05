import { relativeFormula } from '../../../src/engine/sheet/relative-formula';

describe('a formula as it reads from its own cell', () => {
  it.each([
    ['=E4/D4', '=E9/D9', 3, 8],
    ['=SUM($E$4:E6)*2', '=SUM($E$9:E11)*2', 3, 8],
    ["='A1 附表'!B4+1", "='A1 附表'!B9+1", 3, 8],
    ['=IF(D4>0,"E4",LOG10(D4))', '=IF(D9>0,"E4",LOG10(D9))', 3, 8],
  ])('%s is %s further down', (here, there, row, other) => {
    expect(relativeFormula(there, other, 4)).toBe(relativeFormula(here, row, 4));
  });

  it('tells other references, texts and names', () => {
    expect(relativeFormula('=E4', 3, 4)).not.toBe(relativeFormula('=E5', 3, 4));
    expect(relativeFormula('="A1"', 3, 4)).toBe('="A1"');
    expect(relativeFormula('=LOG10(2)', 3, 4)).toBe('=LOG10(2)');
    expect(relativeFormula('=税率1', 3, 4)).toBe('=税率1');
  });
});
