import type { AnnexView } from '../../../src/engine/annex/annex';
import { readAnnexes } from '../../../src/engine/annex/reading';
import { BUILT_IN_PROFILES } from '../../../src/engine/profile/built-in';
import { chosenProfile, profileFor, ROWS_LOOKED_AT } from '../../../src/engine/profile/choose-profile';
import { findPlace } from '../../../src/engine/profile/find-place';
import { PLACES } from '../../../src/engine/profile/places';
import { buildAnnex, type AnnexInput, type AnnexRow } from '../../support/annexes/annex-builder';
import { buildSheet } from '../../support/annexes/sheet-builder';

const ROW: AnnexRow = { unit: '河务局', budget: 100, actual: 95, executionRate: 0.95 };
const annex = (input: Partial<AnnexInput> = {}): AnnexView => buildAnnex({ rows: [ROW], ...input }).annex;

/** What was chosen, as "id reason evidence". */
function chosen(from: AnnexView): string {
  const { profile, reason, evidence } = profileFor(from);
  return [profile.id, reason, evidence ?? '-'].join(' ');
}

describe('the place', () => {
  test.each([
    ['湖北省2023年度项目支出绩效自评表', 'hubei place 湖北省'],
    ['2023年度黄石市市级项目支出绩效自评表', 'hubei place 黄石市'],
    ['恩施州2023年项目支出绩效自评表', 'hubei place 恩施州'],
    ['2023年四川省省级项目支出绩效自评表', 'sichuan place 四川省'],
    ['四川省成都市2023年项目支出绩效自评表', 'sichuan place 四川省成都市'],
    ['2023 年 成 都 市 项目支出绩效自评表', 'sichuan place 成都市'],
    ['2023年历城区项目支出绩效自评表', 'jinan place 历城区'],
    ['山东省济南市2023年项目支出绩效自评表', 'jinan place 山东省济南市'],
    ['湖北省支援四川省2023年项目支出绩效自评表', 'hubei place 湖北省'],
    ['2023年中江县项目支出绩效自评表', 'sichuan place 中江县'],
    ['成都市部门2023年项目支出绩效自评表', 'sichuan place 成都市'],
    ['航天门市部2023年项目支出绩效自评表', 'mof-2020-10 default -'],
    ['适应城市管理县级资金2023年项目支出绩效自评表', 'mof-2020-10 default -'],
    ['成都路改造2023年项目支出绩效自评表', 'mof-2020-10 default -'],
    ['开拓成都市场2023年项目支出绩效自评表', 'mof-2020-10 default -'],
    ['天桥区域改造2023年项目支出绩效自评表', 'mof-2020-10 default -'],
    ['2023年市中区项目支出绩效自评表', 'mof-2020-10 default -'],
    ['山东省2023年项目支出绩效自评表', 'mof-2020-10 default -'],
    ['对口支援四川省甘孜州2023年项目支出绩效自评表', 'mof-2020-10 default -'],
    ['云南省驻成都市办事处2023年项目支出绩效自评表', 'mof-2020-10 default -'],
    ['驻成都市办事处2023年项目支出绩效自评表', 'mof-2020-10 default -'],
  ])('in the title: %s', (title, expected) => {
    expect(chosen(annex({ title }))).toBe(expected);
  });

  test.each<[string, Partial<AnnexInput>, string]>([
    ['the department', { above: [['部门名称：宜昌市水利局']] }, 'hubei place 宜昌市'],
    ['an entry above', { above: [['主管部门：', '绵阳市教育局']] }, 'sichuan place 绵阳市'],
    ['an entry below', { below: [['填报单位：槐荫区财政局', '填表人：张某']] }, 'jinan place 槐荫区'],
    [
      'the title before the units',
      { title: '广东省2023年项目支出绩效自评表', rows: [{ ...ROW, unit: '武汉市水务局' }] },
      'mof-2020-10 default -',
    ],
    [
      'units that agree',
      { rows: [ROW, { ...ROW, unit: '武汉市水务局' }, { ...ROW, unit: '荆州市水务局' }] },
      'hubei place 武汉市',
    ],
    [
      'units that do not',
      {
        rows: [
          { ...ROW, unit: '武汉市水务局' },
          { ...ROW, unit: '德阳市水务局' },
        ],
      },
      'mof-2020-10 default -',
    ],
    [
      'the name of a project is no place of the annex',
      { rows: [{ ...ROW, projectName: '武汉市推介会' }] },
      'mof-2020-10 default -',
    ],
  ])('in %s', (_, input, expected) => {
    expect(chosen(annex(input))).toBe(expected);
  });

  test('is told by its whole name alone, each of them', () => {
    for (const { profile, names } of PLACES) {
      for (const name of names) {
        expect(findPlace(`2023年${name}财政局`)).toEqual({ profile, name });
        if (name.length === 3) expect(findPlace(`${name.slice(0, -1)}路小学`)).toBeNull();
      }
    }
  });

  test('names one profile that exists, each name once', () => {
    const names = PLACES.flatMap((place) => place.names);
    expect(new Set(names).size).toBe(names.length);
    const ids = new Set(BUILT_IN_PROFILES.map(({ id }) => id));
    for (const { profile } of PLACES) expect(profile === null || ids.has(profile)).toBe(true);
  });

  test('a long text is none', () => {
    expect(findPlace('武汉市'.repeat(80))).toBeNull();
  });
});

