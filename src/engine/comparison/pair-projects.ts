import { foldText } from '../annex/text';
import type { ComparedProject } from './compared-project';
import { groups, likenessOfTexts, Pairing, type Pair } from './pairing';

/**
 * Which project of one workbook is which of another: by layout, unit and name, wherever it stands; then by its name under
 * another unit, then in another layout. What is left is a project that was renamed where its contents say so: figures
 * and texts that no other project has. Projects of one name are told apart by what they share.
 */
export function pairProjects(
  before: readonly ComparedProject[],
  after: readonly ComparedProject[],
): Pairing<ComparedProject> {
  const pairing = new Pairing(before, after);
  const marksOf = distinctContents(before, after);
  const likeness = (a: ComparedProject, b: ComparedProject): number => shared(marksOf(a), marksOf(b));
  pairing.byName((one) => key(one.layout, one.unit, one.name), likeness);
  pairing.byName((one) => (one.name === '' ? null : key(one.layout, null, one.name)), likeness);
  pairing.byName((one) => key(null, one.unit, one.name), likeness);
  pairing.byName((one) => (one.name === '' ? null : key(null, null, one.name)), likeness);
  pairing.byLikeness(pairing.oldRest, pairing.newRest, (a, b) =>
    a.layout === b.layout ? renamed(a, b, marksOf) : 0,
  );
  return pairing;
}

/** Whether two paired projects go by different names. */
export function isRenamed({ old, new: fresh }: Pair<ComparedProject>): boolean {
  return foldText(old.name) !== foldText(fresh.name);
}

function key(layout: string | null, unit: string | null, name: string): string {
  return [layout ?? '', foldText(unit ?? ''), foldText(name)].join('\n');
}

/** How sure it is that one is the other under a new name; 0: it is not. */
function renamed(
  a: ComparedProject,
  b: ComparedProject,
  marksOf: (one: ComparedProject) => ReadonlySet<string>,
): number {
  const [left, right] = [marksOf(a), marksOf(b)];
  const common = shared(left, right);
  const names = likenessOfTexts(foldText(a.name), foldText(b.name));
  const share = common / Math.max(1, Math.min(left.size, right.size));
  // Names that differ in a character or two may be two phases of one thing: contents have to say the same.
  const isSame = share >= 0.5 && (common >= 2 || (common >= 1 && names >= 0.5));
  return isSame ? share + names : 0;
}

function shared(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const mark of left) if (right.has(mark)) common++;
  return common;
}

/** What stands in one project alone of each workbook: its amounts, its goal, what its indicators are called and ask for. */
function distinctContents(
  ...sides: readonly (readonly ComparedProject[])[]
): (project: ComparedProject) => ReadonlySet<string> {
  const marks = new Map<ComparedProject, Set<string>>();
  for (const projects of sides) {
    const all = projects.flatMap((project) => contentsOf(project).map((content) => ({ project, content })));
    for (const alike of groups(all, ({ content }) => content).values()) {
      const owners = new Set(alike.map(({ project }) => project));
      if (owners.size > 1) continue;
      const [{ project, content }] = alike as [(typeof alike)[number]];
      const own = marks.get(project);
      if (own) own.add(content);
      else marks.set(project, new Set([content]));
    }
  }
  const none: ReadonlySet<string> = new Set();
  return (project) => marks.get(project) ?? none;
}

function contentsOf({ layout, values, indicators }: ComparedProject): string[] {
  const figures = ['initialBudget', 'budget', 'actual'].flatMap((field) => {
    const number = values.get(field)?.number;
    return number ? [`${layout} ${field} ${number}`] : [];
  });
  const goal = foldText(values.get('annualGoal')?.text ?? '');
  const asked = indicators.flatMap(({ kind, name, target }) =>
    [name, target].flatMap((text) => (text.length < SHORTEST ? [] : [`${layout} ${kind} ${text}`])),
  );
  return [...figures, ...(goal.length < SHORTEST ? [] : [`${layout} ${goal}`]), ...asked];
}

/** What is shorter is said of many things. */
const SHORTEST = 4;
