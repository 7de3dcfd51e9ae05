import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewerOf } from '../support/workbooks/reviewer-of';
import { deskKeyOf, randomKey } from '../../src/host/desk-key';
import { openFileHost } from '../../src/host/file/file-host';
import { zhCN } from '../../src/pane/i18n/zh-CN';
import { expectedReview } from './support/expected';
import { Pane } from './support/pane';
import { PLATFORM } from './support/platform';
import { useWorkbench, type Workbench } from './support/workbench';

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');
const PICTURES = join(__dirname, '../../artifacts/e2e');

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const RECEIVED = join(folder, 'received.xlsx');

/** The sample as another desk sends it: with a finding set aside, a fix applied and a lenient profile chosen. */
async function receiveWorkbook(): Promise<void> {
  const host = await openFileHost(SAMPLE);
  const key = deskKeyOf(randomKey(), true);
  const reviewer = reviewerOf(host, { deskKey: () => key, yieldToPage: () => Promise.resolve() });
  const { findings } = await reviewer.review();
  const aside = findings.find(({ rule }) => rule === 'execution-rate-mismatch')!;
  const typo = findings.find(({ rule, fix }) => rule === 'operator-typo' && fix)!;
  await reviewer.ignore([aside], '已与主管部门沟通');
  await reviewer.apply(typo, typo.fix!);
  await reviewer.chooseProfile({ id: 'lenient', name: '宽松口径', off: ['execution-rate-mismatch'] });
  writeFileSync(RECEIVED, await host.save());
}

async function picture({ page }: Workbench, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${PLATFORM}-${name}.png`) });
}

describe('what the reader did not see', () => {
  const scenario = useWorkbench();
  beforeAll(receiveWorkbook);

  scenario(
    'records that come with a workbook have no effect until its reader adopts them',
    async (workbench) => {
      const pane = new Pane(workbench.pane);
      const { counts } = await expectedReview(RECEIVED);
      const kind = (name: RegExp) => workbench.pane.getByRole('group', { name });
      await pane.text('此工作簿带有不是在本机作出的审核记录').waitFor();
      for (const words of ['已忽略的问题 1 处', '选用的规则口径 1 个', '修改记录 1 处'])
        await pane.text(words).waitFor();
      // Neither the dismissal nor the profile that turns its rule off has an effect.
      expect(await pane.review()).toEqual(counts);
      await kind(/^已忽略的问题/)
        .getByRole('button', { name: '查看' })
        .click();
      await pane.text(/执行率与计算不符、原因：已与主管部门沟通/).waitFor();
      await picture(workbench, 'received-records');

      await kind(/^已忽略的问题/)
        .getByRole('button', { name: '采用', exact: true })
        .click();
      await pane.shows({ ...counts, error: counts.error - 1 });
      await kind(/^选用的规则口径/)
        .getByRole('button', { name: '不采用' })
        .click();
      await kind(/^选用的规则口径/).waitFor({ state: 'detached' });
      await kind(/^修改记录/)
        .getByRole('button', { name: '采用', exact: true })
        .click();
      await pane.text('此工作簿带有不是在本机作出的审核记录').waitFor({ state: 'detached' });
      await pane.button(/^修改记录/).click();
      await pane.text('随文件收到的记录').nth(1).waitFor();
      await picture(workbench, 'received-and-adopted');

      // What was decided lasts.
      await workbench.pane.locator('body').evaluate(() => window.location.reload());
      await pane.recognition.getByText('横表').waitFor();
      expect(await pane.review()).toEqual({ ...counts, error: counts.error - 1 });
      expect(await pane.text(/不是在本机作出/).count()).toBe(0);
    },
    { workbook: RECEIVED },
  );

  scenario(
    'what has changed since the review is not fixed by a figure computed from what stood there before',
    async (workbench) => {
      const pane = new Pane(workbench.pane);
      const { findings } = await expectedReview(SAMPLE);
      const finding = findings.find(({ rule, fix }) => rule === 'execution-rate-mismatch' && fix)!;
      await pane.review();
      const card = await pane.card(finding);
      await card.click();
      const { row } = finding.cell;
      const rate = await workbench.ask(
        (model, { row, column }) => {
          const one = (column: number) => ({
            firstRow: row,
            lastRow: row,
            firstColumn: column,
            lastColumn: column,
          });
          const sheet = model.activeSheet;
          sheet.setCells(one(4), [[{ value: sheet.values(one(3))[0]![0] as number }]]);
          return sheet.values(one(column))[0]![0];
        },
        { row, column: finding.cell.column },
      );
      await card.getByRole('button', { name: zhCN.findings.apply, exact: true }).click();
      const refusal = workbench.pane.getByRole('alert');
      await refusal.getByText(zhCN.problems.during.apply).waitFor();
      expect(await refusal.textContent()).toContain('没有改动');
      await picture(workbench, 'refused-fix');
      // Nothing is cut off at the width that the pane has at first.
      const cutOff = await pane.body.evaluate((body) =>
        [...body.querySelectorAll('main, main *')]
          .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
          .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
          .map(({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} > ${clientWidth}`),
      );
      expect(cutOff).toEqual([]);
      const now = await workbench.ask(
        (model, { row, column }) =>
          model.activeSheet.values({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }),
        { row, column: finding.cell.column },
      );
      expect(now).toEqual([[rate]]);
    },
  );

  scenario('findings are marked where their cells are now', async (workbench) => {
    const pane = new Pane(workbench.pane);
    const { findings } = await expectedReview(SAMPLE);
    const errors = findings.filter(({ severity }) => severity === 'error');
    await pane.review();
    await workbench.ask((model) => model.activeSheet.insertRows(0, 1));
    await pane.mark();
    const marked = await workbench.ask((model) => {
      const ours = model.activeSheet.conditionalFormats.filter(({ formula }) =>
        formula.includes('annex-reviewer:error'),
      );
      return ours.flatMap(({ ranges }) => ranges);
    });
    for (const { cell } of errors) {
      const row = cell.row + 1;
      const covered = marked.some(
        (range) =>
          row >= range.firstRow &&
          row <= range.lastRow &&
          cell.column >= range.firstColumn &&
          cell.column <= range.lastColumn,
      );
      expect([cell, covered]).toEqual([cell, true]);
    }
    await picture(workbench, 'marks-after-a-row');
  });
});
