import type { JudgedChange } from '../../engine/comparison/compare-submissions';
import type { ComparedProject, ComparedValue } from '../../engine/comparison/compared-project';
import { FIELD_NAMES, fieldName } from '../../engine/annex/field-names';
import type { Locale } from '../../engine/language';
import type { Finding } from '../../engine/rule/finding';
import { toAddress } from '../../engine/sheet/address';
import { errorToJson, findingToJson, noticesOf, type Json } from '../to-json';
import type { WorkbookResult } from '../review-workbook';
import { countsOf } from '../summary';
import { comparisonCounts, type ComparisonResult } from './comparison-result';

/** Raised when a field is renamed or removed; additions leave it as it is. */
const SCHEMA_VERSION = 1;

/** One JSON document of what became of a workbook. Cells are A1 addresses; money in `number` is in 元. */
export function comparisonToJson({ old, new: fresh, comparison }: ComparisonResult, locale: Locale): string {
  const sides = { old: sideToJson(old, locale), new: sideToJson(fresh, locale) };
  const names = [old, fresh].map(
    ({ annexes }) => new Map(annexes.map(({ annex: { sheet } }) => [sheet.id, sheet.name])),
  );
  const finding = (one: Finding, side: 0 | 1): Json => findingToJson(one, locale, names[side]);
  const head: Record<string, Json> = { schemaVersion: SCHEMA_VERSION, ...sides };
  if (!comparison) return written({ ...head, comparison: null });
  const { findings, changes, projects } = comparison;
  const { fresh: fromNow, ...counts } = comparisonCounts(comparison);
  return written({
    ...head,
    comparison: {
      findings: {
        left: findings.left.map((pair) => ({ old: finding(pair.old, 0), new: finding(pair.new, 1) })),
        new: findings.fresh.map((one) => finding(one, 1)),
        solved: findings.solved.map((one) => finding(one, 0)),
        unchecked: findings.unchecked.map((one) => finding(one, 0)),
        gone: findings.gone.map((one) => finding(one, 0)),
      },
      changes: changes.map((change) => changeToJson(change, locale)),
      projects: {
        renamed: projects.renamed.map((pair) => ({
          old: projectToJson(pair.old),
          new: projectToJson(pair.new),
        })),
        appeared: projects.appeared.map(projectToJson),
        vanished: projects.vanished.map(projectToJson),
      },
    },
    summary: { ...counts, new: fromNow },
  });
}

function written(document: Json): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}

function sideToJson(result: WorkbookResult, locale: Locale): Json {
  const { annexes, projects, findings } = countsOf(result);
  return {
    file: result.file,
    error: errorToJson(result, locale),
    annexes,
    projects,
    findings,
    notices: noticesOf(result, locale),
  };
}

function changeToJson(
  { project, field, indicator, old, new: fresh, asked }: JudgedChange,
  locale: Locale,
): Json {
  return {
    project: project.new.name,
    unit: project.new.unit,
    field,
    fieldName: fieldName(field, FIELD_NAMES[locale]),
    indicator: indicator === '' ? null : indicator,
    old: valueToJson(old),
    new: valueToJson(fresh),
    asked,
  };
}

function valueToJson(value: ComparedValue | null): Json {
  if (!value) return null;
  const { sheetName, row, column, text, number } = value;
  return { sheet: sheetName, cell: toAddress(row, column), text, number };
}

function projectToJson({ sheetName, row, column, unit, name }: ComparedProject): Json {
  return { sheet: sheetName, cell: toAddress(row, column), unit, name };
}
