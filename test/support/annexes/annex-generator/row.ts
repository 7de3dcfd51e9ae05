import type { FieldId } from '../../../../src/engine/annex/field-id';
import type { CellInput } from '../sheet-builder';
import type { Random } from '../../random';
import { MEASURES_TAKEN } from './content/general-indicators';
import { operatorCell } from './indicators';
import { round, type CleanProject, type Plan, type PlannedIndicator, type RowDraft } from './model';
import { rateCell } from './rate-cell';

const PEOPLE = ['周某', '吴某', '郑某', '冯某', '蒋某'];

/** The cells of a clean project, by field, before they are laid out. */
export function draftRow(
  plan: Plan,
  project: CleanProject,
  fields: ReadonlySet<FieldId>,
  random: Random,
): RowDraft {
  const cells = new Map<FieldId, CellInput>();
  const { amounts } = project;
  cells.set('sequence', project.index + 1);
  cells.set('department', project.domain.department);
  cells.set('unit', project.unit);
  cells.set('projectName', project.name);
  cells.set('projectCode', `4401${String(22_000 + project.index * 7)}`);
  cells.set('projectType', random.pick(['部门预算项目', '转移支付项目', '其他项目']));
  cells.set('contact', random.pick(PEOPLE));
  for (const [field, amount] of amounts) cells.set(field, amount);
  const [budget, actual] = [amounts.get('budget')!, amounts.get('actual')!];
  cells.set('executionRate', rateCell(actual, budget, plan.rateStyle));
  cells.set('executionRate.weight', 10);
  cells.set('executionRate.score', round(10 * Math.min(1, actual / budget), 2));
  cells.set('annualGoal', project.goal);
  cells.set('goalCompletion', project.completion);
  cells.set('totalWeight', 100);
  cells.set('totalScore', project.totalScore);
  cells.set('grade', gradeOf(project.totalScore));
  for (const kind of plan.kinds)
    indicatorCells(
      plan,
      kind,
      project.indicators.find((own) => own.kind === kind),
      cells,
    );
  narrativeCells(plan, project, cells, random);
  return { plan, project, cells, amounts: new Map(amounts), fields, random };
}

/** 优 from 90, 良 from 80, 中 from 60. */
export function gradeOf(score: number): string {
  return score >= 90 ? '优' : score >= 80 ? '良' : score >= 60 ? '中' : '差';
}

function indicatorCells(
  plan: Plan,
  kind: PlannedIndicator['kind'],
  indicator: PlannedIndicator | undefined,
  cells: Map<FieldId, CellInput>,
): void {
  const set = (role: string, value: CellInput): void => {
    cells.set(`indicator.${kind}.${role}` as FieldId, value);
  };
  if (!indicator) {
    for (const role of [
      'name',
      'operator',
      'measureUnit',
      'target',
      'result',
      'weight',
      'score',
      'deviation',
    ])
      set(role, plan.nothing);
    return;
  }
  set('name', indicator.name);
  set('operator', operatorCell(indicator));
  set('measureUnit', indicator.figure?.measure ?? plan.nothing);
  set('target', plan.shape === 'joined' ? indicator.joined : indicator.target);
  set('result', indicator.result);
  set('weight', indicator.weight);
  set('score', indicator.score);
  set('deviation', indicator.reason ?? plan.nothing);
}

/** Reasons stand in the first column that asks for them; problems are named with the measures taken. */
function narrativeCells(
  plan: Plan,
  project: CleanProject,
  cells: Map<FieldId, CellInput>,
  random: Random,
): void {
  const reasons = project.reasons.join('；');
  const said = reasons === '' ? plan.nothing : `${reasons}。`;
  cells.set('deviation', said);
  cells.set('problems', said);
  cells.set('rectification', reasons === '' ? plan.nothing : random.pick(MEASURES_TAKEN));
  cells.set(
    'conclusion',
    plan.scored
      ? `自评得分${project.totalScore}分，等级为${gradeOf(project.totalScore)}。`
      : '自评结果良好，建议继续安排。',
  );
  cells.set('remarks', plan.nothing);
}
