import { moneyText } from '../../../src/engine/rule/figures';

test.each<[number, number, string]>([
  [771.57, 5, '771.57'],
  [771.5704, 5, '771.5704'],
  [100, 0, '100.00'],
  [100, 4, '100.00'],
  [0.1, 2, '0.10'],
  [-3.20001, 5, '-3.20001'],
  [1e30, 6, '1e+30'],
])('%d with %d decimals among the cells is %s', (amount, moneyDecimals, text) => {
  expect(moneyText(amount, { moneyDecimals })).toBe(text);
});
