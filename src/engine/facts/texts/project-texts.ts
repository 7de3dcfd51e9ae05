import { NARRATIVE_FIELDS, type Indicator, type NarrativeField, type Project } from '../../annex/annex';
import type { IndicatorRole } from '../../annex/field-id';
import type { TextCell } from '../../annex/values/text-cell';

/** Where a text of a project stands. */
export type TextPlace =
  | 'projectName'
  | NarrativeField
  | `indicator.${Extract<IndicatorRole, 'name' | 'target' | 'result' | 'deviation'>}`;

/**
 * Visits the cells of a project that people write texts in, without those of its indicators: only those that hold a text,
 * placeholders included.
 */
export function forEachText(project: Project, visit: (cell: TextCell, place: TextPlace) => void): void {
  if (isText(project.nameCell)) visit(project.nameCell, 'projectName');
  const { narrative } = project;
  for (const field of NARRATIVE_FIELDS) {
    const cell = narrative[field];
    if (cell && isText(cell)) visit(cell, field);
  }
}

/** The same for the cells of one indicator. */
export function forEachTextOf(
  { name, target, result, deviation }: Indicator,
  visit: (cell: TextCell, place: TextPlace) => void,
): void {
  if (name && isText(name)) visit(name, 'indicator.name');
  if (target && isText(target)) visit(target, 'indicator.target');
  if (result && isText(result)) visit(result, 'indicator.result');
  if (deviation && isText(deviation)) visit(deviation, 'indicator.deviation');
}

/** Numbers and errors are no texts, whatever their cells show. */
function isText({ raw }: TextCell): boolean {
  return typeof raw === 'string' && raw !== '';
}
