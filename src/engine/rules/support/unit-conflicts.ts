import type { Annex, MoneyCells, Project } from '../../annex/annex';
import type { MoneyBase, MoneyField } from '../../annex/field-id';
import type { Statement } from '../../annex/quantity';
import type { NumberCell } from '../../annex/values/number-cell';
import type { TextCell } from '../../annex/values/text-cell';
import { YUAN_PER_UNIT, type MoneyUnit } from '../../annex/vocabulary/money-units';
import type { Profile } from '../../profile/profile';
import { AmountScale, leadingAmount } from './amount-scale';
import { roundNoise } from './figures';
import { fundGroups, sumOfParts, sumTolerance, type FundGroup } from './funds';
import { moneyFields } from './columns';
import { explains, reasonCells } from './reason-cells';

/** 元 in 万元, and 万元 in 亿元. */
export const UNIT_FACTOR = 10_000;

/** An amount written in another unit than the rest of the annex. */
export interface UnitConflict {
  readonly field: MoneyField;
  readonly cell: NumberCell & { readonly number: number };
  /** The amount in the annex's own unit. */
  readonly value: number;
  /**
   * - `row`: another amount or the rate of the row proves it; `text`: the row's own words do
   * - `quotient`: hardly anything of a budget was spent, unless it was
   * - `others`: the row as a whole is far from all other rows
   * - `written`: the cell itself names its unit
   */
  readonly evidence: 'row' | 'text' | 'quotient' | 'others' | 'written';
  /** The amount of the row that it disagrees with; `null` where there is none. */
  readonly against: {
    readonly field: MoneyField;
    readonly cell: NumberCell & { readonly number: number };
  } | null;
  /** The words that state the amount; `null` where none do. */
  readonly said: SaidAmount | null;
}

/** An amount in words that is the factor away from one of the row's. */
export interface SaidAmount {
  readonly cell: TextCell;
  readonly text: string;
  /** The amount of the row, in the annex's unit, and whether it is the higher one. */
  readonly amount: number;
  readonly tooHigh: boolean;
}

type Amount = NumberCell & { readonly number: number };

/** The amounts that the execution rate is made of. */
export const RATE_MONEY: readonly MoneyField[] = ['budget', 'initialBudget', 'actual'];

const NONE: readonly UnitConflict[] = [];
const BASES: readonly MoneyBase[] = ['budget', 'initialBudget', 'actual'];

/** Two amounts of a row further apart than this are worth a closer look. */
const SUSPICIOUS = 1000;
/** Amounts of one cluster lie closer together than this. */
const NEAR = 100;
/** A quotient of this and more is no overspending: 30 % to 120 % of a budget, taken ten thousand times. */
const LEAST_QUOTIENT = 0.3 * UNIT_FACTOR;
const MOST_QUOTIENT = 1.2 * UNIT_FACTOR;
/** Rates that projects have. */
const LEAST_RATE = 0.005;
const MOST_RATE = 1.5;
/** How exactly a stated rate and a quotient off by the factor have to agree, as a share. */
const SAME = 0.02;
/** How exactly two amounts of the same money have to be the factor apart, as a share. */
const EXACT = 0.005;
/** 10 亿元, the least amount that only its distance from all others makes suspicious, in 万元. */
const LEAST_FAR_ABOVE = 100_000;
/** No project has more than 100 亿元 or less than 1000 元, in 元, where its row says otherwise. */
const LARGEST_PROJECT = 1e10;
const SMALLEST_PROJECT = 1000;
/** 元; a project of less is rare, one that stands far below all others rarer. */
const MOST_FAR_BELOW = 2000;
/** An amount this many times the median, or this part of it, is worth reading the row's words for. */
const UNUSUAL = 50;
const FEW_ROWS = 4;
/** How many times the largest other amount of a small table. */
const FAR_ABOVE_FEW = 300;
/** Sums that words state of a project, in 元: less is a price, more is what the project brings about. */
const LEAST_SAID = 1000;
const MOST_SAID = 1e9;

/** Tells which amounts of a row stand in another unit (元 under 万元) than the rest. */
export class UnitConflicts {
  private readonly fields: readonly MoneyField[];
  private readonly groups: readonly FundGroup[];
  private readonly tolerance: number;
  private scale: AmountScale | null = null;

