import type { FieldId, IndicatorRole } from '../../field-id';
import type { LabelFeatures } from '../../header/label-features';
import type { LabelCell, Place } from '../../place';
import { foldText } from '../../text';
import { readTextNumber } from '../../values/number-cell';
import { presenceOf } from '../../values/presence';
import { readTextRate } from '../../values/rate-cell';
import type { FormDraft } from './form-draft';
import { isSameCell, type FormCell, type FormSheet } from './form-sheet';
import { isSubtotalLabel, isTotalLabel, levelRank, splitAnswer } from './form-terms';
import type { FundHeader } from './fund-block';
import { roleOf, VALUES, type IndicatorHeader } from './indicator-header';

/** Longer texts are no labels. Characters. */
const LONGEST_LABEL = 16;
/** So many rows below labels tell what stands in their columns. */
const ROWS_ASKED = 60;
/** Indicators are at least so many rows. */
const FEWEST_ROWS = 2;
/** What points of indicators add up to, with those of the execution of the budget or without. */
const SUMS_OF_POINTS: readonly number[] = [100, 90, 80];
/** Points are rounded. */
const ROUNDING = 0.05;
/** A rate that is written as so near a quotient is that quotient. */
const NEAR = 0.006;

/** What labels say that ask for the name of what was paid for. Folded texts. */
const NAMES = /名称|名字|名目|用途|(?:项目|事项|专项|经费)[:：]?$/;

/** A column of labels of which perhaps nobody knows what they ask, with what stands below it. */
interface GuessedColumn {
  readonly label: FormCell;
  readonly cells: readonly FormCell[];
}

/**
 * What labels of unknown wording ask for, by what stands below them: points that add up to 100 beside points that are no
 * more, a target and what came of it, an amount, a part of it and their quotient. Only for guesses that a reviewer is shown:
 * nothing is reviewed by them.
 */
export class GuessedHeaders {
  private readonly labels: FormCell[] = [];

  constructor(private readonly form: FormSheet) {}

  /** Whether what stands under a label was told by its cells, not by the label. */
  isGuessed({ row, column }: LabelCell): boolean {
    return this.labels.some(({ firstRow, firstColumn }) => firstRow === row && firstColumn === column);
  }

  /** Notes that the label of a cell is of unknown wording. */
  note(label: FormCell): void {
    this.labels.push(label);
  }

  /** Reads a row as labels over rows of indicators; `null` where what stands below it does not look like that. */
  indicatorsAt(row: number): IndicatorHeader | null {
    const columns = this.columnsAt(row, FEWEST_ROWS);
    if (!columns || columns.length < 3 || isOfMoney(columns)) return null;
    const roles = new Map<GuessedColumn, IndicatorRole>();
    const isKnown = (role: IndicatorRole): boolean => [...roles.values()].includes(role);
    const levels = new Map<1 | 2 | 3, FormCell>();
    for (const column of columns) {
      const rank = levelRank(column.label.text);
      if (rank !== null) levels.set(rank, column.label);
      const role = rank === 3 ? 'name' : rank === null ? roleOf(this.form, column.label) : null;
      if (role && !isKnown(role)) roles.set(column, role);
    }
    const isOpen = (column: GuessedColumn): boolean =>
      !roles.has(column) && levelRank(column.label.text) === null;
    const guess = (column: GuessedColumn | undefined, role: IndicatorRole): void => {
      if (!column || isKnown(role)) return;
      roles.set(column, role);
      this.note(column.label);
    };
    const ofRole = (role: IndicatorRole) => [...roles].find(([, own]) => own === role)?.[0];
    const noted = this.labels.length;
    const [weight, score] = pointsIn(columns.filter(isOpen), ofRole('weight'), ofRole('score'));
    guess(weight, 'weight');
    guess(score, 'score');
    const most = ofRole('weight');
    const values = columns.filter(
      (column) => isOpen(column) && share(column, isValue) >= 0.5 && !(most && isWithin(column, most)),
    );
    const target = ofRole('target');
    const result = ofRole('result');
    guess(
      values.find((column) => !result || isLeftOf(column, result)),
      'target',
    );
    guess(
      values.find((column) => isOpen(column) && (!target || isLeftOf(target, column))),
      'result',
    );
    const first = columns.find((column) => VALUES.includes(roles.get(column)!));
    const texts = columns.filter(
      (column) => isOpen(column) && (!first || isLeftOf(column, first)) && share(column, isText) >= 0.9,
    );
    // What is called by another word for indicators may still name them: "评价要点".
    const name =
      ofRole('name') ??
      texts[texts.length - 1] ??
      columns.find((column) => first && isLeftOf(column, first) && share(column, isText) === 1);
    guess(name, 'name');
    const before = texts.filter((column) => column !== name && name && isLeftOf(column, name));
    const isHeader = first && isKnown('name') && VALUES.filter(isKnown).length >= 2;
    if (!isHeader) {
      this.labels.length = noted;
      return null;
    }
    return {
      row,
      lastRow: Math.max(...columns.map(({ label }) => label.lastRow)),
      level1: levels.get(1) ?? before[0]?.label ?? null,
      level2: levels.get(2) ?? before[1]?.label ?? null,
      columns: [...roles].map(([{ label }, role]) => ({ role, labels: [label], column: label.firstColumn })),
      valueColumn: first.label.firstColumn,
      unknown: columns
        .filter((column) => isOpen(column) && !before.includes(column))
        .map(({ label }) => ({ role: 'name', labels: [label], column: label.firstColumn })),
    };
  }

