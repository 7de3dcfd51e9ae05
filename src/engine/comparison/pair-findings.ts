import { placeFinder } from '../annex/cell-refs';
import { labelPath } from '../annex/place';
import { textIn } from '../language';
import type { Finding } from '../rule/finding';
import { cellKey, type ComparedIndicator, type ComparedProject, type ReviewedSide } from './compared-project';
import { groups, Pairing, type Pair } from './pairing';

/** What was found on one side, and where it stands among what was paired. */
interface Located {
  readonly finding: Finding;
  /** Index of its annex among those of its workbook. */
  readonly annex: number;
  /** What the project is to the other side as well; `null`: it has none. Of a finding without one: its annex. */
  readonly owner: string | null;
  /** The same of the indicator; '' where the finding is none's. */
  readonly indicator: string | null;
  /** What the cell is asked for. */
  readonly place: string;
}

/** What became of the findings of one workbook in another. */
export interface PairedFindings {
  /** Found in both. */
  readonly left: readonly Pair<Finding>[];
  /** Not found any more, though it was looked for. */
  readonly solved: readonly Finding[];
  /** Not found any more because the rule could not be checked: nobody knows. */
  readonly unchecked: readonly Finding[];
  /** Not found any more because their annex, project or indicator is not there any more. */
  readonly gone: readonly Finding[];
  /** Found for the first time. */
  readonly fresh: readonly Finding[];
}

/**
 * Which finding is which: by rule, project, indicator and field, whatever row it stands in.
 *
 * @param indicatorsOf the indicators of a pair of projects
 */
export function pairFindings(
  [before, after]: readonly [readonly ReviewedSide[], readonly ReviewedSide[]],
  projects: Pairing<ComparedProject>,
  indicatorsOf: (pair: Pair<ComparedProject>) => Pairing<ComparedIndicator>,
): PairedFindings {
  const annexes = pairAnnexes(before, after, projects);
  const owners = new Owners(projects, indicatorsOf);
  const located = (sides: readonly ReviewedSide[], which: 'old' | 'new'): Located[] =>
    sides.flatMap((side, annex) => {
      const placeOf = placeFinder(side.annex);
      return side.findings.map((finding): Located => {
        const place = side.annex.places[placeOf(finding.cell)];
        const name = place?.field ?? (place ? labelPath(place).join('/') : '');
        if (finding.projectId === null) {
          const owner = annexes[which].get(annex);
          return {
            finding,
            annex,
            owner: owner === undefined ? null : `annex ${owner}`,
            indicator: '',
            place: name,
          };
        }
        return { finding, annex, place: name, ...owners.of(which, annex, finding) };
      });
    });
  const pairing = new Pairing(located(before, 'old'), located(after, 'new'));
  const named = (parts: (one: Located) => readonly (string | null)[]): void =>
    pairing.byName((one) => {
      const known = [one.finding.rule, one.owner, one.indicator, ...parts(one)];
      return known.includes(null) ? null : known.join('\n');
    });
  const words = ({ finding: { message, data } }: Located): readonly string[] => [
    message,
    ...Object.entries(data).map(([key, text]) => `${key} ${textIn(text, 'zh-CN')}`),
  ];
  named((one) => [one.place, ...words(one)]);
  named((one) => [one.place, one.finding.message]);
  named((one) => [one.place]);
  named((one) => [one.finding.message]);
  const rest = pairing.oldRest;
  const isGone = ({ owner, indicator }: Located): boolean => owner === null || indicator === null;
  const checkedAgain = checkedIn(after, annexes, projects);
  const isChecked = ({ finding, annex }: Located): boolean => checkedAgain(finding, annex);
  return {
    left: pairing.pairs.map(({ old, new: fresh }) => ({ old: old.finding, new: fresh.finding })),
    solved: rest.filter((one) => !isGone(one) && isChecked(one)).map(({ finding }) => finding),
    unchecked: rest.filter((one) => !isGone(one) && !isChecked(one)).map(({ finding }) => finding),
    gone: rest.filter(isGone).map(({ finding }) => finding),
    fresh: pairing.newRest.map(({ finding }) => finding),
  };
}

