import type { Annex } from '../../../src/engine/annex/annex';
import { cellOf, placeFinder } from '../../../src/engine/annex/cell-refs';
import type { FieldId } from '../../../src/engine/annex/field-id';
import type { Place } from '../../../src/engine/annex/place';
import { AnnexReading } from '../../../src/engine/annex/reading';
import { recognise } from '../../../src/engine/annex/recognise';
import { saysWhatIsKnown } from '../../../src/engine/review/known-cells';
import { buildSheet } from '../../support/annexes/sheet-builder';
import { generateWide } from '../../support/annexes/wide-generator';

const sheet = buildSheet([
  ['项目支出绩效自评表', null, null, null],
  ['项目名称', '村道硬化', '主管部门', '交通局'],
  ['全年预算数', 50, '全年执行数', '48万元'],
  ['执行率', { value: 0.96, format: '0%' }, '得分', 9.6],
  ['数量指标', '硬化里程', '≥3公里', '2公里'],
]);

const place = (field: FieldId, row: number, indicator = -1): Place => ({
  field,
  guess: null,
  content: 'texts',
  labels: [{ row, column: 0, text: String(sheet.values[row]![0]) }],
  along: 'cell',
  line: row,
  confidence: 'certain',
  evidence: [],
  indicator,
  percent: false,
});

const fields: readonly (readonly [FieldId, number, number])[] = [
  ['projectName', 1, 1],
  ['budget', 2, 1],
  ['actual', 2, 3],
  ['executionRate', 3, 1],
  ['executionRate.score', 3, 3],
];
const roles = ['name', 'target', 'result'] as const;
const wide = recognise(generateWide(1).sheet)[0]!;
const form: Annex = {
  ...wide,
  layout: 'form',
  headerRows: null,
  merges: [],
  unknownCells: [],
  places: [
    ...fields.map(([field, row]) => place(field, row)),
    ...roles.map((role) => place(`indicator.quantity.${role}`, 4, 0)),
  ],
  indicators: [],
  projects: [
    {
      id: `${wide.id}/0`,
      name: '村道硬化',
      unit: null,
      rows: { first: 1, last: 4 },
      cells: Object.fromEntries(
        fields.map(([field, row, column], index) => [field, { row, column, place: index }]),
      ),
      indicatorRefs: [
        {
          kind: 'quantity',
          kindGuessed: false,
          cells: Object.fromEntries(
            roles.map((role, i) => [role, { row: 4, column: i + 1, place: fields.length + i }]),
          ),
        },
      ],
    },
  ],
};

describe('a project whose frame names its cells', () => {
  const project = new AnnexReading(form, sheet).project(0);

  test('is read from them', () => {
    expect(project).toMatchObject({ name: '村道硬化', row: 1, lastRow: 4, sequence: null, narrative: {} });
    expect(project.nameCell).toMatchObject({ row: 1, column: 1, place: 0, text: '村道硬化' });
    expect(project.money).toEqual({
      budget: expect.objectContaining({ row: 2, column: 1, place: 1, number: 50 }),
      actual: expect.objectContaining({ row: 2, column: 3, place: 2, number: 48, writtenUnit: '万元' }),
    });
    expect(project.rate).toMatchObject({ place: 3, fraction: 0.96, percentSign: true });
    expect(project.scores).toEqual({ 'executionRate.score': expect.objectContaining({ number: 9.6 }) });
  });

  test('has its indicators judged', () => {
    expect(project.indicators).toHaveLength(1);
    expect(project.indicators[0]).toMatchObject({ kind: 'quantity', weight: null, score: null });
    expect(project.indicators[0]!.target).toMatchObject({ place: 6, text: '≥3公里' });
    expect(project.indicators[0]!.verdict).toMatchObject({ verdict: 'short' });
  });

  test('without a cell for its name has a blank one where it begins', () => {
    const { cells, ...frame } = form.projects[0]!;
    const others = { ...cells };
    delete others.projectName;
    const nameless = { ...form, projects: [{ ...frame, name: null, cells: others }] };
    const read = new AnnexReading(nameless, sheet).project(0);
    expect(read.name).toBe('');
    expect(read.nameCell).toMatchObject({ row: 1, column: form.range.firstColumn, place: -1, text: '' });
  });
});

describe('cells and places', () => {
  test('in a form are those that its frame names', () => {
    const [project] = form.projects;
    expect(cellOf(form, project!, 'actual')).toEqual({ row: 2, column: 3, place: 2 });
    expect(cellOf(form, project!, 'sequence')).toBeNull();
    const placeAt = placeFinder(form);
    expect([placeAt({ row: 2, column: 3 }), placeAt({ row: 4, column: 2 })]).toEqual([2, 6]);
    expect(placeAt({ row: 2, column: 2 })).toBe(-1);
  });

  test('in a wide table are its rows and columns', () => {
    const [project] = wide.projects;
    const index = wide.places.findIndex(({ field }) => field === 'projectName');
    const cell = { row: project!.rows.first, column: wide.places[index]!.line };
    expect(cellOf(wide, project!, 'projectName')).toEqual({ ...cell, place: index });
    expect(cellOf(wide, project!, 'budget.adjustment')).toBeNull();
    expect(placeFinder(wide)(cell)).toBe(index);
    expect(placeFinder(wide)({ row: cell.row, column: 500 })).toBe(-1);
  });
});

test('where a figure of a form is not known, nothing is said of its other figures, whatever their row', () => {
  const finding = { rule: 'money-rule', cell: { row: 3, column: 1 }, related: [] };
  const rule = { meta: { id: 'money-rule', topic: 'money', requires: [] } };
  const says = (unknownCells: Annex['unknownCells']): boolean =>
    saysWhatIsKnown({ ...form, unknownCells }, [rule as never])(finding as never);
  expect(says([])).toBe(true);
  expect(says([{ row: 2, column: 3 }])).toBe(false);
  expect(says([{ row: 4, column: 2 }])).toBe(true);
});
