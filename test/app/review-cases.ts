import { reviewerOf, type ReviewerHereOptions } from '../support/workbooks/reviewer-of';
import type { Reviewer, ReviewFinding, SheetReview } from '../../src/app/reviewer';
import { createFakeHost, type FakeHost, type FakeHostOptions } from '../support/workbooks/fake-host';
import type { CellInput } from '../support/annexes/sheet-builder';

/** An annex with one finding of most kinds: rates, texts, operators, results. Data begins at row 4. */
export const ROWS: readonly (readonly CellInput[])[] = [
  ['2024年度项目支出绩效自评表'],
  ['单位：万元'],
  ['单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '数量指标指标值', '数量指标完成值'],
  ['市水务处', '河道巡查', 100, 95, { value: 0.9, format: '0.00%' }, '》120次', '121次'],
  [null, '泵站检修', 20, 19, '95%', '检修6台', '已完成'],
  ['第二福利院', '适老化改造', 250, 240, { value: 0.96, format: '0.00%' }, '》60户', '61户'],
];

export const NOW = '2026-03-05T08:00:00.000Z';

export interface Desk {
  readonly host: FakeHost;
  readonly reviewer: Reviewer;
  /** Moves the clock on. */
  wait(milliseconds: number): void;
}

export function openDesk(options: ReviewerHereOptions & FakeHostOptions = {}): Desk {
  const host = createFakeHost({ sheets: [{ name: '附件2', rows: ROWS }], ...options });
  let time = Date.parse(NOW);
  return {
    host,
    reviewer: reviewerOf(host, { now: () => new Date(time), ...options }),
    wait: (milliseconds) => {
      time += milliseconds;
    },
  };
}

export function find(review: SheetReview, rule: string, cell?: { row: number }): ReviewFinding {
  const found = review.findings.find(
    (finding) => finding.rule === rule && (cell === undefined || finding.cell.row === cell.row),
  );
  if (!found) throw new Error(`no finding of ${rule}`);
  return found;
}

/** The documents of all parts of the records in the workbook. */
export async function partsOf(host: FakeHost): Promise<readonly Record<string, unknown>[]> {
  return (await host.recall()).map(({ text }) => JSON.parse(text!) as Record<string, unknown>);
}

/** All records in the workbook, of whatever part. */
export async function recordsOf(host: FakeHost): Promise<readonly Record<string, unknown>[]> {
  return (await partsOf(host)).flatMap(({ records }) => records as Record<string, unknown>[]);
}

/** The kinds of all records in the workbook. */
export async function kindsOf(host: FakeHost): Promise<readonly unknown[]> {
  return (await recordsOf(host)).map(({ kind }) => kind);
}