  constructor(
    private readonly annex: Annex,
    profile: Pick<Profile, 'moneyTolerance'>,
  ) {
    this.fields = moneyFields(annex);
    // Parts of the total come before parts of its parts.
    this.groups = [...fundGroups(annex.fields)].sort((a, b) => depth(a) - depth(b));
    this.tolerance = sumTolerance(annex, profile);
  }

  /** The sizes of the annex's projects; read once, when first asked for. */
  get amounts(): AmountScale {
    return (this.scale ??= new AmountScale(this.annex));
  }

  /** The amounts of a project in another unit: none for nearly all of them, at little cost. */
  of(project: Project): readonly UnitConflict[] {
    const written = this.written(project);
    if (written) return written;
    const within = this.agrees(project) ? null : (this.withinFunds(project) ?? this.withinRow(project));
    return within ?? this.apart(project) ?? NONE;
  }

  /** Whether the amounts of a row lie close together and its totals are the sums of their parts. */
  private agrees({ money }: Project): boolean {
    const budget = amountOf(money.budget);
    const initial = amountOf(money.initialBudget) || budget;
    const actual = amountOf(money.actual);
    if (budget > 0 && (initial >= budget * SUSPICIOUS || initial * SUSPICIOUS <= budget)) return false;
    if (initial > 0 && actual > 0) {
      if (actual >= initial * SUSPICIOUS || actual * SUSPICIOUS <= initial) return false;
      if (budget > 0 && (actual >= budget * SUSPICIOUS || actual * SUSPICIOUS <= budget)) return false;
    }
    for (const group of this.groups) {
      const total = amountOf(money[group.total]);
      if (total === 0) continue;
      const sum = sumOfParts(money, group);
      if (sum !== null && Math.abs(total - sum) > this.tolerance) return false;
    }
    return true;
  }

  /** Whether one of these fields of a project is in another unit. */
  concerns(project: Project, fields: readonly MoneyField[]): boolean {
    return this.of(project).some(({ field }) => fields.includes(field));
  }

  private written({ money }: Project): readonly UnitConflict[] | null {
    const { moneyUnit } = this.annex;
    let found: UnitConflict[] | null = null;
    for (const field of this.fields) {
      const cell = money[field];
      if (!cell?.asText || cell.writtenUnit === null || moneyUnit === null || cell.writtenUnit === moneyUnit)
        continue;
      const factor = YUAN_PER_UNIT[cell.writtenUnit] / YUAN_PER_UNIT[moneyUnit];
      (found ??= []).push({
        field,
        cell: cell as Amount,
        value: roundNoise(cell.number! * factor),
        evidence: 'written',
        against: null,
        said: null,
      });
    }
    return found;
  }

  /** One part among several in another unit: with it put right, the parts add up to the total. */
  private withinFunds({ money }: Project): readonly UnitConflict[] | null {
    for (const group of this.groups) {
      const total = money[group.total];
      const sum = sumOfParts(money, group);
      if (!isAmount(total) || sum === null || Math.abs(total.number - sum) <= this.tolerance) continue;
      for (const field of group.parts) {
        const cell = money[field];
        if (!isAmount(cell) || roundNoise(cell.number) === roundNoise(sum)) continue;
        const rest = total.number - (sum - cell.number);
        const value = [cell.number / UNIT_FACTOR, cell.number * UNIT_FACTOR].find(
          (corrected) => corrected > this.tolerance && Math.abs(rest - corrected) <= this.tolerance,
        );
        if (value !== undefined)
          return [conflict(field, cell, value, 'row', { field: group.total, cell: total })];
      }
    }
    return null;
  }

