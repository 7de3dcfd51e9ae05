import type {
  GroupPoints,
  Indicator,
  MoneyCells,
  NarrativeCells,
  PartyReview,
  ProjectFrame,
  RateCells,
  ScoreCells,
} from '../annex';
import type { NumberCell } from '../values/number-cell';
import type { RateCell } from '../values/rate-cell';
import type { TextCell } from '../values/text-cell';

/** Reads the cells of the projects of one annex, each where its frame says. */
export interface ProjectCells {
  name(frame: ProjectFrame): TextCell;
  sequence(frame: ProjectFrame): NumberCell | null;
  money(frame: ProjectFrame): MoneyCells;
  rate(frame: ProjectFrame): RateCell | null;
  rates(frame: ProjectFrame): RateCells;
  reviews(frame: ProjectFrame): readonly PartyReview[];
  groups(frame: ProjectFrame): readonly GroupPoints[];
  narrative(frame: ProjectFrame): NarrativeCells;
  scores(frame: ProjectFrame): ScoreCells;
  indicators(frame: ProjectFrame): readonly Indicator[];
}
