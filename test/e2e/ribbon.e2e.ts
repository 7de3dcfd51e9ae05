import { join } from 'node:path';
import { expectedReview } from './support/expected';
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
