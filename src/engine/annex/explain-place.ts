import { fill, type Locale } from '../language';
import { FIELD_NAMES, fieldName } from './field-names';
import { lowestLabel, placeName, type Evidence, type Looks, type Place, type Relation } from './place';

/** Why a place is read as it is, in sentences of one language. */
export interface PlaceExplanation {
  readonly reasons: readonly string[];
  readonly against: readonly string[];
  /** What it may be as well, by name; `null` where nothing else comes near. */
  readonly runnerUp: string | null;
}

interface ExplanationTexts {
  readonly vocabulary: string;
  readonly pattern: string;
  readonly neighbour: string;
  readonly caption: string;
  readonly formula: string;
  readonly arithmetic: string;
  readonly values: string;
  readonly reviewer: string;
  readonly relations: Readonly<Record<Relation, string>>;
  readonly looks: Readonly<Record<Looks, string>>;
  readonly listed: string;
}

const TEXTS: Readonly<Record<Locale, ExplanationTexts>> = {
  'zh-CN': {
    vocabulary: '“{label}”是该栏目的通用名称',
    pattern: '“{label}”与该栏目的通用名称写法相近',
    neighbour: '由左侧相邻列推断',
    caption: '表头印有算式“{text}”',
    formula: '{rows} 个单元格的公式为：{relation}',
    arithmetic: '可核对的 {rows} 行中有 {agree} 行：{relation}',
    values: '单元格内容{looks}',
    reviewer: '审核人指定',
    relations: {
      quotient: '{result} 列 = {first} 列 ÷ {second} 列',
      sum: '{result} 列 = {all}列之和',
      difference: '{result} 列 = {first} 列 − {second} 列',
      product: '{result} 列 = 分值 × {first} 列',
      change: '{result} 列 =（{first} 列 − {second} 列）÷ {second} 列',
    },
    looks: {
      'no-numbers': '多为文字',
      numbers: '为数字',
      'percent-format': '为百分数',
      fractions: '为 0 至 1 之间的小数',
      'up-to-hundred': '为 100 以内的数字',
      amounts: '为较大金额',
      grades: '均为等级',
      texts: '为文字',
      blank: '为空',
    },
    listed: '、',
  },
  en: {
    vocabulary: '"{label}" is a usual name of it',
    pattern: '"{label}" is worded like it',
    neighbour: 'by the columns on its left',
    caption: 'the header prints the formula "{text}"',
    formula: 'the formulas of {rows} cells say: {relation}',
    arithmetic: 'in {agree} of {rows} rows that tell: {relation}',
    values: 'its cells hold {looks}',
    reviewer: 'a reviewer said so',
    relations: {
      quotient: '{result} = {first} ÷ {second}',
      sum: '{result} = sum of {all}',
      difference: '{result} = {first} − {second}',
      product: '{result} = weight × {first}',
      change: '{result} = ({first} − {second}) ÷ {second}',
    },
    looks: {
      'no-numbers': 'mostly texts',
      numbers: 'numbers',
      'percent-format': 'percentages',
      fractions: 'fractions between 0 and 1',
      'up-to-hundred': 'numbers up to 100',
      amounts: 'large amounts',
      grades: 'nothing but grades',
      texts: 'texts',
      blank: 'nothing',
    },
    listed: ', ',
  },
};

/**
 * Puts into words what speaks for the field of a place, or for what it is guessed to be, and what speaks against it.
 *
 * @param places those of its annex, which evidence names by their index
 */
export function explainPlace(place: Place, places: readonly Place[], locale: Locale): PlaceExplanation {
  const reasons: string[] = [];
  const against: string[] = [];
  for (const evidence of place.evidence) {
    const list = 'against' in evidence && evidence.against ? against : reasons;
    list.push(sentence(evidence, place, places, TEXTS[locale]));
  }
  const runnerUp = place.guess?.runnerUp ?? null;
  return { reasons, against, runnerUp: runnerUp && fieldName(runnerUp, FIELD_NAMES[locale]) };
}

function sentence(
  evidence: Evidence,
  place: Place,
  places: readonly Place[],
  texts: ExplanationTexts,
): string {
  switch (evidence.by) {
    case 'vocabulary':
    case 'pattern': {
      const label = (place.labels[evidence.label]?.text ?? lowestLabel(place)).replace(/\s+/g, '');
      return fill(texts[evidence.by], { label });
    }
    case 'caption':
      return fill(texts.caption, { text: evidence.text });
    case 'formula':
    case 'arithmetic': {
      const names = evidence.places.map((index) => nameOf(places[index]));
      const [result = '', first = '', second = ''] = names;
      const all = names.slice(1).join(texts.listed);
      const relation = fill(texts.relations[evidence.relation], { result, first, second, all });
      const agree = evidence.by === 'arithmetic' ? String(evidence.agree) : '';
      return fill(texts[evidence.by], { rows: String(evidence.rows), agree, relation });
    }
    case 'values':
      return fill(texts.values, { looks: texts.looks[evidence.looks] });
    default:
      return texts[evidence.by];
  }
}

function nameOf(place: Place | undefined): string {
  return place ? placeName(place) : '?';
}
