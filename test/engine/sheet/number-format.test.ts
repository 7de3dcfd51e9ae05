import {
  displayNumber,
  plainNumber,
  shownDigits,
  storedDecimals,
} from '../../../src/engine/sheet/number-format';

describe('shownDigits', () => {
  const plain = (decimals: number | null) => ({ decimals, percent: false, date: false });
  const percent = (decimals: number) => ({ decimals, percent: true, date: false });
  const date = { decimals: 0, percent: false, date: true };

  test.each([
    ['General', plain(null)],
    ['general', plain(null)],
    ['G/通用格式', plain(null)],
    ['@', plain(null)],
    ['', plain(null)],
    ['0', plain(0)],
    ['0.00', plain(2)],
    ['0.0000', plain(4)],
    ['#,##0', plain(0)],
    ['#,##0.00', plain(2)],
    ['#,##0.00_);[Red](#,##0.00)', plain(2)],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', plain(2)],
    ['0.##', plain(2)],
    ['0;-0.00', plain(0)],
    ['0.00"万元"', plain(2)],
    ['0"年"', plain(0)],
    ['¥#,##0.00', plain(2)],
    ['[$-804]0.0', plain(1)],
    ['\\%0.0', plain(1)],
    ['"%"0.0', plain(1)],
    ['0%', percent(0)],
    ['0.00%', percent(2)],
    ['#,##0.0%', percent(1)],
    ['0.00%;-0%', percent(2)],
    ['[Red]0.0%', percent(1)],
    ['yyyy-mm-dd', date],
    ['yyyy/m/d', date],
    ['yyyy"年"m"月"d"日"', date],
    ['[$-804]yyyy"年"m"月";@', date],
    ['m/d/yy h:mm', date],
    ['m"月"', date],
    ['h:mm', plain(null)],
    ['h:mm AM/PM', plain(null)],
    ['上午/下午h"时"mm"分"', plain(null)],
    ['mm:ss.0', plain(null)],
    ['h:mm:ss.00', plain(null)],
    ['[h]:mm', plain(null)],
    ['[hh]', plain(null)],
    ['# ?/?', plain(null)],
    ['# ??/100', plain(null)],
  ])('%p', (format, shown) => {
    expect(shownDigits(format)).toEqual(shown);
    expect(shownDigits(format)).toEqual(shown);
  });
});

describe('displayNumber', () => {
  test.each([
    [0.9346, '0.00%', '93.46%'],
    [0.9346, '0%', '93%'],
    [1, '0%', '100%'],
    [0.57, '0.0%', '57.0%'],
    [1234.5, 'General', '1234.5'],
    [1234.5, '0', '1235'],
    [1234.5, '#,##0.00', '1234.50'],
    [0.1 + 0.2, 'General', '0.3'],
    [-3.14159, '0.00', '-3.14'],
    [36, '@', '36'],
    [1, 'yyyy-mm-dd', '1899年12月31日'],
    [45_291, 'yyyy-mm-dd', '2023年12月31日'],
    [45_291.99, 'yyyy"年"m"月"', '2023年12月31日'],
    [45_292, 'm/d/yy h:mm', '2024年1月1日'],
    [0.375, 'h:mm', '0.375'],
    [0.5, '# ?/?', '0.5'],
    [2_958_465, 'yyyy-mm-dd', '9999年12月31日'],
    [2_958_466, 'yyyy-mm-dd', '2958466'],
    [0, 'yyyy-mm-dd', '0'],
  ])('%d as %p is %p', (value, format, shown) => {
    expect(displayNumber(value, format)).toBe(shown);
  });
});

describe('plainNumber and storedDecimals', () => {
  test.each([
    [0, '0', 0],
    [12, '12', 0],
    [12.5, '12.5', 1],
    [100, '100', 0],
    [-0.05, '-0.05', 2],
    [0.1 + 0.2, '0.3', 1],
    [1.005 * 1000, '1005', 0],
    [25.88 / 27.69, '0.934633441676', 12],
    [1 / 3, '0.333333333333', 12],
    [123_456_789.12, '123456789.12', 2],
    [1e-7, '0.0000001', 7],
    [2.5e-8, '0.000000025', 9],
    [1e11, '100000000000', 0],
    [5234567890.12, '5234567890.12', 2],
  ])('%d is written %p with %i decimals', (value, text, decimals) => {
    expect(plainNumber(value)).toBe(text);
    expect(storedDecimals(value)).toBe(decimals);
  });

  test('noise around 0 is 0', () => {
    expect(Number(plainNumber(0.3 - 0.1 - 0.2))).toBeCloseTo(0, 12);
    expect(storedDecimals(0.3 - 0.1 - 0.2)).toBe(0);
  });
});