  /** Reads a row as labels over amounts, what was spent of them and the quotient; `null` where nothing divides so. */
  fundsAt(row: number): FundHeader | null {
    const columns = this.columnsAt(row, 1);
    if (!columns) return null;
    const found = quotientIn(columns.map(({ cells: [cell] }) => cell ?? null));
    if (!found) return null;
    const meanings: readonly Partial<LabelFeatures>[] = [
      { money: 'budget' },
      { money: 'actual' },
      { field: 'executionRate' },
    ];
    // What stands left of the amounts names their sources.
    const [first] = found;
    return {
      row,
      sections: columns.slice(0, first).map(({ label }) => label),
      columns: columns.slice(first).map(({ label }, beside) => {
        const i = first + beside;
        const features = this.form.features(label);
        const at = found.indexOf(i);
        if (at < 0 || (features?.money ?? features?.field) !== undefined) return { label, features };
        this.note(label);
        return { label, features: { ...meanings[at]!, exact: false } };
      }),
    };
  }

  /**
   * Reads labels with answers beside them that nothing was made of: an amount, what was spent of it and their quotient; the
   * name of what was paid for, above all figures.
   *
   * @param asides in the order of the sheet
   */
  answers(asides: readonly Place[], draft: FormDraft): void {
    const cells = asides.map(({ line, column }) => this.form.at(line, column ?? 0));
    const put = (index: number, field: FieldId): void => {
      const [label] = asides[index]!.labels;
      const cell = label && this.form.at(label.row, label.column);
      if (!cell || !draft.put(field, cells[index]!, [cell], false)) return;
      this.note(cell);
    };
    if (!draft.has('projectName')) {
      const name = asides.findIndex(
        ({ labels: [label], content }) => content === 'texts' && NAMES.test(foldText(label?.text ?? '')),
      );
      if (name >= 0) put(name, 'projectName');
    }
    if (draft.has('actual') || draft.has('executionRate')) return;
    // Where the amount is known, what was spent of it and their quotient follow it.
    const known = draft.cells.budget ?? draft.cells.initialBudget;
    const budget = known ? [this.form.at(known.row, known.column)] : [];
    const found = quotientIn([...budget, ...cells]);
    if (!found || (known && found[0] !== 0)) return;
    if (!known) put(found[0], 'budget');
    put(found[1] - budget.length, 'actual');
    put(found[2] - budget.length, 'executionRate');
  }

  /** Whether some cells are known labels side by side, over further columns. */
  private isLabelRow(cells: readonly FormCell[]): boolean {
    const known = cells.filter((cell) => levelRank(cell.text) !== null || this.form.features(cell)?.exact);
    return known.length >= 2 && cells.every(isLabel);
  }

  /** The columns under a row of labels, as far as rows follow that have nothing anywhere else. */
  private columnsAt(row: number, fewest: number): GuessedColumn[] | null {
    const labels = this.form.begun(row);
    if (labels.length < 2 || !labels.every(isLabel)) return null;
    const lastRow = Math.max(...labels.map((label) => label.lastRow));
    if (labels.some((label) => label.firstRow === label.lastRow && label.lastRow !== lastRow)) return null;
    const below = labels.map((label) => ({ label, cells: [] as FormCell[] }));
    let rows = 0;
    for (let at = lastRow + 1; at <= Math.min(lastRow + ROWS_ASKED, this.form.lastRow); at++) {
      const cells = this.form.begun(at);
      const own = cells.map((cell) => below.find(({ label }) => label.firstColumn === cell.firstColumn));
      if (cells.length < 2 || own.some((one) => !one) || isSumRow(cells) || this.isLabelRow(cells)) break;
      cells.forEach((cell, i) => own[i]!.cells.push(cell));
      rows++;
    }
    return rows >= fewest ? below : null;
  }
}

