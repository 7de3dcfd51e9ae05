import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../src/engine/rules';
import { testRule, type RuleCases } from '../../support/annexes/rule-tester';

for (const rule of RULES) {
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
