import type { HostObject } from '../description/object-type';
import { method, objectType, scalar } from '../description/object-type';
import { invalidArgument, itemNotFound } from '../interpreter/office-error';
import { textArgument } from './arguments';
import type { ExcelHost } from './excel-host';

/** All custom XML parts, or those of a namespace. */
interface Parts {
  readonly host: ExcelHost;
  readonly namespace: string | null;
}

interface Part {
  readonly host: ExcelHost;
  readonly id: string;
}

export const customXmlPartType = objectType<Part>(
  'CustomXmlPart',
  '1.5',
  {
    id: scalar('1.5', (part) => part.id),
    namespaceUri: scalar('1.5', (part) => namespaceOf(xmlOf(part))),
    getXml: method('1.5', xmlOf),
    setXml: method('1.5', (part, [xml]) => {
      xmlOf(part);
      part.host.model.customXml.set(part.id, xmlArgument(xml));
    }),
    delete: method('1.5', (part) => {
      xmlOf(part);
      part.host.model.customXml.delete(part.id);
    }),
  },
  { identity: ({ id }) => ({ Id: id }) },
);

const shared = {
  getCount: method<Parts>('1.5', (parts) => idsOf(parts).length),
  getItem: method<Parts>('1.5', (parts, [id]) => {
    const part = find(parts, id);
    if (!part) throw itemNotFound();
    return part;
  }),
  getItemOrNullObject: method<Parts>('1.5', (parts, [id]) => find(parts, id)),
};

export const customXmlPartCollectionType = objectType<Parts>(
  'CustomXmlPartCollection',
  '1.5',
  {
    ...shared,
    add: method('1.5', ({ host }, [xml]) => {
      const id = freeId(host);
      host.model.customXml.set(id, xmlArgument(xml));
      return partObject(host, id);
    }),
    getByNamespace: method('1.5', ({ host }, [namespace]) => ({
      type: customXmlPartScopedCollectionType,
      self: { host, namespace: textArgument(namespace) },
    })),
  },
  { items: (parts) => idsOf(parts).map((id) => partObject(parts.host, id)) },
);

export const customXmlPartScopedCollectionType = objectType<Parts>(
  'CustomXmlPartScopedCollection',
  '1.5',
  {
    ...shared,
    getOnlyItem: method('1.5', (parts) => {
      const part = only(parts);
      if (!part) throw itemNotFound();
      return part;
    }),
    getOnlyItemOrNullObject: method('1.5', only),
  },
  { items: (parts) => idsOf(parts).map((id) => partObject(parts.host, id)) },
);

/** The custom XML parts of the workbook. */
export function customXmlPartCollection(host: ExcelHost): HostObject<Parts> {
  return { type: customXmlPartCollectionType, self: { host, namespace: null } };
}

function xmlOf(part: Part): string {
  const xml = part.host.model.customXml.get(part.id);
  if (xml === undefined) throw itemNotFound();
  return xml;
}

function xmlArgument(value: unknown): string {
  const xml = textArgument(value);
  if (!/^\s*<[\s\S]+>\s*$/.test(xml)) throw invalidArgument();
  return xml;
}

function idsOf({ host, namespace }: Parts): string[] {
  return [...host.model.customXml]
    .filter(([, xml]) => namespace === null || namespaceOf(xml) === namespace)
    .map(([id]) => id);
}

function find(parts: Parts, id: unknown): HostObject<Part> | null {
  return idsOf(parts).includes(textArgument(id)) ? partObject(parts.host, String(id)) : null;
}

/** The one part of a namespace; `null` where there is none, and where there are several. */
function only(parts: Parts): HostObject<Part> | null {
  const ids = idsOf(parts);
  return ids.length === 1 ? partObject(parts.host, ids[0]!) : null;
}

function partObject(host: ExcelHost, id: string): HostObject<Part> {
  return { type: customXmlPartType, self: { host, id } };
}

/** The namespace of the root element, "" where it has none. */
function namespaceOf(xml: string): string {
  const root = /<([A-Za-z_][\w.-]*)(?::[\w.-]+)?(\s[^>]*)?>/.exec(
    xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, ''),
  );
  if (!root) return '';
  const prefix = root[0].includes(':') && /^<[\w.-]+:/.test(root[0]) ? root[1] : null;
  const attribute = prefix ? `xmlns:${prefix}` : 'xmlns';
  const match = new RegExp(`\\s${attribute}\\s*=\\s*(["'])(.*?)\\1`).exec(root[2] ?? '');
  return match?.[2] ?? '';
}

/** How many parts each workbook was given: an id is never given twice, for somebody may still hold the first. */
const given = new WeakMap<object, number>();

function freeId({ model }: ExcelHost): string {
  for (let number = (given.get(model) ?? model.customXml.size) + 1; ; number++) {
    const id = `{00000000-0000-4000-8000-${String(number).padStart(12, '0')}}`;
    if (model.customXml.has(id)) continue;
    given.set(model, number);
    return id;
  }
}