  /** The amounts of a row fall into two groups, ten thousand times apart. */
  private withinRow(project: Project): readonly UnitConflict[] | null {
    const { money } = project;
    const nodes = this.nodes(money);
    if (nodes.length < 2) return null;
    const amounts = nodes.map(({ amount }) => amount);
    const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
    if (high < low * SUSPICIOUS) return null;
    const cut = Math.sqrt(low * high);
    const upper = nodes.filter(({ amount }) => amount >= cut);
    const lower = nodes.filter(({ amount }) => amount < cut);
    if (!isClose(upper) || !isClose(lower)) return null;
    const proved = this.isProved(project, upper, lower);
    const said = proved ? null : this.said(project);
    if (said === 'same' || (!proved && !said && !isLikely(project))) return null;
    const evidence = proved ? 'row' : said ? 'text' : 'quotient';
    const tooHigh = said ? said.tooHigh : this.isUpperWrong(project, upper, lower);
    const [wrong, right] = tooHigh ? [upper, lower] : [lower, upper];
    const against = right.find(({ total }) => total)?.cells[0] ?? right[0]!.cells[0]!;
    const found: UnitConflict[] = [];
    for (const { cells } of wrong) {
      for (const { field, cell } of cells) {
        // Small parts beside large ones may be right as they are.
        if (found.some((other) => other.field === field) || (tooHigh && cell.number * NEAR < cut)) continue;
        const value = roundNoise(tooHigh ? cell.number / UNIT_FACTOR : cell.number * UNIT_FACTOR);
        found.push({ ...conflict(field, cell, value, evidence, against), said });
      }
    }
    return found.length > 0 ? found : null;
  }

  private nodes(money: MoneyCells): Node[] {
    const nodes: Node[] = [];
    for (const base of BASES) {
      const cell = money[base];
      if (isAmount(cell))
        nodes.push({ base, total: true, amount: cell.number, cells: [{ field: base, cell }] });
      for (const group of this.groups) {
        const sum = sumOfParts(money, group) ?? 0;
        if (!group.total.startsWith(base) || sum <= 0 || !isAmount(money[group.total])) continue;
        const cells = group.parts.flatMap((field) => {
          const part = money[field];
          return isAmount(part) ? [{ field, cell: part }] : [];
        });
        nodes.push({ base, total: false, of: group.total, amount: sum, cells });
      }
    }
    return nodes;
  }

  private isProved(project: Project, upper: readonly Node[], lower: readonly Node[]): boolean {
    const { money, rate } = project;
    const budget = amountOf(money.budget);
    const initial = amountOf(money.initialBudget);
    const actual = amountOf(money.actual);
    const planned = budget || initial;
    if (planned > 0 && actual > 0) {
      const quotient = actual / planned;
      if (quotient >= LEAST_QUOTIENT && quotient <= MOST_QUOTIENT) return true;
      const stated = rate?.fraction ?? 0;
      if (rate && stated >= LEAST_RATE && stated <= MOST_RATE) {
        const scaled = quotient > stated ? quotient / UNIT_FACTOR : quotient * UNIT_FACTOR;
        if (Math.abs(scaled - stated) <= Math.max(rate.halfUnit, stated * SAME)) return true;
      }
      if (isFactor(planned, actual, 1e-9) && significantDigits(actual) >= 3) return true;
      const { farAbove } = this.amounts;
      const far = farAbove === null ? this.isFarAboveFew(project, planned) : planned >= farAbove;
      if (far && isUsualShare(quotient * UNIT_FACTOR)) return true;
    }
    if (initial > 0 && budget > 0 && within(initial / budget, 0.5, 2)) return true;
    // An initial budget a hundred times above all projects was not cut down to what this one has.
    if (budget > 0 && initial >= budget * SUSPICIOUS && initial >= this.amounts.highestUsual * NEAR)
      return true;
    for (const parts of [...upper, ...lower]) {
      const total = parts.of && amountOf(money[parts.of]);
      if (!total) continue;
      if (isFactor(total, parts.amount, EXACT) || isFactor(parts.amount, total, EXACT)) return true;
      const share = parts.amount / total;
      if (share >= LEAST_QUOTIENT && share <= MOST_QUOTIENT) return true;
    }
    return false;
  }

