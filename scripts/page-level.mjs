/**
 * What built scripts and styles ask of the engine that came too late: syntax, what JavaScript and the browser have, CSS.
 * What came when is said by Mozilla's `@mdn/browser-compat-data`.
 *
 * No types are left in a built script, so names are all there is to go by. A name that stands by itself, or hangs on one
 * that does, is certain. A method of some value is taken for the engine's where the script itself has none of that name,
 * or where it is called as the engine's is called. The project's own sources are measured by their types besides
 * (`lint/page-platform.mjs`); this is for what packages bring.
 */
import { createRequire } from 'node:module';
import { parse } from 'acorn';

const require = createRequire(import.meta.url);
const { api, css, javascript } = require('@mdn/browser-compat-data');

/**
 * @typedef {{ name: string, since: number, where: string }} Use of something by its name ("Object.fromEntries",
 *   "Array.prototype.at"), with the release that it came with (`Infinity`: none) and the text around it
 */

/**
 * Everything that built files ask for beyond the level, and every entry of the level's lists that none of them needs.
 * @param {{ name: string, text: string }[]} files scripts and style sheets of one build
 * @param level scripts/engine-level.js
 * @returns {string[]} in words
 */
export function builtFaults(files, level) {
  const scripts = files.filter(({ name }) => name.endsWith('.js'));
  const syntax = scripts.flatMap(({ name, text }) => {
    const fault = syntaxFault(text, level.ECMASCRIPT);
    return fault === null ? [] : [`${name} is not ECMAScript ${level.ECMASCRIPT}: ${fault}`];
  });
  if (syntax.length > 0) return syntax;
  const known = {
    ...Object.fromEntries(level.NEEDED.map((name) => [name, 'NEEDED'])),
    ...Object.fromEntries(level.FILLED.map((name) => [name, 'FILLED'])),
    ...Object.fromEntries(Object.keys(level.GUARDED).map((name) => [name, 'GUARDED'])),
    ...Object.fromEntries(Object.keys(level.PLAINER).map((name) => [name, 'PLAINER'])),
  };
  const used = new Map();
  const take = (file, uses) =>
    uses.forEach((use) => used.has(use.name) || used.set(use.name, { file, ...use }));
  const later = laterUses(
    scripts.map(({ text }) => text),
    level.WHOLE_SINCE,
  );
  later.forEach((uses, i) => take(scripts[i].name, uses));
  for (const { name, text } of files) take(name, laterStyles(text, level.WHOLE_SINCE, name.endsWith('.js')));
  const beyond = [...used.values()].flatMap(({ file, name, since: came, where }) => {
    const list = known[name];
    const said = `${file}: ${name} came with Chromium ${came}: ${where}`;
    if (list === undefined) return [`${said} (in no list of scripts/engine-level.js)`];
    return list === 'NEEDED' && came > level.DEGRADES_TO
      ? [`${said} (needed, so it has to be filled in)`]
      : [];
  });
  const idle = Object.keys(known).filter((name) => !used.has(name));
  return [
    ...beyond,
    ...idle.map((name) => `${name} is listed under ${known[name]}, and nothing asks for it`),
  ];
}

/** What of a script is newer than an edition: what the parser says, or `null`. */
function syntaxFault(text, ecmaVersion) {
  try {
    parse(text, { ecmaVersion, sourceType: 'script' });
    return null;
  } catch (error) {
    return `${error.message} ${around(text, error.pos ?? 0)}`;
  }
}

/**
 * What the scripts of one build ask of JavaScript and the browser that came after a release.
 * @param {string[]} texts classic scripts
 * @param {number} after a release of Chromium
 * @returns {Use[][]} of each script, each name once
 */
function laterUses(texts, after) {
  const trees = texts.map((text) => parse(text, { ecmaVersion: 'latest', sourceType: 'script' }));
  // One script calls what another has made.
  const members = new Set(trees.flatMap((tree) => [...ownMembers(tree)]));
  return trees.map((tree, i) => usesIn(tree, texts[i], after, members));
}

function usesIn(tree, text, after, members) {
  const declared = declaredIn(tree);
  const uses = new Map();
  const found = (name, came, node) => {
    if (came > after && !uses.has(name)) uses.set(name, { name, since: came, where: around(text, node.end) });
  };
  visit(tree, (node, parent) => {
    if (node.type === 'Identifier' && standsAlone(node, parent) && !declared.has(node.name))
      found(node.name, since(globals.get(node.name)), node);
    if (node.type !== 'MemberExpression' || node.computed) return;
    const { object, property } = node;
    if (object.type === 'Identifier' && !declared.has(object.name)) {
      if (WINDOW.has(object.name)) found(property.name, since(globals.get(property.name)), node);
      const path = `${object.name}.${property.name}`;
      if (statics.has(path)) return found(path, since(statics.get(path)), node);
    }
    if (parent?.type !== 'CallExpression' || parent.callee !== node) return;
    const method = methods.get(property.name);
    if (!method || (members.has(property.name) && !calledLike(method.owner, property.name, parent))) return;
    found(`${method.owner}.prototype.${property.name}`, since(method.entry), node);
  });
  return [...uses.values()];
}

