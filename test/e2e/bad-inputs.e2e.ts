import { errorText } from '../../src/app/error-text';
import { HostError } from '../../src/host/port';
import { zhCN } from '../../src/pane/i18n/zh-CN';
import { NO_ANNEX_TEXTS } from '../../src/pane/recognition/no-annex-texts';
import { buildXlsx } from '../support/xlsx/xlsx-builder';
import { Pane } from './support/pane';
import { ourMarks } from './support/questions';
import { useWorkbench } from './support/workbench';

const scenario = useWorkbench();
const workbookOf = (name: string, rows: readonly (readonly (string | number)[])[]): Buffer =>
  Buffer.from(buildXlsx({ sheets: [{ name, rows }] }));

const { problems, recognition } = zhCN;

scenario(
  'an empty sheet is said to be empty',
  async ({ pane: frame }) => {
    const pane = new Pane(frame);
    await pane.text(recognition.states.empty).waitFor();
  },
  { workbook: workbookOf('空表', []) },
);

scenario(
  'a sheet that is no annex is left alone, and the pane says what it looked for',
  async ({ pane: frame, ask }) => {
    const pane = new Pane(frame);
    await pane.text('“通讯录”不像绩效自评表。').waitFor();
    await pane.text(NO_ANNEX_TEXTS['zh-CN'].lookedFor).waitFor();
    expect(await ask(ourMarks)).toEqual([]);
  },
  {
    workbook: workbookOf('通讯录', [
      ['姓名', '电话', '部门'],
      ['张三', 12345, '办公室'],
      ['李四', 12346, '财务科'],
    ]),
  },
);

scenario('a protected sheet is reviewed, and nothing is written to it', async ({ pane: frame, ask }) => {
  const pane = new Pane(frame);
  await pane.recognition.waitFor();
  await ask((model) => model.activeSheet.setProtected(true));
  const counts = await pane.review();
  expect(counts.error).toBeGreaterThan(0);
  await pane.choose(zhCN.toolbar.marks, zhCN.toolbar.markAll);
  await pane.text(problems.during.mark).waitFor();
  await pane.text(errorText(new HostError('protected', ''), 'zh-CN').happened).waitFor();
  expect(await ask(ourMarks)).toEqual([]);
});

scenario(
  'a sheet that is deleted after its review leaves a pane that goes on',
  async ({ pane: frame, ask }) => {
    const pane = new Pane(frame);
    await pane.review();
    await ask((model) => {
      const gone = model.activeSheet.id;
      model.activate(model.addSheet('草稿').id);
      model.deleteSheet(gone);
    });
    await pane.text(recognition.states.empty).waitFor();
  },
);

scenario(
  'a sheet that is deleted during its review leaves a pane that goes on',
  async ({ pane: frame, ask }) => {
    const pane = new Pane(frame);
    await pane.recognition.waitFor();
    const draft = await ask((model) => model.addSheet('草稿').id);
    await pane.button(zhCN.toolbar.review).click();
    await ask((model, draft) => {
      const gone = model.activeSheet.id;
      model.activate(draft);
      model.deleteSheet(gone);
    }, draft);
    await pane.text(recognition.states.empty).waitFor();
    await pane.button(zhCN.toolbar.cancel).waitFor({ state: 'detached' });
  },
);

scenario('another workbook is opened after a review', async ({ page, pane: frame, ask }) => {
  const pane = new Pane(frame);
  await pane.review();
  const buffer = workbookOf('通讯录', [['姓名', '电话']]);
  await page.locator('input[type=file]').setInputFiles({ name: '另一本.xlsx', mimeType: '', buffer });
  await pane.text('“通讯录”不像绩效自评表。').waitFor();
  expect(await ask((model) => model.name)).toBe('另一本.xlsx');
});
