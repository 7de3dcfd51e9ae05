import { judge, parseStatement, type IndicatorKind } from '../../../src/engine/quantity';

function verdict(target: string, result: string, kind: IndicatorKind, name?: string): string {
  const { verdict: word, reason } = judge(parseStatement(target), parseStatement(result), kind, name);
  return reason === undefined ? word : `${word} ${reason}`;
}

test.each<[string, string, IndicatorKind, string]>([
  // percentages
  ['≥92%', '93.5%', 'quality', 'met'],
  ['≥92%', '92%', 'quality', 'met'],
  ['≥92%', '91.99%', 'quality', 'short below'],
  ['＞92%', '92%', 'quality', 'short below'],
  ['学员满意度》92%', '满意度为90%', 'satisfaction', 'short below'],
  ['92%', '94%', 'quality', 'met'],
  ['92%', '90%', 'quality', 'short below'],
  ['=92%', '94%', 'quality', 'met'],
  ['≤3%', '2.4%', 'quality', 'met'],
  ['≤3%', '4%', 'quality', 'short above'],
  ['≤3‰', '0.2%', 'quality', 'met'],
  ['≥92%', '93', 'quality', 'met'],
  ['≥92', '93%', 'quality', 'met'],
  ['≥92%', '0.93', 'quality', 'not-comparable'],
  ['≥92%', '1', 'quality', 'not-comparable'],
  ['≥92%', '≥92%', 'quality', 'not-comparable'],
  ['≥92%', '已完成', 'quality', 'not-comparable'],
  ['≥92%', '发放问卷300份，满意度95%', 'satisfaction', 'met'],
  ['≥92%', '增长95%', 'quality', 'not-comparable'],
  ['增长5%', '增长4%', 'economic', 'short below'],
  ['2个百分点', '2%', 'quality', 'not-comparable'],
  // falls: so much less at least, whatever it is of
  ['较上年下降3%', '较上年下降2%', 'social', 'short below'],
  ['较上年下降3%', '较上年下降4%', 'social', 'met'],
  ['节约5万元', '节约3万元', 'cost', 'short below'],
  ['节约5万元', '节约8万元', 'cost', 'met'],
  ['下降3%', '增长2%', 'social', 'short opposite'],
  ['较上年增长3%', '较上年下降5%', 'economic', 'short opposite'],
  ['办事效率提高10%', '办理时间缩短10%', 'social', 'not-comparable'],
  ['能耗下降≤3%', '下降2%', 'ecological', 'met'],
  // so much on either side
  ['500±20人次', '510人次', 'quantity', 'met'],
  ['500±20人次', '480人次', 'quantity', 'met'],
  ['500±20人次', '479人次', 'quantity', 'short below'],
  ['500±20人次', '521人次', 'quantity', 'short above'],
  ['500人次（±5%）', '526人次', 'quantity', 'short above'],
  ['95%±3%', '97%', 'quality', 'met'],
  ['95±3%', '99%', 'quality', 'short above'],
  ['5±2万元', '8万元', 'cost', 'short above'],
  ['5±2万元', '6万元', 'cost', 'met'],
  // words
  ['明显提升', '未提升', 'social', 'short opposite'],
  ['明显提升', '提升不明显', 'social', 'short opposite'],
  ['有效改善', '未得到有效改善', 'social', 'short opposite'],
  ['健全', '不健全', 'sustainability', 'short opposite'],
  ['及时发放', '未及时发放', 'timeliness', 'short opposite'],
  ['提升', '有所下降', 'social', 'short opposite'],
  ['减少', '较上年上升', 'social', 'short opposite'],
  ['明显提升', '不断提升', 'social', 'not-comparable'],
  ['明显提升', '明显提升', 'social', 'not-comparable'],
  ['提升群众满意度', '投诉量下降', 'social', 'not-comparable'],
  ['治安环境明显改善', '全年无明显安全问题', 'social', 'not-comparable'],
  ['确保生产安全', '无安全事故', 'social', 'not-comparable'],
  ['增加农民收入', '未增加农民负担', 'economic', 'not-comparable'],
  ['管理规范', '未发现不规范行为', 'quality', 'not-comparable'],
  ['保持稳定', '不稳定因素全部化解', 'social', 'not-comparable'],
  ['全面提升', '个别未提升，总体提升', 'social', 'not-comparable'],
  ['不增加群众负担', '未增加群众负担', 'social', 'not-comparable'],
  // counts
  ['40个', '42个', 'quantity', 'met'],
  ['40个', '38个', 'quantity', 'short below'],
  ['≥40个', '38', 'quantity', 'short below'],
  ['40', '38', 'quantity', 'short below'],
  ['≥40人', '41名', 'quantity', 'met'],
  ['≥40人', '41人次', 'quantity', 'not-comparable'],
  ['40个', '50家', 'quantity', 'not-comparable'],
  ['40个', '100%', 'quantity', 'not-comparable'],
  ['4-6次', '5次', 'quantity', 'met'],
  ['4-6次', '8次', 'quantity', 'met'],
  ['4-6次', '3次', 'quantity', 'short below'],
  ['43万条', '44万条', 'quantity', 'met'],
  ['43万条', '44', 'quantity', 'met'],
  ['43万条', '425000', 'quantity', 'short below'],
  ['43万条', '7', 'quantity', 'short below'],
  ['≥4.2万', '4.86', 'quantity', 'met'],
  ['≥4.2万', '3.9', 'quantity', 'short below'],
  ['≥42000', '4.86万', 'quantity', 'met'],
  ['≥4.2万', '48600', 'quantity', 'met'],
  ['0起', '2起', 'quality', 'short above'],
  ['0起', '0起', 'quality', 'met'],
  // nothing was to happen
  ['0起', '零事故', 'quality', 'met'],
  ['0起', '未发生', 'quality', 'met'],
  ['零事故', '0起', 'quality', 'met'],
  ['投诉率0%', '未发生投诉', 'quality', 'met'],
  ['0起', '未发生，演练2次', 'quality', 'met'],
  ['0', '开展检查12次，未发生事故', 'quality', 'met'],
  ['零事故', '发生1起', 'quality', 'short above'],
  ['零事故', '1起', 'quality', 'short above'],
  ['零事故', '事故1起', 'quality', 'short above'],
  ['0起', '发生一起', 'quality', 'short above'],
  ['0次', '出现3起中断', 'quality', 'short above'],
  ['0起', '处理投诉3件', 'quality', 'not-comparable'],
  ['零事故', '检查12次', 'quality', 'not-comparable'],
  ['零事故', '12', 'quality', 'not-comparable'],
  ['无重大事故', '未发生重大事故，发生一般事故1起', 'quality', 'not-comparable'],
  ['零事故，按期完工', '未发生事故', 'quality', 'not-comparable'],
  ['零事故', '发生一些小问题', 'quality', 'not-comparable'],
  ['≥0起', '发生1起', 'quality', 'met'],
  ['40余个', '41个', 'quantity', 'not-comparable'],
  ['40余个', '30个', 'quantity', 'short below'],
  ['40个', '40余个', 'quantity', 'met'],
  ['40个', '约41个', 'quantity', 'not-comparable'],
  ['2次/月', '24次', 'quantity', 'not-comparable'],
  ['2次/月', '3次/月', 'quantity', 'met'],
  // physical amounts
  ['≥8公里', '8500米', 'quantity', 'met'],
  ['8公里', '7.5公里', 'quantity', 'short below'],
  ['=8公里', '9公里', 'quantity', 'not-comparable'],
  ['=8公里', '7公里', 'quantity', 'short below'],
  // money
  ['≤70万元', '68.5万元', 'cost', 'met'],
  ['≤70万元', '68.5', 'cost', 'met'],
  ['≤70万元', '705000元', 'cost', 'short above'],
  ['70万元', '71万元', 'cost', 'short above'],
  ['70万元', '65万元', 'cost', 'met'],
  ['70万元', '65万元', 'economic', 'short below'],
  ['70万元', '65万元', 'quantity', 'not-comparable'],
  ['70万元', '70万元', 'quantity', 'met'],
  // money of which one side alone says for what it is paid
  ['人均费用≤0.2万元', '0.26万元', 'cost', 'short above'],
  ['人均费用≤0.2万元', '0.18万元', 'cost', 'met'],
  ['人均费用≤0.2万元', '2600元/人', 'cost', 'short above'],
  ['亩均投入≤0.2万元', '2050元', 'cost', 'short above'],
  ['亩均投入≤0.2万元', '26万元', 'cost', 'not-comparable'],
  ['户均补助≥1800元', '1500元', 'economic', 'short below'],
  ['补助标准≤300元', '320元/人', 'cost', 'short above'],
  ['补助资金≤300元', '320元/人', 'cost', 'not-comparable'],
  ['月均费用≤4000元', '30000元', 'cost', 'not-comparable'],
  ['每户补助≤2000元', '2100美元', 'cost', 'not-comparable'],
  ['≤1500元/亩', '24000元/公顷', 'cost', 'short above'],
  ['≤1500元/亩', '21000元/公顷', 'cost', 'met'],
  // measures of one dimension
  ['≥120亩', '7.2公顷', 'quantity', 'short below'],
  ['≥120亩', '9公顷', 'quantity', 'met'],
  ['≥100亩', '6.67公顷', 'quantity', 'not-comparable'],
  ['≥100亩', '66600平方米', 'quantity', 'not-comparable'],
  ['≥3公顷', '29000平方米', 'quantity', 'short below'],
  ['≥3公顷', '30000平方米', 'quantity', 'met'],
  ['≤500克', '0.6公斤', 'quality', 'short above'],
  ['≥3立方米', '2600升', 'quantity', 'short below'],
  ['≥2TB', '2000GB', 'quantity', 'not-comparable'],
  ['≥2TB', '1800GB', 'quantity', 'short below'],
  // below zero
  ['≤-4%', '-1.5%', 'economic', 'short above'],
  ['≤-4%', '-6%', 'economic', 'met'],
  ['≥-4%', '-6%', 'economic', 'short below'],
  ['≤-4%', '1.5%', 'economic', 'short above'],
  // durations and dates
  ['≤2个月', '70天', 'timeliness', 'short above'],
  ['≤2个月', '60天', 'timeliness', 'not-comparable'],
  ['≤2个月', '62天', 'timeliness', 'not-comparable'],
  ['≤2个月', '8周', 'timeliness', 'met'],
  ['≤半年', '200天', 'timeliness', 'short above'],
  ['≤1年', '365天', 'timeliness', 'not-comparable'],
  ['≤1年', '400天', 'timeliness', 'short above'],
  ['≤40天', '2个月', 'timeliness', 'short above'],
  ['≥40天', '2个月', 'timeliness', 'met'],
  ['≤2个月', '50个工作日', 'timeliness', 'not-comparable'],
  ['7天内', '6天', 'timeliness', 'met'],
  ['7天内', '9天', 'timeliness', 'short above'],
  ['≤2小时', '90分钟', 'timeliness', 'met'],
  ['7个工作日内', '6天', 'timeliness', 'not-comparable'],
  ['60天', '70天', 'timeliness', 'not-comparable'],
  ['≥300天', '310天', 'timeliness', 'met'],
  ['2023年9月底前', '2023年8月15日', 'timeliness', 'met'],
  ['2023年9月底前', '2023年9月', 'timeliness', 'met'],
  ['2023年9月15日前', '2023年9月', 'timeliness', 'not-comparable'],
  ['2023年9月', '2023年10月底', 'timeliness', 'short late'],
  ['2023年9月', '2024年1月5日', 'timeliness', 'short late'],
  ['9月底前', '2023年8月', 'timeliness', 'not-comparable'],
  ['9月底前', '8月', 'timeliness', 'met'],
  ['2023年9月', '2023年10月底前', 'timeliness', 'not-comparable'],
  // several
  ['培训300人，合格率≥92%', '培训310人，合格率93%', 'quantity', 'met'],
  ['培训300人，合格率≥92%', '培训310人，合格率90%', 'quantity', 'short below'],
  ['培训300人，合格率≥92%', '93%', 'quantity', 'not-comparable'],
  ['桌子3张、椅子9张', '桌子3张、椅子9张', 'quantity', 'not-comparable'],
  ['', '', 'quantity', 'not-comparable'],
])('%s ← %s (%s)', (target, result, kind, expected) => expect(verdict(target, result, kind)).toBe(expected));

