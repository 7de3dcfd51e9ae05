import { RichPackage } from './rich-package';
import { SharedTexts } from './shared-texts';
import { WorksheetDraft } from './worksheet-draft';

/** Which of the optional features the workbook has, and how its package is written. */
export interface RichWorkbookOptions {
  /** A macro project and the content type that goes with it: an .xlsm (default). `false`: an .xlsx. */
  readonly macros?: boolean;
  /** A digital signature (of no worth: its digest is made up). */
  readonly signed?: boolean;
  /** The structure of the workbook is protected. */
  readonly protectedStructure?: boolean;
  /** A slicer on the pivot table (default). */
  readonly slicer?: boolean;
  /** Strict namespaces and relationship types throughout. */
  readonly strict?: boolean;
  /** Every element of the main namespace bears this prefix, as some libraries write it. */
  readonly prefix?: string;
  /** Targets of relationships start at the package's root. */
  readonly absoluteTargets?: boolean;
  /** The part of the annex is UTF-16 with a byte order mark. */
  readonly utf16?: boolean;
  readonly zip64?: boolean;
  /** Sizes and checksums come after the entries' data. */
  readonly descriptors?: boolean;
  /** Nothing is deflated. */
  readonly stored?: boolean;
}

/** Names of the sheets, in the workbook's order. */
export const RICH_SHEETS = {
  data: '数据',
  annex: '项目支出绩效自评表',
  conditionalFormats: '条件格式',
  chart: '图表',
  pivot: '透视',
  formulas: '公式',
  layout: '版式与保护',
  hidden: "它's & 隐藏 <1>",
  veryHidden: '深藏',
} as const;

/** The parts that every family of features works on. */
export interface RichDraft {
  readonly options: RichWorkbookOptions;
  readonly pkg: RichPackage;
  readonly texts: SharedTexts;
  readonly sheets: Readonly<Record<Exclude<keyof typeof RICH_SHEETS, 'chart'>, WorksheetDraft>>;
}

export const WORKBOOK_PART = 'xl/workbook.xml';

/** Sheets' numbers in part names and their sheetIds are not their places, as after much moving and deleting. */
export function newDraft(options: RichWorkbookOptions): RichDraft {
  const texts = new SharedTexts();
  const sheet = (
    key: Exclude<keyof typeof RICH_SHEETS, 'chart'>,
    sheetId: number,
    number: number,
    state?: 'hidden' | 'veryHidden',
  ) => new WorksheetDraft(RICH_SHEETS[key], sheetId, number, texts, state);
  return {
    options,
    pkg: new RichPackage(options.absoluteTargets ?? false),
    texts,
    sheets: {
      data: sheet('data', 3, 1),
      annex: sheet('annex', 12, 4),
      conditionalFormats: sheet('conditionalFormats', 5, 2),
      pivot: sheet('pivot', 6, 3),
      formulas: sheet('formulas', 8, 5),
      layout: sheet('layout', 9, 7),
      hidden: sheet('hidden', 10, 8, 'hidden'),
      veryHidden: sheet('veryHidden', 11, 6, 'veryHidden'),
    },
  };
}
