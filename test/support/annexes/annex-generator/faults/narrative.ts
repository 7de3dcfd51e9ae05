import type { FieldId } from '../../../../../src/engine/annex/field-id';
import type { CellInput } from '../../sheet-builder';
import type { RowDraft } from '../model';
import { indicatorField, metIndicators, plainCompletion } from './change';
import type { FaultKind } from './fault';

const textOf = ({ cells }: RowDraft, field: FieldId): string => String(cells.get(field));

/** Faults of goals, completions, problems and of the row as a whole. */
export const NARRATIVE_FAULTS: readonly FaultKind[] = [
  {
    kind: 'goal contradicts the indicator',
    rules: ['goal-indicator-conflict'],
    plant(row, random) {
      const { figure, name } = row.project.indicators.find(({ kind }) => kind === 'quantity')!;
      const { asked, measure } = figure!;
      const said = `${name.replace(/数量$/, '')}${asked}${measure}`;
      const goal = textOf(row, 'annualGoal');
      if (!goal.includes(said) || asked < 10) return null;
      const other = random.pick([asked + Math.ceil(asked * 0.2), asked - Math.ceil(asked * 0.15)]);
      row.cells.set('annualGoal', goal.replace(said, said.replace(String(asked), String(other))));
      return { at: ['annualGoal', indicatorField('quantity', 'target'), 'goalCompletion'] };
    },
  },
  {
    kind: 'template text left',
    rules: ['template-residue'],
    plant(row, random) {
      const places: readonly (readonly [FieldId, string])[] = [
        ['goalCompletion', '对照年度目标填写全年实际完成情况（200字以内）'],
        ['goalCompletion', '目标1完成情况：\n目标2完成情况：\n……'],
        ['problems', '（简要说明存在的问题，100字以内）'],
        ['rectification', '请填写改进措施'],
        ['indicator.quantity.result', '指标1：'],
      ];
      const [field, text] = random.pick(places.filter(([own]) => row.fields.has(own)));
      if (row.project.reasons.length > 0) return null;
      row.cells.set(field, text);
      return { at: [field] };
    },
  },
  {
    kind: 'template row left',
    rules: ['template-residue'],
    note: true,
    plant(row, random) {
      const found = metIndicators(row, ['economic', 'ecological', 'sustainability']);
      if (found.length === 0 || row.plan.scored) return null;
      const { kind } = random.pick(found);
      const nothing = row.plan.nothing;
      for (const role of ['name', 'operator', 'measureUnit', 'target', 'result'] as const)
        row.cells.set(indicatorField(kind, role), nothing);
      const field = indicatorField(kind, row.plan.shape === 'joined' ? 'target' : 'name');
      row.cells.set(
        field,
        random.pick(['指标1', '指标1：', '指标2', '……']) === '……' ? '指标1：……' : '指标1：',
      );
      return { at: [field, indicatorField(kind, 'result')] };
    },
  },
  {
    kind: 'vague completion',
    rules: ['goal-result-vague'],
    plant(row, random) {
      row.cells.set(
        'goalCompletion',
        random.pick(['已完成', '完成', '良好', '已全部完成', '完成年度目标', '按计划完成']),
      );
      return { at: ['goalCompletion'] };
    },
  },
  {
    kind: 'completion copies the goal',
    rules: ['goal-result-vague'],
    plant(row) {
      row.cells.set('goalCompletion', row.cells.get('annualGoal')!);
      return { at: ['goalCompletion'] };
    },
  },
  {
    kind: 'doubled word or lost bracket',
    rules: ['text-typo'],
    note: true,
    plant(row, random) {
      const tail = random.pick([
        '得到群众的的认可。',
        '项目资金资金按规定使用。',
        '管理制度（含操作规程已印发。',
        '进一步提升提升服务能力。',
      ]);
      row.cells.set('goalCompletion', `${textOf(row, 'goalCompletion').replace(/。$/, '')}，${tail}`);
      return { at: ['goalCompletion'] };
    },
  },
  {
    kind: 'another year',
    rules: ['year-mismatch'],
    plant(row, random) {
      const year = row.plan.year - random.integer(1, 2);
      const field = random.pick(['annualGoal', 'goalCompletion'] as const);
      const lead = field === 'annualGoal' ? `${year}年度计划：` : `${year}年全年工作完成：`;
      row.cells.set(field, `${lead}${textOf(row, field)}`);
      return { at: [field] };
    },
  },
  {
    kind: 'same indicator in two dimensions',
    rules: ['duplicate-indicator'],
    scarce: true,
    plant(row, random) {
      const source = metIndicators(row, ['quality']).find(({ figure }) => figure !== null);
      const other = metIndicators(row, ['social', 'ecological', 'sustainability', 'economic']);
      if (!source || other.length === 0) return null;
      const { kind } = random.pick(other);
      for (const role of ['name', 'operator', 'measureUnit', 'target', 'result'] as const)
        row.cells.set(indicatorField(kind, role), row.cells.get(indicatorField('quality', role))!);
      return {
        at: (['quality', kind] as const).flatMap((own) => [
          indicatorField(own, 'target'),
          indicatorField(own, 'name'),
        ]),
      };
    },
  },
  {
    kind: 'indicators of another project',
    rules: ['duplicate-indicator'],
    scarce: true,
    plant(row, random, { drafts, touched }) {
      const kinds = row.project.indicators.map(({ kind }) => kind).join();
      const others = drafts.filter(
        ({ project }) =>
          project !== row.project &&
          project.unit === row.project.unit &&
          !touched.has(project.index) &&
          project.reasons.length === 0 &&
          project.indicators.map(({ kind }) => kind).join() === kinds,
      );
      if (others.length === 0 || row.project.reasons.length > 0 || row.plan.scored) return null;
      const other = random.pick(others);
      const at: FieldId[] = ['projectName', 'annualGoal', 'goalCompletion'];
      const copy = (field: FieldId): void => {
        row.cells.set(field, other.cells.get(field)!);
      };
      copy('annualGoal');
      copy('goalCompletion');
      for (const field of other.cells.keys()) {
        if (!field.startsWith('indicator.')) continue;
        copy(field);
        at.push(field);
      }
      return { at, related: [other.project.index] };
    },
  },
  {
    kind: 'no satisfaction',
    rules: ['dimension-missing'],
    plant(row) {
      if (row.plan.scored) return null;
      const roles = ['name', 'operator', 'measureUnit', 'target', 'result'] as const;
      for (const role of roles) row.cells.set(indicatorField('satisfaction', role), row.plan.nothing);
      return { at: ['projectName', ...roles.map((role) => indicatorField('satisfaction', role))] };
    },
  },
  {
    kind: 'another placeholder',
    rules: ['placeholder-inconsistent'],
    note: true,
    plant(row, random, { drafts }) {
      const { nothing } = row.plan;
      const usual = (field: FieldId): boolean =>
        row.fields.has(field) && drafts.filter(({ cells }) => cells.get(field) === nothing).length >= 6;
      const found = (['problems', 'rectification', 'remarks', 'deviation'] as const).filter(
        (field) => usual(field) && row.cells.get(field) === nothing,
      );
      if (nothing === null || found.length === 0) return null;
      const field = random.pick(found);
      const other: CellInput = random.pick(
        ['——', '-', '/', '无', '―'].filter(
          (text) => text !== nothing && !(nothing === '—' && /[—-]/.test(text)),
        ),
      );
      row.cells.set(field, other);
      return { at: [field] };
    },
  },
  {
    kind: 'name and content differ',
    rules: ['name-content-mismatch'],
    plant(row) {
      row.cells.set('projectName', '商品和服务支出');
      row.cells.set('annualGoal', '按月足额发放编外人员工资、津贴补贴并缴纳社会保险费和住房公积金。');
      plainCompletion(row);
      row.cells.set('goalCompletion', '全年按月发放编外人员工资和津贴补贴，缴纳社会保险费和住房公积金。');
      return { at: ['projectName', 'annualGoal', 'goalCompletion'] };
    },
  },
  {
    kind: 'number of another row',
    rules: ['serial'],
    note: true,
    plant(row) {
      const { index } = row.project;
      if (index === 0) return null;
      row.cells.set('sequence', index);
      return { at: ['sequence'] };
    },
  },
];