  /**
   * Which of two groups of amounts is wrong: the one far from other rows, else the one that no project has, else
   * the smaller one, else by unit (in a table in 万元 amounts in 元 are too high).
   */
  private isUpperWrong(project: Project, upper: readonly Node[], lower: readonly Node[]): boolean {
    const typical = this.typical(project);
    if (typical > 0) {
      const away = (nodes: readonly Node[]): number =>
        Math.min(...nodes.map(({ amount }) => Math.abs(Math.log10(amount / typical))));
      const difference = away(upper) - away(lower);
      if (Math.abs(difference) >= 1) return difference > 0;
    }
    const unit = YUAN_PER_UNIT[this.annex.moneyUnit ?? '万元'];
    const huge = upper.some(({ amount }) => amount * unit > LARGEST_PROJECT);
    const tiny = lower.some(({ total, amount }) => total && amount * unit < SMALLEST_PROJECT);
    if (huge !== tiny) return huge;
    if (upper.length !== lower.length) return upper.length < lower.length;
    return this.annex.moneyUnit !== '元';
  }

  /** How large the other projects are: the median, in a small table the mean (geometric); 0 where there are none. */
  private typical(project: Project): number {
    const { count, median } = this.amounts;
    if (count > FEW_ROWS) return median;
    const others = this.others(project);
    return others.length === 0
      ? 0
      : Math.exp(others.reduce((sum, n) => sum + Math.log(n), 0) / others.length);
  }

  /** The amounts of the other projects of a small table. */
  private others(project: Project): number[] {
    return this.annex.projects
      .filter((other) => other !== project)
      .map(({ money }) => leadingAmount(money))
      .filter((amount) => amount > 0);
  }

  /** The whole row stands apart from the others, or its own words state its amounts in the annex's unit. */
  private apart(project: Project): readonly UnitConflict[] | null {
    const { money } = project;
    const amount = leadingAmount(money);
    if (amount === 0) return null;
    const { median, count } = this.amounts;
    if (count > FEW_ROWS && amount < median * UNUSUAL && amount * UNUSUAL > median) return null;
    const said = this.said(project);
    if (said === 'same') return null;
    const tooHigh = said ? said.tooHigh : count <= FEW_ROWS || amount >= median;
    if (!said) {
      if (count <= FEW_ROWS ? !this.isFarAboveFew(project, amount) : !this.isFar(amount, tooHigh))
        return null;
    }
    const wrong = said ? said.amount : amount;
    const found: UnitConflict[] = [];
    for (const base of BASES) {
      for (const field of this.fields) {
        const cell = money[field];
        if ((field !== base && !field.startsWith(`${base}.`)) || !isAmount(cell)) continue;
        // What is near the usual size already is right as it is.
        if (tooHigh ? cell.number * NEAR < wrong : cell.number > wrong * NEAR) continue;
        const value = roundNoise(tooHigh ? cell.number / UNIT_FACTOR : cell.number * UNIT_FACTOR);
        found.push({ ...conflict(field, cell, value, said ? 'text' : 'others', null), said });
      }
    }
    return found;
  }

  /** What the words of the row say about its money; nothing where the annex names no unit. */
  private said(project: Project): SaidAmount | 'same' | null {
    const { moneyUnit } = this.annex;
    return moneyUnit === null ? null : amountSaid(project, project.money, moneyUnit);
  }

  /** Whether a row stands apart from all others, as far as the two units are. */
  private isFar(amount: number, above: boolean): boolean {
    const { farAbove, farBelow } = this.amounts;
    const far = above
      ? farAbove !== null && amount >= Math.max(farAbove, this.leastFarAbove())
      : farBelow !== null && amount < farBelow && amount <= MOST_FAR_BELOW && this.annex.moneyUnit === '元';
    return far && this.amounts.isUsual(above ? amount / UNIT_FACTOR : amount * UNIT_FACTOR);
  }

  /** The same in a table of few rows, which have to be further away. */
  private isFarAboveFew(project: Project, amount: number): boolean {
    if (this.amounts.count > FEW_ROWS || amount < this.leastFarAbove()) return false;
    const others = this.others(project);
    const highest = Math.max(...others);
    return others.length > 0 && amount >= highest * FAR_ABOVE_FEW && amount / UNIT_FACTOR <= highest * 10;
  }

  private leastFarAbove(): number {
    return (LEAST_FAR_ABOVE * YUAN_PER_UNIT['万元']) / YUAN_PER_UNIT[this.annex.moneyUnit ?? '万元'];
  }
}

