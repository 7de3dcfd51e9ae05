import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../src/engine/rules';
import { testRule, type RuleCases } from '../../support/annexes/rule-tester';

/** Ids of the rules to test, parted by commas; all where nothing is set. */
const wanted = process.env.RULES?.split(',');

for (const rule of RULES) {
  if (wanted && !wanted.includes(rule.meta.id)) continue;
  const path = join(__dirname, `${rule.meta.id}.cases.ts`);
  if (!existsSync(path)) {
    test(`${rule.meta.id} has its tables`, () => {
      throw new Error(`write ${path}`);
    });
    continue;
  }
  const { cases } = jest.requireActual<{ cases: RuleCases }>(path);
  testRule(rule, cases);
}
