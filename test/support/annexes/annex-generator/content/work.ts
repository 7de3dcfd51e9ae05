/** What is counted: what is done, its measure word, the least and the most that a project plans. */
export type Counted = readonly [phrase: string, measure: string, least: number, most: number];

/** A qualitative effect: its name, what was planned and what became of it. */
export type Effect = readonly [name: string, target: string, result: string];

/** One kind of project that a unit carries out, with all that its indicators are made of. */
export interface Work {
  readonly name: string;
  readonly counted: readonly Counted[];
  /** Names of rates that tell how well it was done. */
  readonly rates: readonly string[];
  /** What is to be done by a date. */
  readonly task: string;
  readonly social: readonly Effect[];
  /** Who is asked whether they are content. */
  readonly audience: string;
}

/** A field of public work with the units that are active in it. */
export interface Domain {
  readonly department: string;
  readonly units: readonly string[];
  readonly works: readonly Work[];
}

/** A work from its parts, in the order in which they are read. */
export function work(
  name: string,
  counted: readonly Counted[],
  rates: readonly string[],
  task: string,
  social: readonly Effect[],
  audience: string,
): Work {
  return { name, counted, rates, task, social, audience };
}
