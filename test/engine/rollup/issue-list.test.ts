import {
  issueList,
  issueTableOfSheet,
  keepReviewerInput,
  listedFindings,
  type KeepOptions,
} from '../../../src/engine/rollup';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { annexesIn, asSheet, cellOf, ISSUE_OPTIONS, TABLE, type AnnexCase } from './rollup-cases';

const { sheet, annexes, findings } = annexesIn(TABLE);
const plan = issueList(annexes, findings, ISSUE_OPTIONS);
const [STATUS, FEEDBACK, KEY] = [11, 12, 13];
const keepOf = (of: AnnexCase, some = of.findings): KeepOptions => ({
  locale: 'zh-CN',
  reviewedSheets: ['附件2'],
  listed: listedFindings(of.annexes, some, ISSUE_OPTIONS),
});
const KEEP = keepOf({ annexes, findings, sheet });

function rowOf(rule: string, from: SheetPlan = plan): number {
  const row = from.rows.findIndex((cells) => String(cells[KEY]?.value).startsWith(`${rule}!`));
  if (row < 0) throw new Error(`no row of ${rule}`);
  return row;
}

/** The sheet after somebody typed into it. */
function typed(from: SheetPlan, cells: readonly (readonly [number, number, CellValue])[]): SheetSnapshot {
  const sheet = asSheet(from, '问题清单');
  const values = sheet.values.map((row) => [...row]);
  for (const [row, column, value] of cells) values[row]![column] = value;
  return { ...sheet, values };
}

function texts(from: SheetPlan, row: number): CellValue[] {
  return from.rows[row]!.map((cell) => cell?.value ?? null);
}

describe('issueList', () => {
  it('says of each finding where it is, what is wrong and what to do', () => {
    const row = rowOf('result-missing');
    expect(texts(plan, row).slice(1)).toEqual([
      '市水务处',
      '水质监测',
      '数量指标·完成值',
      'J8',
      1,
      '',
      '年度指标“取样40次”未填写完成情况。',
      '请填写实际完成值。',
      '错误',
      '规则 result-missing',
      '待处理',
      '',
      'result-missing!J8!missing!p!附件2',
    ]);
    expect(plan.links).toContainEqual({
      row,
      column: 4,
      sheetName: '附件2',
      address: 'J8',
      tooltip: '转到“附件2”的 J8',
    });
    expect(plan.choices).toEqual([
      {
        range: { firstRow: 3, lastRow: 2 + findings.length, firstColumn: STATUS, lastColumn: STATUS },
        values: ['待处理', '已修改', '已说明', '忽略'],
      },
    ]);
  });

  it('quotes the cell as it is seen', () => {
    const odd = annexesIn([
      ...TABLE.slice(0, 4),
      [1, '甲处', '一', 100, 50, 50, 0, { value: 0.6, format: '0.0%' }, '3次', '3次'],
    ]);
    const list = issueList(odd.annexes, odd.findings, ISSUE_OPTIONS);
    expect(texts(list, rowOf('execution-rate-mismatch', list))[6]).toBe('60.0%');
    expect(texts(list, rowOf('execution-rate-mismatch', list))[8]).toMatch(/^改为.*；或改为/);
  });

  it('holds no formula, whatever the cells say', () => {
    const odd = annexesIn([...TABLE.slice(0, 4), [1, '=cmd()', '+1', 100, 150, 150, 0, 0.6, '=A1', '@x']]);
    const list = issueList(odd.annexes, odd.findings, ISSUE_OPTIONS);
    expect(list.rows.flat().some((cell) => cell && 'formula' in cell)).toBe(false);
    expect(texts(list, 3)[1]).toBe('=cmd()');
    expect(list.styles[cellOf(list, 3, 1).style!]).toMatchObject({ numberFormat: '@' });
  });

  it('knows what has become of a finding', () => {
    const states = findings.map((finding, i) =>
      i === 0 ? { ...finding, state: 'ignored' as const, ignoredBecause: '口径不同' } : finding,
    );
    const list = issueList(annexes, states, ISSUE_OPTIONS);
    expect(texts(list, 3).slice(8, 12)).toMatchObject([
      '已忽略：口径不同',
      '警告',
      expect.any(String),
      '忽略',
    ]);
  });

  it('says so where nothing was found', () => {
    const list = issueList(annexes, [], ISSUE_OPTIONS);
    expect(texts(list, 3)).toEqual(['没有发现问题。']);
    expect(list.choices).toEqual([]);
  });
});

