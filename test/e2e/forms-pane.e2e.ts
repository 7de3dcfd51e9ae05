import { readFileSync } from 'node:fs';
import { format } from '../../src/pane/i18n/texts';
import { WORKBOOK_TEXTS } from '../../src/pane/workbook/workbook-texts';
import { formRows } from '../pane/form-cases';
import { buildXlsx, type BuilderCell } from '../support/xlsx/xlsx-builder';
import { barriersIn } from './support/accessibility';
import { Pane } from './support/pane';
import { useWorkbench } from './support/workbench';

const scenario = useWorkbench();
const texts = WORKBOOK_TEXTS['zh-CN'];

/** Asks for what a self-evaluation does, in an order that nothing is known of. */
const ODD: BuilderCell[][] = [
  ['其他支出绩效自评情况'],
  ['预算数', '执行数', '执行率', '得分'],
  [12, 11, 0.92, 9],
  [30, 30, 1, 10],
];
const formOf = (project: string): BuilderCell[][] =>
  formRows(project).map((row) => [...row] as BuilderCell[]);
const workbook = Buffer.from(
  buildXlsx({
    sheets: [
      { name: '封面', rows: [['2024年度绩效自评材料'], ['编制单位', '市水务局']] },
      { name: '表1', rows: formOf('河道保洁') },
      { name: '表2', rows: [...ODD, [], ...formOf('泵站维护')] },
      { name: '表3', rows: ODD },
    ],
  }),
);

const WIDTHS = [320, 400];

scenario(
  'a workbook that opens on its cover is read through from there, on narrow panes too',
  async ({ page, pane: frame, ask }) => {
    const pane = new Pane(frame);
    await frame.getByRole('button', { name: texts.review, exact: true }).click();
    await pane.text(/^2 张工作表有自评表/).waitFor();
    const lines = await frame.getByRole('listitem').allTextContents();
    expect(lines).toEqual([
      `封面${texts['no-annex']}`,
      expect.stringMatching(/^表1竖表 · 河道保洁/),
      expect.stringContaining(texts.alsoNotUnderstood),
      `表3${texts.notUnderstood}`,
    ]);
    for (const width of WIDTHS) {
      await page.evaluate((px) => {
        document.querySelector('iframe')!.style.cssText += `;width:${px}px;min-width:0;max-width:${px}px`;
      }, width);
      expect(await barriersIn(frame)).toEqual([]);
    }
    await frame.getByRole('button', { name: /^问题（\d+）$/ }).click();
    await frame.getByRole('button', { name: texts.next, exact: true }).click();
    await page.waitForFunction(() => window.workbench?.model.activeSheet.name === '表1');
    expect(await barriersIn(frame)).toEqual([]);
    await frame.getByRole('button', { name: /^工作表（\d+）$/ }).click();
    await frame.getByTitle(format(texts.open, { sheet: '表2' })).click();
    await pane.text(/^本表另有像是自评表的内容没有认出/).waitFor();
    expect(await ask((model) => model.activeSheet.name)).toBe('表2');
    expect(await barriersIn(frame)).toEqual([]);
  },
  { workbook },
);

scenario(
  'what a cell of a form is, is said by clicks, and is so after the workbook was saved and opened',
  async ({ page, pane: frame, ask }) => {
    const pane = new Pane(frame);
    await ask((model) => model.activate(model.sheets[1]!.id));
    await frame.getByRole('button', { name: /^竖表 · 河道保洁/ }).click();
    await frame.getByRole('button', { name: '更正 D8 单元格' }).click();
    const group = frame.getByRole('group', { name: '更正 D8 单元格' });
    expect(await barriersIn(frame)).toEqual([]);
    await group.getByRole('option', { name: /^全年预算数.*其他资金$/ }).click();
    await group.getByText(/^D8 单元格将作为/).waitFor();
    await group.getByRole('button', { name: '更正', exact: true }).click();
    await frame.getByRole('button', { name: '撤销 D8 单元格的更正' }).waitFor();
    expect(await barriersIn(frame)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存', exact: true }).click(),
    ]);
    const saved = { name: 'saved.xlsx', mimeType: '', buffer: readFileSync(await download.path()) };
    await page.locator('input[type=file]').setInputFiles(saved);
    await page.waitForFunction(() => window.workbench?.model.name === 'saved.xlsx');
    await ask((model) => model.activate(model.sheets[2]!.id));
    await frame.getByRole('button', { name: /^竖表 · 泵站维护/ }).click();
    // The form on the other worksheet has the same labels.
    await pane.text(/其他资金 · 已更正$/).waitFor();
  },
  { workbook },
);
