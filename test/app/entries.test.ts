import { countEntries } from '../../src/app/entries';
import type { ReviewFinding } from '../../src/app/reviewer';
import { annexWithDefects, reviewOf } from '../support/workbooks/fake-reviewer';

const [some] = reviewOf(annexWithDefects()).findings as [ReviewFinding];
const finding = (id: string, severity: ReviewFinding['severity'], habit: string | null): ReviewFinding => ({
  ...some,
  id,
  severity,
  habit: habit === null ? null : { id: habit, count: 3, shared: 'unit' },
});
const FINDINGS = [
  finding('a', 'error', null),
  finding('b', 'warning', 'h'),
  finding('c', 'warning', 'h'),
  finding('d', 'warning', 'h'),
  finding('e', 'info', 'other'),
  finding('f', 'info', null),
];

test('a habit is one entry of many cells', () => {
  expect(countEntries(FINDINGS)).toEqual({
    open: { error: 1, warning: 1, info: 2 },
    cells: { error: 1, warning: 3, info: 2 },
    entries: 4,
    findings: 6,
  });
});

test.each([
  ['stays open with any of its cells', ['b', 'c'], { open: 1, cells: 1 }],
  ['is done with the last of them', ['b', 'c', 'd'], { open: 0, cells: 0 }],
])('a habit %s', (_, done, { open, cells }) => {
  const counts = countEntries(
    FINDINGS.map((each) => (done.includes(each.id) ? { ...each, state: 'ignored' } : each)),
  );
  expect([counts.open.warning, counts.cells.warning, counts.entries]).toEqual([open, cells, 4]);
});

test('a habit whose findings weigh differently is one entry, by the worst that is open', () => {
  const mixed = [finding('a', 'info', 'h'), finding('b', 'warning', 'h'), finding('c', 'info', 'h')];
  const none = { error: 0, warning: 0, info: 0 };
  expect(countEntries(mixed).open).toEqual({ ...none, warning: 1 });
  expect(
    countEntries(mixed.map((each) => (each.id === 'b' ? { ...each, state: 'ignored' } : each))).open,
  ).toEqual({ ...none, info: 1 });
});
