/**
 * @jest-environment jsdom
 */
import { COMMANDS } from '../../src/commands/command';

/** office.js as far as it has come when our script runs: Excel is asked for clicks once `onReady` has been called. */
function giveOffice() {
  const order: string[] = [];
  const functions = new Map<string, (event: { completed(): void }) => void>();
  const Office = {
    actions: {
      associate(name: string, act: (event: { completed(): void }) => void) {
        order.push(`associate ${name}`);
        functions.set(name, act);
      },
    },
    onReady() {
      order.push('onReady');
      return new Promise(() => undefined);
    },
    context: { requirements: { isSetSupported: () => true } },
  };
  Object.assign(window, { Office });
  return { order, functions };
}

test('the buttons are known to office.js before Excel may pass on a click, and answer it though it is not ready', async () => {
  const { order, functions } = giveOffice();
  await jest.isolateModulesAsync(async () => {
    const { officeShell } = await import('../../src/host/office/office-shell');
    await import('../../src/pages/office/commands');
    officeShell.takeButtons(() => new Promise(() => undefined));
    await Promise.resolve();
    expect(order).toEqual([...COMMANDS.map((name) => `associate ${name}`), 'onReady']);
    const completed = jest.fn();
    for (const name of COMMANDS) functions.get(name)!({ completed });
    expect(completed).toHaveBeenCalledTimes(COMMANDS.length);
  });
});
