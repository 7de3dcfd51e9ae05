import type { MoneyCells, Project } from '../../annex/annex';
import type { MoneyBase, MoneyField } from '../../annex/field-id';
import { YUAN_PER_UNIT } from '../../annex/vocabulary/money-units';
import type { Profile } from '../../profile/profile';
import type { AnnexFacts } from '../../rule/annex-facts';
import type { FactContext } from '../../rule/rule';
import { highestUsual, leadingAmount } from './amount-scale';
import { moneyFields } from '../table/places';
import { roundNoise, significantDigits } from '../../rule/figures';
import { fundGroups, MONEY_BASES, sumOfParts, sumTolerance, type FundGroup } from './funds';
import { amountOf, isAmount, type Figure, withFurther } from '../table/number-cells';
import { ProjectSizes } from './project-sizes';
import { givesReason, reasonCells } from '../texts/reasons';
import { amountSaid, type SaidAmount } from './stated-amounts';
import { EXACT, isFactor, UNIT_FACTOR } from './unit-factor';

/** An amount written in another unit than the rest of the annex. */
export interface UnitConflict {
  readonly field: MoneyField;
  readonly cell: Figure;
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
    readonly cell: Figure;
  } | null;
  /** The words that state the amount; `null` where none do. */
  readonly said: SaidAmount | null;
}

/** The amounts that the execution rate is made of. */
export const RATE_MONEY: readonly MoneyField[] = MONEY_BASES;

const NONE: readonly UnitConflict[] = [];

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
/** No project has more than 100 亿元 or less than 1000 元, in 元, where its row says otherwise. */
const LARGEST_PROJECT = 1e10;
const SMALLEST_PROJECT = 1000;

/** Tells which amounts of a row stand in another unit (元 under 万元) than the rest. */
export class UnitConflicts {
  private readonly fields: readonly MoneyField[];
  private readonly groups: readonly FundGroup[];
  private readonly tolerance: number;
  /** The projects that were asked of, by their index, and what was found in each. */
  private readonly asked: Project[] = [];
  private readonly found: (readonly UnitConflict[])[] = [];
  /** How large the annex's projects are. */
  readonly sizes: ProjectSizes;

  constructor(
    private readonly annex: AnnexFacts,
    profile: Pick<Profile, 'moneyTolerance'>,
  ) {
    this.fields = moneyFields(annex);
    // Parts of the total come before parts of its parts.
    this.groups = [...fundGroups(annex.fields)].sort((a, b) => depth(a) - depth(b));
    this.tolerance = sumTolerance(annex, profile);
    this.sizes = new ProjectSizes(annex);
  }

  /** The amounts of a project in another unit: none for nearly all of them, at little cost. */
  of(project: Project): readonly UnitConflict[] {
    const { index } = project;
    // Rule after rule asks of the same projects.
    if (this.asked[index] === project) return this.found[index]!;
    const found = this.find(project);
    this.asked[index] = project;
    this.found[index] = found;
    return found;
  }

  private find(project: Project): readonly UnitConflict[] {
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
      for (const cell of withFurther(money[field])) {
        const { asText, writtenUnit } = cell;
        if (!asText || writtenUnit === null || moneyUnit === null || writtenUnit === moneyUnit) continue;
        const factor = YUAN_PER_UNIT[writtenUnit] / YUAN_PER_UNIT[moneyUnit];
        (found ??= []).push({
          field,
          cell: cell as Figure,
          value: roundNoise(cell.number! * factor),
          evidence: 'written',
          against: null,
          said: null,
        });
      }
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
    for (const base of MONEY_BASES) {
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
      if (this.sizes.isFarAbove(project, planned) && isUsualShare(quotient * UNIT_FACTOR)) return true;
    }
    if (initial > 0 && budget > 0 && within(initial / budget, 0.5, 2)) return true;
    // An initial budget a hundred times above all projects was not cut down to what this one has.
    if (budget > 0 && initial >= budget * SUSPICIOUS && initial >= highestUsual(this.sizes.scale) * NEAR)
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
    const typical = this.sizes.typical(project);
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

  /** The whole row stands apart from the others, or its own words state its amounts in the annex's unit. */
  private apart(project: Project): readonly UnitConflict[] | null {
    const { money } = project;
    const amount = leadingAmount(money);
    if (amount === 0) return null;
    if (!this.sizes.isUnusual(amount)) return null;
    const said = this.said(project);
    if (said === 'same') return null;
    const tooHigh = said ? said.tooHigh : this.sizes.isLarge(amount);
    if (!said && !this.sizes.isUnitApart(project, amount, tooHigh)) return null;
    const wrong = said ? said.amount : amount;
    const found: UnitConflict[] = [];
    for (const base of MONEY_BASES) {
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
}

/** Amounts that stand for one thing: a total, or the sum of its parts. */
interface Node {
  readonly base: MoneyBase;
  readonly total: boolean;
  /** Of parts: the total that they make. */
  readonly of?: MoneyField;
  readonly amount: number;
  readonly cells: readonly { readonly field: MoneyField; readonly cell: Figure }[];
}

/** Whether spending would fit the budget if either were in the other unit, and no low execution is explained. */
function isLikely(project: Project): boolean {
  const { money } = project;
  const planned = amountOf(money.budget) || amountOf(money.initialBudget);
  return (
    planned > 0 &&
    isUsualShare((amountOf(money.actual) / planned) * UNIT_FACTOR) &&
    !reasonCells(project).some(givesReason)
  );
}

function conflict(
  field: MoneyField,
  cell: Figure,
  value: number,
  evidence: UnitConflict['evidence'],
  against: UnitConflict['against'],
): UnitConflict {
  return { field, cell, value: roundNoise(value), evidence, against, said: null };
}

function depth({ total }: FundGroup): number {
  return total.split('.').length;
}

function isClose(nodes: readonly Node[]): boolean {
  const amounts = nodes.map(({ amount }) => amount);
  return Math.max(...amounts) <= Math.min(...amounts) * NEAR;
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

/** The amounts of an annex in another unit: one reader for all rules that ask. */
export function unitConflictsOf(context: FactContext): UnitConflicts {
  return context.fact(readUnitConflicts);
}

function readUnitConflicts({ annex, profile }: FactContext): UnitConflicts {
  return new UnitConflicts(annex, profile);
}
