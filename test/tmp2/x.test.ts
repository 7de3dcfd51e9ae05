import { buildAnnex } from '../support/annex-builder';
import { parseStatement, judge } from '../../src/engine/annex/quantity';
import { presenceOf } from '../../src/engine/annex/values/presence';
import { summary } from '../engine/annex/quantity/summary';
test('x', () => {
  try { buildAnnex({ rows: [{ 'indicator.quantity.target': '10次', 'indicator.quantity.result': '8次' }] }); console.log('ok'); } catch (e) { console.log(String(e)); }
  try { buildAnnex({ rows: [{ budget: 10, 'indicator.quantity.target': '10次', 'indicator.quantity.result': '8次' }] }); console.log('ok2'); } catch (e) { console.log(String(e)); }
  try { buildAnnex({ rows: [{ budget: 10, actual: 5, executionRate: 0.5}] }); console.log('ok2'); } catch (e) { console.log(String(e)); }
  const out: string[] = [];
  for (const t of ['无。', '0', '十分满意', '一致好评', '发放问卷200份，群众反映良好', '收到投诉0起', '《2023年工作要点》印发1份', '完成《5G建设方案》', '无问题', '暂无', '不涉及', '—', '#REF!', '2023年12月调查，反映良好', '一次验收合格', '第三方调查', '二100%', '无', '没有', '未发生', '0起', '约', '达到90%以上', '三次', '百分之九十五', '=100%', '15/15', '9成以上', '九成', '优', '较2022年有效提升', '二〇二三年']) {
    const s = parseStatement(t);
    out.push(`${t} | ${presenceOf(t)} | ${s.quantities.map(summary).join(';')} | ${s.quality} neg=${s.negated} ph=${s.placeholder} rate=${s.namesRate} ineq=${s.isInequality} uni=${s.universal} traps=${JSON.stringify(s.operatorTraps.map((x) => [x.kind, t.slice(x.span.start, x.span.end), x.replacement]))}`);
  }
  console.log(out.join('\n'));
  console.log(62.1 / 69, 1234567890.1 + 0.02 - 1234567890.12, 0.57 * 100);
  for (let b = 1; b < 200; b++) { const a = Math.round(b * 9) / 10; if (a / b < 0.9) { console.log(a, b, a / b); break; } }
  void judge;
});
