import { toAddress, toRangeAddress } from '../../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { Canvas } from '../annexes/form-generator/canvas';
import { formContent } from '../annexes/form-generator/content';
import type { FormContent, FormOptions } from '../annexes/form-generator/model';
import { ministry, pointsInLabels } from '../annexes/form-generator/styles/ministry';
import { sichuan } from '../annexes/form-generator/styles/provinces';
import { FormWriter } from '../annexes/form-generator/writer';
import { Random } from '../random';
import { buildXlsx, type BuilderCell, type BuilderSheet } from '../xlsx/xlsx-builder';

/** A form of a workbook, as it was drawn. */
export interface DrawnFormSheet {
  readonly name: string;
  readonly content: FormContent;
  /** 0-based row of its project in the summary. */
  readonly summaryRow: number;
}

/** A workbook as a department hands it in. */
export interface FormsWorkbook {
  readonly bytes: Uint8Array;
  readonly forms: readonly DrawnFormSheet[];
  /** Names of the worksheets in the order of their tabs. */
  readonly names: readonly string[];
  readonly summaryName: string;
  readonly hiddenName: string;
  /** Where the summary says another figure than the form of the project. A1 addresses in the summary. */
  readonly contradictions: readonly string[];
}

const VARIANTS = [ministry, pointsInLabels, sichuan];
const SUMMARY = '项目汇总';
const HIDDEN = '底稿';
const HEADER_ROWS = 3;
const OPTIONS: FormOptions = {
  titled: true,
  marked: true,
  levels: 'merged',
  levelPoints: false,
  template: false,
  parts: false,
  notes: true,
  signatures: true,
  filler: '—',
};

/**
 * Makes a workbook of so many worksheets: a cover, a guide, a wide summary of all projects with four contradictions against
 * their forms, forms of three variants (every third in 元), one of them with a wrong total in every seven, and a hidden draft.
 *
 * @param worksheets at least 12
 */
export function formsWorkbook(worksheets: number, seed = 1): FormsWorkbook {
  const random = new Random(seed * 7919 + 3);
  const names = new Set<string>();
  const drawn = Array.from({ length: worksheets - 4 }, (_, i) => {
    const style = VARIANTS[i % VARIANTS.length]!;
    const moneyUnit = i % 3 === 2 ? ('元' as const) : ('万元' as const);
    const content = formContent({ ...style.needs, moneyUnit }, names, random);
    const canvas = new Canvas(0);
    const stated = i % 7 === 3 ? { ...content, totalScore: round(content.totalScore - 3) } : content;
    style.draw(new FormWriter(canvas, 0, stated, OPTIONS, random));
    return { name: `表${i + 1}`, content: stated, summaryRow: HEADER_ROWS + i, sheet: canvas.sheet(true) };
  });
  const { rows, contradictions } = summaryOf(drawn);
  const draft = drawn[0]!;
  const sheets: BuilderSheet[] = [
    { name: '封面', rows: [['部门预算项目绩效自评材料'], ['编制单位', '市示例局']] },
    {
      name: '填报说明',
      rows: [['填报说明'], ['一、各单位按项目逐张填报自评表。'], ['二、金额单位按表内注明。']],
    },
    { name: SUMMARY, rows },
    ...drawn.map(({ name, sheet }) => asBuilderSheet(name, sheet)),
    { ...asBuilderSheet(HIDDEN, draft.sheet), state: 'hidden' },
  ];
  return {
    bytes: buildXlsx({ sheets }),
    forms: drawn.map(({ name, content, summaryRow }) => ({ name, content, summaryRow })),
    names: sheets.map(({ name }) => name!),
    summaryName: SUMMARY,
    hiddenName: HIDDEN,
    contradictions,
  };
}

/** The rows of the summary, in 万元, as each form says; but for one figure of four projects. */
function summaryOf(forms: readonly { readonly content: FormContent }[]): {
  rows: BuilderCell[][];
  contradictions: string[];
} {
  const contradictions: string[] = [];
  const rows: BuilderCell[][] = [
    ['项目支出绩效自评汇总表'],
    ['单位：万元'],
    ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '自评总分'],
  ];
  forms.forEach(({ content }, i) => {
    const share = content.moneyUnit === '元' ? 10_000 : 1;
    const row = rows.length;
    const differ = (at: number, column: number, figure: number, other: number): number => {
      if (i !== at) return figure;
      contradictions.push(toAddress(row, column));
      return other;
    };
    const budget = content.amounts.get('budget')! / share;
    const actual = content.amounts.get('actual')! / share;
    const statedBudget = round(differ(0, 3, budget, budget + 12));
    const statedActual = round(differ(2, 4, actual, actual * 0.9));
    rows.push([
      i + 1,
      content.unit,
      content.name,
      statedBudget,
      statedActual,
      round(statedActual / statedBudget, 6),
      differ(4, 6, content.totalScore, round(content.totalScore - 6)),
    ]);
    // A second one of the budget, of a form in 元.
    if (i === 5) {
      const own = rows[row]!;
      own[3] = round(budget * 2);
      own[5] = round(statedActual / (budget * 2), 6);
      contradictions.push(toAddress(row, 3));
    }
  });
  return { rows, contradictions };
}

function round(figure: number, digits = 6): number {
  return Number(figure.toFixed(digits));
}

function asBuilderSheet(name: string, sheet: SheetSnapshot): BuilderSheet {
  const formats: Record<string, string> = {};
  const formulas: Record<string, string> = {};
  const rows = sheet.values.map((values, r) =>
    values.map((value, c): BuilderCell => {
      const address = toAddress(r, c);
      const format = sheet.numberFormats[r]![c]!;
      if (format !== 'General') formats[address] = format;
      const formula = sheet.formulas[r]![c];
      if (formula) formulas[address] = formula;
      return value;
    }),
  );
  return { name, rows, formats, formulas, merges: (sheet.merges ?? []).map(toRangeAddress) };
}
