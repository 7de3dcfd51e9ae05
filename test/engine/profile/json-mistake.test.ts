import { findJsonMistake } from '../../../src/engine/profile/json-mistake';
import { Random } from '../../support/random';

test.each<[string, string]>([
  ['', '1:1 "" unfinished'],
  ['  \n', '2:1 "" unfinished'],
  ['{"id": "a"', '1:11 "" unfinished'],
  ['{"id": ', '1:8 "" unfinished'],
  ['{\n  "id": "a",\n}', '3:1 "}" trailing-comma'],
  ['{"off": ["a",]}', '1:14 "]" trailing-comma'],
  ['{"id": "a"，"off": []}', '1:11 "，" full-width'],
  ['{"id"： "a"}', '1:6 "：" full-width'],
  ['{“id”: "a"}', '1:2 "“" quotes'],
  ["{'id': 1}", `1:2 "'" quotes`],
  ['{\r\n// 口径\r\n"id": "a"}', '2:1 "/" comment'],
  ['{"id": "a"\n "off": []}', '2:2 """ missing-comma'],
  ['[1 2]', '1:4 "2" missing-comma'],
  ['{"explainBelow": 90%}', '1:20 "%" percent'],
  ['{"id": a}', '1:8 "a" other'],
  ['{"id": .9}', '1:8 "." other'],
  ['{"a": 01}', '1:7 "0" other'],
  ['{"a": "x\ny"}', '1:7 """ other'],
  ['{"a": "\\x"}', '1:7 """ other'],
  ['{"a": 1} {', '1:10 "{" other'],
  ['{"a" 1}', '1:6 "1" other'],
  ['{"a": 1]', '1:8 "]" other'],
  ['{"字": "😀", 😀}', '1:12 "😀" other'],
  ['nul', '1:1 "n" other'],
])('%j', (text, expected) => {
  const { line, column, found, slip } = findJsonMistake(text)!;
  expect(`${line}:${column} "${found}" ${slip}`).toBe(expected);
});

test.each(['{}', '[]', ' "a" ', '-1.5e+3', '{"a":[1,{"b":null}],"c":"\\u00e9\\n"}\n', '[[[]],{}]'])(
  '%j is JSON',
  (text) => {
    expect(findJsonMistake(text)).toBeNull();
  },
);

test('agrees with JSON.parse on texts that were damaged at random', () => {
  const random = new Random(7);
  const good = '{"id": "a", "off": ["x", "y"], "n": -1.5e2, "t": true, "g": {"f": null, "s": "\\"q\\u0041"}}';
  const characters = ['{', '}', '[', ']', ',', ':', '"', '\\', ' ', '0', '-', '.', 'e', 't', '\n', ''];
  for (let i = 0; i < 3000; i++) {
    let text = good;
    for (let n = random.integer(1, 3); n > 0; n--) {
      const at = random.integer(0, text.length - 1);
      text = text.slice(0, at) + random.pick(characters) + text.slice(at + random.integer(0, 1));
    }
    let valid = true;
    try {
      JSON.parse(text);
    } catch {
      valid = false;
    }
    expect([text, findJsonMistake(text) === null]).toEqual([text, valid]);
  }
});

test('deep nesting and long texts are no trouble', () => {
  expect(findJsonMistake('['.repeat(200_000))).toMatchObject({ slip: 'unfinished' });
  expect(findJsonMistake(`"${'字'.repeat(200_000)}"`)).toBeNull();
});
