import { holds } from '../../src/app/cell-content';

describe('what a cell holds', () => {
  const formula = (text: string) => ({ value: 0.95, formula: text });

  it.each<[string, string, string, boolean]>([
    ['spaces and capital letters are of the host', '=if( D4=0, 0, D4 / C4 )', '=IF(D4=0,0,D4/C4)', true],
    [
      'its texts are of whoever wrote them',
      '=IF(C4=0,"no budget",D4/C4)',
      '=IF(C4=0,"No budget",D4/C4)',
      false,
    ],
    ['and so are the spaces in them', '=C4&" 万元"', '=C4&"万元"', false],
    ['also behind a quotation mark in a text', '=C4&"""a"&D4', '=C4&"""A"&D4', false],
    ['another cell is another formula', '=D4/C4', '=D4/C5', false],
  ])('%s', (_, now, expected, same) => {
    expect(holds(formula(now), formula(expected))).toBe(same);
  });

  it('tells a formula from its value, and a blank cell from nothing', () => {
    expect(holds({ value: 0.95, formula: null }, formula('=D4/C4'))).toBe(false);
    expect(holds(formula('=D4/C4'), { value: 0.95, formula: null })).toBe(false);
    expect(holds({ value: '', formula: null }, { value: null, formula: null })).toBe(true);
  });
});
