import type { MoneyUnit } from '../annex/vocabulary/money-units';
import { labelPath } from '../annex/place';
import { foldText } from '../annex/text';
import { toAddress } from '../sheet/address';
import { AMOUNTS } from './result-columns';
import type { ResultRow } from './result-rows';
import type { ResultDoubt, ResultTexts } from './result-texts';
import { isOnTemplateSheet, namesProject } from './template-form';

/** So many places, and rows of one name, are named. */
const NAMED = 5;

/** What column 说明 says of rows: why one does not count, where else its project stands, what is not certain. */
export class ResultRemarks {
  /** 序号 of the rows that count, by name. */
  private readonly named = new Map<string, number[]>();
  private readonly sequences = new Map<ResultRow, number>();
  /** Whether initial budgets have a column of their own. */
  private readonly hasInitial: boolean;

  /** @param counted in their order */
  constructor(
    counted: readonly ResultRow[],
    private readonly moneyUnit: MoneyUnit | null,
    private readonly texts: ResultTexts,
  ) {
    this.hasInitial = counted.some(({ project }) => project.money.initialBudget);
    counted.forEach((row, i) => {
      this.sequences.set(row, i + 1);
      if (!namesProject(row.project.name)) return;
      const name = foldText(row.project.name);
      const others = this.named.get(name);
      if (others) others.push(i + 1);
      else this.named.set(name, [i + 1]);
    });
  }

  of(row: ResultRow): string {
    const { aside, alsoIn, between, and, doubt } = this.texts;
    if (row.aside !== null) return aside[row.aside];
    const unit = this.moneyUnit ?? '';
    const rows = this.sameName(row).slice(0, NAMED).join(and);
    const said = this.doubtsOf(row).map((one) => doubt[one]({ unit, rows }));
    if (row.also.length > 0) {
      const places = row.also
        .slice(0, NAMED)
        .map(({ annex, project: { nameCell } }) =>
          [annex.sheet.name, toAddress(nameCell.row, nameCell.column)].join('!'),
        );
      said.unshift(alsoIn(places.join(and)));
    }
    return said.join(between);
  }

  private doubtsOf(row: ResultRow): ResultDoubt[] {
    const { annex, project } = row;
    const amounts = Object.values(AMOUNTS).flatMap((field) => project.money[field] ?? []);
    const doubts: Readonly<Record<ResultDoubt, boolean>> = {
      'no-unit': annex.moneyUnit === null && this.moneyUnit !== null && amounts.length > 0,
      'initial-budget': this.hasInitial && isInitialAlone(row),
      'text-amount': amounts.some(({ presence, raw }) => presence === 'value' && typeof raw !== 'number'),
      'name-twice': this.sameName(row).length > 0,
      'like-template': annex.layout === 'form' && isOnTemplateSheet(row),
    };
    return (Object.keys(doubts) as ResultDoubt[]).filter((doubt) => doubts[doubt]);
  }

  /** 序号 of the other rows of that name. */
  private sameName(row: ResultRow): number[] {
    const own = this.sequences.get(row);
    const named = this.named.get(foldText(row.project.name)) ?? [];
    // One more than are named: of thousands of one name no row needs all.
    return named.slice(0, NAMED + 1).filter((sequence) => sequence !== own);
  }
}

/** Whether the one budget of a project is labelled as that of the year's beginning. */
function isInitialAlone({ annex: { places }, project: { money } }: ResultRow): boolean {
  const { budget, initialBudget } = money;
  const labels = budget && !initialBudget ? labelPath(places[budget.place] ?? { labels: [] }).join('') : '';
  return /年初|期初|初始/.test(labels) && !/全年|调整/.test(labels);
}
