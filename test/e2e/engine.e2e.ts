import { join } from 'node:path';
import { expectedReview } from './support/expected';
import { Pane } from './support/pane';
import { useWorkbench } from './support/workbench';

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');
const ALL = { workbook: SAMPLE };

describe('the engine of the pane', () => {
  const scenario = useWorkbench();

  scenario(
    'works beside the page, and finds there what it finds in Node',
    async ({ pane: frame, page }) => {
      const pane = new Pane(frame);
      const { counts } = await expectedReview(SAMPLE);
      expect(await pane.review()).toEqual(counts);
      expect(await frame.locator('#pane').getAttribute('data-engine')).toBe('worker');
      expect(page.workers()).toHaveLength(1);
    },
    ALL,
  );

  scenario(
    'goes on in the page where its worker ends, and says so',
    async ({ pane: frame, page }) => {
      const pane = new Pane(frame);
      const { counts } = await expectedReview(SAMPLE);
      await pane.review();
      await page.workers()[0]!.evaluate(() => {
        setTimeout(() => {
          throw new Error('as the test asked');
        }, 0);
      });
      await frame.getByText('后台审核意外中断，已改为在窗格内审核').waitFor();
      expect(await pane.review()).toEqual(counts);
      expect(await frame.locator('#pane').getAttribute('data-engine')).toContain('as the test asked');
    },
    ALL,
  );
});
