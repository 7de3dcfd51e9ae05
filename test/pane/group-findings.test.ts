import type { ReviewFinding } from '../../src/app/reviewer';
import { SEVERITIES } from '../../src/engine/severity';
import { filterFindings, groupFindings } from '../../src/pane/findings/group-findings';
import { nextOpen } from '../../src/pane/findings/use-work';
import { findingKey } from '../../src/pane/state/finding-key';
import { NO_FILTER } from '../../src/pane/state/pane-state';
import { annexWithDefects, reviewOf } from '../support/workbooks/fake-reviewer';

const { findings } = reviewOf(annexWithDefects());

describe('groups', () => {
  it.each(['rule', 'project', 'cell'] as const)('by %s hold every finding once', (grouping) => {
    const groups = groupFindings(findings, grouping);
    const held = groups.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === 'single' ? [item.finding] : item.findings)),
    );
    expect(held.map(({ id }) => id).sort()).toEqual(findings.map(({ id }) => id).sort());
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });

  it('keep their order whatever becomes of the findings', () => {
    const done = findings.map((finding): ReviewFinding => ({ ...finding, state: 'fixed' }));
    for (const grouping of ['rule', 'project', 'cell'] as const) {
      const keys = (all: readonly ReviewFinding[]) => groupFindings(all, grouping).map(({ key }) => key);
      expect(keys(done)).toEqual(keys(findings));
    }
  });

  it('by rule gather each habit, and nothing else', () => {
    const items = groupFindings(findings, 'rule').flatMap((group) => group.items);
    const habits = items.filter((item) => item.type === 'habit');
    expect(habits.length).toBeGreaterThan(1);
    expect(new Map(habits.map(({ key, findings: same }) => [key, same.length]))).toEqual(
      new Map(findings.flatMap(({ habit }) => (habit ? [[habit.id, habit.count]] : []))),
    );
    expect(habits).toContainEqual(expect.objectContaining({ columns: [11] }));
    expect(items.every((item) => item.type === 'habit' || item.finding.habit === null)).toBe(true);
  });

  it('by rule stand by the harm that is told of, then by its extent', () => {
    const groups = groupFindings(findings, 'rule');
    const order = groups.map(({ worst, findings: same }) => [SEVERITIES.indexOf(worst), -same.length]);
    expect(order).toEqual([...order].sort(([a, b], [c, d]) => a! - c! || b! - d!));
    // Few cells that do harm stand above many that do less.
    const group = (id: string) => groups.find(({ rule }) => rule === id)!;
    const [few, many] = [group('operator-typo'), group('satisfaction-no-figure')];
    expect(few.findings.length).toBeLessThan(many.findings.length);
    expect(groups.indexOf(few)).toBeLessThan(groups.indexOf(many));
  });

  it.each(['project', 'cell'] as const)('by %s name each cell by itself', (grouping) => {
    const items = groupFindings(findings, grouping).flatMap((group) => group.items);
    expect(items.every(({ type }) => type === 'single')).toBe(true);
  });

  it('count a habit as one, with its cells, until none of them is open', () => {
    const group = (all: readonly ReviewFinding[]) => groupFindings(all, 'rule')[0]!;
    const same = findings.filter(({ habit, rule }) => habit && rule === 'satisfaction-no-figure');
    const [one, ...others] = same as [ReviewFinding, ...ReviewFinding[]];
    expect(group(same)).toMatchObject({ open: 1, openCells: same.length });
    expect(group([one, ...others.map((finding) => ({ ...finding, state: 'fixed' as const }))])).toMatchObject(
      {
        open: 1,
        openCells: 1,
      },
    );
    expect(group(same.map((finding) => ({ ...finding, state: 'ignored' as const })))).toMatchObject({
      open: 0,
      openCells: 0,
    });
  });

  it('show the one cell of a habit that a filter lets through as a finding', () => {
    const one = findings.find(({ habit }) => habit)!;
    expect(groupFindings([one], 'rule')[0]!.items).toEqual([
      { type: 'single', key: findingKey(one), finding: one },
    ]);
  });

  it('of tens of thousands of findings take time in proportion', () => {
    const many = Array.from({ length: 40_000 }, (_, i): ReviewFinding => {
      const finding = findings[i % findings.length]!;
      return { ...finding, rule: `rule-${i % 60}`, id: String(i), project: String(i % 4000) };
    });
    const time = (all: readonly ReviewFinding[]): number => {
      const from = performance.now();
      for (const grouping of ['rule', 'project', 'cell'] as const) groupFindings(all, grouping);
      return performance.now() - from;
    };
    time(many.slice(0, 4000));
    expect(time(many)).toBeLessThan(2000);
  });

  it('of no findings are none', () => {
    for (const grouping of ['rule', 'project', 'cell'] as const)
      expect(groupFindings([], grouping)).toEqual([]);
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
  const groups = groupFindings(findings, 'cell');

  it('is the one below, and from the top after the last', () => {
    expect(nextOpen(groups, [findings[0]!])?.id).toBe(findings[1]!.id);
    expect(nextOpen(groups, [findings.at(-1)!])?.id).toBe(findings[0]!.id);
  });

  it('is none when all are dealt with at once', () => {
    expect(nextOpen(groups, findings)).toBeNull();
  });
});
