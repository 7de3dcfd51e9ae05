import { recognise } from '../../src/engine/annex/recognise';
import { reviewAnnex } from '../../src/engine/review/review-annex';
import { generateWide } from '../support/wide-generator';
test('x', () => {
  const stat: Record<string, number> = {};
  let n = 0, p = 0;
  for (let s = 1; s <= 300; s++) {
    const m = generateWide(s);
    const [a] = recognise(m.sheet);
    p += a!.projects.length; 
    for (const f of reviewAnnex(a!).findings) stat[f.rule + f.severity] = (stat[f.rule + f.severity] ?? 0) + 1;
    for (const o of reviewAnnex(a!).outcomes) if (o.outcome==='failed') console.log(o);
    n++;
    if (s < 4) console.log(m.recipe + '\n' + m.sheet.values.slice(0, 9).map((r) => r.join('|')).join('\n'));
  }
  console.log(n, p, JSON.stringify(stat));
});
