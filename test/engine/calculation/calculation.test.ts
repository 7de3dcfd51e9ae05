import { Calculation } from '../../../src/engine/calculation/calculation';
import { parseAddress } from '../../../src/engine/sheet/address';
import { UNKNOWN_FORMULA, type CellValue, type ErrorCode } from '../../../src/engine/sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';

const formula = (text: string): CellInput => ({ value: UNKNOWN_FORMULA, formula: text });

/** The value of a formula in F1, beside cells from A1 on; `others` are further worksheets. */
function valueOf(
  text: string,
  rows: readonly (readonly CellInput[])[] = [],
  others: SheetSnapshot[] = [],
): CellValue {
  const first = [...(rows[0] ?? [])];
  while (first.length < 5) first.push(null);
  const sheet = buildSheet([[...first, formula(text)], ...rows.slice(1)], { name: '附件' });
  return cellOf([sheet, ...others], 'F1');
}

function cellOf(sheets: readonly SheetSnapshot[], address: string): CellValue {
  const named = (name: string) => sheets.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null;
  const { row, column } = parseAddress(address)!;
  return valueAt(new Calculation(named).calculated(sheets[0]!), row, column);
}

const error = (code: ErrorCode): CellValue => ({ error: code });

describe('what spreadsheets make of it', () => {
  const CELLS: CellInput[][] = [
    [10, 4, '5', '甲', true],
    [null, -2.5, error('#N/A'), '', 0],
    ['1,200', '50%', 0.1, 0.2, 0.3],
  ];
  test.each<[string, CellValue]>([
    ['=1+2*3', 7],
    ['=(1+2)*3', 9],
    ['=-2^2', 4],
    ['=2^3^2', 64],
    ['=10%', 0.1],
    ['=200%%', 0.02],
    ['=A1/B1', 2.5],
    ['=A1/A2', error('#DIV/0!')],
    ['=A1/0', error('#DIV/0!')],
    ['=A1+C1', 15],
    ['=A3+B3', 1200.5],
    ['=A1+D1', error('#VALUE!')],
    ['=A1+E1', 11],
    ['=A1+A2', 10],
    ['=A2', 0],
    ['=D2', ''],
    ['=+D1', '甲'],
    ['=-A2', 0],
    ['=C2+D1', error('#N/A')],
    ['=C3+D3=E3', true],
    ['=0.3-0.1-0.2', 0],
    ['=A1&D1&""&E1', '10甲TRUE'],
    ['=A1>B1', true],
    ['=A2=0', true],
    ['=A2=""', true],
    ['="a"="A"', true],
    ['=D1>A1', true],
    ['=0^0', error('#NUM!')],
    ['=1E300*1E300', error('#NUM!')],
    ['=#REF!+1', error('#REF!')],
    ['=SUM(A1:E1)', 14],
    ['=SUM(A1,C1,"3",TRUE)', 14],
    ['=SUM("甲")', error('#VALUE!')],
    ['=SUM(A1:C2)', error('#N/A')],
    ['=SUM(B:B)', 1.5],
    ['=SUM($B$1:$B$2,A1)', 11.5],
    ['=SUM(G1:Z99)', 0],
    ['=sum(b2:a1)', 11.5],
    ['=AVERAGE(A1:B1)', 7],
    ['=AVERAGE(G1)', error('#DIV/0!')],
    ['=MAX(A1:E1,-1)', 10],
    ['=MIN(G1:G2)', 0],
    ['=ABS(B2)', 2.5],
    ['=ROUND(2.675,2)', 2.68],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUND(1234.5,-2)', 1200],
    ['=ROUND(1.005,2)', 1.01],
    ['=ROUNDUP(2.1,0)', 3],
    ['=ROUNDDOWN(-2.9,0)', -2],
    ['=ROUND(A1/3,4)*100%', 3.3333],
    ['=IF(A1>5,"大","小")', '大'],
    ['=IF(A1<5,1)', false],
    ['=IF(A1<5,1,)', 0],
    ['=IF(D1,1,2)', error('#VALUE!')],
    ['=IF(A2=0,"",A1/A2)', ''],
    ['=IFERROR(A1/A2,0)', 0],
    ['=IFERROR(A1/A2,"")', ''],
    ['=IFERROR(A1/B1,"")', 2.5],
    ['=IFNA(C2,7)', 7],
    [' = SUM( A1 , B1 ) ', 14],
    ['="他说""好"""', '他说"好"'],
  ])('%s', (text, value) => {
    expect(valueOf(text, CELLS)).toEqual(value);
  });
});

