import { contentKey } from '../../../src/xlsx/xml/content-key';
import { editAttributes } from '../../../src/xlsx/xml/edit-attributes';

test.each<[string, Record<string, string | null>, string]>([
  ['<c/>', { s: '1' }, '<c s="1"/>'],
  ['<x:c  r="A1" ><x:v>s="0"</x:v></x:c>', { s: '1' }, '<x:c  r="A1" s="1"><x:v>s="0"</x:v></x:c>'],
  [`<c s = '2' t="s">`, { s: '3', t: null }, '<c s="3">'],
  ['<c x:s="2" ss="2"/>', { s: '3' }, '<c x:s="2" ss="2" s="3"/>'],
  [`<c a=' s="9" >/>' s="2"/>`, { s: '3' }, `<c a=' s="9" >/>' s="3"/>`],
  ['<c s="2"/>', { s: null, t: null }, '<c/>'],
  ['<c/>', { a: '<"&\n' }, '<c a="&lt;&quot;&amp;&#10;"/>'],
  ['<c\n r="A1"\n\ts="2"\n/>', { r: 'B1' }, '<c\n r="B1"\n\ts="2"/>'],
])('%s with %p', (element, changes, expected) => {
  expect(editAttributes(element, changes)).toBe(expected);
});

test('a text without a start tag is refused', () => {
  expect(() => editAttributes('c', { s: '1' })).toThrow(RangeError);
});

test.each([
  [`<x:f a="1" b='2'>\n <x:g/> </x:f>`, '<f b="2" a="1"><g></g></f>', true],
  ['<f a="1&amp;2"/>', '<f a="1&#38;2"/>', true],
  ['<f>a</f>', '<f><![CDATA[a]]></f>', true],
  ['<f a="1"/>', '<f x:a="1"/>', false],
  ['<f><g/></f>', '<f><h/></f>', false],
  ['<f><g/><h/></f>', '<f><g><h/></g></f>', false],
  ['<f>a</f>', '<f>b</f>', false],
])('%s and %s say the same: %p', (one, other, same) => {
  expect(contentKey(one) === contentKey(other)).toBe(same);
});