/** Amounts that stand for one thing: a total, or the sum of its parts. */
interface Node {
  readonly base: MoneyBase;
  readonly total: boolean;
  /** Of parts: the total that they make. */
  readonly of?: MoneyField;
  readonly amount: number;
  readonly cells: readonly { readonly field: MoneyField; readonly cell: Amount }[];
}

/** Whether spending would fit the budget if either were in the other unit, and no low execution is explained. */
function isLikely(project: Project): boolean {
  const { money } = project;
  const planned = amountOf(money.budget) || amountOf(money.initialBudget);
  return (
    planned > 0 &&
    isUsualShare((amountOf(money.actual) / planned) * UNIT_FACTOR) &&
    !reasonCells(project).some(explains)
  );
}

/**
 * What the goal, its completion or the cost says about the money: an amount of the row in the annex's unit
 * (`same`), or one that is the factor away from it. `null` where it says nothing of the kind.
 */
export function amountSaid(
  { narrative, indicators }: Pick<Project, 'narrative' | 'indicators'>,
  money: MoneyCells,
  unit: MoneyUnit,
): SaidAmount | 'same' | null {
  let found: SaidAmount | null = null;
  const cells = [narrative.annualGoal, narrative.goalCompletion];
  for (const { kind, target, result } of indicators)
    if (kind === 'cost') cells.push(target ?? undefined, result ?? undefined);
  for (const cell of cells) {
    if (!cell?.answered || !cell.text.includes('元')) continue;
    for (const { amount, text } of amountsIn(cell.statement)) {
      for (const base of BASES) {
        const stated = amountOf(money[base]);
        const yuan = stated * YUAN_PER_UNIT[unit];
        if (yuan === 0) continue;
        if (Math.abs(yuan / amount - 1) <= EXACT) return 'same';
        if (amount < LEAST_SAID || amount > MOST_SAID) continue;
        if (isFactor(yuan, amount, EXACT)) found ??= { cell, text, amount: stated, tooHigh: true };
        else if (isFactor(amount, yuan, EXACT)) found ??= { cell, text, amount: stated, tooHigh: false };
      }
    }
  }
  return found;
}

/** Sums of money, in 元: no prices, no ranges, no changes. */
function amountsIn(statement: Statement): { amount: number; text: string }[] {
  return statement.quantities.flatMap(({ unit, value, upper, change, span }) =>
    unit.base === '元' && unit.per === null && upper === null && !change && value > 0
      ? [{ amount: value * unit.factor, text: statement.text.slice(span.start, span.end).trim() }]
      : [],
  );
}

function conflict(
  field: MoneyField,
  cell: Amount,
  value: number,
  evidence: UnitConflict['evidence'],
  against: UnitConflict['against'],
): UnitConflict {
  return { field, cell, value: roundNoise(value), evidence, against, said: null };
}

function isAmount(cell: NumberCell | undefined): cell is Amount {
  return cell !== undefined && cell.number !== null && cell.number > 0;
}

function amountOf(cell: NumberCell | undefined): number {
  return isAmount(cell) ? cell.number : 0;
}

function depth({ total }: FundGroup): number {
  return total.split('.').length;
}

function isClose(nodes: readonly Node[]): boolean {
  const amounts = nodes.map(({ amount }) => amount);
  return Math.max(...amounts) <= Math.min(...amounts) * NEAR;
}

/** Whether the first is the second taken ten thousand times, as exactly as asked for. */
function isFactor(large: number, small: number, exactly: number): boolean {
  return Math.abs(large / small / UNIT_FACTOR - 1) <= exactly;
}

/** Whether a project may have spent this share of its budget: most do spend half of it or more. */
function isUsualShare(share: number): boolean {
  return share >= 0.5 && share <= 1.05;
}

/** Whether two amounts are the factor apart, either way, give or take what an adjustment explains. */
function within(ratio: number, least: number, most: number): boolean {
  const apart = (ratio > 1 ? ratio : 1 / ratio) / UNIT_FACTOR;
  return apart >= least && apart <= most;
}

function significantDigits(amount: number): number {
  return String(Number(amount.toPrecision(12)))
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}
