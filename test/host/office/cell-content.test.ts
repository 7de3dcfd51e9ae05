import { toFormula, toValue } from '../../../src/host/office/cell-content';
import { toInput } from '../../../src/host/protocol/written-content';

describe('cells of Excel', () => {
  it.each([
    '=A1',
    '2026-01',
    '007',
    '90%',
    "'x",
    '1e5',
    'TRUE',
    '#N/A',
    '-',
    '三月',
    '上午9:00',
    'abc',
    ' x',
  ])('gets %j with an apostrophe, so that it stays a text', (text) => {
    expect(toInput(text)).toBe(`'${text}`);
  });

  it.each(['不低于90%', '≥90%', '维修路灯120盏', '《办法》', '①完成'])(
    'gets %j as it is, which it cannot take for anything else',
    (text) => {
      expect(toInput(text)).toBe(text);
    },
  );

  it('gets blanks as an empty text, and numbers and errors as they are', () => {
    expect([null, '', 1.5, true, { error: '#N/A' } as const].map(toInput)).toEqual([
      '',
      '',
      1.5,
      true,
      '#N/A',
    ]);
  });

  it('gives errors it does not know as unknown ones', () => {
    expect(toValue('#BUSY!', 'Error')).toEqual({ error: '#UNKNOWN!' });
    expect(toValue('#NAME?', 'Error')).toEqual({ error: '#NAME?' });
    expect(toValue('#NAME?', 'String')).toBe('#NAME?');
  });

  it('tells formulas from texts that begin with "="', () => {
    expect(toFormula('=A1', 5)).toBe('=A1');
    expect(toFormula('=A1', '=A1')).toBeNull();
    expect(toFormula("'=A1", '=A1')).toBeNull();
    expect(toFormula(5, 5)).toBeNull();
  });
});
