import type { ReviewFinding } from '../../src/app/reviewer';
import { filterFindings, groupFindings } from '../../src/pane/findings/group-findings';
import { nextOpen } from '../../src/pane/findings/use-work';
import { NO_FILTER } from '../../src/pane/state/pane-state';
import { annexWithDefects, reviewOf } from '../support/workbooks/fake-reviewer';

const { findings } = reviewOf(annexWithDefects());
const count = 24;

describe('groups', () => {
  it.each(['rule', 'project', 'cell'] as const)('by %s hold every finding once', (grouping) => {
    const groups = groupFindings(findings, grouping, count);
    const held = groups.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === 'single' ? [item.finding] : item.findings)),
    );
    expect(held.map(({ id }) => id).sort()).toEqual(findings.map(({ id }) => id).sort());
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });

  it('keep their order whatever becomes of the findings', () => {
    const done = findings.map((finding): ReviewFinding => ({ ...finding, state: 'fixed' }));
    for (const grouping of ['rule', 'project', 'cell'] as const) {
      const keys = (all: readonly ReviewFinding[]) =>
        groupFindings(all, grouping, count).map(({ key }) => key);
      expect(keys(done)).toEqual(keys(findings));
    }
  });

  it('gather what repeats down a column, and only that', () => {
    const items = groupFindings(findings, 'rule', count).flatMap((group) => group.items);
    const systemic = items.filter((item) => item.type === 'systemic');
    expect(systemic).toHaveLength(1);
    expect(systemic[0]).toMatchObject({ columns: [11] });
    const many = groupFindings(findings, 'rule', 100).flatMap((group) => group.items);
    expect(many.every(({ type }) => type === 'single')).toBe(true);
  });

  it('gather what repeats through a table, one card a message', () => {
    const [one] = findings as [ReviewFinding];
    const finding = (row: number, column: number, message: string): ReviewFinding => ({
      ...one,
      id: `${one.rule}!${row} ${column}!${message}`,
      cell: { row, column },
      message,
    });
    const table = Array.from({ length: 6 }, (_, i) => [
      finding(i, 3 + (i % 2), 'words'),
      finding(i, 8, 'copied'),
    ]).flat();
    const [group] = groupFindings([...table, finding(9, 9, 'other')], 'rule', 10);
    expect(
      group!.items.map((item) =>
        item.type === 'systemic' ? [item.columns, item.findings.length] : item.finding.message,
      ),
    ).toEqual([[[3, 4], 6], [[8], 6], 'other']);
  });

  it('of tens of thousands of findings take time in proportion', () => {
    const many = Array.from({ length: 40_000 }, (_, i): ReviewFinding => {
      const finding = findings[i % findings.length]!;
      return { ...finding, rule: `rule-${i % 60}`, id: String(i), project: String(i % 4000) };
    });
    const time = (all: readonly ReviewFinding[]): number => {
      const from = performance.now();
      for (const grouping of ['rule', 'project', 'cell'] as const) groupFindings(all, grouping, 4000);
      return performance.now() - from;
    };
    time(many.slice(0, 4000));
    expect(time(many)).toBeLessThan(2000);
  });

  it('of no findings are none', () => {
    for (const grouping of ['rule', 'project', 'cell'] as const)
      expect(groupFindings([], grouping, count)).toEqual([]);
  });
});

describe('a filter', () => {
  const text = ({ project }: ReviewFinding): string => (project ?? '').toLowerCase();

  it('that lets everything through costs nothing', () => {
    expect(filterFindings(findings, NO_FILTER, text)).toBe(findings);
    expect(filterFindings(findings, { ...NO_FILTER, query: '  ' }, text)).toBe(findings);
  });

  it('takes severities and words together', () => {
    const shown = filterFindings(findings, { ...NO_FILTER, severities: ['warning'], query: '第6批' }, text);
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown.map(({ severity, project }) => `${severity} ${project}`))).toEqual(
      new Set(['warning 公园养护（第6批）']),
    );
  });
});

describe('the next open finding', () => {
  const groups = groupFindings(findings, 'cell', count);

  it('is the one below, and from the top after the last', () => {
    expect(nextOpen(groups, [findings[0]!])?.id).toBe(findings[1]!.id);
    expect(nextOpen(groups, [findings.at(-1)!])?.id).toBe(findings[0]!.id);
  });

  it('is none when all are dealt with at once', () => {
    expect(nextOpen(groups, findings)).toBeNull();
  });
});
