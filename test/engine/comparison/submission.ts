import { compareSubmissions, type Comparison } from '../../../src/engine/comparison/compare-submissions';
import { reviewSheet } from '../../../src/engine/review/review-sheet';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';

export interface Asked {
  readonly kind: '数量指标' | '质量指标' | '时效指标' | '社会效益指标' | '满意度指标';
  readonly name: string;
  readonly target: string;
  readonly result: string;
}

export interface Submitted {
  readonly unit: string;
  readonly name: string;
  /** 万元. */
  readonly budget: number;
  readonly actual: number;
  /** As a fraction; absent: what the money says. */
  readonly rate?: number;
  readonly goal: string;
  readonly indicators: readonly Asked[];
}

const LEVEL1: Readonly<Record<Asked['kind'], string>> = {
  数量指标: '产出指标',
  质量指标: '产出指标',
  时效指标: '产出指标',
  社会效益指标: '效益指标',
  满意度指标: '满意度指标',
};

const percent = (value: number): CellInput => ({ value, format: '0.00%' });
const rateOf = ({ budget, actual, rate }: Submitted): CellInput => percent(rate ?? actual / budget);

/** The projects as rows of a wide table, each with one indicator a kind. */
export function wideSheet(name: string, projects: readonly Submitted[]): SheetSnapshot {
  const kinds = projects[0]!.indicators.map(({ kind }) => kind);
  const rows: CellInput[][] = [
    ['2024年度项目支出绩效自评表'],
    ['单位：万元'],
    [
      '序号',
      '单位名称',
      '项目名称',
      '全年预算数',
      '全年执行数',
      '执行率',
      '年度总体目标',
      ...kinds.flatMap((k) => [k, null]),
    ],
    [...Array<null>(7).fill(null), ...kinds.flatMap(() => ['年度指标值', '实际完成值'])],
    ...projects.map((project, i): CellInput[] => [
      ...[i + 1, project.unit, project.name, project.budget, project.actual, rateOf(project), project.goal],
      ...project.indicators.flatMap(({ target, result }) => [target, result === '' ? null : result]),
    ]),
  ];
  const merges = [
    ...Array.from({ length: 7 }, (_, c) => ({ firstRow: 2, lastRow: 3, firstColumn: c, lastColumn: c })),
    ...kinds.map((_, i) => ({ firstRow: 2, lastRow: 2, firstColumn: 7 + 2 * i, lastColumn: 8 + 2 * i })),
  ];
  return { ...buildSheet(rows, { name, merges }), id: name };
}

/** One project as a form. */
export function formSheet(name: string, project: Submitted): SheetSnapshot {
  const { budget, actual, indicators } = project;
  const rows: CellInput[][] = [
    ['项目支出绩效自评表'],
    ['（2024年度）'],
    ['项目名称', project.name],
    ['实施单位', project.unit],
    ['项目资金（万元）', null, '全年预算数', '全年执行数', '执行率'],
    [null, '年度资金总额', budget, actual, rateOf(project)],
    ['年度总体目标', project.goal],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值'],
    ...indicators.map(({ kind, name: called, target, result }): CellInput[] => [
      ...[LEVEL1[kind], kind, called, target, result === '' ? null : result],
    ]),
  ];
  return { ...buildSheet(rows, { name }), id: name };
}

/** Reviews both workbooks and compares them. */
export function compared(before: readonly SheetSnapshot[], after: readonly SheetSnapshot[]): Comparison {
  const [old, fresh] = [before, after].map((sheets) => sheets.flatMap((sheet) => reviewSheet(sheet)));
  return compareSubmissions(old!, fresh!);
}

/** What a comparison says, in words that a test can list. */
export function toldBy({ findings, changes, projects }: Comparison) {
  const of = ({ rule, project }: { rule: string; project: string | null }): string => `${rule} ${project}`;
  return {
    left: findings.left.map((pair) => of(pair.new)).sort(),
    solved: findings.solved.map(of).sort(),
    fresh: findings.fresh.map(of).sort(),
    gone: findings.gone.map(of).sort(),
    unchecked: findings.unchecked.map(of).sort(),
    changes: changes
      .map(({ project, field, indicator, old, new: now, asked }) =>
        [asked ? 'asked' : 'unasked', project.new.name, field, indicator, old?.text, now?.text].join('|'),
      )
      .sort(),
    renamed: projects.renamed.map((pair) => `${pair.old.name} > ${pair.new.name}`).sort(),
    appeared: projects.appeared.map(({ name }) => name).sort(),
    vanished: projects.vanished.map(({ name }) => name).sort(),
  };
}
