import type { Profile } from '../profile/profile';
import type { AnnexInWorkbook, Report, Rule } from '../rule/rule';
import { RULES } from '../rules';
import { reasonOf } from './speaker';

/** What an annex tells the rules that compare the annexes of a workbook. Plain: it may come from another thread. */
export interface ToldOfAnnex {
  readonly annex: AnnexInWorkbook;
  readonly profile: Profile;
  /** What each of these rules has learnt, by its id; rules that are not checked here are missing. */
  readonly learnt: Readonly<Record<string, unknown>>;
}

/** What one rule said of an annex among the others of its workbook. Plain. */
export interface SaidAcross {
  readonly reports: readonly Report[];
  /** Why it stopped in the middle of it. */
  readonly reason: string | null;
  /** Whether the annex was held against another one. */
  readonly compared: boolean;
}

/** The same of all rules, by their ids: what there is to add to the review of one annex. */
export type AcrossOfAnnex = Readonly<Record<string, SaidAcross>>;

/**
 * Lets the rules that compare the annexes of a workbook speak, once all of these have been looked at and before the
 * review of any of them is put together. What they say belongs to the annex they say it of.
 *
 * @param told of all annexes that were read, in the order of the worksheets, and of their rows; `null` for those that are
 *   left alone
 * @returns what was said of each, in the same order; `null` where no rule had anything to do with it
 */
export function lookAcross(
  told: readonly (ToldOfAnnex | null)[],
  rules: readonly Rule[] = RULES,
): (AcrossOfAnnex | null)[] {
  const across = told.map((): Record<string, SaidAcross> => ({}));
  for (const rule of rules) {
    if (!rule.workbook) continue;
    const { id } = rule.meta;
    const listeners = told.map((one) => (one && id in one.learnt ? new Listener(one, id) : null));
    const annexes = listeners.filter((listener) => listener !== null);
    if (annexes.length < 2) continue;
    let reason: string | null = null;
    try {
      rule.workbook({ annexes });
    } catch (thrown) {
      reason = reasonOf(thrown);
    }
    for (const [i, listener] of listeners.entries()) {
      if (!listener) continue;
      // That it failed is said once.
      const said = { ...listener.said, reason: listener === annexes[0] ? reason : null };
      if (said.reports.length > 0 || said.compared || said.reason !== null) across[i]![id] = said;
    }
  }
  return across.map((said) => (Object.keys(said).length > 0 ? said : null));
}

/** Collects what one rule says of one annex. */
class Listener {
  readonly annex: AnnexInWorkbook;
  readonly profile: Profile;
  readonly learnt: unknown;
  private readonly reports: Report[] = [];
  private isCompared = false;

  constructor({ annex, profile, learnt }: ToldOfAnnex, rule: string) {
    this.annex = annex;
    this.profile = profile;
    this.learnt = learnt[rule];
  }

  readonly report = (report: Report): void => {
    this.reports.push(report);
  };

  readonly compared = (): void => {
    this.isCompared = true;
  };

  get said(): Pick<SaidAcross, 'reports' | 'compared'> {
    return { reports: this.reports, compared: this.isCompared };
  }
}
