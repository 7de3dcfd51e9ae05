import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { declaredName } from './our-types';
import { declarationsFolder } from '../../../workbench/wps/description/installed-description';

const ROOT = join(__dirname, '../../..');
const OURS = join(ROOT, 'src/host/wps/et-types.ts');

/** Complaints of the compiler about a file that has the vendor's types and our own. */
function complaints(statements: string, ours = readFileSync(OURS, 'utf8')): string[] {
  const main = join(ROOT, 'src/host/wps/et-types-check.ts');
  const declared = join(declarationsFolder(ROOT), 'index.d.ts');
  const text = `/// <reference path="${declared}" />\nimport type * as ours from './et-types';\n${statements}`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    // Its globals collide with those of a page.
    lib: ['lib.es2020.d.ts'],
    types: [],
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  const memory = new Map([
    [main, text],
    [OURS, ours],
  ]);
  host.getSourceFile = (name, ...rest) => {
    const content = memory.get(name);
    return content === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, content, ts.ScriptTarget.ES2020);
  };
  host.fileExists = (name) => memory.has(name) || fileExists.call(host, name);
  const program = ts.createProgram([main], options, host);
  const found = [main, OURS].flatMap((name) => {
    const source = program.getSourceFile(name)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  });
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Our interfaces, each with the vendor's for the same. */
const PAIRS = [...readFileSync(OURS, 'utf8').matchAll(/^export interface Et(\w+)/gm)].map(
  ([, name]) => [`Et${name!}`, declaredName(`Et${name!}`)] as const,
);

const CHECK = PAIRS.map(
  ([ours, declared], index) =>
    `declare let d${index}: ${declared};\nexport const o${index}: ours.${ours} = d${index};`,
).join('\n');

test('every member that the product uses is declared by the vendor', () => {
  expect(PAIRS.length).toBeGreaterThan(30);
  expect(complaints(CHECK)).toEqual([]);
});

test.each([
  [
    'a member that is not declared',
    'export interface EtRange {',
    'export interface EtRange { Value9: unknown;',
  ],
  ['a property that is a function', 'readonly Row: number;', 'readonly Address: string;'],
  [
    'an argument that is not taken',
    'ClearComments(): void;',
    'ClearComments(all: boolean, more: string): number;',
  ],
])('%s is found out', (_what, before, after) => {
  const text = readFileSync(OURS, 'utf8');
  const changed = text.replace(before, after);
  expect(changed).not.toBe(text);
  expect(complaints(CHECK, changed)).not.toEqual([]);
});
