import type { Layout } from '../annex';
import type { FieldId } from '../field-id';
import { foldText } from '../text';

/**
 * What a table is by its fields and its title: tables without results, spending or a rate are no self-evaluations, nor is
 * one of a year that is still running.
 *
 * @param evaluation the layout of a self-evaluation of this shape
 */
export function layoutOf(fields: readonly FieldId[], title: string | null, evaluation: Layout): Layout {
  const any = (test: (field: FieldId) => boolean): boolean => fields.some(test);
  if (/监控|序时|进度表|1-\d+月/.test(foldText(title ?? '')) && !/自评/.test(title ?? '')) return 'progress';
  const evaluates = any(
    (f) =>
      f.startsWith('actual') ||
      f === 'executionRate' ||
      f === 'goalCompletion' ||
      f === 'totalScore' ||
      /\.(?:result|score)$/.test(f),
  );
  if (evaluates) return evaluation;
  return any((f) => f.endsWith('.target') || f === 'annualGoal') ? 'goal' : 'allocation';
}
