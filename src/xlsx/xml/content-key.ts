import { XML_END, XML_END_OF_INPUT, XML_START, XML_TEXT, XmlScanner } from './xml-scanner';

/**
 * A text that is the same for elements that say the same: prefixes, the order of attributes, how they are quoted, and
 * white space between tags are left out.
 * @param xml one element
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function contentKey(xml: string): string {
  const scanner = new XmlScanner(xml);
  let key = '';
  for (;;) {
    switch (scanner.next()) {
      case XML_START:
        key += `<${scanner.name}${attributes(scanner)}`;
        break;
      case XML_END:
        key += '>';
        break;
      case XML_TEXT:
        if (scanner.textValue().trim() !== '') key += JSON.stringify(scanner.textValue());
        break;
      case XML_END_OF_INPUT:
        return key;
    }
  }
}

function attributes(scanner: XmlScanner): string {
  const found: string[] = [];
  while (scanner.nextAttribute()) {
    const name = scanner.text.slice(scanner.attributeNameStart, scanner.attributeNameEnd);
    found.push(` ${scanner.attributePrefixed ? ':' : ''}${name}=${JSON.stringify(scanner.attributeValue())}`);
  }
  return found.sort().join('');
}
