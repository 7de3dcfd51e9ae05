import { identityFrom, mayBeOfYear } from '../../facts/across/same-project';
import { placeText } from '../../facts/across/place-on-sheet';
import { quote } from '../../rule/figures';
import type { AnnexOfWorkbook } from '../../rule/rule';
import { nameCellOf, packedProjects, type PackedFigures, type PackedProject } from './packed';

type Annex = AnnexOfWorkbook<PackedFigures>;

/** Fewer matches than this do not make a table the summary of forms. */
const FEWEST_MATCHES = 2;

/** A project of an annex that has figures. */
interface Listed {
  readonly annex: Annex;
  readonly packed: PackedProject;
  readonly stem: string;
}

/**
 * Tells of projects of a summary that have no form, and of forms that no summary lists: of either only where most others have
 * their match, for a workbook may hold some forms of many, or another table than their summary. By names alone.
 */
export function reportUnlisted(summaries: readonly Annex[], forms: readonly Annex[]): void {
  const ofForms = forms.flatMap(listedIn);
  const matching: Annex[] = [];
  const listed = new Set<string>();
  for (const summary of summaries) {
    const fitting = ofForms.filter(({ annex }) => mayBeOfYear(annex.annex, summary.annex));
    const stems = new Set(fitting.map(({ stem }) => stem));
    const rows = listedIn(summary);
    const matched = rows.filter(({ stem }) => stems.has(stem)).length;
    if (matched < FEWEST_MATCHES) continue;
    matching.push(summary);
    for (const { stem } of rows) listed.add(stem);
    if (isMost(matched, rows.length))
      for (const row of rows) if (!stems.has(row.stem)) reportRow(row, matched);
  }
  const [summary] = matching;
  if (!summary) return;
  const own = ofForms.filter(({ annex }) => matching.some((one) => mayBeOfYear(annex.annex, one.annex)));
  const matched = own.filter(({ stem }) => listed.has(stem)).length;
  if (isMost(matched, own.length))
    for (const form of own) if (!listed.has(form.stem)) reportForm(form, summary, matched);
}

function isMost(matched: number, all: number): boolean {
  return matched >= FEWEST_MATCHES && matched * 2 > all;
}

function listedIn(annex: Annex): Listed[] {
  return [...packedProjects(annex.learnt)].flatMap((packed) => {
    const identity = identityFrom(packed.project, annex.annex);
    return identity ? [{ annex, packed, stem: identity.stem }] : [];
  });
}

function reportRow({ annex, packed }: Listed, matched: number): void {
  const { project } = packed;
  annex.compared();
  annex.report({
    severity: 'info',
    cell: nameCellOf(packed),
    project,
    message: 'noForm',
    data: { name: quote(project.name), matched: String(matched) },
  });
}

function reportForm({ annex, packed }: Listed, summary: Annex, matched: number): void {
  const { project } = packed;
  const [first] = packedProjects(summary.learnt);
  const at = nameCellOf(first!);
  annex.compared();
  annex.report({
    severity: 'info',
    cell: nameCellOf(packed),
    project,
    message: 'notListed',
    data: {
      name: quote(project.name),
      matched: String(matched),
      place: placeText(at, summary.annex, annex.annex),
    },
  });
}
