import type { IndicatorKind } from '../../../../../src/engine/annex/field-id';
import type { PlannedIndicator, RowDraft } from '../model';
import type { Random } from '../../../random';
import { indicatorField, metIndicators, plainCompletion, setTexts } from './change';
import type { FaultKind } from './fault';

const RATES: readonly IndicatorKind[] = ['quality', 'timeliness', 'social', 'satisfaction'];
const FIGURES: readonly IndicatorKind[] = ['quantity', ...RATES];

function pickFigure(
  row: RowDraft,
  kinds: readonly IndicatorKind[],
  random: Random,
  test: (indicator: PlannedIndicator) => boolean = () => true,
): PlannedIndicator | null {
  const found = metIndicators(row, kinds).filter((own) => own.figure?.sense === 'least' && test(own));
  return found.length > 0 ? random.pick(found) : null;
}

const isRate = ({ figure }: PlannedIndicator): boolean => figure?.measure === '%';

/** Faults of what an indicator asks for. */
export const TARGET_FAULTS: readonly FaultKind[] = [
  {
    kind: 'target blank',
    rules: ['target-missing', 'result-without-target'],
    plant(row, random) {
      const indicator = pickFigure(row, FIGURES, random);
      if (!indicator) return null;
      const field = indicatorField(indicator.kind, 'target');
      row.cells.set(field, random.pick([null, null, '/', '—']));
      if (row.plan.shape === 'measured') row.cells.set(indicatorField(indicator.kind, 'operator'), null);
      return { at: [field] };
    },
  },
  {
    kind: 'name, target and unit blank',
    rules: ['result-without-target', 'target-missing'],
    scarce: true,
    plant(row, random) {
      const indicator = pickFigure(row, FIGURES, random);
      if (!indicator || row.plan.shape === 'joined') return null;
      for (const role of ['name', 'operator', 'target', 'measureUnit'] as const)
        row.cells.set(indicatorField(indicator.kind, role), null);
      return {
        at: [
          indicatorField(indicator.kind, 'target'),
          indicatorField(indicator.kind, 'result'),
          indicatorField(indicator.kind, 'name'),
        ],
      };
    },
  },
  {
    kind: 'quantity in words',
    rules: ['target-not-quantified', 'target-missing'],
    plant(row, random) {
      const indicator = pickFigure(row, ['quantity'], random);
      if (!indicator) return null;
      setTexts(row, indicator, { target: random.pick(['若干', '常态化开展', '持续推进', '逐步增加']) });
      if (row.plan.shape === 'measured') row.cells.set(indicatorField('quantity', 'operator'), '定性');
      return { at: [indicatorField('quantity', 'target')] };
    },
  },
  {
    kind: 'operator typo',
    rules: ['operator-typo'],
    plant(row, random) {
      const indicator = row.plan.shape === 'measured' ? null : pickFigure(row, FIGURES, random);
      if (!indicator) return null;
      const { asked, measure } = indicator.figure!;
      setTexts(row, indicator, { target: `${random.pick(['》', '〉', '》='])}${asked}${measure}` });
      return { at: [indicatorField(indicator.kind, 'target')] };
    },
  },
  {
    kind: 'operator variant',
    rules: ['operator-variant'],
    note: true,
    plant(row, random) {
      const indicator = row.plan.shape === 'measured' ? null : pickFigure(row, FIGURES, random);
      if (!indicator) return null;
      const { asked, measure } = indicator.figure!;
      setTexts(row, indicator, { target: `${random.pick(['≧', '>=', '＞='])}${asked}${measure}` });
      return { at: [indicatorField(indicator.kind, 'target')] };
    },
  },
  {
    kind: 'at least 100 %',
    rules: ['target-over-100'],
    plant(row, random) {
      const indicator = row.plan.shape === 'measured' ? null : pickFigure(row, RATES, random, isRate);
      if (!indicator) return null;
      setTexts(row, indicator, {
        target: random.pick(['≥100%', '不低于100%', '100%以上', '＞100%']),
        result: '100%',
      });
      plainCompletion(row);
      return { at: [indicatorField(indicator.kind, 'target')] };
    },
  },
  {
    kind: 'unmeasurable',
    rules: ['indicator-unmeasurable'],
    plant(row, random) {
      const found = metIndicators(row, ['social', 'sustainability', 'economic']);
      if (found.length === 0) return null;
      const { kind } = random.pick(found);
      const name = random.pick(['单位可持续发展能力', '服务群众水平', '社会影响力', '队伍综合素质']);
      const target = row.plan.shape === 'measured' ? '100' : random.pick(['100%', '≥95%']);
      setTexts(row, { ...found[0]!, kind, name }, { target, result: '100%' });
      row.cells.set(indicatorField(kind, 'name'), name);
      row.cells.set(indicatorField(kind, 'operator'), '≥');
      row.cells.set(indicatorField(kind, 'measureUnit'), '%');
      return { at: [indicatorField(kind, 'target'), indicatorField(kind, 'name')] };
    },
  },
  {
    kind: 'money as quantity',
    rules: ['money-as-quantity'],
    scarce: true,
    plant(row, random) {
      const indicator = pickFigure(row, ['quantity'], random);
      if (!indicator) return null;
      const { moneyUnit } = row.plan;
      const [budget, actual] = [row.amounts.get('budget')!, row.amounts.get('actual')!];
      if (actual < budget) return null;
      const name = random.pick(['投入项目资金', '支付项目经费', '项目资金总额']);
      const measured = row.plan.shape === 'measured';
      setTexts(
        row,
        { ...indicator, name },
        {
          target: measured ? String(budget) : `${budget}${moneyUnit}`,
          result: `${actual}${moneyUnit}`,
        },
      );
      row.cells.set('indicator.quantity.name', name);
      row.cells.set('indicator.quantity.operator', '=');
      row.cells.set('indicator.quantity.measureUnit', moneyUnit);
      row.cells.set('annualGoal', `保障${row.project.work.task}所需经费，按合同约定支付。`);
      plainCompletion(row);
      return { at: [indicatorField('quantity', 'target'), indicatorField('quantity', 'name')] };
    },
  },
  {
    kind: 'unit missing',
    rules: ['unit-missing'],
    note: true,
    plant(row, random) {
      const indicator = pickFigure(row, ['quantity'], random);
      if (!indicator) return null;
      const { asked, said } = indicator.figure!;
      if (row.plan.shape === 'measured') row.cells.set('indicator.quantity.measureUnit', null);
      const bare = row.plan.shape === 'joined' ? `≥${asked}` : String(asked);
      setTexts(row, indicator, { target: bare, result: String(said) });
      return {
        at: [
          indicatorField('quantity', 'target'),
          indicatorField('quantity', 'result'),
          indicatorField('quantity', 'measureUnit'),
        ],
      };
    },
  },
  {
    kind: 'target too low',
    rules: ['target-too-low'],
    plant(row, random) {
      const indicator = pickFigure(row, ['quantity'], random);
      if (!indicator) return null;
      const { asked, measure } = indicator.figure!;
      if (row.project.reasons.length > 0) return null;
      const said = Math.ceil(asked * random.pick([1.6, 2, 2.5, 3.2]));
      const target = row.plan.shape === 'measured' ? String(asked) : `≥${asked}${measure}`;
      setTexts(row, indicator, { target, result: `${said}${measure}` });
      plainCompletion(row);
      return { at: [indicatorField('quantity', 'result'), indicatorField('quantity', 'target')] };
    },
  },
  {
    kind: 'cost under benefit',
    rules: ['wrong-dimension'],
    plant(row, random) {
      const found = metIndicators(row, ['social', 'ecological']);
      if (found.length === 0) return null;
      const indicator = random.pick(found);
      const { kind } = indicator;
      const name = random.pick(['项目支出成本', '预算成本控制', '资金支出控制']);
      const amount = row.amounts.get(name === '资金支出控制' ? 'budget' : 'actual')!;
      const { moneyUnit, shape } = row.plan;
      const texts = {
        target: shape === 'measured' ? String(amount) : `≤${amount}${moneyUnit}`,
        result: `${amount}${moneyUnit}`,
      };
      if (row.amounts.get('actual') !== row.amounts.get('budget')) return null;
      setTexts(row, { ...indicator, name }, texts);
      row.cells.set(indicatorField(kind, 'name'), name);
      row.cells.set(indicatorField(kind, 'operator'), '≤');
      row.cells.set(indicatorField(kind, 'measureUnit'), moneyUnit);
      plainCompletion(row);
      return { at: [indicatorField(kind, 'target'), indicatorField(kind, 'name')] };
    },
  },
  {
    kind: 'no satisfaction under satisfaction',
    rules: ['wrong-dimension'],
    note: true,
    plant(row, random) {
      const indicator = pickFigure(row, ['satisfaction'], random);
      if (!indicator) return null;
      const name = random.pick(['设备完好率', '经费支付及时率', '档案归集率']);
      const { asked, measure } = indicator.figure!;
      const measured = row.plan.shape === 'measured';
      setTexts(row, { ...indicator, name }, { target: measured ? String(asked) : `≥${asked}${measure}` });
      row.cells.set('indicator.satisfaction.name', name);
      return { at: [indicatorField('satisfaction', 'target'), indicatorField('satisfaction', 'name')] };
    },
  },
];
