import {
  fromProperties,
  isOwnProperty,
  propertiesOf,
  toProperties,
  type TextProperty,
} from '../../../src/host/protocol/state-properties';
import { Random } from '../../support/random';

const LONG = JSON.stringify({ records: Array.from({ length: 60 }, (_, i) => `第${i}条：》90% → ≥90%`) });

const texts = (properties: readonly TextProperty[]) => fromProperties(properties).map(({ text }) => text);

describe('records in document properties', () => {
  it.each([
    ['nothing', ''],
    ['a short one', '{"v":2}'],
    ['a long one', LONG],
    ['blanks at every end', ` ${'a '.repeat(400)} `],
    ['pairs at every cut', '𠮷'.repeat(500)],
    ['line ends, tabs, backslashes and what looks like an escape', 'a\r\n\tb\\u0041\\\\n_x0041_ _x_\u0000'],
    ['halves of pairs', '\ud842 \udfb7\udfb7\ud842'],
    ['bars and heads', '|1/2 00000000|x|'.repeat(40)],
  ])('%s comes back as it was, in pieces that every program keeps', (_, text) => {
    const properties = toProperties(text, 'writer-1');
    expect(texts(properties)).toEqual([text]);
    for (const { name, value } of properties) {
      expect(value.length).toBeLessThanOrEqual(255);
      expect(value).toBe(value.trim());
      // What XML cannot hold, or programs write as something else.
      expect(value).not.toMatch(/[\p{Cc}\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/u);
      expect(isOwnProperty(name)).toBe(true);
    }
  });

  it('comes back whatever the order, beside those of others and properties of the user', () => {
    const mine = toProperties(LONG, 'a');
    const theirs = toProperties('{"v":2}', 'b');
    const users = [
      { name: '部门', value: '市水务处' },
      { name: 'annex-reviewer', value: 'x' },
    ];
    const all = [...mine, ...users, ...theirs].reverse();
    expect(texts(all).sort()).toEqual([LONG, '{"v":2}'].sort());
    const [other, own] = fromProperties(all);
    expect(propertiesOf(own!.id, all)).toHaveLength(mine.length);
    expect(propertiesOf(other!.id, all)).toEqual([theirs[0]!.name]);
    expect(propertiesOf('customXml/item1.xml', all)).toEqual([]);
    expect(users.filter(({ name }) => isOwnProperty(name))).toEqual([]);
  });

  it('says that it cannot be read where anything was lost, doubled, cut or changed', () => {
    const properties = toProperties(LONG, 'a');
    const random = new Random(7);
    for (let i = 0; i < properties.length; i++) {
      const one = properties[i]!;
      const harmed: TextProperty[][] = [
        properties.filter((_, at) => at !== i),
        [...properties, one],
        properties.map((each, at) => (at === i ? { ...each, value: each.value.slice(0, -2) } : each)),
        properties.map((each, at) => (at === i ? { ...each, value: '' } : each)),
        properties.map((each, at) =>
          at === i
            ? { ...each, value: swapped(each.value, random.integer(20, each.value.length - 2)) }
            : each,
        ),
      ];
      for (const some of harmed) if (some.length > 0) expect(texts(some)).toEqual([null]);
    }
  });

  it('is read in time that grows with its length alone', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => ({
      name: `annex-reviewer.state.x.${i + 1}`,
      value: `|${i + 1}/50000 00000000|${'|'.repeat(200)}|`,
    }));
    expect(texts(many)).toEqual([null]);
  });
});

/** With another character in one place. */
function swapped(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === '#' ? '%' : '#') + text.slice(at + 1);
}
