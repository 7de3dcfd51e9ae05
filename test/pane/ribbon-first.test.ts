import { followRibbon } from '../../src/pane/ribbon';
import { createCommands } from '../../src/pane/state/commands';
import { DEFAULT_SETTINGS } from '../../src/pane/state/pane-settings';
import { createPaneStore } from '../../src/pane/state/pane-store';
import { FakeReviewer } from '../support/workbooks/fake-reviewer';

test('what a button of the ribbon did before the pane has looked at a sheet stays told', async () => {
  const store = createPaneStore(DEFAULT_SETTINGS);
  const commands = createCommands(store, async () => new FakeReviewer(), { save: () => undefined });
  let press: (name: string) => Promise<boolean> = async () => false;
  const takeButtons = (take: (name: never) => Promise<boolean>): (() => void) => {
    press = take as typeof press;
    return () => undefined;
  };
  followRibbon({ takeButtons }, store, commands);
  const done = press('clearMarks');
  await commands.connect();
  expect(await done).toBe(true);
  const { notice, recognition } = store.getState();
  expect([notice?.type, recognition === null]).toEqual(['unmarked', false]);
});