/**
 * What the styles in a script, or a style sheet, ask for that came after a release: properties, selectors and rules.
 * Values are not looked at but for functions and units that are known to be new.
 * @returns {Use[]} each name once
 */
function laterStyles(text, after, isScript = true) {
  const uses = new Map();
  const found = (name, since, where) => {
    if (since > after && !uses.has(name)) uses.set(name, { name, since, where: where.slice(0, 120) });
  };
  const inRules = (rules) => {
    for (const [, name] of rules.matchAll(/[{;]\s*([a-z][a-z-]*)\s*:/g))
      found(name, since(css.properties[name]), rules);
    for (const [, name] of rules.matchAll(/@([a-z-]+)/g))
      found(`@${name}`, since(css['at-rules'][name]), rules);
    for (const [, head] of rules.matchAll(/([^{};]*)\{/g)) inSelector(head, rules);
    for (const [, value] of rules.matchAll(/:([^{};]*)[;}]/g)) inValue(value, rules);
  };
  const inSelector = (selector, where) => {
    for (const [, name] of selector.matchAll(/::?([a-z-]+)/g))
      found(`:${name}`, since(css.selectors[name]), where);
  };
  const inValue = (value, where) => {
    for (const [, name] of value.matchAll(/([a-z-]+)\(/g)) found(`${name}()`, FUNCTIONS[name] ?? 0, where);
    if (/\d(?:[dls]v[hwib]|cq\w+)\b/.test(value)) found('dvh', 108, where);
  };
  if (!isScript) {
    inRules(text);
    return [...uses.values()];
  }
  visit(parse(text, { ecmaVersion: 'latest', sourceType: 'script' }), (node) => {
    const piece =
      node.type === 'TemplateElement' ? node.value.cooked : node.type === 'Literal' ? node.value : null;
    if (typeof piece === 'string') {
      if (/^\s*[.#@:*a-z[][^{}]*\{[^]*:[^]*\}\s*$/i.test(piece)) inRules(piece);
      else if (/:(?:is|where|has)\(/.test(piece)) inSelector(piece, piece);
      else inValue(piece, piece);
    }
    if (node.type !== 'ObjectExpression') return;
    const style = styleObject(node);
    for (const [name, value] of style) {
      const where = text.slice(node.start, node.end);
      found(name, since(css.properties[name]), where);
      if (/^(?:row-|column-)?gap$/.test(name) && style.some(([n, v]) => n === 'display' && /flex$/.test(v)))
        found('flex gap', FLEX_GAP, where);
      if (typeof value === 'string') inValue(value, where);
    }
  });
  return [...uses.values()];
}

/** Functions of values that came late. The data keeps them by type, under names of its own. */
const FUNCTIONS = {
  'color-mix': 111,
  oklch: 111,
  oklab: 111,
  lab: 111,
  lch: 111,
  'light-dark': 123,
  round: 125,
};
const FLEX_GAP = 84;

/** What an object literal says of styles, by hyphenated names; none where it does not look like one. */
function styleObject(node) {
  const entries = node.properties
    .filter(({ type, computed, value }) => type === 'Property' && !computed && value.type === 'Literal')
    .map(({ key, value }) => [
      String(key.name ?? key.value)
        .replace(/[A-Z]/g, '-$&')
        .toLowerCase(),
      value.value,
    ]);
  const certain = entries.filter(([name]) => CERTAIN.has(name) && css.properties[name]);
  return certain.length > 0 || (entries.length > 0 && entries.every(([name]) => isStyle(name)))
    ? entries
    : [];
}

const CERTAIN = new Set(
  [
    'display margin margin-top margin-left margin-right margin-bottom padding padding-top padding-left padding-right',
    'padding-bottom flex-grow align-items min-width max-width min-height font-size font-weight line-height overflow',
    'white-space background-color overflow-y box-sizing border-radius',
  ]
    .join(' ')
    .split(' '),
);

/** Names of styles that hardly anything else has. */
const isStyle = (name) => name.includes('-') && css.properties[name] !== undefined;

const WINDOW = new Set(['window', 'self', 'globalThis']);

/** Names that stand by themselves. */
const globals = new Map([
  ...Object.entries(api),
  ...Object.entries(javascript.builtins),
  // Functions of the window are kept at the top of the data; members of its class are not.
  ['navigation', api.Window.navigation],
]);

/** What hangs on a class or an object itself, as "Object.hasOwn". */
const statics = new Map(
  [api, javascript.builtins].flatMap((all) =>
    Object.entries(all).flatMap(([owner, members]) =>
      Object.entries(members)
        .filter(([key, entry]) => entry.__compat && (key.endsWith('_static') || isStatic(owner, key)))
        .map(([key, entry]) => [`${owner}.${key.replace(/_static$/, '')}`, entry]),
    ),
  ),
);

/** Of JavaScript's own, the data does not always say what hangs on the class; the engine that this runs in does. */
function isStatic(owner, key) {
  return owner in javascript.builtins && Object.hasOwn(Object(globalThis[owner]), key);
}

/** What may well be called on a value that the page has made: for these the way of a call tells. */
const VALUES = ['Array', 'String', 'Object', 'Promise', 'RegExp', 'Number'];

/** Methods of values by name: JavaScript's own before the browser's, of those the one that came first. */
const methods = new Map();
for (const all of [api, javascript.builtins]) {
  const found = new Map();
  for (const [owner, members] of Object.entries(all)) {
    for (const [key, entry] of Object.entries(members)) {
      if (!entry.__compat || /_(?:static|event)$/.test(key) || isStatic(owner, key)) continue;
      const other = found.get(key);
      if (!other || since(entry) < since(other.entry)) found.set(key, { owner, entry });
    }
  }
  // What browsers and JavaScript both call so is as old as the older of them, but for those whose calls tell.
  for (const [key, method] of found) {
    const other = methods.get(key);
    if (!other || VALUES.includes(method.owner) || since(method.entry) < since(other.entry))
      methods.set(key, method);
  }
}
for (const path of statics.keys()) {
  const [, key] = path.split('.');
  if (!VALUES.includes(methods.get(key)?.owner)) methods.delete(key);
}

/** Whether a call looks like one of JavaScript's own method: as many arguments, and a function where it takes one. */
function calledLike(owner, name, { arguments: given }) {
  if (!VALUES.includes(owner)) return false;
  const native = Object.getOwnPropertyDescriptor(globalThis[owner].prototype, name)?.value;
  if (typeof native !== 'function') return true;
  const takesFunction = /^(?:find|flatMap)/.test(name);
  if (given.length === 0) return native.length === 0;
  return given.length <= native.length + (takesFunction ? 1 : 0) && given[0].type !== 'ObjectExpression';
}

/** The release that something came with, without a switch or a name of its own; 0: not known, `Infinity`: none has it. */
function since(entry) {
  if (!entry?.__compat) return 0;
  const versions = [entry.__compat.support.chrome ?? []]
    .flat()
    .filter(({ flags, prefix, alternative_name: otherName }) => !flags && !prefix && !otherName)
    .map(({ version_added: added }) => (typeof added === 'string' ? Number(added.replace('≤', '')) : NaN));
  return Math.min(...versions.filter((version) => !Number.isNaN(version)));
}

/** The names that a script declares. */
function declaredIn(tree) {
  const declared = new Set();
  const bind = (pattern) => {
    if (!pattern) return;
    if (pattern.type === 'Identifier') declared.add(pattern.name);
    else if (pattern.type === 'ObjectPattern')
      pattern.properties.forEach((one) => bind(one.value ?? one.argument));
    else if (pattern.type === 'ArrayPattern') pattern.elements.forEach(bind);
    else bind(pattern.left ?? pattern.argument);
  };
  visit(tree, (node) => {
    if (/Function/.test(node.type)) node.params.forEach(bind);
    if (/^(?:Function|Class)/.test(node.type)) bind(node.id);
    if (node.type === 'VariableDeclarator') bind(node.id);
    if (node.type === 'CatchClause') bind(node.param);
  });
  return declared;
}

/** The names of members that a script makes itself. */
function ownMembers(tree) {
  const members = new Set();
  visit(tree, (node) => {
    if (/^(?:Property|MethodDefinition|PropertyDefinition)$/.test(node.type) && !node.computed)
      members.add(String(node.key.name ?? node.key.value));
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && !node.left.computed)
      members.add(node.left.property.name);
  });
  return members;
}

/** Whether an identifier is none of a member's name, a key or a label. */
function standsAlone(node, parent) {
  if (!parent) return true;
  if (parent.type === 'MemberExpression') return parent.computed || parent.object === node;
  if (/^(?:Property|MethodDefinition|PropertyDefinition)$/.test(parent.type))
    return parent.computed || parent.value === node;
  return !/Label|Break|Continue/.test(parent.type);
}

function visit(node, act, parent) {
  act(node, parent);
  for (const key in node) {
    const inside = node[key];
    if (Array.isArray(inside)) {
      for (const one of inside) if (one && typeof one.type === 'string') visit(one, act, node);
    } else if (inside && typeof inside.type === 'string') visit(inside, act, node);
  }
}

const around = (text, end) => `…${text.slice(Math.max(0, end - 60), end + 25).replace(/\s+/g, ' ')}…`;
