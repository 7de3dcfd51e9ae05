import type { IDisposable } from '@univerjs/core';
import type { ReactElement } from 'react';
import { useSyncExternalStore } from 'react';
import type { ChartModel, WorkbookModel } from '../model/workbook-model';
import { ChartPicture, chartTable, toFigure } from './chart-figure';
import type { PageUniver } from './page-univer';

const COMPONENT = 'workbench-chart';

/** The charts of the sheet in view, drawn over its cells: the grid has no charts of its own. */
export class Charts {
  private model: WorkbookModel | null = null;
  private version = 0;
  private readonly drawers = new Set<() => void>();
  private shown: { readonly chart: ChartModel; readonly dom: IDisposable }[] = [];

  constructor(private readonly page: PageUniver) {
    page.api.registerComponent(COMPONENT, ({ data }: { data?: { id: string } }) => this.draw(data?.id));
  }

  /** Follows another workbook. */
  follow(model: WorkbookModel): void {
    this.clear();
    this.model = model;
  }

  /** To be called whenever charts, or what they draw, may have changed. */
  refresh(): void {
    const { model } = this;
    if (!model) return;
    const wanted = model.activeSheet.charts;
    const stays = this.shown.filter(({ chart }) => wanted.includes(chart));
    for (const one of this.shown) if (!stays.includes(one)) one.dom.dispose();
    this.shown = stays;
    for (const chart of wanted) if (!stays.some((one) => one.chart === chart)) this.show(chart);
    this.version++;
    for (const draw of this.drawers) draw();
  }

  /** Takes all charts off the page; the next refresh draws them again. */
  clear(): void {
    for (const { dom } of this.shown) dom.dispose();
    this.shown = [];
  }

  private show(chart: ChartModel): void {
    const sheet = this.page.api.getActiveWorkbook()?.getActiveSheet();
    if (!sheet) return;
    const { firstRow, firstColumn, lastRow, lastColumn } = chart.at;
    const range = sheet.getRange(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1);
    let [width, height] = [0, 0];
    for (let column = firstColumn; column <= lastColumn; column++) width += sheet.getColumnWidth(column);
    for (let row = firstRow; row <= lastRow; row++) height += sheet.getRowHeight(row);
    const layer = { componentKey: COMPONENT, allowTransform: false, data: { id: chart.id } };
    const dom = sheet.addFloatDomToRange(range, layer, { width, height }, chart.id);
    if (dom) this.shown.push({ chart, dom });
  }

  private draw(id: string | undefined): ReactElement | null {
    // The grid keeps the component while its cells change: it is told to draw again.
    useSyncExternalStore(this.subscribe, () => this.version);
    const chart = this.shown.find((one) => one.chart.id === id)?.chart;
    const sheet = this.model?.sheets.find((one) => one.id === chart?.data.sheetId);
    if (!chart || !sheet) return null;
    const table = chartTable(chart, (range) => sheet.values(range));
    return <ChartPicture figure={toFigure(chart.type, chart.title, table)} />;
  }

  private readonly subscribe = (draw: () => void): (() => void) => {
    this.drawers.add(draw);
    return () => this.drawers.delete(draw);
  };
}
