import type { CellRange } from '../../src/engine/sheet/address';
import type { WorksheetModel } from './workbook-model';

/** A conditional format as the add-in sees it. Its id stays the same while it is changed. */
export interface ConditionalFormatEntry {
  readonly id: string;
  readonly ranges: readonly CellRange[];
  readonly formula: string;
  readonly fill: string | null;
  readonly stopIfTrue: boolean;
}

interface Draft {
  readonly sheet: WorksheetModel;
  entry: ConditionalFormatEntry;
}

/**
 * The conditional formats of the worksheets. Excel builds one in several calls (add, formula, colour), the
 * model takes it whole: what is new waits as a draft until its batch ends.
 */
export class ConditionalFormatStore {
  /** Oldest first; the newest has the highest priority. */
  private drafts: Draft[] = [];
  /** Ids given to the add-in, and what the model does not keep, by the model's ids. */
  private readonly known = new Map<string, { readonly id: string; readonly stopIfTrue: boolean }>();
  private last = 0;

  /** The highest priority first. */
  list(sheet: WorksheetModel): ConditionalFormatEntry[] {
    const drafts = this.drafts.filter((draft) => draft.sheet.id === sheet.id).map((draft) => draft.entry);
    return [
      ...drafts.reverse(),
      ...sheet.conditionalFormats.map((format) => ({
        ...format,
        id: this.known.get(format.id)?.id ?? format.id,
        stopIfTrue: this.known.get(format.id)?.stopIfTrue ?? false,
      })),
    ];
  }

  add(sheet: WorksheetModel, ranges: readonly CellRange[]): ConditionalFormatEntry {
    const id = `{CF-${String(++this.last).padStart(6, '0')}}`;
    const entry = { id, ranges, formula: '', fill: null, stopIfTrue: false };
    this.drafts.push({ sheet, entry });
    return entry;
  }

  change(sheet: WorksheetModel, id: string, change: Partial<Omit<ConditionalFormatEntry, 'id'>>): void {
    const draft = this.drafts.find((candidate) => candidate.entry.id === id);
    if (draft) {
      draft.entry = { ...draft.entry, ...change };
      return;
    }
    const list = this.list(sheet).map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
    this.rewrite(sheet, list, list.findIndex((entry) => entry.id === id) + 1);
  }

  /** Moves a format to a place in the order of priorities; 0 is the highest. */
  prioritise(sheet: WorksheetModel, id: string, priority: number): void {
    const list = this.list(sheet);
    const from = list.findIndex((entry) => entry.id === id);
    const to = Math.max(0, Math.min(priority, list.length - 1));
    if (from < 0 || from === to) return;
    const [entry] = list.splice(from, 1);
    list.splice(to, 0, entry!);
    this.rewrite(sheet, list, Math.max(from, to) + 1);
  }

  remove(sheet: WorksheetModel, id: string): void {
    const count = this.drafts.length;
    this.drafts = this.drafts.filter((draft) => draft.entry.id !== id);
    if (this.drafts.length < count) return;
    const format = sheet.conditionalFormats.find((one) => (this.known.get(one.id)?.id ?? one.id) === id);
    if (format) sheet.deleteConditionalFormat(format.id);
  }

  /** Writes the drafts that have a formula into the model. */
  flush(): void {
    const complete = this.drafts.filter((draft) => draft.entry.formula !== '');
    this.drafts = this.drafts.filter((draft) => draft.entry.formula === '');
    for (const draft of complete) this.write(draft.sheet, draft.entry);
  }

  /** Writes the first `count` formats of a worksheet anew: the model can add on top alone. */
  private rewrite(sheet: WorksheetModel, list: readonly ConditionalFormatEntry[], count: number): void {
    const anew = list.slice(0, count);
    for (const entry of anew) this.remove(sheet, entry.id);
    for (const entry of [...anew].reverse()) {
      if (entry.formula === '') this.drafts.push({ sheet, entry });
      else this.write(sheet, entry);
    }
  }

  private write(
    sheet: WorksheetModel,
    { id, ranges, formula, fill, stopIfTrue }: ConditionalFormatEntry,
  ): void {
    const format = sheet.addConditionalFormat({ ranges, formula, fill });
    this.known.set(format.id, { id, stopIfTrue });
  }
}