test.each([
  '=VLOOKUP(1,A1:B2,2,0)',
  '=A1:A3',
  '=SUM(A1:A3*B1:B3)',
  '=A1:A3+1',
  '=[1]汇总!A1',
  "='[别的.xlsx]汇总'!A1",
  '=没有!A1',
  '=汇总:明细!A1',
  '=预算合计',
  '=表1[预算]',
  '={1,2}',
  '=SUM({1,2})',
  '=A1 B1',
  '=SUM((A1,B1))',
  '=A1#',
  '=@A1',
  '=SUM(R1C1:R2C2)',
  '=R[-1]C+1',
  '=SUM(A1;B1)',
  '=1,5+A1',
  '=A1+',
  '=(A1',
  '=SUM(A1))',
  '="甲',
  '=',
  '=TODAY()-A1',
  '=SUM()',
  '=ROUND(1)',
  '=IF(1)',
  '="2024年5月1日"+1',
  '="甲"<"乙"',
  '=constructor(1)',
  `=${'('.repeat(500)}1${')'.repeat(500)}`,
  `=${'1+'.repeat(5000)}1`,
])('%s is not judged', (text) => {
  expect(valueOf(text, [[1, 2]])).toEqual(UNKNOWN_FORMULA);
});

test('a long sum of terms is calculated', () => {
  expect(valueOf(`=${'1+'.repeat(4000)}1`)).toBe(4001);
});

describe('formulas that need others', () => {
  test('of other worksheets, whatever the case and the quotes of their names', () => {
    const sum = buildSheet([[7, formula('=A1*2')], [formula("='My ''Sheet'!B1+明细!A1")]], {
      name: "My 'Sheet",
    });
    const detail = buildSheet([[formula("=SUM('my ''sheet'!A1:B1)")]], { name: '明细' });
    expect(valueOf("='MY ''SHEET'!A2", [], [sum, detail])).toBe(35);
  });

  test('circles are not judged, nor what leads into them; what stands beside them is', () => {
    const sheet = buildSheet([
      [
        formula('=B1'),
        formula('=C1+1'),
        formula('=A1'),
        formula('=A1+1'),
        formula('=1+1'),
        formula('=SUM(F1:F3)'),
      ],
    ]);
    const values = new Calculation(() => null).calculated(sheet).values[0];
    const unknown = UNKNOWN_FORMULA;
    expect(values).toEqual([unknown, unknown, unknown, unknown, 2, unknown]);
  });

  test('a chain of 100,000 formulas is calculated from either end', () => {
    const length = 100_000;
    const down = Array.from({ length }, (_, row) => [row === 0 ? 1 : formula(`=A${row}+1`)]);
    const up = Array.from({ length }, (_, row) => [row === length - 1 ? 1 : formula(`=A${row + 2}+1`)]);
    expect(cellOf([buildSheet(down)], `A${length}`)).toBe(length);
    expect(cellOf([buildSheet(up)], 'A1')).toBe(length);
  });

  test('what would take too long is not judged', () => {
    const rows = Array.from({ length: 4_000 }, () => [1, formula('=SUM(A:A)')]);
    const { values, calculated } = new Calculation(() => null).calculated(buildSheet(rows));
    expect(values[0]![1]).toBe(4_000);
    expect(values.at(-1)![1]).toEqual(UNKNOWN_FORMULA);
    expect(calculated!.length).toBeLessThan(rows.length);
  });

  test('values that are kept are taken as they are, and which were calculated is told', () => {
    const sheet = buildSheet([[5, { value: 99, formula: '=A1+1' }, formula('=B1+1'), formula('=NOW()')]]);
    const { values, calculated } = new Calculation(() => null).calculated(sheet);
    expect(values).toEqual([[5, 99, 100, UNKNOWN_FORMULA]]);
    expect(calculated).toEqual([{ row: 0, column: 2 }]);
  });
});
