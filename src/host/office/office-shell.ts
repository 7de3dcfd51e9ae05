import type { HostShell } from '../shell';
import { answering, type ButtonEvent } from './answer-event';
import { openMessage } from './message-page';
import { officeScriptSettled } from './office-script';
import { sharesRuntime } from './shared-runtime';

/** Where the text for a pane that is opened later lies in local storage, which both pages share. */
const LEFT = 'annex-reviewer.last-command';

/** The pane that has taken the buttons of this page. */
let taker: ((name: string) => Promise<boolean>) | null = null;

/** Excel around the pane, through office.js. What is not needed for the first paint is fetched when it is asked for. */
export const officeShell: HostShell = {
  async openApplication() {
    const [{ openExcel }] = await Promise.all([import('./open-host'), officeScriptSettled()]);
    return openExcel();
  },

  displayLanguage: () => Office.context.displayLanguage ?? 'zh-CN',

  async openSettings() {
    const { openSettingsStorage } = await import('../settings-storage');
    return openSettingsStorage();
  },

  serveButtons(names, perform) {
    void officeScriptSettled().then(() => {
      if (typeof Office === 'undefined') return;
      // Excel may pass on the click that has opened this page before it calls the page ready, and drops a click whose
      // function it does not know by then.
      for (const name of names) {
        const act = answering(() => perform(name));
        Office.actions.associate(name, (event: ButtonEvent) => act(event));
      }
      void Office.onReady();
    });
  },

  takeButtons(take) {
    const mine = take as (name: string) => Promise<boolean>;
    taker = mine;
    return () => {
      if (taker === mine) taker = null;
    };
  },

  // Without a shared runtime a pane in this page is one that nobody sees.
  passToPane: (name) => (taker !== null && sharesRuntime() ? taker(name) : null),

  async showPane() {
    if (!sharesRuntime()) return false;
    try {
      await Office.addin.showAsTaskpane();
      return true;
    } catch {
      return false;
    }
  },

  showMessage: openMessage,

  leaveForPane(text) {
    try {
      window.localStorage.setItem(LEFT, text);
    } catch {
      // Storage may be switched off; the message that was shown is all there is then.
    }
  },

  takeLeft() {
    try {
      const left = window.localStorage.getItem(LEFT);
      window.localStorage.removeItem(LEFT);
      return left;
    } catch {
      return null;
    }
  },
};
