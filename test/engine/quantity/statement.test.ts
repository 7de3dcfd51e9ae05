import {
  applyReplacements,
  parseStatement,
  readOperator,
  StatementCache,
} from '../../../src/engine/quantity';

describe('grades', () => {
  test.each([
    ['已完成', 'achieved'],
    ['按期完成并通过验收', 'achieved'],
    ['达成预期指标', 'achieved'],
    ['合格', 'achieved'],
    ['基本完成管网改造', 'partial'],
    ['部分达成', 'partial'],
    ['招标正在进行，其余已完成', 'partial'],
    ['未完成', 'not'],
    ['部分完成，尚未验收', 'not'],
    ['无未完成事项', null],
    ['计划完成时间', null],
    ['按期完工率', null],
    ['有效提升', 'vague'],
    ['持续推进', 'vague'],
    ['已完成，效果良好', 'achieved'],
    ['优', 'vague'],
    ['优化流程', null],
    ['未发生', null],
    ['87%', null],
  ])('%s', (text, expected) => expect(parseStatement(text).quality).toBe(expected));

  test('the span is that of the word', () => {
    const { text, qualitySpan } = parseStatement('管网改造基本完成。');
    expect(text.slice(qualitySpan!.start, qualitySpan!.end)).toBe('基本完成');
  });
});

describe('inequalities', () => {
  test.each(['≥12人', '＞12人', '88%以上', ' 不低于88%。', '达88%以上', '》88%', '7天内'])(
    '%s is one',
    (text) => expect(parseStatement(text).isInequality).toBe(true),
  );
  test.each(['88%', '=88%', '达到88%', '出勤率≥88%', '≥12人，≥3次', '', '12人'])('%s is none', (text) =>
    expect(parseStatement(text).isInequality).toBe(false),
  );
});

describe('names of rates', () => {
  test.each(['抽检合格率', '学员满意度', '设施完好率。', '覆盖率（%）', '确保及时率', '及时（按期）开工率'])(
    '%s is one',
    (text) => expect(parseStatement(text).namesRate).toBe(true),
  );
  test.each(['工作效率', '巡查频率', '提高入学率', '有效提升覆盖率', '入学率≥98%', '维修及时性', '率先', ''])(
    '%s is none',
    (text) => expect(parseStatement(text).namesRate).toBe(false),
  );
});

describe('placeholders, negation and words for all', () => {
  test.each(['', '  ', '-', '――', '—', '/', '无', '0', '……', '...', '*', '不涉及'])(
    '%p says nothing',
    (text) => expect(parseStatement(text).placeholder).toBe(true),
  );
  test.each(['完成', '00', '10', '无事故'])('%s says something', (text) =>
    expect(parseStatement(text).placeholder).toBe(false),
  );
  test.each(['无较大事故', '未发生舆情', '0起', '零投诉', '运行平稳，无中断', '≤0次', '杜绝浪费', '无'])(
    '%s negates',
    (text) => expect(parseStatement(text).negated).toBe(true),
  );
  test.each(['无线覆盖', '无人机巡查', '不低于5次', '≥0次', '0%', '没有完成', '无纸化办公'])(
    '%s does not',
    (text) => expect(parseStatement(text).negated).toBe(false),
  );
  test.each([
    ['管道全覆盖', true],
    ['全部发放', true],
    ['未全部发放', false],
    ['发放', false],
  ])('%s', (text, expected) => expect(parseStatement(text).universal).toBe(expected));
});

