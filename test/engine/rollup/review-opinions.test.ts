import {
  keepOpinions,
  opinionPages,
  hasReviewerInput,
  issueList,
  issueTableOfPlan,
  readWrittenSheet,
  reviewOpinions,
  unitSummary,
} from '../../../src/engine/rollup';
import { readAnnexes } from '../../../src/engine/annex/reading';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { ownSheetSigns } from '../../../src/engine/sheet/own-sheet';
import { OWN_SHEET_KEYS, type SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { ministryForm } from '../../support/annexes/ministry-form';
import { buildSheet } from '../../support/annexes/sheet-builder';
import {
  annexesIn,
  asSheet,
  cellOf,
  DATE,
  expectFormulasToHold,
  ISSUE_OPTIONS,
  TABLE,
  WORDS,
} from './rollup-cases';

const { sheet, annexes, findings } = annexesIn(TABLE);
const issues = issueList(annexes, findings, ISSUE_OPTIONS);
const table = issueTableOfPlan(issues, findings, '问题清单', 'zh-CN');
const OPTIONS = { locale: 'zh-CN', date: DATE, words: WORDS, issues: table } as const;
const plan = reviewOpinions(annexes, findings, OPTIONS);
const draft = (some = findings): ReturnType<typeof opinionPages> => opinionPages(annexes, some, OPTIONS);

/** What is in view of a row. */
function row(from: SheetPlan, at: number): CellValue[] {
  return from.rows[at]!.slice(0, 5).map((cell) => cell?.value ?? null);
}

function rowsWith(from: SheetPlan, key: RegExp): number[] {
  return from.rows.flatMap((cells, r) =>
    cells.slice(5, 7).some((cell) => key.test(String(cell?.value ?? ''))) ? [r] : [],
  );
}

function typed(from: SheetPlan, cells: readonly (readonly [number, number, CellValue])[]): SheetSnapshot {
  const old = asSheet(from, '审核意见表');
  const width = Math.max(...old.values.map((line) => line.length), ...cells.map(([, c]) => c + 1));
  const height = Math.max(old.values.length, ...cells.map(([r]) => r + 1));
  const values = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_unused, c) => old.values[r]?.[c] ?? null),
  );
  for (const [r, c, value] of cells) values[r]![c] = value;
  return {
    ...old,
    rowCount: height,
    columnCount: width,
    values,
    formulas: values.map((line) => line.map(() => null)),
    numberFormats: values.map((line) => line.map(() => 'General')),
  };
}

const kept = (old: SheetSnapshot, some = findings): SheetPlan => keepOpinions(draft(some), old, OPTIONS);
const OPINION = rowsWith(plan, /^opinion!/);

describe('reviewOpinions', () => {
  it('has a page a unit, which begins on a sheet of its own', () => {
    const pages = rowsWith(plan, /^page!/);
    expect(pages.map((r) => row(plan, r + 1)[0])).toEqual(['被审核单位：市水务处', '被审核单位：第二福利院']);
    expect(plan.print).toEqual({
      landscape: false,
      fitToWidth: true,
      titleRows: null,
      breaks: pages.slice(1),
    });
    expect(row(plan, 0)[0]).toBe('2024年度绩效自评审核意见表');
    expect(row(plan, 1)[3]).toBe('审核日期：2026年3月5日');
  });

  it('gives the figures of 单位汇总, as formulas', () => {
    const units = unitSummary(annexes, findings, { locale: 'zh-CN', date: DATE, issues: table });
    rowsWith(plan, /^figures!/).forEach((r, i) => {
      const [projects, budget, actual, rate] = row(plan, r);
      const unit = units.rows[3 + i]!.map((cell) => cell?.value);
      expect([projects, budget, actual]).toEqual([unit[2], unit[3], unit[4]]);
      expect(unit).toContain(rate);
      expect(row(plan, r)[4]).toBe(findings.filter((one) => one.unit === unit[1]).length);
      expect([1, 2, 3, 4].every((c) => 'formula' in cellOf(plan, r, c))).toBe(true);
    });
    expectFormulasToHold(plan, [sheet, asSheet(issues, '问题清单')]);
  });

  it('puts what has to be corrected to the unit, the gravest first, with what is asked for and where', () => {
    const items = rowsWith(plan, /^item!/).map((r) => row(plan, r));
    expect(items[0]).toEqual([
      1,
      '“水质监测”项目：年度指标“取样40次”未填写完成情况。',
      '请填写实际完成值。',
      'J8',
      1,
    ]);
    expect(items.every((cells) => cells[1] !== '' && cells[2] !== '')).toBe(true);
    expect(plan.links[0]).toMatchObject({ column: 3, sheetName: '附件2', address: 'J8' });
    expect(row(plan, OPINION[0]!)[0]).toMatch(
      /^审核意见：经审核，该单位自评材料存在上述问题，共 \d+ 处，其中错误 1 处、警告 \d+ 处。请逐项/,
    );
  });

  it('gathers what is the same kind of thing', () => {
    const rows = ['90%', '基本满意', '已完成', '已完成'].map((result, i) => [
      i + 1, '甲局', `项目${i + 1}`, 50, 50, 1, '≥90%', result,
    ]); // prettier-ignore
    const many = annexesIn([
      ['2024年度项目支出绩效自评情况表'],
      ['单位：万元'],
      ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '满意度指标', null],
      [null, null, null, null, null, null, '指标值', '完成值'],
      ...rows,
    ]);
    const list = reviewOpinions(many.annexes, many.findings, { ...OPTIONS, issues: null });
    const item = rowsWith(list, /^item!/)
      .map((r) => row(list, r))
      .find((cells) => cells[4] === 3)!;
    expect(item).toEqual([
      1,
      '“项目2”“项目3”“项目4”等 3 个项目存在“规则 satisfaction-no-figure”问题。例如：指标要求“≥90%”，完成情况填报为“基本满意”，未填报满意度数值。',
      '请填写实测满意度和样本量。',
      'H6:H8',
      3,
    ]);
  });

  it('says so of a unit with nothing to correct, and notes are not put to it', () => {
    const [first] = findings;
    const list = reviewOpinions(annexes, [{ ...first!, severity: 'info' }], { ...OPTIONS, issues: null });
    expect(rowsWith(list, /^item!/)).toEqual([]);
    expect(rowsWith(list, /^none!/)).toHaveLength(2);
    expect(row(list, rowsWith(list, /^opinion!/)[0]!)[0]).toBe(
      '审核意见：经审核，未发现需要修改的问题。另有提示 1 处，供核对，见问题清单。',
    );
  });

  it('names the worksheets of forms', () => {
    const forms = ['河道巡查', '泵站检修'].map((name, i) => ({
      ...buildSheet(ministryForm({ name, totalScore: 90 }), { name: `表${i + 1}` }),
      id: `form ${i}`,
    }));
    const read = forms.flatMap((form) => readAnnexes(form));
    const found = read.flatMap((annex) => reviewAnnex(annex).findings);
    const list = reviewOpinions(read, found, { ...OPTIONS, issues: null });
    const [item] = rowsWith(list, /^item!/).map((r) => row(list, r));
    expect(item![3]).toBe('表1、表2');
    expectFormulasToHold(list, forms);
  });

  it.each(['zh-CN', 'en'] as const)(
    'is known for ours when it is read back, and unchanged (%s)',
    (locale) => {
      const own = reviewOpinions(annexes, findings, { ...OPTIONS, locale, issues: null });
      const back = asSheet(own);
      expect(ownSheetSigns('review-opinions', back.values)).toEqual({ titleRow: 0, headingRow: 4 });
      for (const other of OWN_SHEET_KEYS)
        if (other !== 'review-opinions') expect(ownSheetSigns(other, back.values)).toBeNull();
      const written = readWrittenSheet('review-opinions', back)!;
      expect(written.foreign).toEqual([]);
      expect(written.merges).toEqual(own.merges);
      expect(hasReviewerInput('review-opinions', back)).toBe(false);
    },
  );
});