test('the name of the indicator turns the direction of a bare number', () => {
  expect(verdict('5%', '3%', 'quality', '投诉率')).toBe('not-comparable');
  expect(verdict('5%', '5%', 'quality', '投诉率')).toBe('met');
  expect(verdict('≤5%', '3%', 'quality', '投诉率')).toBe('met');
  expect(verdict('95%', '90%', 'quality', '投诉办结率')).toBe('short below');
});

test('the ratio is that of the amounts in one unit', () => {
  const ratio = (target: string, result: string) =>
    judge(parseStatement(target), parseStatement(result), 'quantity').ratio;
  expect(ratio('≥8公里', '10000米')).toBeCloseTo(1.25);
  expect(ratio('50万元', '50万元')).toBe(1);
  expect(ratio('0起', '2起')).toBeUndefined();
  expect(ratio('40个', '90余个')).toBeUndefined();
});

test.each<[string, string, IndicatorKind, string | undefined]>([
  ['=8台', '9台', 'quantity', 'above'],
  ['=8台', '8台', 'quantity', undefined],
  ['=8台', '7台', 'quantity', undefined],
  ['8台', '9台', 'quantity', undefined],
  ['达到8台', '9台', 'quantity', undefined],
  ['≥8台', '9台', 'quantity', undefined],
  ['=8-9台', '12台', 'quantity', undefined],
  ['=8台', '9台左右', 'quantity', undefined],
  ['=8公里', '9公里', 'quantity', 'above'],
  ['=30天', '34天', 'timeliness', 'above'],
  ['=30天', '26天', 'timeliness', undefined],
  ['=300元/人', '310元/人', 'cost', 'above'],
  ['=300元/人', '290元/人', 'cost', 'below'],
  ['=300元/人', '310元', 'cost', 'above'],
  ['=70万元', '65万元', 'cost', undefined],
  ['=70万元', '71万元', 'cost', 'above'],
  ['=0起', '2起', 'quality', undefined],
])('%s ← %s (%s) lies %s the value that was set', (target, result, kind, expected) =>
  expect(judge(parseStatement(target), parseStatement(result), kind).beside).toBe(expected),
);

test('there is no ratio where the factor between the units is not exact', () => {
  const ratio = (target: string, result: string) =>
    judge(parseStatement(target), parseStatement(result), 'quantity').ratio;
  expect(ratio('≤2个月', '70天')).toBeUndefined();
  expect(ratio('≥120亩', '7.2公顷')).toBeUndefined();
  expect(ratio('≤-4%', '-1%')).toBeUndefined();
  expect(ratio('≥3公顷', '24000平方米')).toBeCloseTo(0.8);
});
