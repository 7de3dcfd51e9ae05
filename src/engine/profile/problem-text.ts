import { fill, type Locale, type Localised } from '../language';
import { LONGEST_MESSAGE, shortened } from '../sheet/shortened';
import type { JsonSlip } from './json-mistake';
import type { ExpectedType, ProfileProblem, ProfileProblemCode } from './profile-problem';

const TEXTS: Readonly<Record<ProfileProblemCode, Localised>> = {
  'not-json': {
    'zh-CN': '第 {line} 行第 {column} 个字符处不是有效的 JSON：{slip}',
    en: 'Line {line}, character {column} is no valid JSON: {slip}',
  },
  'unknown-key': {
    'zh-CN': '没有“{found}”这项设置。{nearest}可用的有：{allowed}。',
    en: 'There is no setting "{found}".{nearest} There are: {allowed}.',
  },
  'unknown-rule': {
    'zh-CN': '没有规则 {found}。{nearest}规则编号见 docs/rules。',
    en: 'There is no rule {found}.{nearest} The ids are listed in docs/rules.',
  },
  'unknown-profile': {
    'zh-CN': '没有内置口径 {found}。{nearest}可用的有：{allowed}。',
    en: 'There is no built-in profile {found}.{nearest} There are: {allowed}.',
  },
  'not-one-of': {
    'zh-CN': '不接受 {found}。{nearest}可用的有：{allowed}。',
    en: '{found} is not accepted.{nearest} There are: {allowed}.',
  },
  missing: { 'zh-CN': '缺少这项，请填写{expected}。', en: 'It is missing; give {expected}.' },
  'wrong-type': {
    'zh-CN': '写的是 {found}，请改为{expected}。',
    en: '{found} stands there; give {expected} instead.',
  },
  'out-of-range': {
    'zh-CN': '{found} 超出范围，请填写 {least} 到 {most} 之间的数字。',
    en: '{found} is out of range; give a number from {least} to {most}.',
  },
  percent: {
    'zh-CN': '写的是 {found}，比率请写成小数：{fraction}。',
    en: '{found} stands there; rates are written as fractions: {fraction}.',
  },
  'bad-id': {
    'zh-CN': '{found} 不能作标识。请只用字母、汉字、数字和“.”“_”“-”，并以字母、汉字或数字开头。',
    en: '{found} cannot be an id. Use letters, digits, ".", "_" and "-" only, and begin with a letter or digit.',
  },
  'id-taken': {
    'zh-CN': '{found} 是内置口径的标识，请另取一个；要在它的基础上修改，请写在 extends 里。',
    en: '{found} is the id of a built-in profile; choose another one. To change that profile, name it in extends.',
  },
  empty: {
    'zh-CN': '是空的，请填写内容，或删去这项。',
    en: 'It is empty; fill it in, or remove the setting.',
  },
  'too-long': {
    'zh-CN': '太长，最多 {most} 个字符或项，请缩短。',
    en: 'It is too long; shorten it to {most} characters or items at most.',
  },
  'from-above-to': {
    'zh-CN': '下限 from（{from}）大于上限 to（{to}），请对调或改正。',
    en: 'Its from ({from}) is greater than its to ({to}); swap or correct them.',
  },
  'bands-overlap': {
    'zh-CN': '上限 {to} 高于上一档 {above} 的下限 {from}，两档重叠，请改为不超过 {from}。',
    en: '{to} is above the from of {above}, {from}: the bands overlap. Make it {from} or less.',
  },
  'grades-order': {
    'zh-CN': '“{name}”的起始分数 {from} 应低于前一等级“{above}”的 {limit}，请按从高到低排列。',
    en: '"{name}" begins at {from}, which must be below the {limit} of "{above}" before it; list grades from the best down.',
  },
  'grade-repeated': {
    'zh-CN': '等级“{name}”出现了两次，请删去或改名。',
    en: 'The grade "{name}" is there twice; remove or rename one.',
  },
  'weights-sum': {
    'zh-CN':
      '各级分值 {levels} 加执行率分值 executionWeight {execution} 等于 {sum}，不等于总分值 totalWeight {total}。请改正分值；不规定各级分值时写 null。',
    en: 'The levels ({levels}) and executionWeight ({execution}) make {sum}, not totalWeight ({total}). Correct the points, or write null where the levels have none fixed.',
  },
  'execution-over-total': {
    'zh-CN': '执行率分值 {execution} 大于总分值 totalWeight {total}，请改正。',
    en: '{execution} is greater than totalWeight, {total}; correct one of them.',
  },
  'unknown-field': {
    'zh-CN': '没有字段 {found}。{nearest}字段标识见 docs/glossary.md；不审核的列写 null。',
    en: 'There is no field {found}.{nearest} The ids are listed in docs/glossary.md; write null where the column is not reviewed.',
  },
  'no-such-column': {
    'zh-CN': '表头 columns 中没有“{found}”这一列。{nearest}请照表头的写法改正。',
    en: 'The header has no column "{found}" in its columns.{nearest} Write it as it stands there.',
  },
  'column-repeated': {
    'zh-CN': '与第 {number} 项更正的是同一列，请删去一项；表头文字相同的列用 nth 区分。',
    en: 'Item {number} corrects the same column; remove one of them, or tell columns with the same labels apart by nth.',
  },
  'field-repeated': {
    'zh-CN': '第 {number} 项已指定 {found}，一张表只能有一列，请改正其中一项。',
    en: 'Item {number} gives {found} already, of which a table has one column; correct one of them.',
  },
};

