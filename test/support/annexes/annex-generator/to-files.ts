import { columnLetters, toAddress, type CellRange } from '../../../../src/engine/sheet/address';
import { isCellError } from '../../../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import { buildXlsx, type BuilderCell } from '../../xlsx/xlsx-builder';
import type { PlantedFault } from './faults';
import type { PlantedAnnex } from './generate';

/** A generated annex as a workbook, and what is known about it as a JSON value with A1 addresses. */
export function toFiles(made: PlantedAnnex): { readonly xlsx: Uint8Array; readonly truth: unknown } {
  return { xlsx: workbookOf(made.sheet), truth: truthOf(made) };
}

function workbookOf(sheet: SheetSnapshot): Uint8Array {
  const above = Array.from({ length: sheet.firstRow }, (): BuilderCell[] => []);
  const before = Array<null>(sheet.firstColumn).fill(null);
  const formats: Record<string, string> = {};
  const formulas: Record<string, string> = {};
  sheet.values.forEach((values, r) =>
    values.forEach((value, c) => {
      const address = toAddress(sheet.firstRow + r, sheet.firstColumn + c);
      const format = sheet.numberFormats[r]?.[c] ?? 'General';
      const formula = sheet.formulas[r]?.[c];
      if (format !== 'General') formats[address] = format;
      if (formula && !isCellError(value)) formulas[address] = formula;
    }),
  );
  return buildXlsx({
    sheets: [
      {
        name: '自评表',
        rows: [...above, ...sheet.values.map((values): BuilderCell[] => [...before, ...values])],
        merges: (sheet.merges ?? []).map(rangeAddress),
        formats,
        formulas,
        hiddenRows: sheet.hiddenRows.map(({ first }) => first),
      },
    ],
  });
}

function rangeAddress({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): string {
  return `${toAddress(firstRow, firstColumn)}:${toAddress(lastRow, lastColumn)}`;
}

function truthOf({ columns, projects, plan, layout, faults }: PlantedAnnex): unknown {
  const project = ({ row, unit, name }: PlantedAnnex['projects'][number]) => ({ row: row + 1, unit, name });
  return {
    annexes: [
      {
        columns: Object.fromEntries([...columns].map(([column, field]) => [columnLetters(column), field])),
        projects: projects.length,
        projectRows: projects.map(({ row }) => row + 1),
        firstProject: project(projects[0]!),
        lastProject: project(projects.at(-1)!),
        moneyUnit: plan.moneyUnit,
        headerRows: layout.headerRows.map((row) => row + 1),
      },
    ],
    faults: faults.map(faultTruth),
  };
}

/** Named by the best rule for it; `what` says it in words. */
function faultTruth({ kind, rules, note, cells }: PlantedFault): unknown {
  const [cell, ...also] = cells.map(({ row, column }) => toAddress(row, column));
  return { kind: rules[0], what: kind, rules, cell, also, ...(note ? { severity: 'info' } : {}) };
}
