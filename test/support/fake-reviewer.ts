import type {
  ChangeEntry,
  Recognition,
  Reviewer,
  ReviewFinding,
  SheetChange,
  SheetReview,
} from '../../src/app/reviewer';
import type { Annex } from '../../src/engine/annex/annex';
import { reviewAnnex } from '../../src/engine/review/review-annex';
import type { Fix } from '../../src/engine/rules/support/finding';
import { toAddress, type CellPosition } from '../../src/engine/sheet/address';
import { isCellError, type CellValue } from '../../src/engine/sheet/cell-value';
import type { Capabilities, SheetRef } from '../../src/host/port';
import { buildAnnex, type AnnexRow } from './annex-builder';

export const ANNEX_SHEET: SheetRef = { id: 'sheet1', name: 'Sheet1', kind: 'worksheet', visible: true };

const EVERYTHING: Capabilities = {
  host: 'excel',
  writes: true,
  notes: true,
  charts: true,
  undo: true,
  interactive: true,
  merges: false,
};

/** A wide annex with known defects; the satisfaction column has the same one all the way down. */
export function annexWithDefects(projects = 24): Annex {
  const rows = Array.from({ length: projects }, (_, i): AnnexRow => {
    const budget = 20 + ((i * 37) % 180);
    const actual = Math.round(budget * (i % 6 === 1 ? 0.82 : 0.97) * 100) / 100;
    const rate = i % 9 === 3 ? 0.985 : Math.round((actual / budget) * 10_000) / 10_000;
    return {
      sequence: i + 1,
      unit: i < projects / 2 ? '市水务处' : '市园林站',
      projectName: `${['河道巡查', '公园养护', '设备检测', '安全培训'][i % 4]!}（第${i + 1}批）`,
      budget,
      actual,
      executionRate: i % 10 === 5 ? `${(rate * 100).toFixed(2)}%` : { value: rate, format: '0.00%' },
      'indicator.quantity.target': i % 8 === 2 ? '巡查次数》120次' : '巡查次数≥120次',
      'indicator.quantity.result': i % 11 === 4 ? null : '126次',
      'indicator.quality.target': i % 12 === 7 ? '验收合格率≥100%' : '验收合格率100%',
      'indicator.quality.result': '100%',
      'indicator.satisfaction.target': '居民满意度≥90%',
      'indicator.satisfaction.result': '已完成',
      problems: i % 6 === 1 && i % 4 === 1 ? null : '受汛期影响，部分款项次年支付。',
    };
  });
  return buildAnnex({ rows }).annex;
}

/** An annex in which nothing is wrong, with few columns, so that some rules cannot check. */
export function cleanAnnex(): Annex {
  const rows = Array.from({ length: 6 }, (_, i): AnnexRow => ({
    unit: '市水务处',
    projectName: `河道巡查（第${i + 1}批）`,
    budget: 100,
    actual: 95,
    executionRate: { value: 0.95, format: '0.00%' },
  }));
  return buildAnnex({ rows }).annex;
}

/** What the real thing would make of an annex. */
export function reviewOf(annex: Annex): SheetReview {
  const { findings, outcomes } = reviewAnnex(annex);
  return {
    sheet: ANNEX_SHEET,
    annexes: [annex],
    reason: null,
    findings: findings.map((finding) => ({
      ...finding,
      id: `${finding.rule}!${toAddress(finding.cell.row, finding.cell.column)}!${finding.message}`,
      state: 'open',
      ignoredBecause: null,
    })),
    outcomes,
    reviewedAt: new Date('2025-03-01T08:00:00Z'),
  };
}

type Method = Exclude<keyof Reviewer, 'capabilities'>;

/** A reviewer over one annex in memory, with a record of what was asked of it. */
export class FakeReviewer implements Reviewer {
  readonly capabilities: Capabilities;
  readonly calls: (readonly [Method, ...unknown[]])[] = [];
  recognition: Recognition;
  /** Set to keep a review from ending until it is called. */
  hold: Promise<void> | null = null;
  private readonly errors = new Map<Method, unknown>();
  private listener: ((change: SheetChange) => void) | null = null;
  private log: ChangeEntry[] = [];

  constructor(
    readonly annex: Annex | null = annexWithDefects(),
    capabilities: Partial<Capabilities> = {},
  ) {
    this.capabilities = { ...EVERYTHING, ...capabilities };
    this.recognition = {
      sheet: ANNEX_SHEET,
      annexes: annex ? [annex] : [],
      reason: annex ? null : 'no-annex',
    };
  }