const SLIPS: Readonly<Record<JsonSlip, Localised>> = {
  unfinished: {
    'zh-CN': '文件到这里就结束了，请补上缺少的内容或括号。',
    en: 'the file ends here; add what is missing, such as a closing bracket.',
  },
  'full-width': {
    'zh-CN': '“{found}”是全角字符，请改为半角。',
    en: '"{found}" is a full-width character; use the half-width one.',
  },
  quotes: {
    'zh-CN': '{found} 不能作引号，请改为半角双引号 "。',
    en: '{found} is no quotation mark here; use ".',
  },
  comment: { 'zh-CN': 'JSON 不能写注释，请删去。', en: 'JSON takes no comments; remove it.' },
  'trailing-comma': {
    'zh-CN': '“{found}”前面多了一个逗号，请删去逗号。',
    en: 'there is a comma too many before "{found}"; remove the comma.',
  },
  'missing-comma': {
    'zh-CN': '“{found}”前面缺少逗号，请补上。',
    en: 'a comma is missing before {found}; add it.',
  },
  percent: {
    'zh-CN': '数字后面不能写百分号，请写成小数，如 0.9。',
    en: 'numbers take no percent sign; write a fraction such as 0.9.',
  },
  other: {
    'zh-CN': '这里不应出现“{found}”，请对照 docs 中的示例改正。',
    en: '"{found}" is not expected here; compare with the example in docs.',
  },
};

const EXPECTED: Readonly<Record<ExpectedType, Localised>> = {
  text: { 'zh-CN': '文本（写在双引号内）', en: 'a text in double quotes' },
  number: { 'zh-CN': '数字（不加引号和单位）', en: 'a number without quotes and units' },
  list: { 'zh-CN': '列表 […]', en: 'a list […]' },
  group: { 'zh-CN': '一组设置 {…}', en: 'a group of settings {…}' },
  'group-or-null': { 'zh-CN': '一组设置 {…} 或 null', en: 'a group of settings {…} or null' },
  name: {
    'zh-CN': '文本，或含 zh-CN 和 en 的一组文本',
    en: 'a text, or a group with one for zh-CN and one for en',
  },
  field: { 'zh-CN': '字段标识（写在双引号内）或 null', en: 'the id of a field in double quotes, or null' },
};

const NEAREST: Localised = { 'zh-CN': '是否想写 {nearest}？', en: ' Did you mean {nearest}?' };
const PLACE: Localised = { 'zh-CN': '{path}：{text}', en: '{path}: {text}' };
const ITEM: Localised = { 'zh-CN': '（第 {number} 项）', en: ' (item {number})' };

/** One mistake in a user's profile, in a sentence or two: where it is, what is wrong and what to do. */
export function profileProblemText({ code, path, params }: ProfileProblem, locale: Locale): string {
  return shortened(inPlace(path, sentence(code, params, locale), locale), LONGEST_MESSAGE);
}

function sentence(code: ProfileProblemCode, params: ProfileProblem['params'], locale: Locale): string {
  const { slip, expected, nearest } = params;
  return fill(TEXTS[code][locale], {
    ...Object.fromEntries(
      // What is allowed is a list of ours.
      Object.entries(params).map(([key, text]) => [key, key === 'allowed' ? text : shortened(text)]),
    ),
    ...(slip !== undefined && { slip: fill(SLIPS[slip as JsonSlip][locale], params) }),
    ...(expected !== undefined && { expected: EXPECTED[expected as ExpectedType][locale] }),
    ...(nearest !== undefined && { nearest: nearest === '' ? '' : fill(NEAREST[locale], { nearest }) }),
  });
}

function inPlace(path: string, text: string, locale: Locale): string {
  if (path === '') return text;
  const place = shortened(path).replace(/\[(\d+)\]/g, (_, index: string) =>
    fill(ITEM[locale], { number: String(Number(index) + 1) }),
  );
  return fill(PLACE[locale], { path: place, text });
}
