import type { MessagePort } from 'node:worker_threads';
import type { AnnexView } from '../../../engine/annex/annex';
import { readAnnexes } from '../../../engine/annex/reading';
import type { AnnexRun, Learnt } from '../../../engine/review/annex-run';
import { lookAtPortions, runOf, type TakePortion } from '../../../engine/review/shared-review';
import type { AnnexFacts } from '../../../engine/rule/annex-facts';
import { openFileHost } from '../../../host/file/file-host';
import { isUnchanged } from '../../file-identity';
import type { FromHelper, StepForHelper, ToHelper } from './messages';
import { PortionCounter } from './portion-counter';

/**
 * The work of a helper: reads the worksheet that is expected, while its owner does, and looks at portions of it. A helper
 * that cannot, or whose file has changed, takes none, and all is done without it.
 *
 * @param helper its number among the helpers
 */
export function runHelper(port: MessagePort, helper: number): void {
  let annexes: Promise<readonly AnnexView[]> = Promise.resolve([]);
  let run: { readonly annex: number; readonly at: AnnexRun } | null = null;

  const runAt = async ({ annex, profile }: StepForHelper): Promise<AnnexRun | null> => {
    if (run?.annex === annex) return run.at;
    const view = (await annexes)[annex];
    run = view ? { annex, at: runOf(view, profile) } : null;
    return run && run.at;
  };
  const step = async (message: StepForHelper): Promise<FromHelper> => {
    const at = await runAt(message);
    if (!at) return { looked: new Map() };
    const { portions, shared } = message;
    const take = new PortionCounter(portions, 0, shared).takeFor(helper);
    return { looked: lookFor(at, message, take) };
  };
  // Steps are worked on one after the other.
  let before: Promise<unknown> = Promise.resolve();
  port.on('message', (message: ToHelper) => {
    if (message.kind === 'expect') {
      run = null;
      annexes = annexesOf(message).catch(() => []);
    } else before = before.then(async () => port.postMessage(await step(message)));
  });
}

async function annexesOf({
  path,
  identity,
  sheetId,
  options,
}: Extract<ToHelper, { kind: 'expect' }>): Promise<readonly AnnexView[]> {
  const sheet = await (await openFileHost(path)).read(sheetId);
  return isUnchanged(path, identity) ? readAnnexes(sheet, undefined, options) : [];
}

function lookFor(run: AnnexRun, { kind, input }: StepForHelper, take: TakePortion): Map<number, unknown> {
  switch (kind) {
    case 'facts':
      return lookAtPortions(run.portions, take, (portion) => run.facts(portion));
    case 'look':
      run.takeFacts(input as AnnexFacts);
      return lookAtPortions(run.portions, take, (portion) => run.look(portion));
    case 'lookAgain':
      run.takeLearnt(input as readonly Learnt[]);
      return lookAtPortions(run.portions, take, (portion) => run.lookAgain(portion));
  }
}
