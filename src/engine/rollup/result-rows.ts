import type { AnnexView } from '../annex/annex';
import { foldText } from '../annex/text';
import { identityOf, mayBeOfYear, sameProjects } from '../facts/across/same-project';
import type { Aside } from './result-texts';
import { isBlankForm, isExampleForm, isOnTemplateSheet, namesProject } from './template-form';
import { reviewedAnnexes } from './unit-figures';
import type { PlacedProject } from './units';

/** A row of 自评结果汇总表: a project, wherever it stands. */
export interface ResultRow extends PlacedProject {
  /** Rows of wide tables that are of the same project; they have no row of their own. */
  readonly also: readonly PlacedProject[];
  /** Why it does not count; `null`: it does. */
  readonly aside: Aside | null;
}

export interface ResultRows {
  /** In the order of the annexes. */
  readonly counted: readonly ResultRow[];
  readonly aside: readonly ResultRow[];
  /** Whether all there is are forms of whole departments, which count then. */
  readonly departmentsOnly: boolean;
}

/**
 * The rows of annexes, and which of them make up the total, so that no money is in it twice:
 *
 * - A form of a whole department holds the money of its projects: it counts only where there is nothing else.
 * - A form without name and amounts is a blank template; one of a stand-in ("XX项目") is an example, and so is one on a
 *   worksheet named as a template's whose project has another form.
 * - A row of a wide table is the project of the form that bears its name (项目 at its end or not), and no other unit, code or year, as the rule says
 *   that holds them against each other. Where several forms or
 *   rows may be meant, nobody can tell: the row stands aside, for the forms of that name are all in the total.
 *
 * @param annexes those that are no self-evaluations are left out
 */
export function resultRows(annexes: readonly AnnexView[]): ResultRows {
  const placed = reviewedAnnexes(annexes).flatMap((annex) =>
    annex.projects.map((project): PlacedProject => ({ annex, project })),
  );
  const forms = byName(placed.filter(({ annex }) => annex.layout === 'form'));
  const wide = byName(placed.filter(({ annex }) => annex.layout === 'wide'));
  const also = new Map<PlacedProject, PlacedProject[]>();
  const merged = new Set<PlacedProject>();
  const unsure = new Set<PlacedProject>();
  const examples = new Set(
    placed.filter(
      (one) => isExampleForm(one) || (isOnTemplateSheet(one) && othersOf(one, forms).some(isNoTemplate)),
    ),
  );
  for (const [name, rows] of wide) {
    const named = (forms.get(name) ?? []).filter((form) => !examples.has(form));
    for (const row of rows) {
      const [form, ...otherForms] = sameAs(row, named);
      if (!form) continue;
      const rivals = sameAs(
        form,
        rows.filter(({ annex }) => annex === row.annex),
      );
      // A form of "道路养护" that has its own row is not that of "道路养护项目" as well.
      if (!rivals.includes(row) && rivals.every((rival) => nameIs(rival, form) && !nameIs(row, form)))
        continue;
      if (otherForms.length > 0 || rivals.length !== 1 || rivals[0] !== row) unsure.add(row);
      else {
        merged.add(row);
        also.set(form, [...(also.get(form) ?? []), row]);
      }
    }
  }
  const whyAside = (one: PlacedProject): Aside | null => {
    if (one.annex.layout === 'department-form') return 'department';
    if (isBlankForm(one)) return 'template';
    if (examples.has(one)) return 'example';
    return unsure.has(one) ? 'same-name' : null;
  };
  const rows = placed
    .filter((one) => !merged.has(one))
    .map((one): ResultRow => ({ ...one, also: also.get(one) ?? [], aside: whyAside(one) }));
  const departmentsOnly = rows.length > 0 && rows.every(({ aside }) => aside === 'department');
  return {
    counted: departmentsOnly ? rows.map((row) => ({ ...row, aside: null })) : rows.filter(counts),
    aside: departmentsOnly ? [] : rows.filter((row) => !counts(row)),
    departmentsOnly,
  };
}

function counts({ aside }: ResultRow): boolean {
  return aside === null;
}

function isNoTemplate(form: PlacedProject): boolean {
  return !isOnTemplateSheet(form) && !isBlankForm(form);
}

function othersOf(one: PlacedProject, forms: ReadonlyMap<string, readonly PlacedProject[]>): PlacedProject[] {
  if (one.annex.layout !== 'form') return [];
  return (forms.get(nameOf(one) ?? '') ?? []).filter((other) => other !== one);
}

/** Projects by their names without codes and such words as 项目 behind them; those that name none have no others. */
function byName(placed: readonly PlacedProject[]): Map<string, PlacedProject[]> {
  const names = new Map<string, PlacedProject[]>();
  for (const one of placed) {
    const name = nameOf(one);
    if (name === null) continue;
    const others = names.get(name);
    if (others) others.push(one);
    else names.set(name, [one]);
  }
  return names;
}

function nameOf({ annex, project }: PlacedProject): string | null {
  return namesProject(project.name) ? (identityOf(project, { annex })?.stem ?? null) : null;
}

function nameIs(one: PlacedProject, other: PlacedProject): boolean {
  return identityOf(one.project, one)?.name === identityOf(other.project, other)?.name;
}

/** Those that may be a project, as rules across annexes say: those that name its very unit, or else all. */
function sameAs(one: PlacedProject, others: readonly PlacedProject[]): readonly PlacedProject[] {
  const own = identityOf(one.project, one);
  if (!own) return [];
  const ofYear = others.filter((other) => mayBeOfYear(one.annex, other.annex));
  const fitting = sameProjects(own, ofYear, (other) => identityOf(other.project, other));
  const unit = unitOf(one);
  const named = fitting.filter((other) => unit !== '' && unitOf(other) === unit);
  return named.length > 0 ? named : fitting;
}

function unitOf({ project }: PlacedProject): string {
  return foldText(project.unit ?? '');
}
