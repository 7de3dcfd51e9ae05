import type { Annex, Project } from '../../annex/annex';
import { foldText } from '../../annex/text';

/** By what a project of one annex is known to be that of another one. Plain. */
export interface ProjectIdentity {
  /** The name without white space and code, in half-width forms. */
  readonly name: string;
  /** The name without what some put behind it and others do not: 项目, （本级）. */
  readonly stem: string;
  /** The code that stands before the name; `null` where none does. */
  readonly code: string | null;
  /** Its unit, and in a form its department too; none where the annex names none. */
  readonly units: readonly string[];
}

/** "2130106-校舍屋面防水": codes have six characters or more, a year has not. */
const CODE = /^([A-Za-z]{0,4}\d[\dA-Za-z-]{5,}?)[-_:—]*(?=[^\dA-Za-z\-_:—])/;

/** The identity of a project; `null` where it has no name. */
export function identityOf(
  project: Project,
  { annex }: { readonly annex: Pick<Annex, 'layout' | 'department'> },
): ProjectIdentity | null {
  return project.nameCell.answered ? identityFrom(project, annex) : null;
}

/** The same of a project whose name is known to be one. */
export function identityFrom(
  { name: written, unit }: Pick<Project, 'name' | 'unit'>,
  { layout, department }: Pick<Annex, 'layout' | 'department'>,
): ProjectIdentity | null {
  if (layout === 'department-form') return null;
  const folded = foldText(written);
  const coded = CODE.exec(folded);
  const name = coded ? folded.slice(coded[0].length) : folded;
  if (name === '') return null;
  const departments = layout === 'form' ? [department] : [];
  const units = [unit, ...departments].flatMap((one) => (one ? [foldText(one)] : []));
  return { name, stem: stemOf(name), code: coded?.[1] ?? null, units };
}

const SUFFIX = /(?:项目|[(（[]本级[)）\]]|[,，。.;；:：])+$/;
/** Shorter names are nothing without their last word. Characters. */
const SHORTEST_STEM = 3;

function stemOf(name: string): string {
  const stem = name.replace(SUFFIX, '');
  return stem.length >= SHORTEST_STEM ? stem : name;
}

/**
 * Those of others that may be the same project: the ones of the very same name, or where there is none, of the same but for
 * such a word as 项目 at its end.
 */
export function sameProjects<T>(
  own: ProjectIdentity,
  others: readonly T[],
  identity: (other: T) => ProjectIdentity | null,
): T[] {
  const fitting = others.filter((other) => {
    const theirs = identity(other);
    return theirs !== null && mayBeSame(own, theirs);
  });
  const exact = fitting.filter((other) => identity(other)?.name === own.name);
  return exact.length > 0 ? exact : fitting;
}

/**
 * Whether two projects of one name, but for such a word at its end, may be the same: no codes that differ, and no units that differ. One unit may be written
 * with what it belongs to before it (云岭县教育局, 教育局).
 */
export function mayBeSame(a: ProjectIdentity, b: ProjectIdentity): boolean {
  if (a.stem !== b.stem) return false;
  if (a.code !== null && b.code !== null && a.code !== b.code) return false;
  if (a.units.length === 0 || b.units.length === 0) return true;
  return a.units.some((one) => b.units.some((other) => one.endsWith(other) || other.endsWith(one)));
}

/** Whether two annexes may be about the same year: one of them does not say which it is about, or both say the same. */
export function mayBeOfYear(
  a: { readonly year: number | null },
  b: { readonly year: number | null },
): boolean {
  return a.year === null || b.year === null || a.year === b.year;
}
