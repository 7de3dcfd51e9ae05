import { patchedAnnexes } from '../../../src/app/engine/patched-annexes';
import { AnnexReading, readAnnexes } from '../../../src/engine/annex/reading';
import { recognise } from '../../../src/engine/annex/recognise';
import { RULES } from '../../../src/engine/rules';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { StatementCache } from '../../../src/engine/quantity';
import { AnnexRun } from '../../../src/engine/review/annex-run';
import { findingText } from '../../../src/engine/review/messages';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { parseAddress, toAddress } from '../../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { drawTable } from '../../support/annexes/drawn-table';

/** Three projects with their indicators as rows, all in order. */
const ROWS = `
t 2023年度项目支出绩效自评明细表
> 单位名称|项目名称|预算数|执行数|执行率|一级指标|二级指标|三级指标|指标值|完成值|分值|得分|偏差原因|自评总分
. 甲中心|古树保护|80|78.4|98%|产出指标|数量指标|挂牌古树|≥260株|268株|30|30||99.8
. ||||||质量指标|复壮成活率|≥95%|97%|20|20||
. |||||效益指标|生态效益指标|巡护覆盖率|≥90%|94%|30|30||
. |||||满意度指标|服务对象满意度|村民满意度|≥90%|93%|10|10||
. 甲中心|苗木繁育|45|44.1|98%|产出指标|数量指标|繁育苗木|≥12万株|12.6万株|30|30||99.8
. ||||||质量指标|苗木合格率|≥92%|95%|20|20||
. |||||效益指标|经济效益指标|带动增收|≥60万元|66万元|30|30||
. |||||满意度指标|服务对象满意度|农户满意度|≥88%|91%|10|10||
. 乙中心|病虫防治|36|36|100%|产出指标|数量指标|防治面积|≥3.2万亩|3.3万亩|30|30||100
. ||||||时效指标|防治时间|6月底前|6月20日|20|20||
. |||||效益指标|社会效益指标|发布预报|≥18期|19期|30|30||
. |||||满意度指标|服务对象满意度|农户满意度|≥90%|96%|10|10||`;

const { sheet: CLEAN } = drawTable({ name: '', year: null, unit: null, fields: '-', rows: ROWS.trim() });

function changed(changes: Readonly<Record<string, CellValue>>): SheetSnapshot {
  const values = CLEAN.values.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes)) {
    const { row, column } = parseAddress(address)!;
    values[row]![column] = value;
  }
  return { ...CLEAN, values };
}

function loudIn(sheet: SheetSnapshot): (readonly [string, string, string | null, string])[] {
  return readAnnexes(sheet)
    .flatMap((annex) => reviewAnnex(annex).findings)
    .filter(({ severity }) => severity !== 'info')
    .map((finding) => [
      finding.rule,
      toAddress(finding.cell.row, finding.cell.column),
      finding.project,
      findingText(finding, 'zh-CN'),
    ]);
}

test('a table in order raises no alarm', () => {
  expect(loudIn(CLEAN)).toEqual([]);
});

