import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildXlsx, type BuilderCell } from '../support/xlsx/xlsx-builder';
import { annexRows, annexWorkbook, CLEAN, run, temporaryFolder, WRONG_RATE } from './run-command';

const { folder, write } = temporaryFolder();

/** An annex of another title. */
function titled(title: string): Uint8Array {
  const rows: BuilderCell[][] = annexRows([CLEAN]);
  rows[0] = [title];
  return buildXlsx({ sheets: [{ name: '自评表', rows, formats: { 'F4:F40': '0.00%' } }] });
}

const plain = write('plain.xlsx', annexWorkbook(CLEAN));
const wrongRate = write('wrong.xlsx', annexWorkbook(WRONG_RATE));
const hubei = write('hubei.xlsx', titled('湖北省2023年度项目支出绩效自评表'));
const own = write(
  'own.json',
  JSON.stringify({
    id: '本县',
    name: { 'zh-CN': '本县口径', en: 'Our county' },
    explainBelow: 0.99,
    off: ['execution-rate-mismatch', 'total-row'],
    severities: { 'low-execution-unexplained': 'error' },
  }),
);

interface Entry {
  readonly annexes: readonly {
    readonly profile: Record<string, unknown>;
    readonly checks: { readonly off: readonly string[]; readonly checked: readonly string[] };
  }[];
  readonly findings: readonly { readonly rule: string; readonly severity: string }[];
}

async function reviewed(...argv: string[]): Promise<Entry> {
  const { stdout } = await run(['check', ...argv, '--format', 'json']);
  return (JSON.parse(stdout) as { workbooks: Entry[] }).workbooks[0]!;
}

describe('in JSON', () => {
  test.each<[string, string[], object]>([
    ['by itself', [plain], { id: 'mof-2020-10', reason: 'default', evidence: null }],
    ['by its place', [hubei], { id: 'hubei', reason: 'place', evidence: '湖北省' }],
    ['as chosen', [hubei, '--profile', 'sichuan'], { id: 'sichuan', reason: 'chosen', evidence: null }],
    [
      'as chosen, although it is the default',
      [hubei, '--profile', 'mof-2020-10'],
      { id: 'mof-2020-10', reason: 'chosen', evidence: null },
    ],
    ['of a file', [hubei, '--rules', own], { id: '本县', reason: 'chosen', evidence: null }],
  ])('an annex says which profile it was checked with: %s', async (_, argv, profile) => {
    expect((await reviewed(...argv)).annexes[0]!.profile).toEqual(profile);
  });

  test('rules that are off are listed, and not among those checked', async () => {
    const before = await reviewed(wrongRate);
    expect(before.findings.map(({ rule }) => rule)).toContain('execution-rate-mismatch');
    expect(before.annexes[0]!.checks.off).toEqual([]);
    const { annexes, findings } = await reviewed(wrongRate, '--rules', own);
    expect(annexes[0]!.checks.off).toEqual(['execution-rate-mismatch', 'total-row']);
    expect(annexes[0]!.checks.checked).not.toContain('execution-rate-mismatch');
    expect(findings.map(({ rule }) => rule)).not.toContain('execution-rate-mismatch');
  });
});

describe('as text', () => {
  test.each<[string, string[], string | null]>([
    ['not for the default', [plain], null],
    ['for a place', [hubei], '口径：湖北（20+80），依据“湖北省”'],
    ['for a place, in English', [hubei, '--locale', 'en'], 'profile: Hubei (20 + 80), told by "湖北省"'],
    ['as chosen', [plain, '--profile', 'jinan'], '口径：济南，由命令指定'],
    ['of a file', [plain, '--rules', own, '--locale', 'en'], 'profile: Our county, as chosen'],
  ])('a line names the profile: %s', async (_, argv, line) => {
    const { stdout } = await run(['check', ...argv]);
    const lines = stdout.split('\n').filter((one) => / (口径：|profile: )/.test(one));
    expect(lines).toEqual(line === null ? [] : [`${argv[0]}!自评表!A1:H4 ${line}`]);
  });

  test('not for a table that is no self-evaluation', async () => {
    const goals = [
      ['湖北省2024年项目绩效目标表'],
      ['序号', '项目名称', '总体目标', '数量指标'],
      [1, '河道巡查', '完成巡查', '巡查≥40次'],
    ];
    const file = write('goals.xlsx', buildXlsx({ sheets: [{ rows: goals }] }));
    expect((await run(['check', file])).stdout).not.toContain(' 口径：');
    expect((await reviewed(file)).annexes[0]!.profile).toMatchObject({ id: 'hubei', reason: 'place' });
  });
});

describe('a file that cannot be used', () => {
  mkdirSync(join(folder, 'a-folder'));
  const cases: [name: string, content: string | Uint8Array | null, zh: string[], en: string[]][] = [
    [
      'missing.json',
      null,
      ['找不到这个文件。请检查 --rules 后面的路径。'],
      ['No such file. Check the path behind --rules.'],
    ],
    [
      'a-folder',
      null,
      ['这不是文件。请在 --rules 后面写口径文件（JSON）。'],
      ['This is no file. Name the JSON file of the profile behind --rules.'],
    ],
    [
      'large.json',
      ' '.repeat(300_000),
      ['文件过大，不像口径文件（最大 256 KB）。请确认选对了文件。'],
      ['The file is too large for a profile (256 KB at most). Check that it is the right file.'],
    ],
    [
      'gbk.json',
      Buffer.from([0x7b, 0x22, 0xbf, 0xda, 0xbe, 0xb6]),
      ['文件不是 UTF-8 文本。请确认选对了文件，或另存为 UTF-8 编码。'],
      ['The file is no text in UTF-8. Check that it is the right file, or save it as UTF-8.'],
    ],
    [
      'comma.json',
      '{\n  "id": "own",\n}\n',
      ['第 3 行第 1 个字符处不是有效的 JSON：“}”前面多了一个逗号，请删去逗号。'],
      ['Line 3, character 1 is no valid JSON: there is a comma too many before "}"; remove the comma.'],
    ],
    [
      'two.json',
      '{"id": "own", "explainBelow": 90, "off": ["total-rows"]}',
      [
        'explainBelow：写的是 90，比率请写成小数：0.9。',
        'off（第 1 项）：没有规则 "total-rows"。是否想写 total-row？规则编号见 docs/rules。',
      ],
      [
        'explainBelow: 90 stands there; rates are written as fractions: 0.9.',
        'off (item 1): There is no rule "total-rows". Did you mean total-row? The ids are listed in docs/rules.',
      ],
    ],
  ];

  test.each(cases)('%s: nothing is reviewed', async (name, content, zh, en) => {
    const path = content === null ? join(folder, name) : write(name, content);
    const head = {
      'zh-CN': '：口径文件不能使用，没有进行审核。',
      en: ': the profile cannot be used, nothing was reviewed.',
    };
    for (const [locale, lines] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      const argv = ['check', plain, '--rules', path, '--locale', locale, '--format', 'json', '--quiet'];
      const stderr = [`${path}${head[locale]}`, ...lines.map((line) => `  ${line}`), ''].join('\n');
      expect(await run(argv)).toEqual({ status: 2, stdout: '', stderr });
    }
  });

  test('what stands in it breaks no line and moves no cursor', async () => {
    const path = write('odd.json', JSON.stringify({ id: 'own', 'a\n\u001b[2Jb': 1 }));
    const { stderr } = await run(['check', plain, '--rules', path]);
    expect(stderr.split('\n')).toHaveLength(3);
    expect(stderr).not.toContain('\u001b');
  });
});
