import { foldText } from '../../annex/text';
import type { Grade } from '../../profile/profile';

/** Ways to write the four grades of 财预〔2020〕10号, from the best down; the first is the plain one. */
const SPELLINGS: readonly (readonly string[])[] = [
  ['优', '优秀', 'A'],
  ['良', '良好', 'B'],
  ['中', '中等', '合格', '及格', '一般', 'C'],
  ['差', '较差', '不合格', '不及格', 'D'],
];

/** 合格 and 及格 may take in what other scales call 良. */
const WIDE: readonly string[] = ['合格', '及格'];

const PASS = /合格/;
/** 优秀 and 良好 are the long spellings of so many grades from the best down. */
const LONG_GRADES = 2;

/** What may stand around the word: "评价等级：优", "优（95分）", "良等次". */
const AROUND =
  /^(?:(?:绩效|自评|评价|评定|综合)*(?:等级|等次|结果|档次)?(?:为|是|:)?)(.+?)(?:等级|等次|档次|级|等|档)?$/;

/** Brackets with figures in them: （80-89分）, (92分), （≥90）. */
const FIGURES_IN_BRACKETS = /\s*[（([【][^（）()[\]【】]*\d[^（）()[\]【】]*[）)\]】]/g;
/** Two bounds, or one with a sign that it is one: 80-89, 80≤S<90, ≥90, 60分以下. */
const BAND = /\d[^\d.]*[-~—–至到≤<][^\d.]*\d|[≥≤<>]|以[上下]/;
const ONE_FIGURE = /^\D*(\d+(?:\.\d+)?)\D*$/;

/** Whether what stands in brackets is one figure and the score: （86.5分）. */
function saysTheScore(bracket: string, score: number): boolean {
  const folded = bracket.normalize('NFKC');
  const figure = ONE_FIGURE.exec(folded)?.[1];
  return figure !== undefined && !BAND.test(folded) && Math.abs(Number(figure) - score) < 0.05;
}

/** A grade as a cell says it. */
export interface SaidGrade {
  /** Position among the profile's grades, the best first. */
  readonly index: number;
  /** The word itself, as it stands in the cell. */
  readonly word: string;
  /** Whether it is a word that may reach up into the next grade. */
  readonly wide: boolean;
}

/** Reads and writes the grades of a profile, in the spellings that annexes use. */
export class GradeWords {
  private readonly indexes = new Map<string, number>();
  private readonly known = new Map<string, SaidGrade | null>();

  /** `grades` from the best down. */
  constructor(private readonly grades: readonly Grade[]) {
    const named = grades.map(({ name }) => SPELLINGS.findIndex((words) => words.includes(name)));
    // Other spellings stand for a grade only where the profile has the same four.
    const usual = grades.length === SPELLINGS.length && named.every((row, i) => row === i);
    if (usual) SPELLINGS.forEach((words, i) => words.forEach((word) => this.indexes.set(word, i)));
    grades.forEach(({ name }, i) => this.indexes.set(foldText(name), i));
  }

  /** The grade of a cell; `null` where the text is none that is known. Equal texts are read once. */
  read(text: string): SaidGrade | null {
    let said = this.known.get(text);
    if (said === undefined) {
      said = this.readAnew(text);
      this.known.set(text, said);
    }
    return said;
  }

  /** Another grade in the manner of the one that was said: 优秀 for 良好, 不合格 for 合格, letters for letters. */
  like({ word }: SaidGrade, index: number): string {
    const letters = /^[A-DＡ-Ｄ]$/i.test(word);
    const spellings = SPELLINGS[index] ?? [];
    const column = letters ? spellings.length - 1 : index < LONG_GRADES ? 1 : PASS.test(word) ? 2 : null;
    const long = letters || word.length > 1;
    const spelling = long && column !== null ? spellings[column] : undefined;
    return spelling ?? this.grades[index]!.name;
  }

  /**
   * The text of a cell with another grade in place of the one that it says. A band or a score in brackets belongs to the
   * grade that was said: it goes, unless it is `band`, which then stands for the right one, or tells the score itself.
   */
  rewrite(text: string, { word }: SaidGrade, right: string, band: string | null, score: number): string {
    return text.replace(word, right).replace(FIGURES_IN_BRACKETS, (bracket) => {
      if (saysTheScore(bracket, score)) return bracket;
      return band ?? '';
    });
  }

  /** The band in brackets that stands beside a grade: （80-89分）; `null` where none does. */
  bandOf(text: string): string | null {
    const [bracket] = text.match(FIGURES_IN_BRACKETS) ?? [];
    return bracket !== undefined && BAND.test(bracket.normalize('NFKC')) ? bracket : null;
  }

  private readAnew(text: string): SaidGrade | null {
    if (text.length > 20) return null;
    const folded = foldText(text)
      .toUpperCase()
      .replace(/[([【][^()[\]【】]*[)\]】]/g, '')
      .replace(/[。.;]$/, '');
    const direct = this.indexes.get(folded);
    const core = direct === undefined ? (AROUND.exec(folded)?.[1] ?? '') : folded;
    const index = direct ?? this.indexes.get(core);
    if (index === undefined) return null;
    // The word is replaced in the text as written: it must stand there in just one place.
    const word = [
      core,
      ...(core.length === 1 ? [String.fromCharCode(core.charCodeAt(0) + 0xfee0), core.toLowerCase()] : []),
    ].find((spelling) => text.includes(spelling));
    return word === undefined || text.indexOf(word) !== text.lastIndexOf(word)
      ? null
      : { index, word, wide: WIDE.includes(core) };
  }
}
