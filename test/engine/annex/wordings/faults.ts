import type { Drawing } from '../../../support/annexes/drawn-table';
import { drawTable } from '../../../support/annexes/drawn-table';
import type { FieldId } from '../../../../src/engine/annex/field-id';
import type { SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import type { CellValue } from '../../../../src/engine/sheet/cell-value';

/** One defect put into a clean table, with the rule that must say so and where. */
export interface Fault {
  readonly rule: string;
  readonly sheet: SheetSnapshot;
  /** 0-based. */
  readonly cell: { readonly row: number; readonly column: number };
  readonly what: string;
  /** Rules that the same defect breaks elsewhere, rightly: a wrong amount is wrong in its sums, too. */
  readonly also: readonly string[];
}

type Change = readonly [row: number, column: number, value: CellValue, format?: string];

function changed(sheet: SheetSnapshot, changes: readonly Change[]): SheetSnapshot {
  const values = sheet.values.map((row) => [...row]);
  const formats = sheet.numberFormats.map((row) => [...row]);
  const formulas = sheet.formulas.map((row) => [...row]);
  for (const [row, column, value, format] of changes) {
    const [r, c] = [row - sheet.firstRow, column - sheet.firstColumn];
    values[r]![c] = value;
    formulas[r]![c] = null;
    if (format) formats[r]![c] = format;
  }
  return { ...sheet, values, numberFormats: formats, formulas };
}

const MONEY_RULES = ['total-row', 'fund-sum-mismatch', 'adjusted-budget-mismatch', 'balance-mismatch'];

/** The defects of one row of a table; `turn` chooses among the wordings of each. */
export function faultsOf(drawing: Drawing, turn: number): Fault[] {
  const { sheet, truth } = drawTable(drawing);
  const project = truth.projects[turn % truth.projects.length]!;
  const { row } = project;
  const columns = new Map<FieldId, number>();
  for (const [column, field] of truth.columns) if (!columns.has(field)) columns.set(field, column);
  const at = (field: FieldId): CellValue | undefined => {
    const column = columns.get(field);
    return column === undefined
      ? undefined
      : (sheet.values[row - sheet.firstRow]?.[column - sheet.firstColumn] ?? null);
  };
  const faults: Fault[] = [];
  const add = (
    rule: string,
    where: FieldId,
    changes: readonly (readonly [FieldId, CellValue, string?])[],
    also: readonly string[] = [],
  ): void => {
    if (!columns.has(where) || changes.some(([field]) => !columns.has(field))) return;
    faults.push({
      rule,
      sheet: changed(
        sheet,
        changes.map(([field, value, format]) => [row, columns.get(field)!, value, format] as const),
      ),
      cell: { row, column: columns.get(where)! },
      what: changes.map(([field, value]) => `${field}=${JSON.stringify(value)}`).join(' '),
      also,
    });
  };
  const pick = <T>(...choices: readonly T[]): T => choices[turn % choices.length]!;

  const [budget, actual, rate] = [at('budget'), at('actual'), at('executionRate')];
  if (
    typeof budget === 'number' &&
    typeof actual === 'number' &&
    typeof rate === 'number' &&
    budget > 0 &&
    actual > 0
  ) {
    add('execution-rate-mismatch', 'executionRate', [['executionRate', rate * 0.93]]);
    add('execution-rate-missing', 'executionRate', [
      ['executionRate', pick<CellValue>(null, '—', '/', '无')],
    ]);
    const shown = (actual / budget) * 100;
    add('execution-rate-as-text', 'executionRate', [
      ['executionRate', pick(`${shown.toFixed(2)}%`, `${shown.toFixed(2)}％`, ` ${shown.toFixed(2)}% `), '@'],
    ]);
    add(
      'execution-over-100',
      'actual',
      [
        ['actual', budget + 10],
        ['executionRate', ((rate > 1.5 ? 100 : 1) * (budget + 10)) / budget],
      ],
      MONEY_RULES,
    );
    add('budget-zero', 'budget', [['budget', pick<CellValue>(0, null)]], MONEY_RULES);
    add(
      'negative-amount',
      'actual',
      [
        ['actual', -actual],
        ['executionRate', -rate],
      ],
      MONEY_RULES,
    );
    const text = pick(`${actual}${drawing.unit}`, `'${actual}`, `${actual} `, `￥${actual}`);
    add('number-as-text', 'actual', [['actual', text, '@']], MONEY_RULES);
    add('number-as-text', 'budget', [['budget', pick('见附件', '同上', '约一百万'), '@']], MONEY_RULES);
    add('formula-error', 'executionRate', [
      ['executionRate', { error: pick('#DIV/0!', '#REF!', '#VALUE!') }],
    ]);
    const reasons = (['deviation', 'problems', 'remarks', 'rectification'] as const).filter((f) =>
      columns.has(f),
    );
    if (reasons.length > 0) {
      add(
        'low-execution-unexplained',
        reasons[0]!,
        [
          ['actual', budget * 0.62],
          ['executionRate', rate > 1.5 ? 62 : 0.62],
          ...reasons.map((f) => [f, pick<CellValue>(null, '无', '无。', '—')] as const),
        ],
        MONEY_RULES,
      );
    }
    const part = (['budget.fiscal', 'budget.generalPublic', 'budget.other', 'budget.central'] as const).find(
      (f) => typeof at(f) === 'number' && (at(f) as number) > 0,
    );
    if (part) {
      const inFiscal = part === 'budget.generalPublic' && columns.has('budget.fiscal');
      add(
        'fund-sum-mismatch',
        inFiscal ? 'budget.fiscal' : 'budget',
        [[part, (at(part) as number) + 3000]],
        MONEY_RULES,
      );
    }
  }

  const sum = truth.sums[turn % Math.max(1, truth.sums.length)];
  for (const field of ['budget', 'actual'] as const) {
    const column = columns.get(field);
    if (sum === undefined || column === undefined) continue;
    const right = Number(sheet.values[sum - sheet.firstRow]![column - sheet.firstColumn]);
    faults.push({
      rule: 'total-row',
      sheet: changed(sheet, [[sum, column, right + 88]]),
      cell: { row: sum, column },
      what: `${field}=${right + 88}`,
      also: [],
    });
  }

  const indicatorOf = (kind: string): [FieldId, FieldId] => [
    `indicator.${kind}.target` as FieldId,
    `indicator.${kind}.result` as FieldId,
  ];
  for (const kind of [
    'quantity',
    'quality',
    'timeliness',
    'cost',
    'social',
    'economic',
    'satisfaction',
  ] as const) {
    const [target, result] = indicatorOf(kind);
    if (!columns.has(target)) continue;
    const name = columns.has(`indicator.${kind}.name`) ? '' : '重点任务完成率';
    const satisfaction = kind === 'satisfaction';
    add('result-missing', result, [
      [target, `${name}≥95%`],
      [result, pick<CellValue>(null, '/', '——', '无', '……')],
    ]);
    add('result-below-target', result, [
      [target, pick(`${name}≥95%`, `${name}不低于95%`, `${name}95%以上`)],
      [result, pick('91.2%', '百分之九十', '为89.6%')],
    ]);
    add(satisfaction ? 'satisfaction-no-figure' : 'result-copies-target', result, [
      [target, `${name}≥95%`],
      [result, pick('≥95%', '大于等于95%', '95%以上')],
    ]);
    add(satisfaction ? 'satisfaction-no-figure' : 'result-not-quantified', result, [
      [target, `${name}≥95%`],
      [result, pick('已完成', '达到预期目标', '有效提升', '效果良好')],
    ]);
    if (!satisfaction) {
      const hidden = (['problems', 'goalCompletion'] as const).filter((f) => columns.has(f));
      if (hidden.length > 0)
        add(
          'result-partial',
          result,
          [
            [target, `${name}95%`],
            [result, pick('基本完成', '部分完成', '正在推进', '未完成')],
            ...hidden.map((f) => [f, f === 'problems' ? pick<CellValue>('无', null) : '已完成'] as const),
          ],
          ['goal-result-vague'],
        );
    }
    add('target-missing', target, [
      [target, null],
      [result, '96%'],
    ]);
    // Where a name stands beside it, a sign for nothing is a target left out.
    add(name === '' ? 'target-missing' : 'result-without-target', target, [
      [target, pick<CellValue>('/', '—')],
      [result, '96%'],
    ]);
    if (kind !== 'cost' && kind !== 'economic')
      add('target-over-100', target, [
        [target, pick('重点任务覆盖率≥100%', '重点任务覆盖率不低于100%', '重点任务覆盖率大于100%')],
        [result, '100%'],
      ]);
    add('operator-typo', target, [
      [target, pick(`${name}》95%`, `${name}〉95%`, `${name}》＝95%`)],
      [result, '96.5%'],
    ]);
    add('operator-variant', target, [
      [target, pick(`${name}≧95%`, `${name}＞=95%`, `${name}>=95%`)],
      [result, '96.5%'],
    ]);
  }
  return faults;
}
