import { escapeAttribute } from '../../xml/escape-xml';
import { declaredNamespaces } from '../namespaces';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes one element: its name with the prefix wanted, its attributes, its content as XML. */
export type WriteElement = (name: string, attributes?: Attributes, content?: string) => string;

/**
 * A writer of elements that bear one namespace prefix.
 * @param prefix with its colon ("x:"), or ""
 */
export function elementWriter(prefix: string): WriteElement {
  return (name, attributes = {}, content = '') => {
    const written = attributesText(attributes);
    return content === ''
      ? `<${prefix}${name}${written}/>`
      : `<${prefix}${name}${written}>${content}</${prefix}${name}>`;
  };
}

function attributesText(attributes: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return text;
}

/**
 * An `r:id` attribute, a space before it, by the prefix that the root declares for relationships; else one that
 * declares the prefix itself.
 * @param rootTag start tag of the part's root
 * @param namespace of relationships
 */
export function relationshipAttribute(rootTag: string, namespace: string, id: string): string {
  for (const [prefix, address] of declaredNamespaces(rootTag)) {
    if (prefix !== '' && address === namespace) return ` ${prefix}:id="${escapeAttribute(id)}"`;
  }
  return ` xmlns:r="${escapeAttribute(namespace)}" r:id="${escapeAttribute(id)}"`;
}
