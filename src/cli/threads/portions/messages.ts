import type { RecogniseOptions } from '../../../engine/annex/recognise-options';
import type { Profile } from '../../../engine/profile/profile';
import type { Looked } from '../../../engine/review/shared-review';
import type { FileIdentity } from '../../file-identity';

/** The steps of `AnnexRun` over portions, in their order. */
export type Step = 'facts' | 'look' | 'lookAgain';

/** What the thread whose sheet it is tells a helper. */
export type ToHelper =
  /** A worksheet that is about to be read, of a file as it is now. */
  | {
      readonly kind: 'expect';
      readonly path: string;
      readonly identity: FileIdentity;
      readonly sheetId: string;
      /** How it is recognised. */
      readonly options: RecogniseOptions;
    }
  | StepForHelper;

export interface StepForHelper {
  readonly kind: Step;
  /** The annex, by its place among those of the worksheet, and its profile. */
  readonly annex: number;
  readonly profile: Profile;
  /** What the step goes by: the facts, or what was learnt; `null` for the first step. */
  readonly input: unknown;
  /** The portions to take: how many there are, and the counter. */
  readonly portions: number;
  readonly shared: SharedArrayBuffer;
}

/** What a helper says to a step: what it has made of the portions that it has taken. */
export interface FromHelper {
  readonly looked: Looked<unknown>;
}
