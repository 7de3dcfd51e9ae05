import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { findMember } from '../../../workbench/wps/description/et-description';
import { ET_TYPES } from '../../../workbench/wps/et/object-model';
import { DESCRIPTION } from './open-wps';
import { declaredName } from './our-types';

const OURS = join(__dirname, '../../../src/host/wps/et-types.ts');

/** Every member of our interfaces: "EtRange.Value2". */
function membersUsed(): string[] {
  const source = ts.createSourceFile(OURS, readFileSync(OURS, 'utf8'), ts.ScriptTarget.ES2020, true);
  return source.statements
    .filter(ts.isInterfaceDeclaration)
    .flatMap(({ name, members }) => members.map((member) => `${name.text}.${member.name!.getText()}`));
}

const emulated = [...ET_TYPES.values()].flatMap(({ name: type, members }) =>
  Object.entries(members).map(([name, member]) => ({ type, name, member })),
);

test('what is emulated is declared, of the same kind, and written only where it may be', () => {
  const wrong = emulated.filter(({ type, name, member }) => {
    const declared = findMember(DESCRIPTION, type, name);
    if (declared?.kind !== member.kind) return true;
    return declared.kind === 'property' && member.kind === 'property' && member.set && declared.readOnly;
  });
  expect(wrong.map(({ type, name }) => `${type}.${name}`)).toEqual([]);
});

test('what the product uses is emulated', () => {
  const known = new Set(emulated.map(({ type, name }) => `${type}.${name}`));
  expect(membersUsed().filter((member) => !known.has(declaredAs(member)))).toEqual([]);
});

test('the table of the members used tells of each once, and what is so', () => {
  const text = readFileSync(join(__dirname, '../../../docs/host-limits.md'), 'utf8');
  const known = new Set(emulated.map(({ type, name }) => `${type}.${name}`));
  const rows = [...text.matchAll(/^\| `(Et\w+)`\s*\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].flatMap(
    ([, object, members, ...told]) =>
      [...members!.matchAll(/`(\w+)`/g)].map(([, name]) => [
        `${object!}.${name!}`,
        ...told.map((one) => one.trim()),
      ]),
  );
  expect(rows.map(([member]) => member).sort()).toEqual(membersUsed().sort());
  for (const [member, declared, isEmulated, seen] of rows) {
    const [type, name] = splitAtLast(declaredAs(member!));
    const isDeclared = findMember(DESCRIPTION, type, name) !== undefined;
    expect([member, declared, isEmulated, seen === '']).toEqual([
      member,
      isDeclared ? 'yes' : 'no',
      known.has(declaredAs(member!)) ? 'yes' : 'no',
      false,
    ]);
  }
});

function declaredAs(member: string): string {
  const [type, name] = splitAtLast(member);
  return `${declaredName(type)}.${name}`;
}

function splitAtLast(member: string): [string, string] {
  const at = member.lastIndexOf('.');
  return [member.slice(0, at), member.slice(at + 1)];
}