describe('traps', () => {
  const traps = (text: string) =>
    parseStatement(text).operatorTraps.map(
      ({ kind, span, replacement }) => `${kind} ${text.slice(span.start, span.end)}→${replacement}`,
    );

  test.each([
    ['家长满意度》92%', ['typo 》→≥'], '家长满意度≥92%'],
    ['》=92%', ['typo 》=→≥'], '≥92%'],
    ['》 92%', ['typo 》→≥'], '≥ 92%'],
    ['〉12次', ['typo 〉→>'], '>12次'],
    ['《7天', ['typo 《→≤'], '≤7天'],
    ['〈7天', ['typo 〈→<'], '<7天'],
    ['═92%', ['typo ═→='], '=92%'],
    ['二92%', ['typo 二→='], '=92%'],
    ['到课率二92%', ['typo 二→='], '到课率=92%'],
    ['≧92%', ['variant ≧→≥'], '≥92%'],
    ['≦92%', ['variant ≦→≤'], '≤92%'],
    ['＞=92%', ['variant ＞=→≥'], '≥92%'],
    ['>=92%', ['variant >=→≥'], '≥92%'],
    ['＞92%', ['variant ＞→>'], '>92%'],
    ['＜92%', ['variant ＜→<'], '<92%'],
    ['＝92%', ['variant ＝→='], '=92%'],
    ['９２％', ['fullwidth ９２％→92%'], '92%'],
    ['92％', ['fullwidth ％→%'], '92%'],
    ['》９２．５%', ['typo 》→≥', 'fullwidth ９２．５→92.5'], '≥92.5%'],
    ['误差《2%，及格率》80%', ['typo 《→≤', 'typo 》→≥'], '误差≤2%，及格率≥80%'],
    ['≥92%', [], '≥92%'],
    ['落实《条例》100%', [], '落实《条例》100%'],
    ['印发《手册》30份', [], '印发《手册》30份'],
    ['《2023年指南》12册', [], '《2023年指南》12册'],
    ['完成二十场', [], '完成二十场'],
    ['二期', [], '二期'],
    ['投入》产出', [], '投入》产出'],
  ])('%s', (text, expected, corrected) => {
    expect(traps(text)).toEqual(expected);
    expect(applyReplacements(text, parseStatement(text).operatorTraps)).toBe(corrected);
    expect(parseStatement(corrected).operatorTraps).toEqual([]);
  });

  test('correcting does not change what is read', () => {
    const text = '覆盖率》９２％；缺勤《3次';
    const { quantities, operatorTraps } = parseStatement(text);
    const again = parseStatement(applyReplacements(text, operatorTraps)).quantities;
    expect(again.map(({ operator, value }) => [operator, value])).toEqual(
      quantities.map(({ operator, value }) => [operator, value]),
    );
  });
});

test.each([
  ['≥', { operator: '≥', trap: null }],
  ['≧', { operator: '≥', trap: 'variant' }],
  [' 》 ', { operator: '≥', trap: 'typo' }],
  ['═', { operator: '=', trap: 'typo' }],
  ['不低于', { operator: '≥', trap: null }],
  ['以上', { operator: '≥', trap: null }],
  ['定性', null],
  ['', null],
  ['≥5', null],
])('an operator that stands alone: %p', (text, expected) => expect(readOperator(text)).toEqual(expected));

test('equal texts are read once', () => {
  const cache = new StatementCache();
  expect(cache.parse('≥12人')).toBe(cache.parse('≥12人'));
  expect(cache.parse('≥12人')).not.toBe(cache.parse('≥13人'));
});

describe('StatementCache', () => {
  it('reads a text once that comes again soon', () => {
    const cache = new StatementCache();
    expect(cache.parse('120人')).toBe(cache.parse('120人'));
  });

  it('keeps from workbook to workbook what is asked for again, and lets go of the rest', () => {
    const cache = new StatementCache();
    const [asked, forgotten] = [cache.parse('120人'), cache.parse('95%')];
    for (let workbook = 0; workbook < 4; workbook++) {
      cache.startWorkbook();
      expect(cache.parse('120人')).toBe(asked);
      for (let i = 0; i < 20_000; i++) cache.parse(`第${workbook}批${i}件`);
    }
    expect(cache.parse('95%')).not.toBe(forgotten);
    expect(cache.parse('95%').quantities).toEqual(forgotten.quantities);
  });

  it('keeps nothing of a workbook with very many texts', () => {
    const cache = new StatementCache();
    const before = cache.parse('120人');
    for (let i = 0; i < 50_000; i++) cache.parse(`第${i}件`);
    cache.startWorkbook();
    expect(cache.parse('120人')).not.toBe(before);
  });
});
