import type { FieldId, IndicatorKind, IndicatorRole } from '../../../../src/engine/annex/field-id';
import type { Random } from '../../random';
import type { Plan } from './model';
import { levelOf } from './weights';
import { COLUMN_WORDS, FUND_WORDS, KIND_WORDS, LEVEL_WORDS, ROLE_WORDS, SCOPE_WORDS } from './wordings';

/** One column of a table: its field and its labels from top to leaf. */
export interface Column {
  readonly field: FieldId;
  readonly path: readonly string[];
}

/** The columns of a table in their order, each worded once. */
export function columnsOf(plan: Plan, random: Random): Column[] {
  const word = (key: keyof typeof COLUMN_WORDS): string => random.pick<string>(COLUMN_WORDS[key]);
  const { extras } = plan;
  const columns: Column[] = [{ field: 'sequence', path: [word('sequence')] }];
  const single = (field: FieldId & keyof typeof COLUMN_WORDS): void => {
    columns.push({ field, path: [word(field)] });
  };
  if (extras.has('department')) single('department');
  single('unit');
  single('projectName');
  for (const extra of ['projectCode', 'projectType', 'contact'] as const)
    if (extras.has(extra)) single(extra);
  columns.push(...moneyColumns(plan, word, random));
  single('annualGoal');
  single('goalCompletion');
  columns.push(...indicatorColumns(plan, random));
  if (extras.has('totalWeight')) single('totalWeight');
  if (plan.scored) single('totalScore');
  for (const extra of ['grade', 'deviation', 'problems', 'rectification', 'conclusion', 'remarks'] as const)
    if (extras.has(extra)) single(extra);
  return columns;
}

function moneyColumns(
  plan: Plan,
  word: (key: keyof typeof COLUMN_WORDS) => string,
  random: Random,
): Column[] {
  const scope = plan.depth > 1 && random.chance(0.4) ? [random.pick(SCOPE_WORDS)] : [];
  const unit = random.chance(0.25) ? `（${plan.moneyUnit}）` : '';
  const columns: Column[] = [];
  const amounts = (base: 'budget' | 'initialBudget' | 'actual'): void => {
    const label = `${word(base).replace(/（[AB]）$/, '')}${unit}`;
    if (!plan.fundsOf.includes(base) || plan.funds.length === 0) {
      columns.push({ field: base, path: [...scope, label] });
      return;
    }
    columns.push({ field: base, path: [...scope, label, random.pick(FUND_WORDS.total!)] });
    for (const source of plan.funds)
      columns.push({
        field: `${base}.${source}`,
        path: [...scope, label, random.pick(FUND_WORDS[source]!)],
      });
  };
  if (plan.initialBudget) amounts('initialBudget');
  if (plan.initialBudget && plan.adjustment)
    columns.push({ field: 'budget.adjustment', path: [...scope, `${word('adjustment')}${unit}`] });
  amounts('budget');
  amounts('actual');
  columns.push({
    field: 'executionRate',
    path: [...scope, plan.rateStyle === 'percent' ? word('ratePercent') : word('rate')],
  });
  if (plan.scored) {
    const [weight, score] = scope.length > 0 ? ['分值', '得分'] : [word('rateWeight'), word('rateScore')];
    columns.push(
      { field: 'executionRate.weight', path: [...scope, weight] },
      { field: 'executionRate.score', path: [...scope, score] },
    );
  }
  // Sources under a scope and a total make three rows of labels, which a header of two rows has no room for.
  return columns.map((column) =>
    column.path.length > plan.depth ? { ...column, path: column.path.slice(-plan.depth) } : column,
  );
}

/** The roles that each kind has columns for. */
function rolesOf({ shape, scored, indicatorReasons }: Plan): IndicatorRole[] {
  return [
    ...(shape === 'joined' ? [] : (['name'] as const)),
    ...(shape === 'measured' ? (['operator'] as const) : []),
    'target',
    ...(shape === 'measured' ? (['measureUnit'] as const) : []),
    'result',
    ...(scored ? (['weight', 'score'] as const) : []),
    ...(indicatorReasons ? (['deviation'] as const) : []),
  ];
}

function indicatorColumns(plan: Plan, random: Random): Column[] {
  const roles = rolesOf(plan);
  const roleWord = new Map(roles.map((role) => [role, random.pick(ROLE_WORDS[role])]));
  const kindWord = new Map(plan.kinds.map((kind) => [kind, random.pick(KIND_WORDS[kind])]));
  const levels = { output: '', cost: '', benefit: '', satisfaction: '' };
  for (const level of ['output', 'cost', 'benefit', 'satisfaction'] as const)
    levels[level] = random.pick<string>(LEVEL_WORDS[level]);
  const path = (kind: IndicatorKind, role: IndicatorRole): string[] => {
    const own = kindWord.get(kind)!;
    if (plan.depth === 1) return [`${own}${roleWord.get(role)!}`];
    if (plan.depth === 2) return [own, roleWord.get(role)!];
    return [levels[levelOf(kind, plan.costLevel)], own, roleWord.get(role)!];
  };
  const column = (kind: IndicatorKind, role: IndicatorRole): Column => ({
    field: `indicator.${kind}.${role}`,
    path: path(kind, role),
  });
  if (plan.byRole)
    return roles.flatMap((role) =>
      plan.kinds.map((kind) => ({
        field: `indicator.${kind}.${role}` as const,
        path: [role === 'target' ? '年度绩效指标' : '指标完成情况', kindWord.get(kind)!],
      })),
    );
  return plan.kinds.flatMap((kind) => roles.map((role) => column(kind, role)));
}
