import { readFileSync } from 'node:fs';
import { reviewSheet } from '../../src/engine/review/review-sheet';
import type { Finding } from '../../src/engine/rule/finding';
import { columnLetters, toAddress, toRangeAddress } from '../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { openWorkbookFile } from '../../src/host/file/open-workbook-file';
import { columnSum, mapValues, shifted, withoutMerges, withRow } from '../support/annexes/transform-sheet';
import { corpusFile, withCorpus } from '../support/outside/corpus';

const NAME = '00-longgang-2020-annex.xlsx';
const FILE = corpusFile(NAME);

interface Truth {
  readonly title: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly silent: readonly string[];
  readonly known_problems: readonly { readonly rule: string; readonly cells?: readonly string[] }[];
}

const FIRST = 5;
const LAST = 35;
const RATE = 8;
const ROW_COUNT = LAST - FIRST + 1;

withCorpus([NAME], () => {
  const truth = JSON.parse(readFileSync(FILE.replace(/xlsx$/, 'json'), 'utf8')) as Truth;
  const read = async (): Promise<SheetSnapshot> => (await openWorkbookFile(FILE)).readSheet(0);
  const known = (rule: string): string[] =>
    truth.known_problems.filter((p) => p.rule.startsWith(rule)).flatMap((p) => p.cells ?? []);

  const cellsOf = (findings: readonly Finding[], rule: string): string[] =>
    findings.filter((f) => f.rule === rule).map((f) => toAddress(f.cell.row, f.cell.column));
  const offset = (address: string, rows: number, columns: number): string => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
    const column = [...letters!].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return toAddress(Number(row) - 1 + rows, column + columns);
  };
  const sorted = (cells: readonly string[]): string[] => [...cells].sort();

  test('the published annex is recognised whole', async () => {
    const [reviewed, ...more] = reviewSheet(await read());
    expect(more).toEqual([]);
    const { annex } = reviewed!;
    expect(annex).toMatchObject({
      layout: 'wide',
      title: truth.title,
      year: 2020,
      moneyUnit: '万元',
      headerRows: [2, 4],
      dataRows: [FIRST, LAST],
    });
    expect(toRangeAddress(annex.range)).toBe('A1:AA36');
    expect(Object.fromEntries(annex.places.map(({ line, field }) => [columnLetters(line), field]))).toEqual(
      truth.columns,
    );
    expect(annex.projects).toHaveLength(ROW_COUNT);
    expect(annex.projects.map((p) => p.unit)).toEqual([
      ...Array<string>(10).fill('区政务服务数据管理局（本级）'),
      ...Array<string>(21).fill('区大数据中心'),
    ]);
  });

  test('what a careful reviewer flags is found at its cell, and money stays silent', async () => {
    const { findings } = reviewSheet(await read())[0]!;
    expect(findings.filter((f) => truth.silent.includes(f.rule))).toEqual([]);
    expect(cellsOf(findings, 'satisfaction-no-figure')).toEqual(known('satisfaction-no-figure'));
    expect(cellsOf(findings, 'operator-typo')).toEqual(known('operator-typo'));
    expect(cellsOf(findings, 'operator-variant')).toEqual(known('operator-variant'));
    expect(cellsOf(findings, 'target-over-100')).toEqual(['X9']);
    expect(cellsOf(findings, 'result-partial')).toEqual(['M35']);
    expect(cellsOf(findings, 'result-copies-target')).toEqual(['M9', 'M10']);
    const unquantified = [...known('result-not-quantified'), ...known('result-category-mismatch (rate')];
    expect(sorted(cellsOf(findings, 'result-not-quantified'))).toEqual(sorted(unquantified));
    const missing = findings.filter((f) => f.rule === 'target-missing' && f.severity === 'error');
    expect(cellsOf(missing, 'target-missing')).toEqual(known('target-missing'));
  });

  test.each([
    ['without merges', 0, 0],
    ['without merges, three rows down and two columns right', 3, 2],
  ])('%s: the same recognition and the same findings', async (_, rows, columns) => {
    const before = reviewSheet(await read())[0]!;
    const after = reviewSheet(shifted(withoutMerges(await read()), rows, columns))[0]!;
    const places = (findings: readonly Finding[]): string[] =>
      findings.map((f) => `${f.rule} ${toAddress(f.cell.row, f.cell.column)}`);
    expect(after.annex.places.map(({ line, field }) => [line - columns, field])).toEqual(
      before.annex.places.map(({ line, field }) => [line, field]),
    );
    expect(after.annex.projects.map((p) => [p.row - rows, p.unit, p.name])).toEqual(
      before.annex.projects.map((p) => [p.row, p.unit, p.name]),
    );
    expect(after.annex).toMatchObject({
      title: truth.title,
      year: 2020,
      moneyUnit: '万元',
      headerRows: [2 + rows, 4 + rows],
    });
    expect(places(after.findings)).toEqual(
      before.findings.map((f) => `${f.rule} ${offset(toAddress(f.cell.row, f.cell.column), rows, columns)}`),
    );
  });

  test('rates typed as text are found, and nothing else changes', async () => {
    const sheet = mapValues(await read(), (value, row, column) =>
      column === RATE && row >= FIRST ? `${(Number(value) * 100).toFixed(2)}%` : value,
    );
    const { findings } = reviewSheet(sheet)[0]!;
    const plain = reviewSheet(await read())[0]!.findings;
    expect(cellsOf(findings, 'execution-rate-as-text')).toHaveLength(ROW_COUNT);
    expect(findings.filter((f) => f.rule !== 'execution-rate-as-text')).toHaveLength(plain.length);
  });

  test('a right 合计 row is silent, a wrong one is found at its wrong cell', async () => {
    const sheet = withoutMerges(await read());
    const sums = [3, 4, 5, 6, 7].map((column) => columnSum(sheet, column, FIRST, LAST));
    const right = withRow(sheet, ['合计', null, null, ...sums, 1]);
    const wrong = withRow(sheet, ['合　计', null, null, sums[0]!, sums[1]! + 100, ...sums.slice(2), 1]);
    expect(reviewSheet(right)[0]!.annex.projects).toHaveLength(ROW_COUNT);
    expect(cellsOf(reviewSheet(right)[0]!.findings, 'total-row')).toEqual([]);
    expect(cellsOf(reviewSheet(wrong)[0]!.findings, 'total-row')).toEqual(['E37']);
  });
});
