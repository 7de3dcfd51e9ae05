import { join } from 'node:path';
import { expectedReview } from './support/expected';
import { buildXlsx } from '../support/xlsx/xlsx-builder';
import { Pane } from './support/pane';
import { cellsOf, ourMarks, shownFills } from './support/questions';
import { useWorkbench } from './support/workbench';

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');
const scenario = useWorkbench();

scenario(
  'each ribbon button does its whole job, and the pane shows it',
  async ({ page, pane: frame, ask }) => {
    const pane = new Pane(frame);
    const expected = await expectedReview(SAMPLE);
    await pane.recognition.waitFor();
    const ribbon = page.getByRole('toolbar', { name: /功能区/ });
    const press = async (name: string): Promise<void> => {
      const button = ribbon.getByRole('button', { name, exact: true });
      await button.click();
      // As in Excel, a button waits for its function.
      await button.and(page.locator(':enabled')).waitFor();
    };

    await press('审核');
    expect(await pane.counts()).toEqual(expected.counts);
    expect(await ask(ourMarks)).toEqual([]);

    await press('标记');
    await pane.text(/已标记 \d+ 个单元格/).waitFor();
    expect((await ask(shownFills, cellsOf(expected.findings))).every((fill) => fill !== null)).toBe(true);

    await press('插入汇总');
    await pane.text(/已生成汇总表/).waitFor();
    const sheets = await ask((model) => [model.activeSheet.name, ...model.sheets.map(({ name }) => name)]);
    expect(sheets).toEqual([expected.sheetName, ...sheets.slice(1)]);
    expect(sheets).toEqual(expect.arrayContaining(['单位汇总', '问题清单']));

    await press('清除标记');
    await pane.text(/已清除 \d+ 个单元格的标记/).waitFor();
    expect(await ask(ourMarks)).toEqual([]);

    await press('打开窗格');
    await pane.body.waitFor({ state: 'hidden' });
    await press('打开窗格');
    await pane.body.waitFor({ state: 'visible' });
    expect(await pane.counts()).toEqual(expected.counts);
  },
);

scenario('a button needs no review beforehand', async ({ page, pane: frame, ask }) => {
  const pane = new Pane(frame);
  await pane.recognition.waitFor();
  await page
    .getByRole('toolbar', { name: /功能区/ })
    .getByRole('button', { name: '标记', exact: true })
    .click();
  await pane.text(/已标记 \d+ 个单元格/).waitFor();
  expect((await ask(ourMarks)).length).toBeGreaterThan(0);
});

scenario('a button pressed before the pane is ready is served once it is', async ({ page, pane: frame }) => {
  const expected = await expectedReview(SAMPLE);
  const button = page
    .getByRole('toolbar', { name: /功能区/ })
    .getByRole('button', { name: '审核', exact: true });
  await page.reload();
  await button.click();
  await new Pane(frame).shows(expected.counts);
});

const minutes = { name: '封面', rows: [['会议纪要'], ['参会人员', '张某']] };
const annex = [
  ['2024年项目支出绩效自评表'],
  ['单位：万元'],
  ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '执行率'],
  [1, '测试单位', '河道巡查', 100, 98, 0.98],
];

scenario(
  'on a worksheet that is no annex, 审核 says so and leads to the one that is',
  async ({ page, pane: frame, ask }) => {
    const pane = new Pane(frame);
    await pane.recognition.waitFor();
    await page
      .getByRole('toolbar', { name: /功能区/ })
      .getByRole('button', { name: '审核', exact: true })
      .click();
    await pane.text('“附件1”中有绩效自评表，请切换到该工作表再审核。').waitFor();
    await pane.button('转到“附件1”').click();
    await pane
      .text(/1 个项目/)
      .first()
      .waitFor();
    expect(await ask((model) => model.activeSheet.name)).toBe('附件1');
  },
  { workbook: Buffer.from(buildXlsx({ sheets: [minutes, { name: '附件1', rows: annex }] })) },
);
