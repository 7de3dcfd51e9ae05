import { commonHead } from '../../../src/engine/rollup/common-head';

test.each([
  ['nothing of no annex', [], null, null],
  ['what the only one says', [{ year: 2023, department: '水利局' }], 2023, '水利局'],
  [
    'what all say that say anything',
    [
      { year: 2023, department: null },
      { year: null, department: '水利局' },
      { year: 2023, department: '水利局' },
    ],
    2023,
    '水利局',
  ],
  [
    'neither year nor department of several',
    [
      { year: 2022, department: '水利局' },
      { year: 2023, department: '林业局' },
    ],
    null,
    null,
  ],
])('a rollup names %s', (_name, annexes, year, department) => {
  expect(commonHead(annexes)).toEqual({ year, department });
});
