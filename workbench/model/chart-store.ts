import type { ChartModel, WorkbookModel, WorksheetModel } from './workbook-model';

/** A chart as the add-in sees it. */
export interface ChartEntry extends ChartModel {
  readonly name: string;
}

interface Draft {
  readonly sheet: WorksheetModel;
  entry: ChartEntry;
}

/**
 * The charts of the worksheets. Excel sets title and place after a chart was added, the model takes it whole:
 * a new chart waits as a draft until its batch ends.
 */
export class ChartStore {
  private drafts: Draft[] = [];
  private readonly known = new Map<string, { readonly id: string; readonly name: string }>();
  private last = 0;

  constructor(private readonly model: WorkbookModel) {}

  list(sheet: WorksheetModel): ChartEntry[] {
    return [
      ...sheet.charts.map((chart, index) => ({
        ...chart,
        id: this.known.get(chart.id)?.id ?? chart.id,
        name: this.known.get(chart.id)?.name ?? chart.name ?? `图表 ${index + 1}`,
      })),
      ...this.drafts.filter((draft) => draft.sheet.id === sheet.id).map((draft) => draft.entry),
    ];
  }

  add(sheet: WorksheetModel, chart: Omit<ChartModel, 'id'>): ChartEntry {
    const number = ++this.last;
    const id = `{CHART-${String(number).padStart(6, '0')}}`;
    const entry = { ...chart, id, name: `图表 ${sheet.charts.length + number}` };
    this.drafts.push({ sheet, entry });
    return entry;
  }

  change(sheet: WorksheetModel, id: string, change: Partial<Omit<ChartEntry, 'id'>>): void {
    const draft = this.drafts.find((candidate) => candidate.entry.id === id);
    if (draft) {
      draft.entry = { ...draft.entry, ...change };
      return;
    }
    const entry = this.list(sheet).find((candidate) => candidate.id === id);
    if (!entry) return;
    this.remove(sheet, id);
    this.drafts.push({ sheet, entry: { ...entry, ...change } });
  }

  remove(sheet: WorksheetModel, id: string): void {
    this.drafts = this.drafts.filter((draft) => draft.entry.id !== id);
    const chart = sheet.charts.find((one) => (this.known.get(one.id)?.id ?? one.id) === id);
    if (chart) sheet.deleteChart(chart.id);
  }

  flush(): void {
    const { drafts } = this;
    this.drafts = [];
    for (const { sheet, entry } of drafts) {
      // A worksheet deleted in the same batch takes its charts with it.
      if (!this.model.sheets.some((one) => one.id === sheet.id)) continue;
      const { id, ...content } = entry;
      const chart = sheet.addChart(content);
      this.known.set(chart.id, { id, name: entry.name });
    }
  }
}
