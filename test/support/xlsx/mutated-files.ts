import { Random } from '../random';
import { zipParts } from './xlsx-builder';

type Parts = Readonly<Record<string, string>>;

/** A workbook that was damaged at random, and how. */
export interface MutatedFile {
  readonly how: string;
  readonly bytes: Uint8Array;
}

type Mutation = (parts: Parts, random: Random) => Uint8Array;

const SNIPPETS = [
  '<',
  '>',
  '"',
  '/>',
  '&',
  '&amp;',
  '<!--',
  ']]>',
  '9',
  '-1',
  ' r="A1"',
  'x:',
  '\0',
  '绩',
  'XFD1048576',
  '1e999',
];
const namesOf = (parts: Parts): string[] => Object.keys(parts).sort();

/** Changes one part, chosen at random among those that `fits` allows. */
const onePart =
  (change: (xml: string, random: Random) => string, fits: (name: string) => boolean = () => true): Mutation =>
  (parts, random) => {
    const name = random.pick(namesOf(parts).filter(fits));
    return zipParts({ ...parts, [name]: change(parts[name]!, random) });
  };

/** Puts something in place of one of the matches of a pattern. */
const oneMatch =
  (pattern: RegExp, change: (match: string, random: Random, all: readonly string[]) => string) =>
  (xml: string, random: Random): string => {
    const all = [...xml.matchAll(pattern)];
    if (all.length === 0) return xml;
    const match = random.pick(all);
    const changed = change(
      match[0],
      random,
      all.map(([one]) => one),
    );
    return xml.slice(0, match.index) + changed + xml.slice(match.index + match[0].length);
  };

const ATTRIBUTE = /\s[\w:.-]+="[^"]*"/g;
const ELEMENT = /<[\w:.-]+(?:\s[^<>]*)?\/>/g;
const ID = /(?<=\s(?:r:id|Id|sheetId|localSheetId|s|dxfId|i|authorId|shapeId)=")[^"]*(?=")/g;
const TARGET = /(?<=\s(?:Target|PartName)=")[^"]*(?=")/g;

/** By name: ways in which files get damaged. */
const OF_XML: Readonly<Record<string, (xml: string, random: Random) => string>> = {
  'an attribute gone': oneMatch(ATTRIBUTE, () => ''),
  'an attribute twice': oneMatch(ATTRIBUTE, (one) => one + one),
  'an element gone': oneMatch(ELEMENT, () => ''),
  'an element twice': oneMatch(ELEMENT, (one) => one + one),
  'ids exchanged': oneMatch(ID, (_, random, all) => random.pick(all)),
  'a target exchanged': oneMatch(TARGET, (_, random, all) => random.pick(all)),
  'a target renamed': oneMatch(TARGET, (one) => `${one}x`),
  'cut short': (xml, random) => xml.slice(0, random.integer(0, xml.length)),
  'characters put in': (xml, random) => {
    const at = random.integer(0, xml.length);
    return xml.slice(0, at) + random.pick(SNIPPETS) + xml.slice(at + random.integer(0, 3));
  },
};

const OF_FILES: Readonly<Record<string, Mutation>> = {
  'bytes changed': (parts, random) => {
    const bytes = zipParts(parts);
    for (let changes = random.integer(1, 3); changes > 0; changes--)
      bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
    return bytes;
  },
  'the file cut short': (parts, random) => {
    const bytes = zipParts(parts);
    return bytes.subarray(0, random.integer(0, bytes.length));
  },
  'a part gone': (parts, random) => zipParts({ ...parts, [random.pick(namesOf(parts))]: null }),
  'a part renamed': (parts, random) => {
    const name = random.pick(namesOf(parts));
    return zipParts({ ...parts, [name]: null, [name.replace(/(\w)\./, '$19.')]: parts[name]! });
  },
  'a part under another name too': (parts, random) =>
    zipParts({ ...parts, [random.pick(namesOf(parts)).toUpperCase()]: parts[random.pick(namesOf(parts))]! }),
  ...Object.fromEntries(Object.entries(OF_XML).map(([how, change]) => [how, onePart(change)])),
};

const isSheet = (name: string): boolean => name.startsWith('xl/worksheets/sheet');

/** A workbook damaged in one of all ways; the same for the same seed. */
export function mutatedFile(parts: Parts, seed: number): MutatedFile {
  const random = new Random(seed);
  const how = random.pick(Object.keys(OF_FILES));
  return { how, bytes: OF_FILES[how]!(parts, random) };
}

/** A workbook one of whose worksheets is damaged, up to three times. */
export function mutatedSheet(parts: Parts, seed: number): MutatedFile {
  const random = new Random(seed);
  const ways = Array.from({ length: random.integer(1, 3) }, () => random.pick(Object.keys(OF_XML)));
  const change = onePart((xml) => ways.reduce((text, how) => OF_XML[how]!(text, random), xml), isSheet);
  return { how: ways.join(', '), bytes: change(parts, random) };
}
