import { screen, waitFor, within } from '@testing-library/react';
import { openDesk } from '../app/review-cases';
import { openPaneOver } from './open-pane';

// jsdom draws nothing: what the pictures show is looked at in a browser, their figures here.
HTMLCanvasElement.prototype.getContext = () => null;

const HEADER = ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '数量指标', null];
const BELOW = [null, null, null, null, null, null, '年度指标值', '实际完成值'];
const row = (i: number, unit: string, name: string, actual: number, result: string) => [
  ...[i, unit, name, 100, actual, `${actual}%`, '≥20处', result],
];
const ROWS = [
  ['2024年度项目支出绩效自评表'],
  ['单位：万元'],
  HEADER,
  BELOW,
  row(1, '市水务局', '河道巡查', 40, '25处'),
  row(2, '市水务局', '堤防维修', 100, '12处'),
  row(3, '市教育局', '校舍维修', 96, '已完成'),
  row(4, '市教育局', '操场翻新', 45, ''),
];

async function openCharts() {
  const { reviewer } = openDesk({ sheets: [{ name: '自评表', rows: ROWS }] });
  const pane = await openPaneOver(reviewer);
  await pane.user.click(screen.getByRole('button', { name: '审核' }));
  await screen.findByRole('region', { name: '概况' });
  await pane.user.click(screen.getByRole('button', { name: '图表' }));
  const panel = await screen.findByRole('region', { name: '图表' });
  await within(panel).findByText('各档执行率的项目数');
  return { ...pane, panel };
}

/** The table behind a chart: each row as its cells. */
function tableOf(panel: HTMLElement, title: string): string[][] {
  const section = within(panel).getByRole('heading', { name: title }).closest('section')!;
  const [table] = within(section).getAllByRole('table', { hidden: true });
  return [...table!.querySelectorAll('tbody tr')].map((tr) =>
    [...tr.children].map(({ textContent }) => textContent ?? ''),
  );
}

const pick = (panel: HTMLElement, name: string): HTMLElement =>
  within(panel).getByRole('button', { name, hidden: true });
const listed = (): Set<string> =>
  new Set(
    [...document.querySelectorAll('li[data-finding]')].map(
      (one) => /河道巡查|堤防维修|校舍维修|操场翻新/.exec(one.textContent ?? '')?.[0] ?? '',
    ),
  );

describe('the charts of a review', () => {
  it('have the figures of the annex behind them', async () => {
    const { panel } = await openCharts();
    expect(tableOf(panel, '各档执行率的项目数')).toEqual([
      ['50%以下', '2'],
      ['90%—100%', '1'],
      ['等于100%', '1'],
    ]);
    expect(tableOf(panel, '各单位执行率')).toEqual([
      ['市水务局', '70%'],
      ['市教育局', '70.5%'],
    ]);
    expect(tableOf(panel, '各类指标完成情况')).toEqual([['数量指标', '1', '1', '1', '1', '0']]);
    expect(within(panel).getAllByRole('img')).toHaveLength(4);
  });

  it('narrow the list: to projects of a band, which one click takes back', async () => {
    const { panel, user } = await openCharts();
    await user.click(pick(panel, '50%以下'));
    await screen.findByRole('region', { name: '问题' });
    await user.click(screen.getByRole('button', { name: '按单元格' }));
    expect([...listed()].sort()).toEqual(['操场翻新', '河道巡查']);
    const all = document.querySelectorAll('li[data-finding]').length;
    await user.click(screen.getByRole('button', { name: /^执行率50%以下的项目/ }));
    await waitFor(() => expect(document.querySelectorAll('li[data-finding]').length).toBeGreaterThan(all));
    expect(listed().has('校舍维修')).toBe(true);
  });

  it.each([
    ['市教育局', '单位', ['操场翻新', '校舍维修']],
    ['数量指标', '维度', null],
  ])('narrow the list to %s', async (name, facet, projects) => {
    const { panel, user } = await openCharts();
    await user.click(pick(panel, name));
    const chosen = await screen.findByRole<HTMLSelectElement>('combobox', { name: facet });
    expect(chosen.selectedOptions[0]!.text).toMatch(new RegExp(`^${name}（`));
    await user.click(screen.getByRole('button', { name: '按单元格' }));
    if (projects) expect([...listed()].filter((one) => one !== '').sort()).toEqual(projects);
    expect(document.querySelectorAll('li[data-finding]').length).toBeGreaterThan(0);
  });

  it('lead back to the button that opened them', async () => {
    const { user } = await openCharts();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-opens')).toBe('charts'));
  });
});
