import { readAnnexes } from '../../../src/engine/annex/reading';
import {
  isMoneyField,
  isRateField,
  isScoreField,
  indicatorParts,
  type FieldId,
} from '../../../src/engine/annex/field-id';
import type { Place } from '../../../src/engine/annex/place';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { generateWide } from '../../support/annexes/wide-generator';

/** How many tables are tried; more by the environment. */
const TABLES = Number(process.env.HIDDEN_TABLES ?? 60);

const SYLLABLES = ['呐', '咘', '嗼', '嚗', '囎', '坴', '垏', '埉', '堏', '塱'];

/** The same nonsense for the same label. */
function nonsense(label: string, known: Map<string, string>): string {
  let word = known.get(label);
  if (!word) {
    const n = known.size;
    word = `${SYLLABLES[n % 10]!}${SYLLABLES[Math.floor(n / 10) % 10]!}${SYLLABLES[(n * 7 + 3) % 10]!}`;
    known.set(label, word);
  }
  return word;
}

function isFigure(field: FieldId): boolean {
  const role = indicatorParts(field)?.role;
  return (
    isMoneyField(field) || isRateField(field) || isScoreField(field) || role === 'weight' || role === 'score'
  );
}

/** The sheet with every label over money, rates, scores and totals replaced. */
function withoutWords(
  sheet: SheetSnapshot,
  columns: ReadonlyMap<number, FieldId | null>,
  [first, last]: readonly [number, number],
): SheetSnapshot {
  const known = new Map<string, string>();
  const values = sheet.values.map((row, i) => {
    const at = i + sheet.firstRow;
    if (at < first || at > last) return row;
    return row.map((value, k) => {
      const field = columns.get(k + sheet.firstColumn);
      return typeof value === 'string' && value.trim() !== '' && field && isFigure(field)
        ? nonsense(value, known)
        : value;
    });
  });
  return { ...sheet, values };
}

const WANTED: readonly FieldId[] = ['budget', 'actual', 'executionRate', 'totalScore'];
/** Which of two budgets is the year's last nothing but words could tell. */
const PAIRS: Partial<Record<FieldId, readonly FieldId[]>> = { budget: ['budget', 'initialBudget'] };

/** Whether another column holds the same in most rows: which of the two is meant nothing could tell then. */
function isTwin(sheet: SheetSnapshot, rows: readonly number[], column: number): boolean {
  const at = (row: number, other: number) => sheet.values[row - sheet.firstRow]?.[other - sheet.firstColumn];
  for (let other = sheet.firstColumn; other < sheet.firstColumn + sheet.columnCount; other++) {
    if (other === column) continue;
    const same = rows.filter((row) => at(row, column) !== undefined && at(row, other) === at(row, column));
    if (same.length * 4 >= rows.length * 3) return true;
  }
  return false;
}

function varies(sheet: SheetSnapshot, rows: readonly number[], column: number): boolean {
  return (
    !isTwin(sheet, rows, column) &&
    new Set(rows.map((row) => sheet.values[row - sheet.firstRow]?.[column - sheet.firstColumn])).size > 3
  );
}

describe('tables whose labels of figures say nothing', () => {
  it('are read by their arithmetic, as unsure and right, and accused of nothing', () => {
    let [wanted, right] = [0, 0];
    const wrong: string[] = [];
    for (let seed = 1; seed <= TABLES; seed++) {
      const made = generateWide(seed);
      if (made.projects.length < 10 || !made.headerRows) continue;
      const { headerRows } = made;
      const hidden = withoutWords(made.sheet, made.columns, headerRows as [number, number]);
      const annexes = readAnnexes(hidden);
      const places = annexes[0]?.places ?? [];
      const rows = made.projects.map(({ row }) => row);
      const at = (line: number): Place | undefined => places.find((place) => place.line === line);
      const has = (field: FieldId): boolean => [...made.columns.values()].includes(field);
      for (const [column, field] of made.columns) {
        if (!field || !WANTED.includes(field) || !varies(made.sheet, rows, column)) continue;
        // A role without the figures that tell it is no role of arithmetic.
        if (field !== 'totalScore' && !(has('budget') && has('actual') && has('executionRate'))) continue;
        wanted++;
        const place = at(column);
        const read = place?.guess?.field;
        if (place?.field === null && read && (PAIRS[field] ?? [field]).includes(read)) right++;
        else wrong.push(`${seed} ${made.recipe}: ${field} read as ${place?.field ?? read ?? 'nothing'}`);
      }
      for (const annex of annexes) {
        const loud = reviewAnnex(annex).findings.filter(
          ({ severity, fix, cell }) =>
            (severity !== 'info' || fix) && isHiddenColumn(made.columns, cell.column),
        );
        expect(loud.map(({ rule, cell }) => `${seed} ${rule} ${cell.row} ${cell.column}`)).toEqual([]);
      }
    }
    expect(wanted).toBeGreaterThan(20);
    if (right / wanted < 0.95) throw new Error(`${right} of ${wanted}\n${wrong.join('\n')}`);
  });
});

function isHiddenColumn(columns: ReadonlyMap<number, FieldId | null>, column: number): boolean {
  const field = columns.get(column);
  return !!field && isFigure(field);
}
