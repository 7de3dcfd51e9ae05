import { BUILT_IN_PROFILES, builtInProfile, DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import type { Profile } from '../../../src/engine/profile/profile';
import { EXPECTED_TYPES, PROFILE_PROBLEMS } from '../../../src/engine/profile/profile-problem';
import { profileProblemText } from '../../../src/engine/profile/problem-text';
import { readProfile, readProfileText } from '../../../src/engine/profile/read-profile';

const RULES = ['execution-over-100', 'execution-rate-mismatch', 'total-row'];

/** What is read, or fails. */
function read(json: object): Profile {
  const result = readProfile({ id: 'own', ...json }, RULES);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.profile;
}

/** The problems as "path code {params}". */
function problems(json: unknown): string[] {
  const result = readProfile(json, RULES);
  return 'problems' in result ? result.problems.map(({ path, code }) => `${path} ${code}`) : [];
}

describe('a profile that can be used', () => {
  test('is the general one, with what it changes', () => {
    expect(read({ explainBelow: 0.8, $schema: './profile.schema.json' })).toEqual({
      ...DEFAULT_PROFILE,
      id: 'own',
      name: { 'zh-CN': 'own', en: 'own' },
      explainBelow: 0.8,
    });
  });

  test.each(BUILT_IN_PROFILES.map(({ id }) => id))('extends %s', (id) => {
    expect(read({ extends: id, name: '本县' })).toEqual({
      ...builtInProfile(id)!,
      id: 'own',
      name: { 'zh-CN': '本县', en: '本县' },
    });
  });

  test('may set every setting of a built-in one', () => {
    for (const { id, ...settings } of BUILT_IN_PROFILES)
      expect(read(settings)).toEqual({ ...builtInProfile(id)!, id: 'own' });
  });

  test.each<[string, object, object]>([
    [
      'a name a language',
      { name: { 'zh-CN': '本县', en: 'County' } },
      { name: { 'zh-CN': '本县', en: 'County' } },
    ],
    [
      'a Chinese id',
      { id: '本县-2024' },
      { id: '本县-2024', name: { 'zh-CN': '本县-2024', en: '本县-2024' } },
    ],
    ['rules off', { off: ['total-row'] }, { off: ['total-row'] }],
    ['severities', { severities: { 'total-row': 'info' } }, { severities: { 'total-row': 'info' } }],
    ['no fixed levels', { levelWeights: null, levelWeightsWithCost: null }, { levelWeights: null }],
    [
      'thirds',
      {
        executionWeight: 0,
        levelWeightsWithCost: null,
        levelWeights: { output: 33.3, benefit: 33.3, satisfaction: 33.4 },
      },
      { executionWeight: 0 },
    ],
    [
      'execution of 20 beside free levels',
      { extends: 'sichuan', executionWeight: 20 },
      { executionWeight: 20 },
    ],
    [
      'a gap between bands',
      {
        bands: { achieved: { from: 0.9, to: 1 }, partial: { from: 0.6, to: 0.8 }, not: { from: 0, to: 0.5 } },
      },
      { bands: { achieved: { from: 0.9, to: 1 } } },
    ],
  ])('%s', (_, json, expected) => {
    expect(read(json)).toMatchObject(expected);
  });

  test('is plain data of its own', () => {
    const profile = read({ grades: [{ name: '优', from: 90 }] });
    expect(JSON.parse(JSON.stringify(profile))).toEqual(profile);
    expect(profile).not.toHaveProperty('$schema');
    expect(profile).not.toHaveProperty('extends');
  });
});

/** Documents with what is wrong with them, in both languages. */
const WRONG: [name: string, json: unknown, zh: string[], en: string[]][] = [
  [
    'a list',
    [],
    ['写的是 […]，请改为一组设置 {…}。'],
    ['[…] stands there; give a group of settings {…} instead.'],
  ],
  [
    'nothing',
    null,
    ['写的是 null，请改为一组设置 {…}。'],
    ['null stands there; give a group of settings {…} instead.'],
  ],
  [
    'no id',
    {},
    ['id：缺少这项，请填写文本（写在双引号内）。'],
    ['id: It is missing; give a text in double quotes.'],
  ],
  [
    'a bad id',
    { id: 'a b' },
    ['id："a b" 不能作标识。请只用字母、汉字、数字和“.”“_”“-”，并以字母、汉字或数字开头。'],
    [
      'id: "a b" cannot be an id. Use letters, digits, ".", "_" and "-" only, and begin with a letter or digit.',
    ],
  ],
  [
    'a built-in id',
    { id: 'hubei' },
    ['id："hubei" 是内置口径的标识，请另取一个；要在它的基础上修改，请写在 extends 里。'],
    [
      'id: "hubei" is the id of a built-in profile; choose another one. To change that profile, name it in extends.',
    ],
  ],
  [
    'an unknown key',
    { id: 'own', explainBellow: 0.8 },
    [
      'explainBellow：没有“explainBellow”这项设置。是否想写 explainBelow？可用的有：$schema, id, name, extends, basis, rateDenominator, explainBelow, explainAdjustment, littleSpent, nearlyAllPoints, overshoot, missedCeiling, printedRules, executionWeight, totalWeight, levelWeights, levelWeightsWithCost, bands, grades, scoreTolerance, moneyTolerance, severities, off。',
    ],
    [
      'explainBellow: There is no setting "explainBellow". Did you mean explainBelow? There are: $schema, id, name, extends, basis, rateDenominator, explainBelow, explainAdjustment, littleSpent, nearlyAllPoints, overshoot, missedCeiling, printedRules, executionWeight, totalWeight, levelWeights, levelWeightsWithCost, bands, grades, scoreTolerance, moneyTolerance, severities, off.',
    ],
  ],
  [
    'an unknown key inside',
    { id: 'own', levelWeights: { output: 50, benefit: 30, satisfaction: 10, 满意度: 10 } },
    ['levelWeights.满意度：没有“满意度”这项设置。可用的有：output, cost, benefit, satisfaction。'],
    ['levelWeights.满意度: There is no setting "满意度". There are: output, cost, benefit, satisfaction.'],
  ],
  [
    'an unknown rule',
    {
      id: 'own',
      off: ['total-row', 'execution-over100', 'rule-failed'],
      severities: { 'totals-row': 'info' },
    },
    [
      'severities.totals-row：没有规则 totals-row。是否想写 total-row？规则编号见 docs/rules。',
      'off（第 2 项）：没有规则 "execution-over100"。是否想写 execution-over-100？规则编号见 docs/rules。',
      'off（第 3 项）：没有规则 "rule-failed"。规则编号见 docs/rules。',
    ],
    [
      'severities.totals-row: There is no rule totals-row. Did you mean total-row? The ids are listed in docs/rules.',
      'off (item 2): There is no rule "execution-over100". Did you mean execution-over-100? The ids are listed in docs/rules.',
      'off (item 3): There is no rule "rule-failed". The ids are listed in docs/rules.',
    ],
  ],
  [
    'an unknown profile',
    { id: 'own', extends: 'Hubai' },
    [
      'extends：没有内置口径 "Hubai"。是否想写 hubei？可用的有：mof-2020-10, mof-2021-101, hubei, sichuan, jinan。',
    ],
    [
      'extends: There is no built-in profile "Hubai". Did you mean hubei? There are: mof-2020-10, mof-2021-101, hubei, sichuan, jinan.',
    ],
  ],
  [
    'another word',
    { id: 'own', rateDenominator: 'initialbudget', severities: { 'total-row': 'fatal' } },
    [
      'rateDenominator：不接受 "initialbudget"。是否想写 initialBudget？可用的有：budget, initialBudget。',
      'severities.total-row：不接受 "fatal"。可用的有：error, warning, info。',
    ],
    [
      'rateDenominator: "initialbudget" is not accepted. Did you mean initialBudget? There are: budget, initialBudget.',
      'severities.total-row: "fatal" is not accepted. There are: error, warning, info.',
    ],
  ],
  [
    'percent',
    {
      id: 'own',
      explainBelow: 90,
      explainAdjustment: '20%',
      overshoot: 130,
      bands: { achieved: { from: 80, to: 1 }, partial: { from: 0.6, to: 0.8 }, not: { from: 0, to: 0.6 } },
    },
    [
      'explainBelow：写的是 90，比率请写成小数：0.9。',
      'explainAdjustment：写的是 "20%"，比率请写成小数：0.2。',
      'overshoot：写的是 130，比率请写成小数：1.3。',
      'bands.achieved.from：写的是 80，比率请写成小数：0.8。',
    ],
    [
      'explainBelow: 90 stands there; rates are written as fractions: 0.9.',
      'explainAdjustment: "20%" stands there; rates are written as fractions: 0.2.',
      'overshoot: 130 stands there; rates are written as fractions: 1.3.',
      'bands.achieved.from: 80 stands there; rates are written as fractions: 0.8.',
    ],
  ],
  [
    'out of range',
    { id: 'own', explainBelow: -0.1, overshoot: 0.5, executionWeight: 5000, totalWeight: 0 },
    [
      'explainBelow：-0.1 超出范围，请填写 0 到 1 之间的数字。',
      'overshoot：0.5 超出范围，请填写 1 到 10 之间的数字。',
      'executionWeight：5000 超出范围，请填写 0 到 1000 之间的数字。',
      'totalWeight：0 超出范围，请填写 1 到 1000 之间的数字。',
    ],
    [
      'explainBelow: -0.1 is out of range; give a number from 0 to 1.',
      'overshoot: 0.5 is out of range; give a number from 1 to 10.',
      'executionWeight: 5000 is out of range; give a number from 0 to 1000.',
      'totalWeight: 0 is out of range; give a number from 1 to 1000.',
    ],
  ],
  [
    'wrong types',
    {
      id: 1,
      name: 2,
      basis: '财预〔2020〕10号',
      explainBelow: '0.9',
      levelWeights: 50,
      grades: {},
      severities: [],
      bands: null,
    },
    [
      'id：写的是 1，请改为文本（写在双引号内）。',
      'name：写的是 2，请改为文本，或含 zh-CN 和 en 的一组文本。',
      'basis：写的是 "财预〔2020〕10号"，请改为列表 […]。',
      'explainBelow：写的是 "0.9"，请改为数字（不加引号和单位）。',
      'levelWeights：写的是 50，请改为一组设置 {…} 或 null。',
      'bands：写的是 null，请改为一组设置 {…}。',
      'grades：写的是 {…}，请改为列表 […]。',
      'severities：写的是 […]，请改为一组设置 {…}。',
    ],
    [
      'id: 1 stands there; give a text in double quotes instead.',
      'name: 2 stands there; give a text, or a group with one for zh-CN and one for en instead.',
      'basis: "财预〔2020〕10号" stands there; give a list […] instead.',
      'explainBelow: "0.9" stands there; give a number without quotes and units instead.',
      'levelWeights: 50 stands there; give a group of settings {…} or null instead.',
      'bands: null stands there; give a group of settings {…} instead.',
      'grades: {…} stands there; give a list […] instead.',
      'severities: […] stands there; give a group of settings {…} instead.',
    ],
  ],
  [
    'missing parts',
    {
      id: 'own',
      name: { en: 'County' },
      grades: [{ name: '优' }],
      levelWeightsWithCost: { output: 60, benefit: 20, satisfaction: 10 },
    },
    [
      'name.zh-CN：缺少这项，请填写文本（写在双引号内）。',
      'levelWeightsWithCost.cost：缺少这项，请填写数字（不加引号和单位）。',
      'grades（第 1 项）.from：缺少这项，请填写数字（不加引号和单位）。',
    ],
    [
      'name.zh-CN: It is missing; give a text in double quotes.',
      'levelWeightsWithCost.cost: It is missing; give a number without quotes and units.',
      'grades (item 1).from: It is missing; give a number without quotes and units.',
    ],
  ],
  [
    'empty and too long',
    { id: 'own', name: '', grades: [], basis: ['字'.repeat(201)] },
    [
      'name：是空的，请填写内容，或删去这项。',
      'basis（第 1 项）：太长，最多 200 个字符或项，请缩短。',
      'grades：是空的，请填写内容，或删去这项。',
    ],
    [
      'name: It is empty; fill it in, or remove the setting.',
      'basis (item 1): It is too long; shorten it to 200 characters or items at most.',
      'grades: It is empty; fill it in, or remove the setting.',
    ],
  ],
];

/** The same, where each setting is right by itself: the published schema cannot tell. */
const WRONG_TOGETHER: typeof WRONG = [
  [
    'bands',
    {
      id: 'own',
      bands: { achieved: { from: 0.8, to: 0.7 }, partial: { from: 0.6, to: 0.9 }, not: { from: 0, to: 0.6 } },
    },
    [
      'bands.achieved：下限 from（0.8）大于上限 to（0.7），请对调或改正。',
      'bands.partial.to：上限 0.9 高于上一档 achieved 的下限 0.8，两档重叠，请改为不超过 0.8。',
    ],
    [
      'bands.achieved: Its from (0.8) is greater than its to (0.7); swap or correct them.',
      'bands.partial.to: 0.9 is above the from of achieved, 0.8: the bands overlap. Make it 0.8 or less.',
    ],
  ],
  [
    'grades',
    {
      id: 'own',
      grades: [
        { name: '优', from: 90 },
        { name: '良', from: 95 },
        { name: '优', from: 95 },
      ],
    },
    [
      'grades（第 2 项）.from：“良”的起始分数 95 应低于前一等级“优”的 90，请按从高到低排列。',
      'grades（第 3 项）.from：“优”的起始分数 95 应低于前一等级“良”的 95，请按从高到低排列。',
      'grades（第 3 项）.name：等级“优”出现了两次，请删去或改名。',
    ],
    [
      'grades (item 2).from: "良" begins at 95, which must be below the 90 of "优" before it; list grades from the best down.',
      'grades (item 3).from: "优" begins at 95, which must be below the 95 of "良" before it; list grades from the best down.',
      'grades (item 3).name: The grade "优" is there twice; remove or rename one.',
    ],
  ],
  [
    'weights',
    {
      id: 'own',
      executionWeight: 20,
      levelWeightsWithCost: { output: 40.1, cost: 10, benefit: 20, satisfaction: 10 },
    },
    [
      'levelWeights：各级分值 90 加执行率分值 executionWeight 20 等于 110，不等于总分值 totalWeight 100。请改正分值；不规定各级分值时写 null。',
      'levelWeightsWithCost：各级分值 80.1 加执行率分值 executionWeight 20 等于 100.1，不等于总分值 totalWeight 100。请改正分值；不规定各级分值时写 null。',
    ],
    [
      'levelWeights: The levels (90) and executionWeight (20) make 110, not totalWeight (100). Correct the points, or write null where the levels have none fixed.',
      'levelWeightsWithCost: The levels (80.1) and executionWeight (20) make 100.1, not totalWeight (100). Correct the points, or write null where the levels have none fixed.',
    ],
  ],
  [
    'an execution above the total',
    { id: 'own', extends: 'sichuan', executionWeight: 120 },
    ['executionWeight：执行率分值 120 大于总分值 totalWeight 100，请改正。'],
    ['executionWeight: 120 is greater than totalWeight, 100; correct one of them.'],
  ],
];

describe('a profile that cannot', () => {
  test.each([...WRONG, ...WRONG_TOGETHER])('%s', (_, json, zh, en) => {
    const result = readProfile(json, RULES);
    if (!('problems' in result)) throw new Error('it was accepted');
    const texts = (locale: 'zh-CN' | 'en') => result.problems.map((one) => profileProblemText(one, locale));
    expect([...texts('zh-CN')].sort()).toEqual([...zh].sort());
    expect([...texts('en')].sort()).toEqual([...en].sort());
  });

  test('its problems are plain data', () => {
    const result = readProfile({ id: 'own', grades: [{ name: '优', from: 'x' }] }, RULES);
    expect(result).toEqual({
      problems: [
        { code: 'wrong-type', path: 'grades[0].from', params: { found: '"x"', expected: 'number' } },
      ],
    });
  });

  test.each<[string, unknown]>([
    ['keys of objects', JSON.parse('{"id":"own","__proto__":{"off":[]},"constructor":1,"toString":2}')],
    ['rules of objects', { id: 'own', off: ['constructor'], severities: { constructor: 'info' } }],
    ['levels', { id: 'own', levelWeights: [50, 30, 10] }],
    ['functions', { id: 'own', name: () => 'x', off: undefined, grades: [Symbol('x')] }],
  ])('nothing throws: %s', (_, json) => {
    expect(problems(json).length).toBeGreaterThan(0);
  });

  test('a file full of mistakes is cut short, quickly', () => {
    const json = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`setting-${i}`, i]));
    const start = performance.now();
    expect(problems({ ...json, off: Array.from({ length: 900 }, (_, i) => `rule-${i}`) })).toHaveLength(50);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the text of a file', () => {
  test('may begin with the mark of an editor', () => {
    expect(readProfileText('\ufeff{"id": "own"}\r\n', RULES)).toMatchObject({ profile: { id: 'own' } });
  });

  test.each([
    [
      '{\n  "id": "own",\n}',
      '第 3 行第 1 个字符处不是有效的 JSON：“}”前面多了一个逗号，请删去逗号。',
      'Line 3, character 1 is no valid JSON: there is a comma too many before "}"; remove the comma.',
    ],
    [
      '{\n  "id"："own"\n}',
      '第 2 行第 7 个字符处不是有效的 JSON：“：”是全角字符，请改为半角。',
      'Line 2, character 7 is no valid JSON: "：" is a full-width character; use the half-width one.',
    ],
    [
      '',
      '第 1 行第 1 个字符处不是有效的 JSON：文件到这里就结束了，请补上缺少的内容或括号。',
      'Line 1, character 1 is no valid JSON: the file ends here; add what is missing, such as a closing bracket.',
    ],
  ])('%j', (source, zh, en) => {
    const result = readProfileText(source, RULES);
    if (!('problems' in result)) throw new Error('it was accepted');
    const [problem] = result.problems;
    expect([profileProblemText(problem!, 'zh-CN'), profileProblemText(problem!, 'en')]).toEqual([zh, en]);
  });
});

