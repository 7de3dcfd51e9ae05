import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Asks the module, which jest does not load itself. */
const ASK = `
  import { readFileSync } from 'node:fs';
  import { builtFaults } from './scripts/page-level.mjs';
  const { builds, level } = JSON.parse(readFileSync(0, 'utf8'));
  process.stdout.write(JSON.stringify(builds.map((files) => builtFaults(files, level))));
`;

const LEVEL = {
  DEGRADES_TO: 79,
  ECMASCRIPT: 2018,
  WHOLE_SINCE: 64,
  NEEDED: [] as string[],
  FILLED: [] as string[],
  GUARDED: {},
  PLAINER: {},
};

function faults(builds: readonly Readonly<Record<string, string>>[], level = LEVEL): string[][] {
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', ASK], {
    cwd: ROOT,
    input: JSON.stringify({
      builds: builds.map((files) => Object.entries(files).map(([name, text]) => ({ name, text }))),
      level,
    }),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[][];
}

const TOO_NEW: readonly [string, string, string][] = [
  ['optional chaining', 'a.js', 'var b = a?.b;'],
  ['?? between', 'a.js', 'var b = a ?? 1;'],
  ['a private member', 'a.js', 'class A { #b = 1 }'],
  ['a flag of a regular expression', 'a.js', 'var r = /a/v;'],
  ['Array.prototype.at', 'a.js', 'f([1].at(-1));'],
  ['Array.prototype.findLast', 'a.js', 'list.findLast(function (one) { return one; });'],
  ['String.prototype.replaceAll', 'a.js', 'text.replaceAll("a", "b");'],
  ['Object.hasOwn', 'a.js', 'Object.hasOwn(a, "b");'],
  ['Promise.any', 'a.js', 'Promise.any(a);'],
  ['structuredClone', 'a.js', 'structuredClone(a);'],
  ['navigation', 'a.js', 'window.navigation.back();'],
  ['Element.prototype.checkVisibility', 'a.js', 'node.checkVisibility();'],
  ['WeakRef', 'a.js', 'new WeakRef(a);'],
  [':is', 'a.js', 'node.matches(":is(a, b)");'],
  [':is', 'a.js', 'var css = ".a:is(.b){color:red}";'],
  ['aspect-ratio', 'a.js', 'styles({ display: "block", aspectRatio: "1" });'],
  ['flex gap', 'a.js', 'styles({ display: "inline-flex", columnGap: "4px" });'],
  ['dvh', 'a.js', 'styles({ height: "100dvh" });'],
  ['aspect-ratio', 'a.css', '.a { aspect-ratio: 1; }'],
  [':has', 'a.css', '.a:has(.b) { color: red; }'],
  ['@container', 'a.css', '@container (min-width: 1px) { .a { color: red; } }'],
  ['color-mix()', 'a.css', '.a { color: color-mix(in srgb, red, blue); }'],
];

const OLD_ENOUGH: readonly string[] = [
  'async function f(a) { for await (const b of a) g({ ...b }); }',
  'table.at(text, 3); var table = { at: function (text, place) {} };',
  'finder.findLast({ from: 1 }); finder.findLast = g;',
  'function f(structuredClone) { return structuredClone(1); }',
  'var o = { navigation: 1 }; o.navigation;',
  'var text = "at 100%: is(it)?";',
  'styles({ display: "grid", gap: "4px" });',
  'o.toArray(1); var o = { toArray: f };',
];

describe('the check of built pages', () => {
  const [tooNew, oldEnough] = [TOO_NEW.map(([, name, text]) => ({ [name]: text })), OLD_ENOUGH];
  const said = faults([...tooNew, ...oldEnough.map((text) => ({ 'a.js': text }))]);

  it.each(TOO_NEW.map(([what, name, text], i) => [what, name, text, said[i]!] as const))(
    'refuses %s in %s: %s',
    (what, name, _, [first, ...others]) => {
      expect(others).toEqual([]);
      expect(first).toMatch(name);
      if (!/[a-z] [a-z]|\?/.test(what) || what === 'flex gap')
        expect(first).toContain(`${what} came with Chromium`);
      else expect(first).toContain('is not ECMAScript 2018');
    },
  );

  it.each(OLD_ENOUGH.map((text, i) => [text, said[TOO_NEW.length + i]!] as const))(
    'lets %s be',
    (_, told) => {
      expect(told).toEqual([]);
    },
  );

  it('takes a name of another script of the same build for ours', () => {
    const own = { 'a.js': 'export_.adopt = function () {};', 'b.js': 'it.adopt(1);' };
    expect(faults([own, { 'b.js': own['b.js'] }]).map(({ length }) => length)).toEqual([0, 1]);
  });

  it('says what is listed and needed by nothing, and what is needed and too new to be asked for', () => {
    const level = { ...LEVEL, NEEDED: ['Object.fromEntries', 'structuredClone'], FILLED: ['WeakRef'] };
    const [told] = faults([{ 'a.js': 'structuredClone(Object.fromEntries(a));' }], level);
    expect(told).toEqual([
      expect.stringContaining('structuredClone came with Chromium 98'),
      'WeakRef is listed under FILLED, and nothing asks for it',
    ]);
  });
});
