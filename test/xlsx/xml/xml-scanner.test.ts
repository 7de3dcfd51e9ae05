import { XML_END, XML_START, XML_TEXT, XmlScanner } from '../../../src/xlsx/xml/xml-scanner';
import { xlsxError } from '../../support/xlsx/xlsx-reading';

/** All events as short words: "<name", ">name", "text". */
function events(xml: string): string[] {
  const scanner = new XmlScanner(xml);
  const list: string[] = [];
  for (let event = scanner.next(); event !== 0; event = scanner.next()) {
    if (event === XML_START) list.push(`<${scanner.name}`);
    else if (event === XML_END) list.push(`>${scanner.name}`);
    else list.push(scanner.textValue());
  }
  return list;
}

test.each<[string, string, string[]]>([
  ['an element', '<a>x</a>', ['<a', 'x', '>a']],
  ['a self-closed element', '<a><b/></a>', ['<a', '<b', '>b', '>a']],
  ['a self-closed root', '<a x="1"/>', ['<a', '>a']],
  ['prefixes', '<x:a><y:b>1</y:b></x:a>', ['<a', '<b', '1', '>b', '>a']],
  [
    'declaration, comments and instructions',
    '<?xml version="1.0"?>\n<!-- <b> --><a><?php <c> ?>x<!--y-->z</a> <!-- -->\n',
    ['<a', 'x', 'z', '>a'],
  ],
  ['">" and "/" and quotes in values', `<a b="x>y/>" c='"'><d e="'/>"/></a>`, ['<a', '<d', '>d', '>a']],
  ['space in tags', '<a\n\tb = "1"\r\n ><c /></a >', ['<a', '<c', '>c', '>a']],
  ['CDATA', '<a>1<![CDATA[<b>&amp;]]]]>2</a>', ['<a', '1', '<b>&amp;]]', '2', '>a']],
  ['entities', '<a>&lt;&gt;&amp;&quot;&apos;&#20013;&#x6587;&#x1F600;</a>', ['<a', `<>&"'中文😀`, '>a']],
  ['no double decoding', '<a>&amp;lt;</a>', ['<a', '&lt;', '>a']],
  ['line ends', '<a>1\r\n2\r3<![CDATA[\r\n]]></a>', ['<a', '1\n2\n3', '\n', '>a']],
  ['names of many scripts', '<项目.名-1>x</项目.名-1>', ['<项目.名-1', 'x', '>项目.名-1']],
])('scans %s', (_, xml, expected) => {
  expect(events(xml)).toEqual(expected);
});

test.each<[string, string]>([
  ['nothing', ''],
  ['text only', 'abc'],
  ['an end that does not match', '<a><b></a></b>'],
  ['an end that is longer', '<a></ab>'],
  ['an end that is shorter', '<ab></a>'],
  ['an end with another prefix', '<x:a></y:a>'],
  ['an end without a start', '</a>'],
  ['an open element', '<a><b></b>'],
  ['an open tag', '<a><b'],
  ['an open tag in an attribute', '<a b="c'],
  ['an open comment', '<a><!-- </a>'],
  ['an open instruction', '<?xml <a></a>'],
  ['an open CDATA section', '<a><![CDATA[ </a>'],
  ['two roots', '<a/><b/>'],
  ['text after the root', '<a/>x'],
  ['CDATA outside the root', '<a/><![CDATA[x]]>'],
  ['"<" in an attribute', '<a b="<"/>'],
  ['"<" in a tag', '<a <b/>'],
  ['an attribute without quotes', '<a b=1/>'],
  ['an attribute without a value', '<a b/>'],
  ['an attribute without a name', '<a ="1"/>'],
  ['an element without a name', '<a>< b/></a>'],
  ['an unknown entity', '<a>&nbsp;</a>'],
  ['a property of objects as entity', '<a>&toString;</a>'],
  ['a bare ampersand', '<a>R & D</a>'],
  ['a reference to nothing', '<a>&#0;</a>'],
  ['a reference to half a character', '<a>&#xD800;</a>'],
  ['an unknown declaration', '<a><!ELEMENT b></a>'],
])('refuses %s', (_, xml) => {
  expect(xlsxError(() => (events(xml), new XmlScanner(xml).root())).code).toBe('corrupt');
});