test('every kind of problem has a text in both languages, without gaps', () => {
  const slips = [
    'unfinished',
    'full-width',
    'quotes',
    'comment',
    'trailing-comma',
    'missing-comma',
    'percent',
    'other',
  ];
  const names = [
    'line',
    'column',
    'found',
    'allowed',
    'nearest',
    'least',
    'most',
    'fraction',
    'name',
    'from',
    'to',
    'above',
    'limit',
    'levels',
    'execution',
    'sum',
    'total',
    'number',
  ];
  const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
  for (const code of PROFILE_PROBLEMS) {
    for (const expected of EXPECTED_TYPES) {
      for (const slip of slips) {
        for (const locale of ['zh-CN', 'en'] as const) {
          const text = profileProblemText(
            { code, path: 'a[0]', params: { ...params, expected, slip } },
            locale,
          );
          expect(text).not.toMatch(/[{]\w+[}]|undefined/);
          expect(text).toMatch(locale === 'en' ? /\.$/ : /。$/);
          if (locale === 'en') expect(text).not.toMatch(/[，。；：]/);
        }
      }
    }
  }
});

test('no functions are made of text: the content security policy of the pages forbids it', () => {
  const { Function: original } = globalThis;
  const made = jest.fn();
  globalThis.Function = new Proxy(original, {
    construct: (...args) => {
      made();
      return Reflect.construct(...args) as object;
    },
    apply: (...args) => {
      made();
      return Reflect.apply(...args) as object;
    },
  });
  try {
    jest.isolateModules(() => {
      const fresh = require('../../../src/engine/profile/read-profile') as {
        readProfile: typeof readProfile;
      };
      fresh.readProfile({ id: 'own', off: ['total-row'], levelWeights: null }, RULES);
      fresh.readProfile({ id: 'own', off: [1] }, RULES);
    });
  } finally {
    globalThis.Function = original;
  }
  expect(made).not.toHaveBeenCalled();
});
