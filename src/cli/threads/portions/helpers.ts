import { Worker } from 'node:worker_threads';
import type { RecogniseOptions } from '../../../engine/annex/recognise-options';
import type { SheetHelp } from '../../../app/workbook-review';
import type { LearntFacts } from '../../../engine/facts/annex-facts';
import type { Profile } from '../../../engine/profile/profile';
import type { FirstLook, Learnt, Said } from '../../../engine/review/annex-run';
import type { LookedAt, ReviewSheetOptions } from '../../../engine/review/review-sheet';
import {
  lookAtAnnexesTogether,
  type Looked,
  type Others,
  type SharedStep,
} from '../../../engine/review/shared-review';
import type { AnnexFacts } from '../../../engine/rule/annex-facts';
import type { SheetSnapshot } from '../../../engine/sheet/snapshot';
import { isUnchanged, lookAt, type FileIdentity } from '../../file-identity';
import type { ThreadData } from '../start-thread';
import type { FromHelper, Step, StepForHelper, ToHelper } from './messages';
import { PortionCounter } from './portion-counter';

/** Annexes of fewer projects are sooner reviewed by one. */
const LEAST_PROJECTS = 2000;

/**
 * Threads that help to review the large worksheets of one file. Each reads the file by itself while its owner does, which is
 * done sooner than a worksheet is handed over; portions are then taken by whoever is free. What is lost with a helper is
 * looked at again.
 */
export class Helpers implements SheetHelp {
  private readonly helpers: readonly Helper[];
  private readonly identity: FileIdentity | null;

  /**
   * @param path the file, which nobody has begun to read
   * @param script the file that a thread begins with
   */
  constructor(
    private readonly path: string,
    count: number,
    script: string,
  ) {
    this.identity = lookAt(path);
    this.helpers = Array.from({ length: count }, (_, helper) => new Helper(script, helper));
  }

  expect({ id }: { readonly id: string }, options: RecogniseOptions): void {
    const { path, identity } = this;
    if (identity)
      for (const helper of this.helpers)
        helper.tell({ kind: 'expect', path, identity, sheetId: id, options });
  }

  look(sheet: SheetSnapshot, options: ReviewSheetOptions): Promise<LookedAt[]> {
    const isSame = isUnchanged(this.path, this.identity);
    return lookAtAnnexesTogether(sheet, options, (index, annex, profile) =>
      isSame && annex.projects.length >= LEAST_PROJECTS ? this.othersAt(index, profile) : null,
    );
  }

  async end(): Promise<void> {
    await Promise.all(this.helpers.map((helper) => helper.end()));
  }

  private othersAt(annex: number, profile: Profile): Others {
    const step = <T>(kind: Step, portions: number, input: unknown): SharedStep<T> => {
      const counter = new PortionCounter(portions, this.helpers.length);
      const { shared } = counter;
      const answers = this.helpers.map((helper) =>
        helper.ask({ kind, annex, profile, input, portions, shared }),
      );
      return {
        take: counter.takeFor(null),
        // One that has taken nothing may be reading yet; nobody waits for it.
        collect: async () => merged<T>(await Promise.all(answers.filter((_, i) => counter.hasTaken(i)))),
      };
    };
    return {
      facts: (portions) => step<LearntFacts>('facts', portions, null),
      look: (portions, facts: AnnexFacts) => step<FirstLook>('look', portions, facts),
      lookAgain: (portions, learnt: readonly Learnt[]) =>
        step<readonly Said[]>('lookAgain', portions, learnt),
    };
  }
}

/** One helper, as the thread whose sheets it helps with sees it. */
class Helper {
  private readonly worker: Worker;
  private readonly asked: ((looked: Looked<unknown>) => void)[] = [];
  private hasEnded = false;

  constructor(script: string, helper: number) {
    const workerData: ThreadData = { work: 'portions', helper };
    this.worker = new Worker(script, { workerData });
    this.worker.on('message', ({ looked }: FromHelper) => this.asked.shift()?.(looked));
    // What it had taken is looked at again by the owner, who meets the same trouble or none.
    this.worker.on('error', () => undefined);
    this.worker.on('exit', () => {
      this.hasEnded = true;
      for (const answer of this.asked.splice(0)) answer(new Map());
    });
  }

  tell(message: ToHelper): void {
    this.worker.postMessage(message);
  }

  /** What it has made of the portions that it takes; nothing once it has ended. */
  ask(step: StepForHelper): Promise<Looked<unknown>> {
    if (this.hasEnded) return Promise.resolve(new Map());
    return new Promise((resolve) => {
      this.asked.push(resolve);
      this.tell(step);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

function merged<T>(all: readonly Looked<unknown>[]): Looked<T> {
  return new Map(all.flatMap((looked) => [...(looked as Looked<T>)]));
}
