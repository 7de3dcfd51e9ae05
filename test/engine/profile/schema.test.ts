import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { BUILT_IN_PROFILES } from '../../../src/engine/profile/built-in';
import { profileJsonSchema } from '../../../src/engine/profile/profile-file';
import { readProfile } from '../../../src/engine/profile/read-profile';
import { RULES } from '../../../src/engine/rules';
import { DOCUMENTS, WRONG_TOGETHER } from './profile-documents';

const RULE_IDS = RULES.map(({ meta }) => meta.id);
const published = JSON.parse(
  readFileSync(join(__dirname, '../../../docs/profile.schema.json'), 'utf8'),
) as Record<string, unknown>;
const accepts = new Ajv2020({ strict: false }).compile(published);

test('the published schema is the one that files are checked with', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(profileJsonSchema(RULE_IDS))));
  expect(published.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
});

test('every setting is described', () => {
  const { properties } = published as { properties: Record<string, { description?: string }> };
  for (const [name, { description }] of Object.entries(properties))
    expect([name, description]).toEqual([name, expect.stringMatching(/\p{Script=Han}.*[a-z]/u)]);
});

test('every setting of the built-in profiles is in it', () => {
  const { properties } = published as { properties: object };
  for (const profile of BUILT_IN_PROFILES)
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(profile)));
});

test.each(DOCUMENTS)('schema and program agree: %j', (json) => {
  expect(accepts(json)).toBe('profile' in readProfile(json, RULE_IDS));
});

test.each(WRONG_TOGETHER)('the schema cannot tell what is wrong between settings: %j', (json) => {
  expect(accepts(json)).toBe(true);
  expect('profile' in readProfile(json, RULE_IDS)).toBe(false);
});
