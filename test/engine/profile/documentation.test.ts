import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_IN_PROFILES } from '../../../src/engine/profile/built-in';
import type { LevelWeights, Profile } from '../../../src/engine/profile/profile';
import { profileJsonSchema } from '../../../src/engine/profile/profile-file';
import { readProfileText } from '../../../src/engine/profile/read-profile';
import { RULES } from '../../../src/engine/rules';

const RULE_IDS = RULES.map(({ meta }) => meta.id);
const page = readFileSync(join(__dirname, '../../../docs/profiles.md'), 'utf8');

const levels = (weights: LevelWeights | null): string =>
  weights === null
    ? '–'
    : [weights.output, weights.cost, weights.benefit, weights.satisfaction]
        .filter((w) => w !== undefined)
        .join(' + ');

/** The rows of the page's table: what they say of a profile. */
const ROWS: readonly (readonly [label: string, say: (profile: Profile) => string])[] = [
  ['`rateDenominator`', (p) => p.rateDenominator],
  ['`explainBelow`', (p) => String(p.explainBelow)],
  ['`explainAdjustment`', (p) => String(p.explainAdjustment)],
  ['`littleSpent`', (p) => String(p.littleSpent)],
  ['`nearlyAllPoints`', (p) => String(p.nearlyAllPoints)],
  ['`overshoot`', (p) => String(p.overshoot)],
  ['`missedCeiling`', (p) => p.missedCeiling],
  ['`printedRules`', (p) => p.printedRules],
  ['`executionWeight` of `totalWeight`', (p) => `${p.executionWeight} of ${p.totalWeight}`],
  ['`levelWeights`: output, benefit, satisfaction', (p) => levels(p.levelWeights)],
  ['`levelWeightsWithCost`: with cost second', (p) => levels(p.levelWeightsWithCost)],
  [
    '`bands`',
    (p) => [p.bands.achieved, p.bands.partial, p.bands.not].map(({ from, to }) => `${to}–${from}`).join(', '),
  ],
  ['`grades`', (p) => p.grades.map(({ name, from }) => `${name} ${from}`).join(', ')],
  ['`scoreTolerance` (points)', (p) => String(p.scoreTolerance)],
  ['`moneyTolerance` (万元)', (p) => String(p.moneyTolerance)],
];

test('the table of the page says what the built-in profiles hold', () => {
  const expected = [
    ['Setting', ...BUILT_IN_PROFILES.map(({ id }) => `\`${id}\``)],
    ...ROWS.map(([label, say]) => [label, ...BUILT_IN_PROFILES.map(say)]),
  ];
  const table = page
    .split('\n')
    .filter((line) => /^\| (Setting +\| `mof|`.*(\|.*){6})/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length === BUILT_IN_PROFILES.length + 1);
  expect(table).toEqual(expected);
  for (const { basis } of BUILT_IN_PROFILES) for (const source of basis) expect(page).toContain(source);
});

test('the example of the page can be used', () => {
  const [, example] = /```json\n(.*?)```/s.exec(page)!;
  expect(readProfileText(example!, RULE_IDS)).toMatchObject({ profile: { id: 'our-county' } });
});

test('the page explains every setting', () => {
  const { properties } = profileJsonSchema(RULE_IDS);
  for (const setting of Object.keys(properties!))
    expect(page).toMatch(new RegExp(`^\\| \`${setting.replace('$', '\\$')}\` `, 'm'));
});