function isLabel({ text }: FormCell): boolean {
  return (
    text !== '' &&
    text.length <= LONGEST_LABEL &&
    splitAnswer(text) === null &&
    !/^[\d.%]+$|[。；;]/.test(text)
  );
}

/** Whether the first row below labels has an amount, a part of it and their quotient. */
function isOfMoney(columns: readonly GuessedColumn[]): boolean {
  return quotientIn(columns.map(({ cells: [cell] }) => cell ?? null)) !== null;
}

function isSumRow(cells: readonly FormCell[]): boolean {
  return cells.some(({ text }) => text !== '' && (isTotalLabel(text) || isSubtotalLabel(text)));
}

function isLeftOf(one: GuessedColumn, other: GuessedColumn): boolean {
  return one.label.firstColumn < other.label.firstColumn;
}

function share({ cells }: GuessedColumn, is: (cell: FormCell) => boolean): number {
  const filled = cells.filter(({ value }) => presenceOf(value) === 'value');
  return filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
}

/** What a target or a result says: a figure, an operator before one, or a word of completion. Folded texts. */
const VALUE =
  /^(?:[≥≤<>=±约]|不(?:低|高|少|超|大|小)|[大小]于|达到|至少|控制在)|^\d|^(?:已|按时|及时|全部)?(?:完成|达标|达成|优|良|合格|是|否|有效|显著)/;

function isValue({ value, text }: FormCell): boolean {
  return typeof value === 'number' || (text.length <= 20 && VALUE.test(foldText(text)));
}

function isText({ text }: FormCell): boolean {
  return text !== '' && readTextNumber(text) === null;
}

/** The columns of points among those of unknown labels: what may be got, and beside it what was, never more in any row. */
function pointsIn(
  columns: readonly GuessedColumn[],
  weight: GuessedColumn | undefined,
  score: GuessedColumn | undefined,
): readonly [GuessedColumn | undefined, GuessedColumn | undefined] {
  const numbers = columns.filter((column) => share(column, ({ value }) => isPoints(value)) === 1);
  const weights = weight ? [weight] : numbers.filter(addsUp);
  const scores = score ? [score] : numbers;
  for (const one of weights)
    for (const other of scores) if (one !== other && isWithin(other, one)) return [one, other];
  return weight ? [weight, undefined] : [undefined, score];
}

function isPoints(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 100;
}

function addsUp({ cells }: GuessedColumn): boolean {
  const sum = cells.reduce((all, { value }) => all + (typeof value === 'number' ? value : 0), 0);
  return SUMS_OF_POINTS.some((points) => Math.abs(sum - points) <= ROUNDING);
}

function isWithin(score: GuessedColumn, weight: GuessedColumn): boolean {
  let told = 0;
  for (const { firstRow, value } of score.cells) {
    const most = weight.cells.find((cell) => cell.firstRow === firstRow)?.value;
    if (typeof value !== 'number' || typeof most !== 'number') continue;
    if (value > most + ROUNDING) return false;
    told++;
  }
  return told >= FEWEST_ROWS && !isSameCell(score.label, weight.label);
}

/**
 * Where an amount, what was spent of it and their quotient stand among some cells, in this order; `null` where no quotient
 * that tells anything is found.
 */
export function quotientIn(cells: readonly (FormCell | null)[]): readonly [number, number, number] | null {
  const amounts = cells.map((cell) => (typeof cell?.value === 'number' ? cell.value : null));
  const rates = cells.map((cell) => (cell ? rateOf(cell) : []));
  for (let budget = 0; budget < cells.length; budget++)
    for (let actual = budget + 1; actual < cells.length; actual++) {
      const [all, part] = [amounts[budget] ?? 0, amounts[actual] ?? 0];
      // What is all of it, or a small whole number, divides by chance.
      if (all <= 0 || part <= 0 || part >= all || all < 5) continue;
      const rate = rates.findIndex(
        (written, i) => i > actual && written.some((one) => Math.abs(one - part / all) <= NEAR),
      );
      if (rate >= 0) return [budget, actual, rate];
    }
  return null;
}

/** What a cell may say as a rate: a number as it is, or as percent. */
function rateOf({ value, text }: FormCell): number[] {
  if (typeof value === 'number')
    return value > 0 && value <= 1.2 ? [value] : value > 1.2 ? [value / 100] : [];
  const rate = readTextRate(text);
  return rate ? [rate.percent || rate.number > 1.2 ? rate.number / 100 : rate.number] : [];
}
