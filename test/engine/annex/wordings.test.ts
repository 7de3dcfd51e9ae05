import { reviewSheet } from '../../../src/engine/review/review-sheet';
import { StatementCache } from '../../../src/engine/quantity';
import { RULES } from '../../../src/engine/rules';
import type { Finding } from '../../../src/engine/rule/finding';
import { columnLetters, toAddress } from '../../../src/engine/sheet/address';
import { drawTable } from '../../support/annexes/drawn-table';
import { DRAWINGS } from './wordings/drawings';
import { faultsOf, type Fault } from './wordings/faults';

/** A score that was right before a result or an amount was changed is wrong afterwards, in its own cell. */
const OF_SCORES = new Set(RULES.flatMap(({ meta }) => (meta.topic === 'score' ? [meta.id] : [])));

/** One wording of each defect a table, by turns; `npm run nightly -- wordings` takes them all. */
const ALL_TURNS = process.env.WORDED_DEFECTS === 'all';
const TURNS = [0, 1, 2, 3];

describe.each(DRAWINGS.map((drawing, i) => [drawing.name, drawing, i] as const))(
  '%s',
  (_name, drawing, i) => {
    const { sheet, truth } = drawTable(drawing);
    // All are the same table but for a defect: equal texts need be read but once.
    const statements = new StatementCache();
    const reviewed = reviewSheet(sheet, { statements });

    test('is recognised', () => {
      expect(reviewed).toHaveLength(1);
      const { annex } = reviewed[0]!;
      const labelled = (pairs: readonly (readonly [number, string])[]): string[] =>
        pairs.map(([column, field]) => `${columnLetters(column)} ${field}`);
      expect(
        labelled(annex.places.flatMap(({ line, field }) => (field ? [[line, field] as const] : []))),
      ).toEqual(labelled(truth.columns));
      expect(annex.projects.map(({ row, lastRow, unit, name }) => ({ row, lastRow, unit, name }))).toEqual(
        truth.projects,
      );
      expect(annex.totals.map(({ row }) => row)).toEqual(truth.sums);
      expect({
        title: annex.title?.replace(/\s/g, ''),
        year: annex.year,
        unit: annex.moneyUnit,
        headerRows: annex.headerRows,
        layout: annex.layout,
      }).toEqual({
        title: truth.title?.replace(/\s/g, ''),
        year: drawing.year,
        unit: drawing.unit,
        headerRows: truth.headerRows,
        layout: 'wide',
      });
    });

    test('raises no alarm', () => {
      const alarms = reviewed.flatMap(({ findings }) => findings.filter((f) => f.severity !== 'info'));
      expect(
        alarms.map((f) => `${toAddress(f.cell.row, f.cell.column)} ${f.rule} ${JSON.stringify(f.data)}`),
      ).toEqual([]);
    });

    const places = (findings: readonly Finding[]): string[] =>
      findings.map((f) => `${toAddress(f.cell.row, f.cell.column)} ${f.rule}`);
    const clean = new Set(places(reviewed.flatMap(({ findings }) => findings)));
    const faults = TURNS.filter((turn) => ALL_TURNS || turn === i % TURNS.length).flatMap((turn) =>
      faultsOf(drawing, turn),
    );

    /** What is wrong with the findings of a faulty table; `null` where they are right. */
    function complaint({ rule, sheet: faulty, cell, what, also }: Fault): string | null {
      const findings = reviewSheet(faulty, { statements }).flatMap((again) => again.findings);
      const place = `${toAddress(cell.row, cell.column)} ${rule}`;
      const others = findings.filter(
        (f) =>
          f.severity !== 'info' &&
          f.rule !== rule &&
          !also.includes(f.rule) &&
          !OF_SCORES.has(f.rule) &&
          !clean.has(places([f])[0]!),
      );
      const heard = places(findings).includes(place);
      if (heard && others.length === 0) return null;
      return `${place} (${what}): ${heard ? 'heard' : 'not heard'}, beside ${places(others).join(', ') || 'nothing'}`;
    }

    test('every defect is heard at its cell and no other', () => {
      expect(faults.map(complaint).filter((found) => found !== null)).toEqual([]);
    });
  },
);

test('the defects are those of the catalogue', () => {
  const told = new Set(DRAWINGS.flatMap((drawing) => faultsOf(drawing, 0).map(({ rule }) => rule)));
  const known = new Set(RULES.map(({ meta }) => meta.id));
  expect([...told].filter((rule) => !known.has(rule))).toEqual([]);
  expect(told.size).toBeGreaterThan(20);
});
