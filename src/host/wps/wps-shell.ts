import type { SpreadsheetApplication } from '../port';
import type { HostShell } from '../shell';
import { LeftTexts } from './left-texts';
import { LEFT_COMMANDS, pluginStorageOf, setPaneVisible, SIGN_OF_LIFE, type WpsPage } from './pane-page';

/** So often the pane looks whether a button was pressed; in milliseconds. The shared store tells nobody of its changes. */
const LOOK = 300;

/**
 * WPS around the pane. The ribbon's functions run in the background page, which shows the pane and leaves it the command;
 * the pane does the work and says what came of it. So this shell belongs to the pane's page, and serves no buttons itself.
 *
 * @param open finds the workbooks and opens the adapter
 */
export function wpsShell(
  open: () => Promise<SpreadsheetApplication>,
  page: WpsPage = window as unknown as WpsPage,
): HostShell {
  const storage = () => pluginStorageOf(page);
  const commands = new LeftTexts(storage, LEFT_COMMANDS);
  const outcomes = new LeftTexts(storage, 'outcome');
  return {
    openApplication: open,

    // The object model says nothing of it that all builds say; the browser inside WPS speaks as WPS does.
    displayLanguage: () => page.navigator.language || 'zh-CN',

    async openSettings() {
      const { openSettingsStorage } = await import('../settings-storage');
      return openSettingsStorage();
    },

    serveButtons: () => undefined,

    takeButtons(take) {
      const mine = take as (name: string) => Promise<boolean>;
      const look = (): void => {
        for (const name of commands.take()) void mine(name).catch(() => undefined);
      };
      sayAlive(page);
      look();
      const timer = page.setInterval(look, LOOK);
      page.addEventListener('focus', look);
      return () => {
        page.clearInterval(timer);
        page.removeEventListener('focus', look);
      };
    },

    passToPane: () => null,

    showPane: () => Promise.resolve(setPaneVisible(page, true)),

    hidePane: () => void setPaneVisible(page, false),

    // What a page of WPS could show by itself stops the whole program until it is answered.
    showMessage: () => Promise.resolve(false),

    leaveForPane: (text) => void outcomes.leave(text),

    takeLeft: () => outcomes.take().pop() ?? null,
  };
}

/** A pane from whose page nothing comes may be blank: the background page then tries another way to open it. */
function sayAlive(page: object): void {
  try {
    pluginStorageOf(page)?.setItem(SIGN_OF_LIFE, String(Date.now()));
  } catch {
    // Then the background page waits in vain, and opens the pane once more.
  }
}
