import { parseAddress } from '../../../../src/engine/sheet/address';
import type { Random } from '../../random';
import type { CellInput } from '../sheet-builder';
import type { IndicatorTruth } from './model';
import type { FormWriter } from './writer';

/** Something that may be wrong with a form, whatever its project is. */
export interface FormFaultKind {
  readonly kind: string;
  readonly rules: readonly string[];
  readonly note?: true;
  /** Changes cells of a form that is drawn, and says where; `null`, with nothing changed, where it cannot stand there. */
  plant(writer: FormWriter, random: Random): readonly string[] | null;
}

function read({ canvas }: FormWriter, address: string): CellInput {
  const { row, column } = parseAddress(address)!;
  return canvas.at(row, column);
}

function write({ canvas }: FormWriter, address: string, value: CellInput): void {
  const { row, column } = parseAddress(address)!;
  canvas.set(row, column, value);
}

function fieldCell({ fields }: FormWriter, field: string): string | null {
  return Object.keys(fields).find((address) => fields[address] === field) ?? null;
}

/** Indicators with points, of all kinds, those of the second row of one too. */
function scoredRows(writer: FormWriter): IndicatorTruth[] {
  return writer.indicators.filter(
    ({ cells: { weight, score } }) =>
      weight && score && typeof read(writer, weight) === 'number' && typeof read(writer, score) === 'number',
  );
}

/** Where weights stand: their sum may be reported at any of them. */
export function weightCells({ indicators }: FormWriter): string[] {
  return indicators.flatMap(({ cells: { weight } }) => weight ?? []);
}

/** Adds to the points of an indicator and to their sum. */
function addPoints(writer: FormWriter, score: string, more: number): void {
  write(writer, score, round((read(writer, score) as number) + more));
  const total = fieldCell(writer, 'totalScore');
  if (total) write(writer, total, round((read(writer, total) as number) + more));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Faults that only forms have, or that stand in any row of their indicators. */
export const FORM_FAULTS: readonly FormFaultKind[] = [
  {
    kind: 'more points than there are, in any row',
    rules: ['score-over-weight'],
    plant(writer, random) {
      const rows = scoredRows(writer);
      if (rows.length === 0) return null;
      const { weight, score } = random.pick(rows).cells;
      addPoints(
        writer,
        score!,
        (read(writer, weight!) as number) - (read(writer, score!) as number) + random.integer(1, 4),
      );
      return [score!];
    },
  },
  {
    kind: 'points blank, in any row',
    rules: ['score-missing'],
    plant(writer, random) {
      const rows = scoredRows(writer);
      if (rows.length === 0) return null;
      const { score } = random.pick(rows).cells;
      addPoints(writer, score!, -(read(writer, score!) as number));
      write(writer, score!, null);
      return [score!];
    },
  },
  {
    kind: 'result blank, in any row',
    rules: ['result-missing'],
    plant(writer, random) {
      const rows = writer.indicators.filter(
        ({ cells: { result } }) => result && read(writer, result) !== null,
      );
      if (rows.length === 0) return null;
      const result = random.pick(rows).cells.result!;
      write(writer, result, random.pick([null, null, '—', '/']));
      return [result];
    },
  },
  {
    kind: 'sum of the points, in any form',
    rules: ['total-score-mismatch'],
    plant(writer, random) {
      const total = fieldCell(writer, 'totalScore');
      if (!total) return null;
      write(writer, total, round((read(writer, total) as number) - random.integer(10, 60) / 10));
      return [total];
    },
  },
  {
    kind: 'sum of the weights',
    rules: ['weight-sum-not-100'],
    plant(writer, random) {
      const total = fieldCell(writer, 'totalWeight');
      if (!total) return null;
      write(writer, total, random.pick([90, 95, 98, 105, 110]));
      return [total];
    },
  },
  {
    kind: 'level with other points than its rows',
    rules: ['level1-weight-off', 'weight-sum-not-100'],
    plant(writer, random) {
      const levels = (writer.marks.get('level1') ?? []).filter((address) =>
        /（\d+分）/.test(String(read(writer, address))),
      );
      if (levels.length === 0 || weightCells(writer).length === 0) return null;
      const level = random.pick(levels);
      const text = String(read(writer, level)).replace(
        /（(\d+)分）/,
        (_match, points: string) => `（${Number(points) + random.pick([-5, 5, 10])}分）`,
      );
      for (const same of levels)
        if (String(read(writer, same)).split('（')[0] === text.split('（')[0]) write(writer, same, text);
      return [...writer.marks.get('level1')!, ...weightCells(writer)];
    },
  },
  {
    kind: 'coefficient other than the points',
    rules: ['score-coefficient-mismatch'],
    plant(writer, random) {
      const found = writer.marks.get('coefficient') ?? [];
      if (found.length === 0) return null;
      const cell = random.pick(found);
      write(writer, cell, round((read(writer, cell) as number) * random.pick([0.5, 0.7, 0.8])));
      return writer.indicators.flatMap(({ cells }) =>
        cells.coefficient === cell ? [cell, cells.score!] : [],
      );
    },
  },
  {
    kind: 'coefficient that the result does not bear',
    rules: ['score-coefficient-mismatch'],
    plant(writer) {
      for (const { cells } of writer.indicators) {
        const { coefficient, target, result, weight, score, measureUnit, operator } = cells;
        if (!coefficient || !target || read(writer, coefficient) !== 1 || read(writer, operator!) !== '≥')
          continue;
        const asked = read(writer, target);
        if (typeof asked !== 'number' || asked < 10) continue;
        write(writer, result!, `${Math.floor(asked * 0.46)}${String(read(writer, measureUnit!))}`);
        write(writer, score!, read(writer, weight!));
        return [coefficient];
      }
      return null;
    },
  },
  {
    kind: 'points beside a source of money',
    rules: ['fund-subrow-scored'],
    note: true,
    plant(writer, random) {
      const cells = writer.marks.get('sourcePoints') ?? [];
      const total = fieldCell(writer, 'executionRate.weight');
      if (cells.length === 0 || !total) return null;
      const cell = random.pick(cells);
      write(writer, cell, random.pick([10, 9.5, 5]));
      return [cell];
    },
  },
  {
    kind: 'points of an indicator an error',
    rules: ['formula-error'],
    plant(writer, random) {
      const rows = scoredRows(writer);
      if (rows.length === 0) return null;
      const score = random.pick(rows).cells.score!;
      write(writer, score, { value: { error: '#REF!' }, formula: '=#REF!*0.1' });
      return [score];
    },
  },
  {
    kind: 'signature blank',
    rules: ['header-blank'],
    note: true,
    plant(writer) {
      const [signature] = writer.marks.get('signature') ?? [];
      if (!signature) return null;
      write(writer, signature, '填表人：');
      return [signature];
    },
  },
  {
    kind: 'target in the name alone',
    rules: ['target-missing', 'result-without-target'],
    plant(writer, random) {
      const rows = writer.indicators.filter(
        ({ cells: { name, target, result } }) =>
          name &&
          target &&
          result &&
          /^[≥≤]?\d/.test(String(read(writer, target))) &&
          read(writer, result) !== null,
      );
      if (rows.length === 0) return null;
      const { name, target } = random.pick(rows).cells;
      write(writer, name!, `${String(read(writer, name!))}${String(read(writer, target!))}`);
      write(writer, target!, null);
      return [target!, name!];
    },
  },
];
