import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../cli/run-command';
import { buildXlsx, type BuilderCell } from '../support/xlsx/xlsx-builder';
import { Pane } from './support/pane';
import { PLATFORM } from './support/platform';
import { useWorkbench, type Workbench } from './support/workbench';

const PICTURES = join(__dirname, '../../artifacts/e2e');
const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS: BuilderCell[][] = [
  ['2023年度项目支出绩效自评表'],
  ['序号', '单位', '项目名称', '全年预算数', '全年执行数', '执行率', '办结数', '完成比', '备注'],
  [1, '水利局', '水渠清淤', 50, 40, 0.9, '3公里', '无', '无'],
  [2, '水利局', '水库除险', 20, 10, 0.5, '2座', '无', '无'],
  [3, '交通局', '村道硬化', 30, 27, 0.9, '5公里', '无', '无'],
];
const WORKBOOK = join(folder, 'annex.xlsx');
const VOCABULARY = join(folder, 'columns.json');

async function picture({ page }: Workbench, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${PLATFORM}-${name}.png`) });
}

describe('columns that were not understood', () => {
  const scenario = useWorkbench();
  beforeAll(() => writeFileSync(WORKBOOK, buildXlsx({ sheets: [{ name: '自评表', rows: ROWS }] })));

  scenario(
    'are corrected by the keyboard, kept, exported and used by the command',
    async (workbench) => {
      const pane = new Pane(workbench.pane);
      const { keyboard } = workbench.page;
      const before = await pane.review();
      expect(before.error).toBeGreaterThan(0);
      await pane.recognition.getByRole('button', { name: /^横表/ }).click();
      const row = (column: string) => pane.recognition.getByRole('row', { name: new RegExp(`^${column} `) });
      await row('G').getByText('未识别').waitFor();
      await picture(workbench, 'columns');

      // An unknown column gets a meaning.
      await pane.button('更正 G 列').press('Enter');
      await workbench.pane.getByRole('combobox').waitFor();
      await keyboard.type('数量指标·完成');
      await workbench.pane.getByRole('option', { name: '数量指标·完成值' }).waitFor();
      await picture(workbench, 'columns-choice');
      await keyboard.press('Enter');
      await pane.text('G 列将作为“数量指标·完成值”审核。').waitFor();
      await keyboard.press('Enter');
      await row('G').getByText('已更正').waitFor();

      // A column that was recognised is left out, and its errors go as was said.
      await pane.button('更正 F 列').press('Enter');
      await workbench.pane.getByRole('option', { name: '不审核此列' }).waitFor();
      await keyboard.press('Escape');
      await workbench.pane.getByRole('combobox').waitFor({ state: 'detached' });
      await pane.button('更正 F 列').press('Enter');
      await workbench.pane.getByRole('option', { name: '不审核此列' }).click();
      await pane.text(/^减少问题：/).waitFor();
      await picture(workbench, 'columns-consequences');
      await keyboard.press('Enter');
      await row('F').getByText('不审核').waitFor();
      await workbench.pane
        .locator('li[data-finding^="execution-rate-mismatch!"]')
        .waitFor({ state: 'detached' });
      await picture(workbench, 'columns-corrected');

      // What was said lasts, and can be taken back.
      await workbench.pane.locator('body').evaluate(() => window.location.reload());
      await pane.recognition.getByRole('button', { name: /^横表/ }).click();
      await row('F').getByText('已更正').waitFor();

      await pane.button('导出列更正…').click();
      writeFileSync(VOCABULARY, await workbench.pane.getByRole('textbox', { name: '列更正' }).inputValue());
      const { stdout } = await run(['check', WORKBOOK, '--vocabulary', VOCABULARY]);
      expect(stdout).toContain('按列更正文件认列：F（不审核）、G（数量指标·完成值）');
      expect(stdout).not.toContain('错误 execution-rate-mismatch');

      await pane.button('撤销 F 列的更正').click();
      await row('F').getByText('确定', { exact: true }).waitFor();
    },
    { workbook: WORKBOOK },
  );
});

describe('a column that is not certain', () => {
  const scenario = useWorkbench();
  const UNSURE = join(folder, 'unsure.xlsx');
  // The rates of all projects but one are others than their money gives: nobody knows whether they are rates.
  const rows: BuilderCell[][] = [
    ['2023年度项目支出绩效自评表'],
    ['序号', '单位', '项目名称', '年初预算数', '全年预算数', '全年执行数', '执行率', '满意度指标', null],
    [null, null, null, null, null, null, null, '指标值', '完成值'],
    ...Array.from({ length: 12 }, (_, i): BuilderCell[] => [
      i + 1, i < 8 ? '水利局' : '交通局', `项目${i + 1}`, 60 + i, 50 + i, 40, 80 + i, '≥90%', '已完成',
    ]), // prettier-ignore
  ];
  beforeAll(() => writeFileSync(UNSURE, buildXlsx({ sheets: [{ name: '自评表', rows }] })));

  scenario(
    'is settled by one click, and the review follows',
    async (workbench) => {
      const pane = new Pane(workbench.pane);
      await pane.review();
      const mismatches = workbench.pane.locator('li[data-finding^="execution-rate-mismatch!"]');
      await pane.recognition.getByRole('button', { name: /^横表/ }).click();
      const column = pane.recognition.getByRole('row', { name: /^G / });
      await column.getByText(/^未确定：可能是“执行率”/).waitFor();
      await picture(workbench, 'unsure');
      expect(await mismatches.count()).toBe(0);

      await column.getByRole('button', { name: '确认为“执行率”' }).press('Enter');
      await column.getByText('已更正').waitFor();
      await mismatches.first().waitFor();
      await pane.recognition.getByRole('button', { name: /^横表/ }).click();
      await mismatches.first().click();
      await pane.text(/^12 个项目中有 11 个如此/).waitFor();
      await picture(workbench, 'habit');

      await pane.insertRollups();
      const counts = await workbench.ask((model) => {
        const list = model.sheets.find(({ name }) => name === '问题清单')!;
        model.activate(list.id);
        return list
          .values({ firstRow: 3, firstColumn: 4, lastRow: 7, lastColumn: 5 })
          .map(([cells, count]) => `${String(cells)} ${String(count)}`);
      });
      expect(counts).toEqual(['G4 1', 'I4:I11 8', 'G5:G11 7', 'G12:G15 4', 'I12:I15 4']);
      await picture(workbench, 'issue-list');
    },
    { workbook: UNSURE },
  );
});

describe('a table without a known word', () => {
  const scenario = useWorkbench();
  const UNKNOWN = join(folder, 'unknown.xlsx');
  const rows: BuilderCell[][] = [
    ['某县2023年度情况'],
    ['编', '事由', '甲', null, '戊'],
    [null, null, '子', '丑', null],
    [1, '水渠清淤', 50, 40, '如期'],
    [2, '水库除险', 20, 10, '如期'],
    [3, '村道硬化', 30, 27, '如期'],
  ];
  beforeAll(() => writeFileSync(UNKNOWN, buildXlsx({ sheets: [{ name: '情况', rows }] })));

  scenario(
    'is reviewed once its header was pointed at',
    async (workbench) => {
      const pane = new Pane(workbench.pane);
      await pane.text(/不像绩效自评表/).waitFor();
      await workbench.ask((model) => {
        const range = { firstRow: 1, firstColumn: 0, lastRow: 2, lastColumn: 4 };
        model.select(model.activeSheet.id, range);
      });
      await pane.button('指定表头').press('Enter');
      await pane.text('以第 2–3 行为表头，共 3 个项目').waitFor();
      await picture(workbench, 'header-pointed');
      await pane.button('以此为表头并审核').press('Enter');
      await pane.recognition.getByText('3 个项目').waitFor();
      await pane.recognition.getByRole('button', { name: /3 个项目/ }).click();
      await pane.text('此表头由审核人指定。').waitFor();
      await picture(workbench, 'header-taken');
      await pane.button('不再以此为表头').click();
      await pane.text(/不像绩效自评表/).waitFor();
    },
    { workbook: UNKNOWN },
  );
});
