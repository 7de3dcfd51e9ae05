import { nearest } from './nearest';
import type { ExpectedType, ProfileProblem, ProfileProblemCode } from './profile-problem';

/** What is read of an issue of the checking library. */
export interface SchemaIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly origin?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly SchemaIssue[])[];
}

/** What is read of a JSON Schema. */
export interface SchemaNode {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly propertyNames?: SchemaNode;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

type Path = readonly PropertyKey[];

/** A file with more mistakes than that is another file. */
const MOST_PROBLEMS = 50;
/** So much is shown of what was found. */
const MOST_SHOWN = 40;

/** Makes our problems of the library's issues: the schema says what was expected, the file what was found. */
export function schemaProblems(
  issues: readonly SchemaIssue[],
  json: unknown,
  schema: SchemaNode,
): ProfileProblem[] {
  const found: ProfileProblem[] = [];
  for (const issue of issues) {
    if (found.length >= MOST_PROBLEMS) break;
    for (const problem of problemsOf(issue, json, schema)) found.push(problem);
  }
  return found.slice(0, MOST_PROBLEMS);
}

function problemsOf(issue: SchemaIssue, json: unknown, schema: SchemaNode): ProfileProblem[] {
  const { path } = issue;
  const node = nodeAt(schema, path);
  const value = valueAt(json, path);
  const one = (code: ProfileProblemCode, params: Readonly<Record<string, string>> = {}): ProfileProblem[] => [
    { code, path: pathText(path), params },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys ?? []).slice(0, MOST_PROBLEMS).map((key) => unknownKey(key, path, node));
    case 'invalid_value':
      if (value === undefined) return one('missing', { expected: expectedType(node) });
      return one(unknownValue(path), {
        found: shown(value),
        allowed: (issue.values ?? []).join(', '),
        nearest: typeof value === 'string' ? nearest(value, (issue.values ?? []).map(String)) : '',
      });
    case 'invalid_format':
      return one('bad-id', { found: shown(value) });
    case 'custom':
      return one('id-taken', { found: shown(value) });
    case 'invalid_union': {
      // A group was meant where one was written: then what is wrong with it is the answer.
      const alternatives = issue.errors ?? [];
      const inner = isGroup(value) ? alternatives[alternatives.length - 1] : undefined;
      if (inner)
        return inner.flatMap((one) => problemsOf({ ...one, path: [...path, ...one.path] }, json, schema));
      return one('wrong-type', { found: shown(value), expected: expectedType(node) });
    }
    case 'too_small':
    case 'too_big':
      return one(...outOfRange(issue, value, node));
    default: {
      if (value === undefined) return one('missing', { expected: expectedType(node) });
      const percent = percentParams(value, node);
      if (percent) return one('percent', percent);
      return one('wrong-type', { found: shown(value), expected: expectedType(node) });
    }
  }
}

function unknownKey(key: string, path: Path, node: SchemaNode | undefined): ProfileProblem {
  const group = node && groupOf(node);
  const allowed = group?.propertyNames?.enum ?? Object.keys(group?.properties ?? {});
  return {
    code: path[0] === 'severities' ? 'unknown-rule' : 'unknown-key',
    path: pathText([...path, key]),
    params: { found: shorten(key), allowed: allowed.join(', '), nearest: nearest(key, allowed) },
  };
}

function unknownValue(path: Path): ProfileProblemCode {
  const [setting] = path;
  if (path[path.length - 1] === 'field') return 'unknown-field';
  if (setting === 'extends') return 'unknown-profile';
  return setting === 'off' ? 'unknown-rule' : 'not-one-of';
}

function outOfRange(
  { origin, code }: SchemaIssue,
  value: unknown,
  node: SchemaNode | undefined,
): [ProfileProblemCode, Readonly<Record<string, string>>] {
  if (origin !== 'number') {
    if (code === 'too_small') return ['empty', {}];
    const most =
      node?.maxItems ?? node?.maxLength ?? node?.anyOf?.find((one) => one.maxLength)?.maxLength ?? '';
    return ['too-long', { most: String(most) }];
  }
  const percent = percentParams(value, node);
  if (percent) return ['percent', percent];
  const { minimum = '', maximum = '' } = node ?? {};
  return ['out-of-range', { found: shown(value), least: String(minimum), most: String(maximum) }];
}

/** 90 or "90%" where 0.9 belongs: a hundredth of it is in range, and the range is that of fractions. */
function percentParams(
  value: unknown,
  node: SchemaNode | undefined,
): Readonly<Record<string, string>> | null {
  if (node?.minimum === undefined || node.maximum === undefined || node.maximum > 10) return null;
  const typed = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*[%％]\s*$/.exec(value)?.[1] : value;
  if (typed === undefined) return null;
  const fraction = Number((Number(typed) / 100).toPrecision(12));
  if (!(fraction >= node.minimum && fraction <= node.maximum)) return null;
  return { found: shown(value), fraction: String(fraction) };
}

function expectedType(node: SchemaNode | undefined): ExpectedType {
  switch (node?.type) {
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return 'list';
    case 'object':
      return 'group';
    case 'string':
      return 'text';
    default:
      if (node?.anyOf?.some((one) => one.enum)) return 'field';
      return node?.anyOf?.some(({ type }) => type === 'string') ? 'name' : 'group-or-null';
  }
}

/** The schema of the setting at a path. */
function nodeAt(schema: SchemaNode, path: Path): SchemaNode | undefined {
  let node: SchemaNode | undefined = schema;
  for (const key of path) {
    const group: SchemaNode | undefined = node && groupOf(node);
    if (typeof key === 'number') node = node?.items;
    else if (group?.properties && isOwn(group.properties, key)) node = group.properties[String(key)];
    else node = typeof group?.additionalProperties === 'object' ? group.additionalProperties : undefined;
  }
  return node;
}

/** The group among the things that a setting may be. */
function groupOf(node: SchemaNode): SchemaNode | undefined {
  return node.anyOf?.find(({ type }) => type === 'object') ?? node;
}

function isOwn(group: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(group, key);
}

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && isOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    json,
  );
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** "grades[0].from", as programs write it. */
function pathText(path: Path): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${shorten(String(key))}`,
    '',
  );
}

/** As it stands in the file. Lists and groups only by their brackets: they may be long. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return isGroup(value) ? '{…}' : shorten(JSON.stringify(value) ?? '');
}

function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * MOST_SHOWN)];
  return characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN).join('')}…` : text;
}