test('refuses a document type, even a harmless one, unread', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>';
  expect(xlsxError(() => events(bomb)).code).toBe('unsafe-xml');
  expect(xlsxError(() => events('<!DOCTYPE html><a/>')).code).toBe('unsafe-xml');
});

test('refuses elements nested too deep', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  expect(events(nested(256))).toHaveLength(512);
  expect(xlsxError(() => events(nested(257)))).toMatchObject({ code: 'too-large', detail: { limit: 256 } });
  expect(xlsxError(() => events(nested(1_000_000))).code).toBe('too-large');
});

test('says where in the text it stands', () => {
  const xml = '<?xml?><x:a  b="1">te&amp;xt<c/><![CDATA[d]]></x:a>';
  const scanner = new XmlScanner(xml);
  const markup: string[] = [];
  const inner: string[] = [];
  for (let event = scanner.next(); event !== 0; event = scanner.next()) {
    markup.push(xml.slice(scanner.start, scanner.end));
    inner.push(
      event === XML_TEXT
        ? xml.slice(scanner.textStart, scanner.textEnd)
        : xml.slice(scanner.nameStart, scanner.nameEnd),
    );
  }
  expect(markup).toEqual(['<x:a  b="1">', 'te&amp;xt', '<c/>', '', '<![CDATA[d]]>', '</x:a>']);
  expect(inner).toEqual(['a', 'te&amp;xt', 'c', 'c', 'd', 'a']);
});

test('gives attributes by name, in any order, as often as asked', () => {
  const scanner = new XmlScanner(
    `<a xmlns="u" xmlns:r="v" r:id="R" id = 'I' n="&lt;&#10;" e=""><b id="2"/></a>`,
  );
  scanner.root('a');
  expect(scanner.attribute('e')).toBe('');
  expect(scanner.attribute('id')).toBe('I');
  expect(scanner.prefixedAttribute('id')).toBe('R');
  expect(scanner.attribute('n')).toBe('<\n');
  expect(scanner.attribute('r')).toBeUndefined();
  expect(scanner.prefixedAttribute('r')).toBeUndefined();
  expect(scanner.attribute('xmlns')).toBeUndefined();
  expect(scanner.selfClosed).toBe(false);
  expect(scanner.nextChild(1)).toBe(true);
  expect(scanner.attribute('id')).toBe('2');
  expect(scanner.selfClosed).toBe(true);
});

test('children are those of the path, not those of the name', () => {
  const xml = '<a><mc:Alt><b n="no"/><c><b n="no"/></c></mc:Alt><b n="1"><b n="no"/></b>text<b n="2"/></a>';
  const scanner = new XmlScanner(xml);
  scanner.root('a');
  const found: (string | undefined)[] = [];
  while (scanner.nextChild(1)) if (scanner.nameIs('b')) found.push(scanner.attribute('n'));
  expect(found).toEqual(['1', '2']);
  expect(scanner.next()).toBe(0);
});

test.each<[string, string, string, boolean]>([
  ['plain', '<a>xyz</a>', 'xyz', true],
  ['nothing', '<a></a>', '', true],
  ['self-closed', '<a/>', '', true],
  ['entities', '<a>x&amp;y</a>', 'x&y', false],
  ['several pieces', '<a>x<!-- -->y<![CDATA[<]]>z&gt;</a>', 'xy<z>', false],
  ['deeper elements', '<a>x<b>no<c/></b>y</a>', 'xy', false],
])('content: %s', (_, xml, content, isPlain) => {
  const scanner = new XmlScanner(xml);
  scanner.root('a');
  scanner.readContent();
  expect(scanner.content()).toBe(content);
  expect(scanner.contentStart >= 0).toBe(isPlain);
  expect(scanner.event).toBe(XML_END);
  expect(scanner.next()).toBe(0);
});

test('errors name part and place', () => {
  const error = xlsxError(() => new XmlScanner('<a><b></a>', { part: 'xl/x.xml' }).nextChild(5));
  expect(error.detail).toEqual({ part: 'xl/x.xml', offset: 6 });
  expect(
    xlsxError(() => new XmlScanner('<html/>', { part: 'xl/x.xml' }).root('worksheet')).message,
  ).toContain('<html>');
});