type Annexes = Readonly<Record<'old' | 'new', ReadonlyMap<number, number>>>;

/** Annexes belong together by the most of their projects, then by worksheet and layout; the number is the older one's. */
function pairAnnexes(
  before: readonly ReviewedSide[],
  after: readonly ReviewedSide[],
  projects: Pairing<ComparedProject>,
): Annexes {
  const indexed = (sides: readonly ReviewedSide[]) => sides.map((side, index) => ({ side, index }));
  const [old, fresh] = [indexed(before), indexed(after)];
  const pairing = new Pairing(old, fresh);
  const together = groups(projects.pairs, (pair) => `${pair.old.annex} ${pair.new.annex}`);
  const most = [...together.values()].sort((a, b) => b.length - a.length);
  for (const [pair] of most) pairing.take(old[pair!.old.annex]!, fresh[pair!.new.annex]!);
  pairing.byName(({ side: { annex } }) => `${annex.layout}\n${annex.sheet.name}`);
  pairing.byName(({ side: { annex } }) => `${annex.layout}\n${annex.title ?? ''}`);
  return {
    old: new Map(pairing.pairs.map(({ old }) => [old.index, old.index])),
    new: new Map(pairing.pairs.map(({ old, new: fresh }) => [fresh.index, old.index])),
  };
}

/** Tells of a finding which project and which indicator it stands at, in words that are the same on both sides. */
class Owners {
  private readonly projects = new Map<
    string,
    { readonly number: number; readonly pair: Pair<ComparedProject> }
  >();
  private readonly cells = new Map<string, string>();

  constructor(
    { pairs }: Pairing<ComparedProject>,
    indicatorsOf: (pair: Pair<ComparedProject>) => Pairing<ComparedIndicator>,
  ) {
    pairs.forEach((pair, number) => {
      for (const which of ['old', 'new'] as const) {
        this.projects.set(projectKey(which, pair[which].annex, pair[which].projectId), { number, pair });
      }
      const { pairs: indicators, oldRest, newRest } = indicatorsOf(pair);
      indicators.forEach((both, i) => {
        this.name('old', both.old, `${number}.${i}`);
        this.name('new', both.new, `${number}.${i}`);
      });
      for (const one of oldRest) this.name('old', one, null);
      for (const one of newRest) this.name('new', one, null);
    });
  }

  of(
    which: 'old' | 'new',
    annex: number,
    { projectId, cell, sheetId }: Finding,
  ): Pick<Located, 'owner' | 'indicator'> {
    const known = this.projects.get(projectKey(which, annex, projectId!));
    if (!known) return { owner: null, indicator: '' };
    const at = this.cells.get(`${which} ${cellKey({ ...cell, sheetId })}`);
    return { owner: String(known.number), indicator: at === NOWHERE ? null : (at ?? '') };
  }

  private name(which: 'old' | 'new', { values }: ComparedIndicator, name: string | null): void {
    for (const value of values.values()) {
      const key = `${which} ${cellKey(value)}`;
      // A cell that indicators share is that of the first.
      if (!this.cells.has(key)) this.cells.set(key, name ?? NOWHERE);
    }
  }
}

/** The indicator stands on this side alone. */
const NOWHERE = '-';

function projectKey(which: string, annex: number, projectId: string): string {
  return `${which} ${annex} ${projectId}`;
}

/** Tells whether what was found before was looked for again where its project, or its annex, now is. */
function checkedIn(
  after: readonly ReviewedSide[],
  annexes: Annexes,
  projects: Pairing<ComparedProject>,
): (finding: Finding, annex: number) => boolean {
  const nowIn = new Map(
    projects.pairs.map((pair) => [projectKey('old', pair.old.annex, pair.old.projectId), pair.new.annex]),
  );
  const newOf = new Map([...annexes.new].map(([fresh, old]) => [old, fresh]));
  const checked = after.map(
    ({ outcomes }) => new Set(outcomes.flatMap((one) => (one.outcome === 'checked' ? [one.rule] : []))),
  );
  return ({ projectId, rule }, annex) => {
    const now = projectId === null ? newOf.get(annex) : nowIn.get(projectKey('old', annex, projectId));
    return now !== undefined && checked[now]!.has(rule);
  };
}