describe('a fault in a row is said of its project, with the name of the indicator', () => {
  const cases: readonly (readonly [
    string,
    Readonly<Record<string, CellValue>>,
    readonly (readonly [rule: string, cell: string, project: string, says: string])[],
  ])[] = [
    [
      'more points than there are',
      { L4: 21, N3: 100.8 },
      [['score-over-weight', 'L4', '古树保护', '“复壮成活率”：得分 21 超过分值 20。请核对得分和分值。']],
    ],
    ['no result in a further row', { J9: null }, [['result-missing', 'J9', '苗木繁育', '带动增收']]],
    [
      'a miss without a reason, at full points',
      { J13: '15期' },
      [
        ['result-below-target', 'J13', '病虫防治', '发布预报'],
        ['score-not-proportional', 'L13', '病虫防治', '发布预报'],
      ],
    ],
    [
      'weights that make less than there are',
      { K8: 15, L8: 15, N7: 94.8 },
      [
        [
          'weight-sum-not-100',
          'K7',
          '苗木繁育',
          '各项分值合计为 85（繁育苗木 30 + 苗木合格率 15 + 带动增收 30 + 农户满意度 10），应为 100。请核对各指标分值。',
        ],
      ],
    ],
  ];
  test.each(cases)('%s', (_, changes, expected) => {
    const found = loudIn(changed(changes));
    expect(found.map(([rule, cell, project]) => [rule, cell, project])).toEqual(
      expected.map(([rule, cell, project]) => [rule, cell, project]),
    );
    found.forEach(([, , , text], i) => expect(text).toContain(expected[i]![3]));
  });

  test('a project without a row for satisfaction, where others have one', () => {
    const values = CLEAN.values.filter((_, row) => row !== 5);
    const found = loudIn({ ...CLEAN, values, rowCount: values.length });
    expect(found.map(([rule, cell]) => [rule, cell])).toContainEqual(['dimension-missing', 'B3']);
  });

  test('levels of another name may be any level', () => {
    const found = loudIn(changed({ F6: '其他指标', G6: '群众评价' }));
    expect(found.filter(([rule]) => rule === 'dimension-missing')).toEqual([]);
  });

  test('whether the table has a level is said where all of its levels are known', () => {
    const notes = (second: string): readonly string[] => {
      const rows = [4, 8, 12].flatMap((row) => [`F${row + 1}`, `G${row + 1}`, `F${row + 2}`, `G${row + 2}`]);
      const levels = rows.map(
        (cell, i) => [cell, ['产出指标', '数量指标', '满意度指标', second][i % 4]!] as const,
      );
      return readAnnexes(changed(Object.fromEntries(levels)))
        .flatMap((annex) => reviewAnnex(annex).findings)
        .filter(({ rule }) => rule === 'dimension-missing')
        .map(({ message }) => message);
    };
    expect(notes('服务对象满意度')).toEqual(['noBenefit']);
    const other = changed({
      F5: '履职效果',
      G5: '履职成效',
      F9: '产出指标',
      G9: '数量指标',
      F13: '产出指标',
      G13: '数量指标',
    });
    expect(
      readAnnexes(other)
        .flatMap((annex) => reviewAnnex(annex).findings)
        .filter(({ message }) => message === 'noBenefit'),
    ).toEqual([]);
  });

  test('points printed behind a level are a rule of the place', () => {
    const odd = { K3: 20, L3: 20, K5: 40, L5: 40 };
    const said = (changes: Readonly<Record<string, CellValue>>) =>
      readAnnexes(changed(changes))
        .flatMap((annex) => reviewAnnex(annex).findings)
        .filter(({ rule }) => rule === 'level1-weight-off');
    expect(said(odd)).toHaveLength(1);
    expect(said({ ...odd, F3: '产出指标（40分）', F5: '效益指标（40分）' })).toEqual([]);
  });
});

test('in portions the same is said', () => {
  const [annex] = readAnnexes(changed({ L4: 21, J9: null, J13: '15期' }));
  const run = new AnnexRun(annex!, RULES, DEFAULT_PROFILE);
  const portions = annex!.projects.map((_, i) => ({ from: i, to: i + 1 }));
  run.takeFacts(
    structuredClone(run.useFacts(portions.map((portion) => structuredClone(run.facts(portion))))),
  );
  const looks = portions.map((portion) => structuredClone(run.look(portion)));
  run.takeLearnt(structuredClone(run.useLooks(looks)));
  const again = portions.map((portion) => structuredClone(run.lookAgain(portion)));
  expect(run.review(looks, again).findings).toEqual(reviewAnnex(annex!).findings);
});

test('the annex is plain: a copy is read as it is', () => {
  const [annex] = recognise(CLEAN);
  const copy = structuredClone(annex!);
  expect(copy).toEqual(annex);
  const kinds = new AnnexReading(copy, CLEAN)
    .projects()
    .map(({ indicators }) => indicators.map(({ kind }) => kind));
  expect(kinds).toEqual([
    ['quantity', 'quality', 'ecological', 'satisfaction'],
    ['quantity', 'quality', 'economic', 'satisfaction'],
    ['quantity', 'timeliness', 'social', 'satisfaction'],
  ]);
});

describe('an edit in a further row', () => {
  const patched = (changes: Readonly<Record<string, CellValue>>, row: number) => {
    const after = changed(changes);
    const statements = new StatementCache();
    const before = readAnnexes(CLEAN, statements);
    return { after, result: patchedAnnexes(before, CLEAN, after, [{ first: row, last: row }], statements) };
  };

  test('is one of its project', () => {
    const { after, result } = patched({ J9: '50万元' }, 8);
    expect(result?.touched.map((touched) => [...touched])).toEqual([[1]]);
    const findings = result!.annexes.flatMap((annex) => reviewAnnex(annex).findings);
    expect(findings).toEqual(readAnnexes(after).flatMap((annex) => reviewAnnex(annex).findings));
    expect(findings.map(({ rule }) => rule)).toContain('result-below-target');
  });

  test('that makes another kind of it has the table recognised anew', () => {
    expect(patched({ G8: '时效指标' }, 7).result).toBeNull();
  });

  test('that leaves nothing of it has the table recognised anew', () => {
    expect(patched({ H9: null, I9: null, J9: null }, 8).result).toBeNull();
  });
});
