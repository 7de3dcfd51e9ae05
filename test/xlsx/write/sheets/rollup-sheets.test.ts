import { readFileSync } from 'node:fs';
import { readAnnexes } from '../../../../src/engine/annex/reading';
import { reviewAnnex } from '../../../../src/engine/review/review-annex';
import { issueList, issueTableOfPlan, unitSummary } from '../../../../src/engine/rollup';
import type { PlanChart, SheetPlan } from '../../../../src/engine/sheet/sheet-plan';
import { XlsxWorkbook } from '../../../../src/xlsx/read/open-workbook';
import { ISSUE_OPTIONS } from '../../../engine/rollup/rollup-cases';
import { PLAN } from '../../../host/contract/plan';
import {
  libreOfficePdf,
  malformedParts,
  pdfText,
  readWithOpenpyxl,
  testWith,
  type OpenpyxlSheet,
} from '../../../support/outside/outside-readers';
import { richWorkbook } from '../../../support/xlsx/rich-workbook';
import { draftOf, faultsOf, insert, reread, rewrite, written } from './sheet-draft';

/** Conversions by an office program take seconds. */
jest.setTimeout(180_000);

const SAMPLE = new Uint8Array(readFileSync('assets/samples/self-evaluation-annex.xlsx'));

interface Rollups {
  readonly list: SheetPlan;
  readonly summary: SheetPlan;
}

/** Both rollups of the sample; the issue list is long enough for a second page. */
function rollups(): Rollups {
  const annexes = readAnnexes(new XlsxWorkbook(draftOf(SAMPLE)).readSheet(0));
  const own = annexes.flatMap((annex) => reviewAnnex(annex).findings);
  const findings = Array.from({ length: Math.ceil(70 / own.length) }, () => own).flat();
  const list = issueList(annexes, findings, ISSUE_OPTIONS);
  const issues = issueTableOfPlan(list, findings, '问题清单', 'zh-CN');
  const plan = unitSummary(annexes, findings, { ...ISSUE_OPTIONS, issues });
  const [ofUnits] = plan.charts;
  const others = (['bar', 'pie'] as const).map((type, i): PlanChart => {
    const firstRow = ofUnits!.at.lastRow + 2 + i * 16;
    return {
      ...ofUnits!,
      type,
      title: `各单位预算图${i + 1}`,
      at: { firstRow, lastRow: firstRow + 14, firstColumn: 0, lastColumn: 7 },
    };
  });
  return { list, summary: { ...plan, charts: [...plan.charts, ...others] } };
}

const { list, summary } = rollups();
const LIST_MARKS = { ownName: '_own_issue_list', chartName: 'own ' };

/** The sample with both rollups, each inserted and then made anew. */
function rolledUp(): ReturnType<typeof draftOf> {
  const draft = draftOf(SAMPLE);
  const listSheet = insert(draft, list, LIST_MARKS);
  const summarySheet = insert(draft, summary);
  rewrite(draft, listSheet.id, list, LIST_MARKS);
  rewrite(draft, summarySheet.id, summary);
  return draft;
}

test('rollups are read back cell by cell', () => {
  const draft = rolledUp();
  expect(faultsOf(draft)).toEqual([]);
  const workbook = reread(draft);
  for (const plan of [list, summary]) {
    const sheet = workbook.readSheet(workbook.sheets.findIndex(({ name }) => name === plan.name));
    plan.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        const value = cell?.value === '' ? null : (cell?.value ?? null);
        expect([r, c, sheet.values[r]?.[c] ?? null]).toEqual([r, c, value]);
        expect(sheet.formulas[r]?.[c] ?? null).toBe(cell && 'formula' in cell ? cell.formula : null);
      }),
    );
    expect(sheet.merges).toEqual(plan.merges);
  }
});

test('rollups use only functions that files name without a prefix', () => {
  const formulas = summary.rows.flatMap((row) =>
    row.flatMap((cell) => (cell && 'formula' in cell ? [cell.formula] : [])),
  );
  const used = new Set(formulas.flatMap((formula) => formula.match(/[A-Z][A-Z0-9.]*(?=\()/g) ?? []));
  expect(used.size).toBeGreaterThan(0);
  const old = ['SUM', 'SUMIFS', 'COUNTIFS', 'SUMPRODUCT', 'EXACT', 'IFERROR'];
  expect([...used].filter((name) => !old.includes(name))).toEqual([]);
});

testWith('openpyxl', 'lxml')('openpyxl loads them with charts, links, drop-downs and titles', async () => {
  const file = written(rolledUp());
  expect(await malformedParts(file)).toEqual([]);
  const reading = await readWithOpenpyxl(file);
  expect(reading?.warnings).toEqual([]);
  expect(reading?.active).toBe('绩效自评表');
  const sheet = (name: string) => reading?.sheets.find((one) => one.name === name) as OpenpyxlSheet;
  const issues = sheet('问题清单');
  expect(issues).toMatchObject({ freeze: 'A4', printTitles: ['$3:$3', null], state: 'visible' });
  expect(Object.keys(issues.hyperlinks)).toHaveLength(list.links.length);
  expect(issues.hyperlinks.E4).toBe(`'绩效自评表'!${list.links[0]!.address}`);
  expect(issues.validations).toHaveLength(1);
  expect(sheet('单位汇总')).toMatchObject({ freeze: 'C4', charts: 3, printTitles: ['$3:$3', null] });
});

testWith('openpyxl')('openpyxl loads a rich workbook with a plan', async () => {
  for (const prefix of [undefined, 'x']) {
    const draft = draftOf(richWorkbook({ macros: false, ...(prefix && { prefix }) }));
    insert(draft, PLAN);
    const reading = await readWithOpenpyxl(written(draft));
    expect(reading?.sheets.at(-1)).toMatchObject({ name: '单位汇总', charts: 1, freeze: 'B3' });
  }
});

testWith('libreoffice', 'pdftotext')('LibreOffice prints titles and page numbers on each page', async () => {
  const pdf = await libreOfficePdf(written(rolledUp()));
  const pages = (await pdfText(pdf!))!.split('\f').slice(0, -1);
  const ofList = pages.filter((page) => page.includes('处理状态'));
  expect(ofList.length).toBeGreaterThan(1);
  for (const page of ofList) expect(page).toMatch(/单元格[^]*建议[^]*\d+ ?\/ ?\d+/);
  const ofSummary = pages.filter((page) => page.includes('未填结果')).join('\n');
  expect(ofSummary).toContain('1,522.00');
  for (const { title } of summary.charts) expect(ofSummary.replace(/\s/g, '')).toContain(title);
});
