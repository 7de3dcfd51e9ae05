import { join } from 'node:path';
import type { NumberCell } from '../../src/engine/annex/values/number-cell';
import { MARK_COLORS } from '../../src/host/protocol/mark-colors';
import { markSeverity } from '../../src/host/protocol/mark-signature';
import { corpusFile, withCorpus } from '../support/outside/corpus';
import { expectedReview } from './support/expected';
import { Pane } from './support/pane';
import { useWorkbench } from './support/workbench';
import { cellsOf, content, formats, sameCell, ourMarks, shownFills, worst } from './support/questions';

const ROOT = join(__dirname, '../..');
const SAMPLE = join(ROOT, 'assets/samples/self-evaluation-annex.xlsx');
const PUBLISHED = '00-longgang-2020-annex.xlsx';

/** What the grid's SUM sees: a number typed as text is none. */
const numberIn = (cell: NumberCell | undefined): number => (typeof cell?.raw === 'number' ? cell.raw : 0);

describe('the sample', () => isReviewed('the sample', SAMPLE));

describe('a published annex', () =>
  withCorpus([PUBLISHED], () => isReviewed('a published annex', corpusFile(PUBLISHED))));

function isReviewed(name: string, workbook: string): void {
  const scenario = useWorkbench();
  const options = { workbook };

  scenario(
    `${name}: is recognised, reviewed, marked and cleared`,
    async ({ pane: frame, ask }) => {
      const pane = new Pane(frame);
      const expected = await expectedReview(workbook);

      await pane.recognition.getByText('横表').waitFor();
      const projects = expected.annexes.reduce((sum, { annex }) => sum + annex.projects.length, 0);
      expect(await pane.recognition.innerText()).toContain(`${projects} 个项目`);
      expect(await pane.review()).toEqual(expected.counts);

      const cells = cellsOf(expected.findings);
      const before = await ask(formats, cells);
      await pane.mark();
      const wanted = cells.map((cell) => MARK_COLORS[worst(expected.findings, cell)]);
      expect(await ask(shownFills, cells)).toEqual(wanted);
      expect(await ask(formats, cells)).toEqual(before);
      const formulas = (await ask(ourMarks)).map(({ formula }) => markSeverity(formula));
      expect(new Set(formulas)).toEqual(new Set(expected.findings.map(({ severity }) => severity)));

      await pane.clearMarks();
      expect(await ask(ourMarks)).toEqual([]);
      expect(await ask(formats, cells)).toEqual(before);
    },
    options,
  );

  scenario(
    `${name}: a card leads to its cell, and its fix is applied and taken back`,
    async ({ page, pane: frame, ask }) => {
      const pane = new Pane(frame);
      const { findings } = await expectedReview(workbook);
      const counts = await pane.review();
      const finding = findings.find(
        ({ fix, cell }) => fix?.edits.length === 1 && sameCell(fix.edits[0]!, cell),
      )!;
      const { row, column } = finding.cell;
      const before = await ask(content, { row, column });

      const card = await pane.card(finding);
      await card.click();
      await page.waitForFunction(
        (cell) => {
          const { firstRow, firstColumn } = window.workbench!.model.selection;
          return firstRow === cell.row && firstColumn === cell.column;
        },
        { row, column },
      );
      await card.getByRole('button', { name: '应用', exact: true }).click();
      await card.getByText('已修正').waitFor();
      const after = await ask(content, { row, column });
      expect(after).not.toEqual(before);
      const left = await pane.counts();
      expect(left[finding.severity]).toBe(counts[finding.severity] - 1);

      await card.getByRole('button', { name: '撤销', exact: true }).click();
      await card.getByText('已修正').waitFor({ state: 'detached' });
      expect(await ask(content, { row, column })).toEqual(before);
      expect(await pane.counts()).toEqual(counts);
    },
    options,
  );

  scenario(
    `${name}: rollups are inserted, computed by the grid, and leave the sheet in view`,
    async ({ pane: frame, ask }) => {
      const pane = new Pane(frame);
      const expected = await expectedReview(workbook);
      await pane.review();
      await pane.insertRollups();
      const after = await ask(async (model) => {
        await model.settled();
        const summary = model.sheets.find((sheet) => sheet.name.startsWith('单位汇总'))!;
        const used = summary.usedRange()!;
        return {
          sheets: model.sheets.map((sheet) => sheet.name),
          active: model.activeSheet.name,
          values: summary.values(used),
          formulas: summary.formulas(used),
        };
      });
      expect(after.active).toBe(expected.sheetName);
      expect(after.sheets).toEqual(expect.arrayContaining(['单位汇总', '问题清单']));

      const header = after.values.find((row) => row.includes('项目数'))!;
      const total = after.values.findIndex((row) => row.includes('合计'));
      const money = (field: 'budget' | 'actual'): number =>
        expected.annexes
          .flatMap(({ annex }) => annex.projects)
          .reduce((sum, project) => sum + numberIn(project.money[field]), 0);
      const cell = (label: string): unknown =>
        after.values[total]![header.findIndex((text) => String(text).startsWith(label))];
      const formula = (label: string): unknown =>
        after.formulas[total]![header.findIndex((text) => String(text).startsWith(label))];
      expect(formula('预算')).toMatch(/^=/);
      expect(cell('预算')).toBeCloseTo(money('budget'), 4);
      expect(cell('实际支出')).toBeCloseTo(money('actual'), 4);
      expect(cell('错误')).toBe(expected.counts.error);
      expect(cell('警告')).toBe(expected.counts.warning);
    },
    options,
  );
}