describe('keepReviewerInput', () => {
  const missing = rowOf('result-missing');
  const unquantified = rowOf('result-not-quantified');

  it('keeps what was typed at the same rule and cell, also after sorting', () => {
    const old = typed(plan, [
      [missing, STATUS, '已说明'],
      [missing, FEEDBACK, '=资料已补报'],
      [unquantified, STATUS, '退回重报'],
    ]);
    const sorted = {
      ...old,
      values: [...old.values.slice(0, 3), ...[...old.values.slice(3)].reverse()],
    };
    const kept = keepReviewerInput(plan, sorted, KEEP);
    expect(kept.rows).toHaveLength(plan.rows.length);
    expect(texts(kept, missing).slice(STATUS, KEY)).toEqual(['已说明', '=资料已补报']);
    expect(texts(kept, unquantified)[STATUS]).toBe('退回重报');
    expect(kept.rows[missing]![FEEDBACK]).not.toHaveProperty('formula');
    expect(kept.styles[cellOf(kept, missing, FEEDBACK).style!]).toMatchObject({ numberFormat: '@' });
  });

  it('finds columns that were moved', () => {
    const old = typed(plan, [[missing, FEEDBACK, '已补报']]);
    const moved = {
      ...old,
      columnCount: old.columnCount + 1,
      values: old.values.map((row, i) => (i < 2 ? row : ['x', ...row])),
    };
    expect(texts(keepReviewerInput(plan, moved, KEEP), missing)[FEEDBACK]).toBe('已补报');
  });

  it('follows a project whose row moved, and gives its answer to nobody else', () => {
    const inserted = [
      ...TABLE.slice(0, 4),
      [0, '市水务处', '水质监测二期', 1, 1, 1, 0, 1, '取样5次', null],
      ...TABLE.slice(4),
    ];
    const next = annexesIn(inserted);
    const fresh = issueList(next.annexes, next.findings, ISSUE_OPTIONS);
    const kept = keepReviewerInput(fresh, typed(plan, [[missing, FEEDBACK, '已补报']]), keepOf(next));
    const answered = kept.rows.filter((row) => row[FEEDBACK]?.value === '已补报');
    expect(answered).toHaveLength(1);
    expect(answered[0]!.map((cell) => cell?.value).slice(2, 5)).toEqual([
      '水质监测',
      '数量指标·完成值',
      'J9',
    ]);
  });

  it('takes the state of now where the reviewer typed none', () => {
    const ignored = issueList(
      annexes,
      findings.map((finding) => ({ ...finding, state: 'ignored' as const, ignoredBecause: '已核实' })),
      ISSUE_OPTIONS,
    );
    const kept = keepReviewerInput(plan, asSheet(ignored), KEEP);
    expect(texts(kept, missing)[STATUS]).toBe('待处理');
  });

  it('keeps answers to findings that are gone below the others, as corrected', () => {
    const old = typed(plan, [[missing, FEEDBACK, '已补填']]);
    const left = findings.filter((finding) => finding.rule !== 'result-missing');
    const fresh = issueList(annexes, left, ISSUE_OPTIONS);
    const now = keepOf({ annexes, findings: left, sheet });
    const kept = keepReviewerInput(fresh, old, now);
    expect(kept.rows).toHaveLength(fresh.rows.length + 1);
    const last = kept.rows.length - 1;
    expect(texts(kept, last)[0]).toBe(left.length + 1);
    expect(texts(kept, last).slice(STATUS)).toEqual([
      '已修改',
      '已补填',
      'result-missing!J8!missing!c!附件2',
    ]);
    expect(kept.choices[0]!.range.lastRow).toBe(last);
    expect(kept.links.at(-1)).toMatchObject({ row: last, sheetName: '附件2', address: 'J8' });

    expect(texts(kept, last)[5]).toBe(0);
    const again = keepReviewerInput(fresh, asSheet(kept), now);
    expect(again.rows.map((_, i) => texts(again, i))).toEqual(kept.rows.map((_, i) => texts(kept, i)));
    const back = keepReviewerInput(plan, asSheet(kept), KEEP);
    expect(texts(back, missing).slice(STATUS, KEY)).toEqual(['待处理', '已补填']);
  });

  it('keeps answers about other worksheets as they are, without links to sheets that are gone', () => {
    const other = annexesIn(TABLE, '附件3');
    const otherPlan = issueList(other.annexes, other.findings, ISSUE_OPTIONS);
    const old = typed(otherPlan, [[missing, FEEDBACK, '另行说明']]);
    const kept = keepReviewerInput(plan, old, { ...KEEP, sheetNames: ['附件2'] });
    const last = kept.rows.length - 1;
    expect(texts(kept, last).slice(STATUS)).toEqual([
      '待处理',
      '另行说明',
      'result-missing!J8!missing!p!附件3',
    ]);
    expect(kept.links).toHaveLength(plan.links.length);
  });

  it('keeps answers where nothing is found any more', () => {
    const fresh = issueList(annexes, [], ISSUE_OPTIONS);
    const kept = keepReviewerInput(fresh, typed(plan, [[missing, FEEDBACK, '已补填']]), {
      ...KEEP,
      listed: [],
    });
    expect(texts(kept, 4).slice(STATUS, KEY)).toEqual(['已修改', '已补填']);
  });

  it('translates statuses, not answers', () => {
    const english = issueList(annexes, findings, { ...ISSUE_OPTIONS, locale: 'en' });
    const old = typed(plan, [
      [missing, STATUS, '已说明'],
      [missing, FEEDBACK, '已补填'],
    ]);
    const kept = keepReviewerInput(english, old, { ...KEEP, locale: 'en' });
    expect(texts(kept, missing).slice(STATUS, KEY)).toEqual(['Explained', '已补填']);
  });

  it('leaves the plan alone where the old sheet is something else', () => {
    expect(keepReviewerInput(plan, annexesIn(TABLE).sheet, KEEP)).toBe(plan);
  });
});

describe('issueTableOfSheet', () => {
  it('is the list that is there, if it lists these findings', () => {
    const table = issueTableOfSheet(asSheet(plan, '清单'), findings)!;
    expect(table.sheetName).toBe('清单');
    expect(table.rows).toHaveLength(findings.length);
    expect(issueTableOfSheet(asSheet(plan), findings.slice(1))).toBeNull();
    expect(issueTableOfSheet(asSheet(plan), [])).toBeNull();
  });
});