describe('the points of the execution', () => {
  const weights = (...points: (number | string | null)[]): AnnexRow[] =>
    points.map((weight) => ({ ...ROW, 'executionRate.weight': weight }));
  const scored = (label: string): Partial<AnnexInput> => ({
    rows: [{ ...ROW, 'executionRate.score': 19 }],
    labels: { 'executionRate.score': label },
  });

  test.each<[string, Partial<AnnexInput>, string]>([
    ['20 in the label', scored('执行率得分（20分*执行率）'), 'hubei weights 执行率得分（20分*执行率）'],
    ['20 as a factor', scored('执行率得分(执行率×20)'), 'hubei weights 执行率得分(执行率×20)'],
    ['10 in the label', scored('执行率得分（10分*执行率）'), 'mof-2020-10 default -'],
    ['120 in the label', scored('执行率得分（120分）'), 'mof-2020-10 default -'],
    ['20 in most rows', { rows: weights(20, 20, 10, '―', null) }, 'hubei weights 执行率分值 20'],
    ['20 as text', { rows: weights('20分') }, 'hubei weights 执行率分值 20'],
    ['20 in half of the rows', { rows: weights(20, 10) }, 'mof-2020-10 default -'],
    ['no weight in any row', { rows: weights('―', null) }, 'mof-2020-10 default -'],
    [
      'a place with the same points',
      { rows: weights(20), title: '湖北省2023年项目支出绩效自评表' },
      'hubei place 湖北省',
    ],
    [
      'a form with other points than the place has',
      { rows: weights(10), title: '湖北省2023年项目支出绩效自评表' },
      'mof-2020-10 default -',
    ],
    [
      'no points beside a place',
      { rows: weights('―'), title: '湖北省2023年项目支出绩效自评表' },
      'hubei place 湖北省',
    ],
  ])('%s', (_, input, expected) => {
    expect(chosen(annex(input))).toBe(expected);
  });

  test('over the money columns', () => {
    const [read] = readAnnexes(
      buildSheet([
        ['2023年度项目支出绩效自评表'],
        ['序号', '项目名称', '预算执行情况（20分）', null, null, '年度绩效目标（80分）'],
        [null, null, '预算数（A）', '执行数（B）', '执行率（B/A）', null],
        [1, '河道巡查', 100, 95, 0.95, '完成巡查'],
      ]),
    );
    expect(chosen(read!)).toBe('hubei weights 预算执行情况（20分）');
  });
});

describe('cost as a first level', () => {
  const indicators: AnnexRow = {
    ...ROW,
    'indicator.quantity.target': '≥3座',
    'indicator.quantity.result': '3座',
    'indicator.cost.target': '≤5万元',
    'indicator.cost.result': '5万元',
    'indicator.social.target': '≥90%',
    'indicator.social.result': '90%',
  };

  test.each<[string, AnnexInput['levels'], string, string]>([
    [
      'beside output and benefit',
      { output: '产出指标（40分）', cost: '成本指标（20分）', benefit: '效益指标（20分）' },
      '2023年度项目支出绩效自评表',
      'mof-2021-101 cost-level 成本指标（20分）',
    ],
    [
      'below output',
      { output: '产出指标', benefit: '效益指标' },
      '2023年度项目支出绩效自评表',
      'mof-2020-10 default -',
    ],
    ['without levels', undefined, '2023年度项目支出绩效自评表', 'mof-2020-10 default -'],
    [
      'in a place, which knows best',
      { output: '产出指标', cost: '成本指标', benefit: '效益指标' },
      '2023年四川省项目支出绩效自评表',
      'sichuan place 四川省',
    ],
  ])('%s', (_, levels, title, expected) => {
    expect(chosen(annex({ rows: [indicators], levels, title }))).toBe(expected);
  });
});

test('a chosen profile is chosen, whatever the annex says', () => {
  const [profile] = BUILT_IN_PROFILES;
  expect(chosenProfile(profile!)).toEqual({ profile, reason: 'chosen', evidence: null });
});

test('only the first rows of a large annex are looked at', () => {
  const base = annex({ rows: [{ ...ROW, 'executionRate.weight': 10 }] });
  const [project] = base.projects;
  let looked = 0;
  const counted = Object.create(project!, {
    unit: {
      get: () => {
        looked++;
        return '河务局';
      },
    },
  }) as typeof project & object;
  const projects = Array.from({ length: 20_000 }, () => counted);
  expect(chosen({ ...base, projects })).toBe('mof-2020-10 default -');
  expect(looked).toBeLessThanOrEqual(ROWS_LOOKED_AT);
});
