import {
  askedOf,
  verdictOf,
  type JudgedTexts,
  type Statement,
  type StatementCache,
  type Verdict,
} from '../../quantity';
import type { CellValue } from '../../sheet/cell-value';

/**
 * What the texts of an indicator say together, in whatever rows they stand: indicators of one kind with equal texts share
 * it, so that they are judged once.
 */
export class Wording {
  private knownAsked: Statement | null | undefined;
  private knownVerdict: Verdict | null | undefined;
  private asker: object | null = null;
  private speakers: readonly number[] | null = null;

  /** What it asks for; `texts` are those that are worded so. */
  asked(texts: JudgedTexts, statements: StatementCache): Statement | null {
    if (this.knownAsked === undefined) this.knownAsked = askedOf(texts, statements);
    return this.knownAsked;
  }

  /** Whether it is reached; `year` is that of the annex. */
  verdict(
    texts: JudgedTexts,
    asked: Statement | null,
    year: number | null,
    statements: StatementCache,
  ): Verdict | null {
    if (this.knownVerdict === undefined) this.knownVerdict = verdictOf(texts, asked, year, statements);
    return this.knownVerdict;
  }

  /** Which of the rules of a run have something to say of it; `null` where it does not know of that run. */
  speakersOf(run: object): readonly number[] | null {
    return this.asker === run ? this.speakers : null;
  }

  /** Keeps that for a run; what was kept for another one is forgotten. */
  keepSpeakers(run: object, speakers: readonly number[]): void {
    this.asker = run;
    this.speakers = speakers;
  }
}

/** So many wordings of one column are kept; the next one lets go of all of them. */
const KEPT = 1 << 16;
/** After so many it is known whether they come again often enough for looking them up. */
const ENOUGH = 1 << 12;

/** The wordings of one place for indicators, by the raw values of its cells of text. */
export class Wordings {
  private root = new Step();
  private kept = 0;
  private asked = 0;
  private seldomAgain = false;

  /** @param columns where the cells of text stand in a row of values */
  constructor(private readonly columns: readonly number[]) {}

  /** That of the indicator in a row; one of its own where a cell holds anything but text: its format counts, too. */
  in(values: readonly CellValue[]): Wording {
    if (this.seldomAgain) return new Wording();
    const { columns } = this;
    let step = this.root;
    for (let i = 0; i < columns.length; i++) {
      const value = values[columns[i]!] ?? null;
      if (value !== null && typeof value !== 'string') return new Wording();
      step = step.to(value);
    }
    this.asked++;
    return (step.wording ??= this.another());
  }

  private another(): Wording {
    this.kept++;
    if (this.kept >= ENOUGH) this.seldomAgain = this.kept * 2 > this.asked;
    if (this.seldomAgain || this.kept >= KEPT) {
      this.root = new Step();
      this.kept = this.asked = 0;
    }
    return new Wording();
  }
}

/** One text behind others. Most are followed by few. */
class Step {
  wording: Wording | null = null;
  private first: { readonly value: string | null; readonly step: Step } | null = null;
  private others: Map<string | null, Step> | null = null;

  to(value: string | null): Step {
    const { first } = this;
    if (first === null) {
      const step = new Step();
      this.first = { value, step };
      return step;
    }
    if (first.value === value) return first.step;
    const others = (this.others ??= new Map());
    let step = others.get(value);
    if (step === undefined) others.set(value, (step = new Step()));
    return step;
  }
}
