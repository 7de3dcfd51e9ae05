import type { MoneyCells } from '../../annex/annex';
import type { NumberCell } from '../../annex/values/number-cell';
import { amountSaid } from '../../facts/money/stated-amounts';
import { isAmount } from '../../facts/table/number-cells';
import type { FactContext, Learning } from '../../rule/rule';
import { positionOf, type CellPosition } from '../../sheet/address';

/** Rows that a table needs to have a unit of its own. */
const ENOUGH_ROWS = 3;
/** 100 亿元: no table's usual project is that large. 万元. */
const CERTAINLY_YUAN = 1_000_000;
/** 10 亿元, in 万元. */
const PROBABLY_YUAN = 100_000;
/** In 元: no table's usual project is as small as that, and its largest not as small as the other. */
const CERTAINLY_WAN = 1000;
const LARGEST_WAN = 100_000;
/** 万元 beyond which, and 元 below which, the words of the rows are asked. */
const WORTH_ASKING = 10_000;
/** Projects whose words are read for what they say of the money. */
const PROJECTS_ASKED = 200;
/** And how many of them have to say it. */
const ENOUGH_SAYING = 2;

/** What the sizes of the projects tell of the unit that the whole table is in. */
interface SizesTell {
  readonly unit: '万元' | '元';
  /** Whether amounts are too high for the unit of the head. */
  readonly tooHigh: boolean;
  /** Whether the sizes alone prove it, or make it likely. */
  readonly certain: boolean;
  readonly probable: boolean;
}

/** `null` where the amounts are as large as they are in the unit of the head. */
function sizesTell({ annex: { moneyUnit: unit, amounts } }: FactContext): SizesTell | null {
  const { count, median, highest } = amounts;
  if (count < ENOUGH_ROWS || (unit !== '万元' && unit !== '元')) return null;
  const tooHigh = unit === '万元';
  if (tooHigh ? median < WORTH_ASKING : median > WORTH_ASKING) return null;
  return {
    unit,
    tooHigh,
    certain: tooHigh ? median >= CERTAINLY_YUAN : median < CERTAINLY_WAN && highest < LARGEST_WAN,
    probable: tooHigh && median >= PROBABLY_YUAN,
  };
}

interface Asked {
  first: CellPosition | null;
  /** Projects whose words state an amount that is off by the factor, and whether any states another. */
  confirming: number;
  contradicted: boolean;
}

/** A table all of whose amounts seem to be in another unit than its head says. */
export interface TableInOtherUnit {
  /** The first amount. */
  readonly cell: CellPosition;
  readonly unit: '万元' | '元';
  /** Whether the sizes prove it, or the words of the projects confirm it. */
  readonly confirmed: boolean;
}

/** `null` for nearly all tables, at the cost of a look at the sizes of their projects. */
export const tableUnit: Learning<Asked, TableInOtherUnit | null> = {
  empty: () => ({ first: null, confirming: 0, contradicted: false }),
  add(learnt, project, context) {
    const sizes = context.fact(sizesTell);
    if (!sizes) return;
    const { money } = project;
    const first = firstAmount(money);
    if (first) learnt.first ??= positionOf(first);
    if (sizes.certain || project.index >= PROJECTS_ASKED) return;
    const said = amountSaid(project, money, sizes.unit);
    if (said === null) return;
    if (said !== 'same' && said.tooHigh === sizes.tooHigh) learnt.confirming++;
    else learnt.contradicted = true;
  },
  merge(learnt, { first, confirming, contradicted }) {
    learnt.first ??= first;
    learnt.confirming += confirming;
    if (contradicted) learnt.contradicted = true;
  },
  settle({ first, confirming, contradicted }, context) {
    const sizes = context.fact(sizesTell);
    if (!sizes || !first) return null;
    const confirmed = sizes.certain || (confirming >= ENOUGH_SAYING && !contradicted);
    return confirmed || sizes.probable ? { cell: first, unit: sizes.unit, confirmed } : null;
  },
};

function firstAmount({ budget, initialBudget, actual }: MoneyCells): NumberCell | undefined {
  return [budget, initialBudget, actual].find(isAmount);
}
