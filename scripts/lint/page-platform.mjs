import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/**
 * A rule of lint: what a page asks of the browser is there in the oldest one that it has to run in. The types of lib.dom
 * know every member of the newest browsers and cannot tell; what JavaScript itself has is told by `lib` in
 * src/tsconfig.json.
 *
 * What came when is said by Mozilla's `@mdn/browser-compat-data`; whose member a name is, by the type checker. So a member
 * is found on any value, whatever the value is called, and a member of ours that has the same name is left alone.
 */
export const pagePlatform = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { chromium: { type: 'integer' } }, required: ['chromium'] }],
    messages: {
      newer: '{{name}} came with Chromium {{since}}; pages run in {{oldest}} too.',
      never: '{{name}} is not in Chromium as it is delivered.',
    },
  },
  create(context) {
    const { chromium: oldest } = context.options[0];
    const suspects = newerNames(oldest);
    const services = context.sourceCode.parserServices;
    const checker = services.program.getTypeChecker();

    /** @param entry what the data has of it; absent: nothing is known */
    function check(node, name, entry) {
      const since = entry?.__compat && sinceWhen(entry.__compat);
      if (since === undefined || since <= oldest) return;
      const messageId = since === Infinity ? 'never' : 'newer';
      context.report({ node, messageId, data: { name, since: String(since), oldest: String(oldest) } });
    }

    function checkMember(node, type, symbol) {
      if (!suspects.has(symbol?.name)) return;
      const declarations = browserDeclarations(symbol);
      if (declarations.length === 0) return;
      const owners = [...declarations.flatMap(ownersOf), ...typeNames(type, checker)];
      check(node, symbol.name, memberEntry(owners, symbol.name));
    }

    return {
      MemberExpression({ object, property, computed }) {
        if (computed || !suspects.has(property.name)) return;
        checkMember(property, services.getTypeAtLocation(object), services.getSymbolAtLocation(property));
      },

      /** `const { inert } = element`, as a parameter too. */
      ObjectPattern(pattern) {
        for (const { key, computed } of pattern.properties) {
          if (computed || key?.type !== 'Identifier' || !suspects.has(key.name)) continue;
          const type = services.getTypeAtLocation(pattern);
          checkMember(key, type, type.getProperty(key.name));
        }
      },

      /** What stands by itself: functions and classes of the window. */
      Identifier(node) {
        if (!api[node.name] || isNameInside(node)) return;
        if (browserDeclarations(services.getSymbolAtLocation(node)).length > 0)
          check(node, node.name, api[node.name]);
      },

      /** Events by their names, and options: `addEventListener('scrollend', …, { signal })`. */
      CallExpression({ callee, arguments: given }) {
        if (callee.type !== 'MemberExpression' || callee.computed) return;
        const method = callee.property.name;
        const options = given.flatMap((one) => (one.type === 'ObjectExpression' ? one.properties : []));
        const event = method === 'addEventListener' && given[0]?.type === 'Literal' ? given[0] : null;
        if (!event && options.length === 0) return;
        const declarations = browserDeclarations(services.getSymbolAtLocation(callee.property));
        if (declarations.length === 0) return;
        const type = services.getTypeAtLocation(callee.object);
        const owners = [...typeNames(type, checker), ...declarations.flatMap(ownersOf), 'EventTarget'];
        if (event) check(event, event.value, memberEntry(owners, `${event.value}_event`));
        const entries = owners.flatMap((owner) => api[owner]?.[method] ?? []);
        for (const { key } of options) {
          if (key?.type === 'Identifier')
            check(
              key,
              `${method}: ${key.name}`,
              entries.map((one) => optionEntry(one, key.name)).find(Boolean),
            );
        }
      },

      /** Elements and attributes that are written as JSX; those of components are none. */
      JSXOpeningElement({ name, attributes }) {
        if (name.type !== 'JSXIdentifier' || !/^[a-z]/.test(name.name)) return;
        const element = html.elements[name.name];
        check(name, `<${name.name}>`, element);
        for (const { name: attribute } of attributes) {
          if (attribute?.type !== 'JSXIdentifier') continue;
          const key = attribute.name.toLowerCase();
          check(attribute, attribute.name, element?.[key] ?? html.global_attributes[key]);
        }
      },
    };
  },
};

/** The data: `api` by interface and member, what is global at its top; `html` by element and attribute. */
const { api, html } = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** Names of members that came later anywhere: the type checker is asked about these alone. */
function newerNames(oldest) {
  const names = new Set();
  for (const members of Object.values(api)) {
    for (const [key, { __compat: compat }] of Object.entries(members)) {
      if (!compat || !(sinceWhen(compat) > oldest)) continue;
      names.add(key.replace(/_static$/, '').replace(/^(.*)_event$/, 'on$1'));
    }
  }
  for (const [name, { __compat: compat }] of Object.entries(api)) {
    if (compat && sinceWhen(compat) > oldest) names.add(name);
  }
  return names;
}

/** The version that something came with, in part or whole, without a switch or a name of its own; `Infinity`: none. */
function sinceWhen({ support }) {
  const versions = [support.chrome ?? []]
    .flat()
    .filter(({ flags, prefix, alternative_name: otherName }) => !flags && !prefix && !otherName)
    .map(({ version_added: added }) => (typeof added === 'string' ? Number(added.replace('≤', '')) : NaN));
  return Math.min(...versions.filter((version) => !Number.isNaN(version)));
}

/** What the data has of a member of the first of these types that it knows it for. */
function memberEntry(owners, name) {
  for (const owner of owners) {
    const members = owner === 'WindowOrWorkerGlobalScope' ? api : api[owner];
    const entry =
      members?.[name] ?? members?.[`${name}_static`] ?? members?.[name.replace(/^on(.*)$/, '$1_event')];
    if (entry) return entry;
  }
  return undefined;
}

/** What the data has of an option, wherever it stands below its method. */
function optionEntry(method, name) {
  for (const [key, value] of Object.entries(method)) {
    if (key === '__compat') continue;
    const found = key.endsWith(`_${name}_parameter`) ? value : optionEntry(value, name);
    if (found) return found;
  }
  return undefined;
}

/** The declarations of a symbol that stand in the types of the browser. */
function browserDeclarations(symbol) {
  const isBrowsers = (one) => /^lib\.dom(\.\w+)?\.d\.ts$/.test(path.basename(one.getSourceFile().fileName));
  return symbol?.declarations?.filter(isBrowsers) ?? [];
}

/** Whose member a declaration is: of an interface, or of a class itself (`declare var AbortSignal: { any(…): … }`). */
function ownersOf({ parent }) {
  if (ts.isInterfaceDeclaration(parent)) return [parent.name.text];
  return ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)
    ? [parent.parent.name.text]
    : [];
}

/** The names of a type and of all that it extends, the nearest first: the data has no mixins, only who takes them in. */
function typeNames(type, checker) {
  if (type.isUnionOrIntersection()) return type.types.flatMap((one) => typeNames(one, checker));
  const apparent = checker.getApparentType(type);
  const bases = apparent.isClassOrInterface() ? checker.getBaseTypes(apparent) : [];
  return [
    ...(apparent.symbol ? [apparent.symbol.name] : []),
    ...bases.flatMap((one) => typeNames(one, checker)),
  ];
}

/** Whether an identifier names a member, a key or a type, and does not stand by itself. */
function isNameInside(node) {
  const { parent } = node;
  if (parent.type.startsWith('TS')) return true;
  if (parent.type === 'MemberExpression') return !parent.computed && parent.property === node;
  return parent.type === 'Property' && !parent.shorthand && parent.key === node;
}