describe('an 审核意见表 that is there', () => {
  const later = findings.filter(({ rule }) => rule !== 'result-missing');

  it('is drafted anew where nobody has changed it', () => {
    expect(kept(asSheet(plan), later)).toEqual(reviewOpinions(annexes, later, OPTIONS));
  });

  it.each<[string, readonly (readonly [number, number, CellValue])[]]>([
    ['an opinion of its own', [[OPINION[0]!, 0, '审核意见：同意。']]],
    ['a requirement', [[5, 2, '请于三日内补报取样记录。']]],
    ['an answer of the unit', [[OPINION[0]! + 2, 0, '单位反馈：已补填。']]],
    ['a remark beside', [[5, 8, '已电话通知']]],
    ['a conclusion', [[OPINION[0]! + 1, 0, '审核结论：☑ 修改后通过']]],
  ])('keeps a page with %s as it is, and its figures live', (_, cells) => {
    const old = typed(plan, cells);
    expect(hasReviewerInput('review-opinions', old)).toBe(true);
    const next = kept(old, later);
    for (const [r, c, value] of cells) {
      const place = next.rows.flatMap((line, at) =>
        line.flatMap((cell, column) => (cell?.value === value ? [[at, column]] : [])),
      );
      expect(place).toEqual([[r, c]]);
    }
    // Its items are those of before, those of the other unit and all figures are of now.
    expect(row(next, 5)[1]).toBe(row(plan, 5)[1] && (cells[0]![1] === 1 ? cells[0]![2] : row(plan, 5)[1]));
    expect('formula' in cellOf(next, 3, 1)).toBe(true);
    expect(rowsWith(next, /^page!/)).toHaveLength(2);
    // And so the next time.
    const again = kept(asSheet(next, '审核意见表'), later);
    expect(again.rows.map((line) => line.map((cell) => cell?.value ?? null))).toEqual(
      next.rows.map((line) => line.map((cell) => cell?.value ?? null)),
    );
  });

  it('keeps a line that was taken out, out', () => {
    const old = asSheet(plan, '审核意见表');
    const without = { ...old, rowCount: old.rowCount - 1, values: old.values.filter((_, r) => r !== 5) };
    const next = kept(without);
    expect(rowsWith(next, /^item!/)).toHaveLength(rowsWith(plan, /^item!/).length - 1);
    expect(next.print.breaks).toEqual([plan.print.breaks![0]! - 1]);
  });

  it('keeps the page of a unit that is gone if somebody wrote on it, and what stands below all pages', () => {
    const old = typed(plan, [
      [OPINION[1]!, 0, '审核意见：另函告知。'],
      [plan.rows.length + 3, 1, '经办人：张三'],
    ]);
    const only = annexes.map((annex) => ({
      ...annex,
      projects: annex.projects.filter(({ unit }) => unit === '市水务处'),
    }));
    const next = keepOpinions(opinionPages(only, [], OPTIONS), old, OPTIONS);
    expect(rowsWith(next, /^page!/)).toHaveLength(2);
    const all = next.rows.flat().map((cell) => cell?.value);
    expect(all).toContain('审核意见：另函告知。');
    expect(
      next.rows
        .at(-1)!
        .map((cell) => cell?.value ?? null)
        .slice(0, 2),
    ).toEqual([null, '经办人：张三']);
  });
});
