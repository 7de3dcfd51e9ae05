import { NARRATIVE_FIELDS, type Indicator } from '../annex/annex';
import { isCellError, type CellValue } from '../sheet/cell-value';
import type { CellPosition } from '../sheet/address';
import { figureCellsOf } from '../facts/table/figure-cells';
import type { Presence } from '../annex/values/presence';
import { defineRule, type Report } from '../rule/rule';

interface AnyCell extends CellPosition {
  readonly presence: Presence;
  readonly raw: CellValue;
  readonly formula?: string | null;
}

/** The parts of an indicator that hold words. */
const WORDS = [
  'name',
  'target',
  'result',
  'deviation',
  'operator',
  'measureUnit',
] as const satisfies readonly (keyof Indicator)[];

export const rule = defineRule({
  meta: {
    id: 'formula-error',
    name: { 'zh-CN': '公式错误', en: 'Formula error' },
    description: {
      'zh-CN': '表内单元格显示 #DIV/0!、#REF! 等错误值，包括合计行。',
      en: 'A cell of the annex shows an error such as #DIV/0! or #REF!, rows of totals included.',
    },
    topic: 'table',
    severity: 'error',
    requires: [],
    fix: 'none',
    basis: ['评审惯例'],
    messages: {
      formula: {
        'zh-CN': '单元格显示 {error}，公式为 {formula}。请修正公式或填写数值。',
        en: 'The cell shows {error}; its formula is {formula}. Correct the formula or give the value.',
      },
      value: {
        'zh-CN': '单元格显示 {error}。请修正公式或重新填写。',
        en: 'The cell shows {error}. Correct its formula or fill it in again.',
      },
    },
  },
  project(project, context, report) {
    const visit = (cell: AnyCell | null | undefined): void => {
      if (cell?.presence === 'error') report({ ...describe(cell), project });
    };
    figureCellsOf(context).ofProject(project, visit);
    for (const field of NARRATIVE_FIELDS) visit(project.narrative[field]);
    for (const indicator of project.indicators) {
      for (const part of WORDS) visit(indicator[part]);
    }
  },
  annex(context, report) {
    const figures = figureCellsOf(context);
    for (const total of context.annex.totals)
      figures.ofTotal(total, (cell) => {
        if (cell.presence === 'error') report({ ...describe(cell), project: null });
      });
  },
});

function describe(cell: AnyCell): Pick<Report, 'cell' | 'message' | 'data' | 'actual'> {
  const error = isCellError(cell.raw) ? cell.raw.error : '';
  const formula = cell.formula ?? null;
  return {
    cell,
    message: formula ? 'formula' : 'value',
    data: { error, formula: formula ?? '' },
    actual: error,
  };
}
