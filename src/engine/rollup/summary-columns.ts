import type { AnnexView } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import type { PlanStyle } from '../sheet/sheet-plan';
import { asText, LOOKS } from './style-book';
import type { RollupTexts } from './texts';
import { hasResults, moneyFieldsOf, type Counted } from './unit-figures';

/** A column of 单位汇总 and what it holds for a unit. */
export type SummaryColumn = { readonly heading: string; readonly width: number; readonly look: PlanStyle } & (
  | { readonly kind: 'sequence' | 'unit' | 'rate' }
  | { readonly kind: 'money'; readonly field: MoneyField }
  | { readonly kind: 'count'; readonly count: Counted }
  | { readonly kind: 'findings'; readonly severity: 'error' | 'warning' }
);

/** The columns, left to right: money as far as the annexes have it, results only where they could be checked. */
export function summaryColumns(annexes: readonly AnnexView[], texts: RollupTexts): SummaryColumn[] {
  const fields = moneyFieldsOf(annexes);
  const bothSplit = (['budget', 'actual'] as const).every((base) =>
    fields.some((field) => field.startsWith(`${base}.`)),
  );
  const count = (heading: string, counted: Counted): SummaryColumn => ({
    kind: 'count',
    heading,
    width: 9,
    look: LOOKS.count,
    count: counted,
  });
  const findings = (severity: 'error' | 'warning'): SummaryColumn => ({
    kind: 'findings',
    heading: texts.severities[severity],
    width: 8,
    look: LOOKS.count,
    severity,
  });
  return [
    { kind: 'sequence', heading: texts.sequence, width: 6, look: LOOKS.centred },
    { kind: 'unit', heading: texts.unit, width: 24, look: asText(LOOKS.text) },
    count(texts.projects, 'projects'),
    ...fields.map((field): SummaryColumn => ({
      kind: 'money',
      heading: moneyHeading(field, bothSplit, texts),
      width: 15,
      look: LOOKS.money,
      field,
    })),
    ...(fields.includes('budget') && fields.includes('actual')
      ? [{ kind: 'rate' as const, heading: texts.rate, width: 10, look: LOOKS.rate }]
      : []),
    count(texts.indicators, 'indicators'),
    ...(hasResults(annexes)
      ? [count(texts.missingResults, 'missing'), count(texts.unquantifiedResults, 'unquantified')]
      : []),
    findings('error'),
    findings('warning'),
  ];
}

/** 0-based index of the column of a money field, or -1 where there is none. */
export function moneyColumn(columns: readonly SummaryColumn[], field: MoneyField): number {
  return columns.findIndex((column) => column.kind === 'money' && column.field === field);
}

function moneyHeading(field: MoneyField, bothSplit: boolean, texts: RollupTexts): string {
  const [base, source] = field.split('.') as ['budget' | 'actual', keyof RollupTexts['sources'] | undefined];
  return source === undefined
    ? texts[base]
    : texts.ofWhich(texts.sources[source], bothSplit ? texts[base] : null);
}
