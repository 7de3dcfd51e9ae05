import type { Annex, Indicator, Project } from '../annex/annex';
import { isCellError, type CellValue } from '../sheet/cell-value';
import type { CellPosition } from '../sheet/address';
import type { Rule } from './support/rule';

interface AnyCell extends CellPosition {
  readonly raw: CellValue;
  readonly formula?: string | null;
}

export const rule: Rule = {
  meta: {
    id: 'formula-error',
    name: { 'zh-CN': '公式错误', en: 'Formula error' },
    description: {
      'zh-CN': '表内单元格显示 #DIV/0!、#REF! 等错误值，包括合计行。',
      en: 'A cell of the annex shows an error such as #DIV/0! or #REF!, rows of totals included.',
    },
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
  check(annex, report) {
    for (const [cell, project] of cellsOf(annex)) {
      if (!isCellError(cell.raw)) continue;
      const formula = cell.formula ?? null;
      report({
        cell,
        project,
        message: formula ? 'formula' : 'value',
        data: { error: cell.raw.error, formula: formula ?? '' },
        actual: cell.raw.error,
      });
    }
  },
};

function* cellsOf(annex: Annex): Iterable<readonly [AnyCell, Project | null]> {
  for (const project of annex.projects) {
    for (const cell of Object.values(project.money)) yield [cell, project];
    if (project.rate) yield [project.rate, project];
    for (const cell of Object.values(project.scores)) yield [cell, project];
    for (const cell of Object.values(project.narrative)) yield [cell, project];
    for (const indicator of project.indicators) {
      for (const cell of indicatorCells(indicator)) yield [cell, project];
    }
  }
  for (const total of annex.totals) {
    for (const cell of Object.values(total.money)) yield [cell, null];
    if (total.rate) yield [total.rate, null];
  }
}

function indicatorCells({
  name,
  target,
  result,
  weight,
  score,
  deviation,
  operator,
  measureUnit,
}: Indicator): AnyCell[] {
  return [name, target, result, weight, score, deviation, operator, measureUnit].filter(
    (cell) => cell !== null,
  );
}
