import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { ALL_FIELDS } from '../../../src/engine/annex/all-fields';
import { profileProblemText } from '../../../src/engine/profile/problem-text';
import { readVocabularyText } from '../../../src/engine/vocabulary/read-vocabulary';
import { vocabularyText } from '../../../src/engine/vocabulary/vocabulary-text';
import { vocabularyJsonSchema } from '../../../src/engine/vocabulary/vocabulary-schema';

const DOCS = join(__dirname, '../../../docs');
const published = JSON.parse(readFileSync(join(DOCS, 'vocabulary.schema.json'), 'utf8')) as object;
const accepts = new Ajv2020({ strict: false }).compile(published);

const COLUMNS = [['项目名称'], ['资金', '下达数'], ['资金', '支出数'], ['说明'], ['说明']];
const file = (...corrections: unknown[]): object => ({
  version: 1,
  headers: [{ columns: COLUMNS, corrections }],
});
const GOOD = file({ column: ['资金', '下达数'], field: 'budget' }, { column: ['说明'], nth: 2, field: null });

function problems(json: unknown): string[] {
  const read = readVocabularyText(typeof json === 'string' ? json : JSON.stringify(json));
  return 'problems' in read ? read.problems.map((one) => profileProblemText(one, 'zh-CN')) : [];
}

test('the published schema is the one that files are checked with', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(vocabularyJsonSchema())));
});

test('the example of the page can be used', () => {
  const page = readFileSync(join(DOCS, 'vocabulary.md'), 'utf8');
  const [, example] = /```json\n(.*?)```/s.exec(page)!;
  expect(readVocabularyText(example!)).toMatchObject({ vocabulary: { version: 1 } });
});

test('what is written is read again as it was', () => {
  const read = readVocabularyText(JSON.stringify(GOOD));
  if (!('vocabulary' in read)) throw new Error('it can be used');
  expect(readVocabularyText(vocabularyText(read.vocabulary))).toEqual(read);
});

test('every field has one id', () => {
  expect(new Set(ALL_FIELDS).size).toBe(ALL_FIELDS.length);
  expect(ALL_FIELDS).toEqual(
    expect.arrayContaining([
      'executionRate.received',
      'budget.generalPublic',
      'indicator.quantity.target.adjusted',
      'indicator.level1',
      'group.rate',
    ]),
  );
});

describe('a file that cannot be used says where, what and what to do', () => {
  const at = 'headers（第 1 项）.corrections（第 1 项）';
  test.each<[string, unknown, string]>([
    ['no JSON', '{"version": 1,, "headers": []}', '第 1 行第 15 个字符处不是有效的 JSON：'],
    ['no version', { headers: [] }, 'version：缺少这项，'],
    ['a version to come', { version: 2, headers: [] }, 'version：不接受 2。可用的有：1。'],
    ['no headers', { version: 1 }, 'headers：缺少这项，请填写列表 […]。'],
    [
      'an unknown setting',
      { version: 1, headers: [], header: [] },
      'header：没有“header”这项设置。是否想写 headers？',
    ],
    [
      'an unknown field',
      file({ column: ['说明'], field: 'executionrates' }),
      `${at}.field：没有字段 "executionrates"。是否想写 executionRate？字段标识见 docs/glossary.md；不审核的列写 null。`,
    ],
    [
      'no field',
      file({ column: ['说明'] }),
      `${at}.field：缺少这项，请填写字段标识（写在双引号内）或 null。`,
    ],
    [
      'a column that is a text',
      file({ column: '说明', field: null }),
      `${at}.column：写的是 "说明"，请改为列表 […]。`,
    ],
    [
      'a column that the header has not',
      file({ column: ['资金', '下达书'], field: 'budget' }),
      `${at}.column：表头 columns 中没有“资金 / 下达书”这一列。是否想写 资金 / 下达数？请照表头的写法改正。`,
    ],
    [
      'a column that is not there so often',
      file({ column: ['说明'], nth: 3, field: null }),
      `${at}.column：表头 columns 中没有“说明”这一列。`,
    ],
    [
      'one column twice',
      file({ column: ['说明'], field: null }, { column: ['说 明'], field: 'remarks' }),
      'headers（第 1 项）.corrections（第 2 项）：与第 1 项更正的是同一列，',
    ],
    [
      'a single field twice',
      file({ column: ['资金', '下达数'], field: 'budget' }, { column: ['资金', '支出数'], field: 'budget' }),
      'headers（第 1 项）.corrections（第 2 项）.field：第 1 项已指定 budget，一张表只能有一列，',
    ],
  ])('%s', (_, json, text) => {
    expect(problems(json)).toHaveLength(1);
    expect(problems(json)[0]).toContain(text);
  });

  test.each([
    GOOD,
    { version: 1, headers: [] },
    { version: 2, headers: [] },
    file({ column: [], field: null }),
  ])('schema and program agree: %j', (json) => {
    expect(accepts(json)).toBe(problems(json).length === 0);
  });
});
