import type { CommandName } from '../../src/commands/command';
import { officeShell } from '../../src/host/office/office-shell';
import { followRibbon } from '../../src/pane/ribbon';
import type { Commands } from '../../src/pane/state/commands';
import { initialState, type PaneState } from '../../src/pane/state/pane-state';
import type { PaneStore } from '../../src/pane/state/pane-store';

const sheet = { id: 's1', name: '附件2', kind: 'worksheet', visible: true };

/** A page of office.js, where one runtime serves the pane and the buttons. */
beforeAll(() => {
  Object.assign(globalThis, { Office: { context: { requirements: { isSetSupported: () => true } } } });
});
afterAll(() => {
  delete (globalThis as { Office?: unknown }).Office;
});

/** A pane that writes down what is clicked in it; its reviews succeed where `annex` says so. */
function paneOf({ annex, reviewed = false }: { annex: boolean; reviewed?: boolean }) {
  const review = { sheet, annexes: [], reason: null, findings: [] };
  const none = { ...review, reason: 'no-annex' };
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
    ready: async () => undefined,
    review: async () => {
      clicked.push('review');
      const found = annex ? { ...review } : none;
      state = { ...state, reviews: { s1: found } } as unknown as PaneState;
    },
    mark: click('mark'),
    clearMarks: click('clearMarks'),
    insertRollups: click('insertRollups'),
  } as unknown as Commands;
  const stop = followRibbon(officeShell, { getState: () => state } as PaneStore, commands);
  return { clicked, stop, commands };
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
  expect(await officeShell.passToPane(command)).toBe(done);
  expect(clicked).toEqual(clicks);
  stop();
  expect(officeShell.passToPane(command)).toBeNull();
});

test('a click before the pane has found Excel, or amid a task, waits; none is lost, and none is served twice', async () => {
  const { clicked, stop, commands } = paneOf({ annex: true });
  let open = (): void => undefined;
  commands.ready = () => new Promise((resolve) => (open = resolve));
  const click = (command: CommandName) => officeShell.passToPane(command)!;
  const [first, again, other] = [click('review'), click('review'), click('clearMarks')];
  await Promise.resolve();
  expect(clicked).toEqual([]);
  open();
  expect(await Promise.all([first, again])).toEqual([true, true]);
  expect(clicked).toEqual(['review']);
  open();
  expect(await other).toBe(true);
  expect(clicked).toEqual(['review', 'clearMarks']);
  commands.ready = async () => undefined;
  await click('review');
  expect(clicked).toEqual(['review', 'clearMarks', 'review']);
  stop();
});

test('a review that did not come about is no review', async () => {
  const { clicked, stop, commands } = paneOf({ annex: true, reviewed: true });
  commands.review = async () => void clicked.push('review');
  expect(await officeShell.passToPane('review')).toBe(false);
  stop();
});
