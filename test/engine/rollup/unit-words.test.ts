import {
  issueList,
  listedFindings,
  unitWords,
  type IssueFinding,
  type UnitWord,
} from '../../../src/engine/rollup';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { annexesIn, asSheet, ISSUE_OPTIONS, TABLE, type AnnexCase } from './rollup-cases';

const CASE = annexesIn(TABLE);
const [STATUS, FEEDBACK, KEY] = [11, 12, 13];

/** The list after somebody typed of the rows whose keys begin so. */
function typed(of: AnnexCase, words: Readonly<Record<string, readonly [number, CellValue]>>): SheetSnapshot {
  const sheet = asSheet(issueList(of.annexes, of.findings, ISSUE_OPTIONS), '问题清单');
  const values = sheet.values.map((row) => {
    const said = Object.entries(words).filter(([key]) => String(row[KEY]).startsWith(key));
    return row.map((cell, c) => said.find(([, [column]]) => column === c)?.[1][1] ?? cell);
  });
  return { ...sheet, values };
}

function wordsIn(list: SheetSnapshot, of: AnnexCase): [IssueFinding, readonly UnitWord[]][] {
  const listed = listedFindings(of.annexes, of.findings, ISSUE_OPTIONS);
  return [...unitWords(listed, list, 'zh-CN')].map(([{ finding }, words]) => [finding, words]);
}

describe('unitWords', () => {
  it('finds nothing in a list that is as we wrote it', () => {
    expect(wordsIn(typed(CASE, {}), CASE)).toEqual([]);
    expect(wordsIn(CASE.sheet, CASE)).toEqual([]);
  });

  it('tells a status and an answer of the finding that they stand beside', () => {
    const said = wordsIn(
      typed(CASE, {
        'result-missing!': [FEEDBACK, ' 年底补测 '],
        'result-not-quantified!': [STATUS, '已说明'],
      }),
      CASE,
    );
    expect(said.map(([{ rule }, words]) => [rule, words])).toEqual([
      ['result-not-quantified', [{ status: '已说明', feedback: '' }]],
      ['result-missing', [{ status: null, feedback: '年底补测' }]],
    ]);
  });

  it('follows the finding to another row, and is gone with it', () => {
    const list = typed(CASE, { 'result-missing!': [FEEDBACK, '年底补测'] });
    const moved = annexesIn([
      ...TABLE.slice(0, 4),
      [0, '市水务处', '清淤', 1, 1, 1, 0, 1, '清淤5处', '5处'],
      ...TABLE.slice(4),
    ]);
    expect(wordsIn(list, moved).map(([{ cell }]) => cell.row)).toEqual([8]);
    const mended = annexesIn(
      TABLE.map((row) => row.map((cell, c) => (row[2] === '水质监测' && c === 9 ? '40次' : cell))),
    );
    expect(wordsIn(list, mended)).toEqual([]);
  });

  it('is the word of all cells of a habit of the unit, and of no other unit', () => {
    const rows = ['甲局', '甲局', '甲局', '乙局'].map((unit, i) => [
      i + 1,
      unit,
      `项目${i + 1}`,
      50,
      50,
      1,
      '≥90%',
      '已完成',
    ]);
    const many = annexesIn([
      ['2024年度项目支出绩效自评情况表'],
      ['单位：万元'],
      ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '满意度指标', null],
      [null, null, null, null, null, null, '指标值', '完成值'],
      ...rows,
    ]);
    const said = wordsIn(typed(many, { 'satisfaction-no-figure!H5!': [FEEDBACK, '统一补测'] }), many);
    expect(said.map(([{ unit, cell }, words]) => [unit, cell.row, words[0]!.feedback])).toEqual([
      ['甲局', 4, '统一补测'],
      ['甲局', 5, '统一补测'],
      ['甲局', 6, '统一补测'],
    ]);
  });
});
