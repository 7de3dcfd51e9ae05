import { STATE_NAMESPACE } from '../../src/host/protocol/state-part';
import { fromStatePart, toStatePart } from '../../src/host/protocol/state-part';

const wrap = (body: string, name = 'state', namespace = `xmlns="${STATE_NAMESPACE}"`) =>
  `<${name} ${namespace}>${body}</${name}>`;

describe('the state part', () => {
  it.each(['', '{}', '{"a":"]]>"}', '中文 👍 <&>"\'', 'a\r\nb\tc', '&amp;&#10;', '<state></state>'])(
    'keeps %j',
    (state) => {
      expect(fromStatePart(toStatePart(state))).toBe(state);
    },
  );

  it('is plain ASCII mark-up around the text, without a bare "]]>"', () => {
    expect(toStatePart('{"a":"]]>"}')).not.toContain(']]>');
  });

  it.each([
    ['a declaration', `<?xml version="1.0" encoding="utf-8"?>\n${wrap('{}')}\n`, '{}'],
    ['a byte order mark and a comment', `\uFEFF<!-- by Excel -->${wrap('{}')}`, '{}'],
    ['a prefix', wrap('{}', 'a:state', `xmlns:a='${STATE_NAMESPACE}'`), '{}'],
    ['CDATA', wrap('<![CDATA[{"a":"<&>"}]]>'), '{"a":"<&>"}'],
    ['hexadecimal references', wrap('&#x4E2D;&#20013;'), '中中'],
  ])('reads what another program made of it: %s', (_, xml, state) => {
    expect(fromStatePart(xml)).toBe(state);
  });

  it.each([
    ['nothing', ''],
    ['no XML', '{}'],
    ['another namespace', wrap('{}', 'state', 'xmlns="urn:other"')],
    ['another element', wrap('{}', 'note')],
    ['an element within', wrap('<a/>')],
    ['an unknown entity', wrap('&nbsp;')],
    ['a bare ampersand', wrap('a & b')],
    ['half of it', wrap('{}').slice(0, -4)],
  ])('takes %s for damaged', (_, xml) => {
    expect(fromStatePart(xml)).toBeNull();
  });
});
