import type { CommandName } from '../../src/commands/command';
import { currentTaker } from '../../src/commands/handover';
import { followRibbon } from '../../src/pane/ribbon';
import type { Commands } from '../../src/pane/state/commands';
import { initialState, type PaneState } from '../../src/pane/state/pane-state';
import type { PaneStore } from '../../src/pane/state/pane-store';

const sheet = { id: 's1', name: '附件2', kind: 'worksheet', visible: true };

/** A pane that writes down what is clicked in it; its reviews succeed where `annex` says so. */
function paneOf({ annex, reviewed = false }: { annex: boolean; reviewed?: boolean }) {
  const review = { sheet, annexes: [], reason: null, findings: [] };
  let state = {
    ...initialState(),
    recognition: review,
    reviews: reviewed ? { s1: review } : {},
  } as unknown as PaneState;
  const clicked: string[] = [];
  const click = (name: string) => async () => {
    clicked.push(name);
    return true;
  };
  const commands = {
    review: async () => {
      clicked.push('review');
      if (annex) state = { ...state, reviews: { s1: review } } as unknown as PaneState;
    },
    mark: click('mark'),
    clearMarks: click('clearMarks'),
    insertRollups: click('insertRollups'),
  } as unknown as Commands;
  const stop = followRibbon({ getState: () => state } as PaneStore, commands);
  return { clicked, stop };
}

test.each<[CommandName, { annex: boolean; reviewed?: boolean }, boolean, string[]]>([
  ['review', { annex: true }, true, ['review']],
  ['review', { annex: false }, false, ['review']],
  ['mark', { annex: true }, true, ['review', 'mark']],
  ['mark', { annex: true, reviewed: true }, true, ['mark']],
  ['mark', { annex: false }, false, ['review']],
  ['clearMarks', { annex: false }, true, ['clearMarks']],
  ['insertRollups', { annex: true }, true, ['review', 'insertRollups']],
  ['insertRollups', { annex: false }, false, ['review']],
])('%s in a pane %j', async (command, pane, done, clicks) => {
  const { clicked, stop } = paneOf(pane);
  expect(await currentTaker()!(command)).toBe(done);
  expect(clicked).toEqual(clicks);
  stop();
  expect(currentTaker()).toBeNull();
});
