import { FIELD_NAMES } from './field-names';
import type { FieldId } from './field-id';

const { simple, money, sources, kinds, roles } = FIELD_NAMES['zh-CN'];

/** Every id of a field, in the order in which people look for them. */
export const ALL_FIELDS: readonly FieldId[] = [
  ...Object.keys(simple),
  ...Object.keys(money).flatMap((base) => [
    base,
    ...Object.keys(sources).map((source) => `${base}.${source}`),
  ]),
  ...['', ...Object.keys(kinds).filter((kind) => kind !== 'any')].flatMap((kind) =>
    Object.keys(roles)
      // The levels of an indicator stand in columns of their own only where indicators are rows.
      .filter((role) => kind === '' || !role.startsWith('level'))
      .map((role) => ['indicator', kind, role].filter((part) => part !== '').join('.')),
  ),
] as FieldId[];