  /** Makes the next call of a method fail. */
  fail(method: Method, error: unknown): void {
    this.errors.set(method, error);
  }

  /** Tells the pane of something that the user did in the sheet. */
  tell(change: SheetChange): void {
    this.listener?.(change);
  }

  called(method: Method): readonly (readonly unknown[])[] {
    return this.calls.filter(([name]) => name === method).map(([, ...rest]) => rest);
  }

  async recognise(): Promise<Recognition> {
    this.record('recognise');
    return this.recognition;
  }

  async review(options: Parameters<Reviewer['review']>[0] = {}): Promise<SheetReview> {
    this.record('review');
    options.onProgress?.({ step: 'reading', done: 10, total: 28 });
    options.onProgress?.({ step: 'checking', done: 12, total: 24 });
    await this.hold;
    return this.annex
      ? reviewOf(this.annex)
      : { ...this.recognition, findings: [], outcomes: [], reviewedAt: new Date() };
  }

  async apply(finding: ReviewFinding, fix: Fix): Promise<ChangeEntry> {
    this.record('apply', finding.id, fix.title);
    return this.change(finding, fix);
  }

  async applyAll(findings: readonly ReviewFinding[]): Promise<readonly ChangeEntry[]> {
    this.record(
      'applyAll',
      findings.map(({ id }) => id),
    );
    return findings.map((finding) => this.change(finding, finding.fix!));
  }

  async undo(entry: ChangeEntry): Promise<ChangeEntry> {
    this.record('undo', entry.id);
    const undone = { ...entry, undone: true };
    this.log = this.log.map((one) => (one.id === entry.id ? undone : one));
    return undone;
  }

  async changeLog(): Promise<readonly ChangeEntry[]> {
    this.record('changeLog');
    return [...this.log].reverse();
  }

  async ignore(finding: ReviewFinding, reason: string): Promise<void> {
    this.record('ignore', finding.id, reason);
  }

  async restore(finding: ReviewFinding): Promise<void> {
    this.record('restore', finding.id);
  }

  async mark(review: SheetReview, severities?: readonly string[]): ReturnType<Reviewer['mark']> {
    this.record('mark', severities);
    return { markedCells: review.findings.length, notes: this.capabilities.notes ? 3 : 0, notesLeftOut: 1 };
  }

  async clearMarks(where: 'sheet' | 'workbook'): ReturnType<Reviewer['clearMarks']> {
    this.record('clearMarks', where);
    return { markedCells: 7, notes: 3 };
  }

  async insertRollups(
    _: SheetReview,
    keys: Parameters<Reviewer['insertRollups']>[1],
  ): Promise<readonly SheetRef[]> {
    this.record('insertRollups', keys);
    const names = { 'unit-summary': '单位汇总', 'issue-list': '问题清单' };
    return keys.map((key) => ({ ...ANNEX_SHEET, id: key, name: names[key] }));
  }

  async goTo(sheetId: string, cell: CellPosition): Promise<void> {
    this.record('goTo', sheetId, toAddress(cell.row, cell.column));
  }

  async listen(listener: (change: SheetChange) => void): Promise<() => void> {
    this.record('listen');
    this.listener = listener;
    return () => {
      this.listener = null;
    };
  }

  private record(method: Method, ...rest: unknown[]): void {
    this.calls.push([method, ...rest]);
    if (!this.errors.has(method)) return;
    const error = this.errors.get(method);
    this.errors.delete(method);
    throw error;
  }

  private change(finding: ReviewFinding, fix: Fix): ChangeEntry {
    const numberFormat = finding.rule.startsWith('execution-rate') ? '0.00%' : 'General';
    const entry: ChangeEntry = {
      id: `change-${this.log.length + 1}`,
      at: '2025-03-01T08:05:00.000Z',
      rule: finding.rule,
      finding: finding.id,
      sheetId: finding.sheetId,
      sheetName: finding.sheetName,
      project: finding.project,
      edits: fix.edits.map(({ row, column, after, expectedBefore }) => ({
        row,
        column,
        before: {
          value: plain(expectedBefore.value),
          formula: expectedBefore.formula,
          numberFormat,
        },
        after: {
          value: 'value' in after ? plain(after.value) : 0,
          formula: 'formula' in after ? after.formula : null,
          numberFormat,
        },
      })),
      undone: false,
    };
    this.log.push(entry);
    return entry;
  }
}

function plain(value: CellValue): string | number | boolean | null {
  return isCellError(value) ? value.error : value;
}
