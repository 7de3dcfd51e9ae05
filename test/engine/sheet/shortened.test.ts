import { LONGEST_MESSAGE, LONGEST_QUOTED, shortened } from '../../../src/engine/sheet/shortened';

test.each([
  ['', 3, ''],
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['绩效自评表', 4, '绩效自…'],
  // Each of these is two UTF-16 characters.
  ['𠮷𠮷', 4, '𠮷𠮷'],
  ['𠮷𠮷𠮷', 4, '𠮷…'],
  ['𠮷𠮷𠮷', 5, '𠮷𠮷…'],
])('"%s" in %i characters is "%s"', (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
});

test('what is quoted fits a message', () => {
  expect(shortened('长'.repeat(32_767))).toHaveLength(LONGEST_QUOTED);
  expect(LONGEST_QUOTED * 2).toBeLessThan(LONGEST_MESSAGE);
});
