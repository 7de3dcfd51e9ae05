import { createRoot } from 'react-dom/client';
import type { Engine } from '../app/engine/engine';
import type { Reviewer } from '../app/reviewer';
import type { DeskSettings } from '../host/desk-settings';
import { frontHost } from '../host/one-workbook';
import type { SpreadsheetApplication, SpreadsheetHost } from '../host/port';
import type { HostShell } from '../host/shell';
import { followRibbon, tellLastOutcome } from './ribbon';
import { createSettingsStore } from './state/pane-settings';
import { PaneRoot } from './shell/PaneRoot';
import { createCommands } from './state/commands';
import { createPaneStore } from './state/pane-store';
import type { SeveralWorkbooks, WorkbookPane } from './state/several-workbooks';

const useCases = () => import('../app/create-reviewer');

/** Draws the pane into the page's element `pane`, and asks for the host once its shell is painted. */
export function startPane(shell: HostShell): void {
  const container = document.getElementById('pane');
  if (!container) return;
  const root = createRoot(container);
  const settings = createSettingsStore();
  // Tells the page's own watch that this engine runs the pane.
  container.setAttribute('data-started', '');
  let openedDesk: Promise<DeskSettings> | null = null;
  let startedEngine: Promise<Engine> | null = null;
  let several: SeveralWorkbooks | null = null;
  /** Once it is known to have several workbooks, it is asked for no more. */
  let program: SpreadsheetApplication | null = null;
  let firstHost: SpreadsheetHost | null = null;
  let takeButton: (name: string) => Promise<boolean>;
  let shown: WorkbookPane | null = null;
  let drawn = 0;
  const first = newPane(connectFirst);
  show(first);
  // What was pressed is meant for the workbook that is in front by then.
  const stopTaking = shell.takeButtons((name) => {
    several?.look();
    return takeButton(name);
  });
  window.addEventListener('pagehide', () => {
    stopTaking();
    if (several) several.end();
    else first.commands.dispose();
  });
  // The shell is painted first; then the rest is fetched and the host is asked.
  requestAnimationFrame(() => setTimeout(() => void first.commands.connect().then(afterConnecting)));

  function newPane(connect: () => Promise<Reviewer>): WorkbookPane {
    const store = createPaneStore(settings.load());
    const save: typeof settings.save = (chosen) => {
      settings.save(chosen);
      everyPane(({ store: other }) => other !== store && take(other, chosen));
    };
    return { store, commands: createCommands(store, connect, { save }) };
  }

  /** Each workbook has a state of its own; what is drawn of one is drawn anew for the next. */
  function show(pane: WorkbookPane): void {
    if (pane === shown) return;
    shown = pane;
    const { store, commands } = pane;
    root.render(
      <PaneRoot
        key={drawn++}
        store={store}
        commands={commands}
        settings={settings}
        openDesk={desk}
        hidePane={shell.hidePane}
      />,
    );
    followRibbon({ takeButtons }, store, commands);
  }

  function takeButtons<Name extends string>(take: (name: Name) => Promise<boolean>): () => void {
    takeButton = take as typeof takeButton;
    return () => undefined;
  }

  function everyPane(tell: (pane: WorkbookPane) => void): void {
    (several?.all ?? [first]).forEach(tell);
  }

  async function afterConnecting(): Promise<void> {
    tellLastOutcome(shell, shown!.store);
    try {
      settings.share(await shell.openSettings(), (chosen) => everyPane(({ store }) => take(store, chosen)));
    } catch {
      // Then every pane keeps its own settings until it is opened again.
    }
  }

  /** The key of this desk, by which records in a workbook are known to be its own; opened when first needed. */
  function desk(): Promise<DeskSettings> {
    return (openedDesk ??= import('../host/desk-settings').then((loaded) => loaded.openDeskSettings(shell)));
  }

  /** One for as long as the page lives, however often the host is looked for. */
  function engineOfPane(): Promise<Engine> {
    return (startedEngine ??= import('./start-engine').then(({ startEngine }) =>
      startEngine((seat) => {
        // For whoever asks why a review holds the page up; the reader is told only where something was lost.
        container!.setAttribute('data-engine', seat.seat === 'here' ? `here: ${seat.because}` : seat.seat);
        if (seat.seat === 'here' && seat.crashed)
          shown!.store.dispatch({ type: 'noticed', notice: { type: 'engine-in-page' } });
      }),
    ));
  }

  /** Finds the program, and what it has open; loaded after the first paint. */
  async function connectFirst(): Promise<Reviewer> {
    const [application] = await Promise.all([program ?? shell.openApplication(), useCases(), engineOfPane()]);
    if (application.several) await meetSeveral(application);
    return reviewerOf(application, firstHost ?? frontHost(application));
  }

  /** From now on the pane of the workbook in front is shown. */
  async function meetSeveral(application: SpreadsheetApplication): Promise<void> {
    const { SeveralWorkbooks: Several } = await import('./state/several-workbooks');
    if (several) return;
    program = application;
    firstHost = application.front();
    const make = (host: SpreadsheetHost | null): WorkbookPane =>
      newPane(async () => reviewerOf(application, host ?? frontHost(application)));
    several = new Several({ application, make, show }, { host: firstHost, pane: first });
  }

  /** Binds the use cases to a workbook. */
  async function reviewerOf(application: SpreadsheetApplication, host: SpreadsheetHost): Promise<Reviewer> {
    const [{ createReviewer }, engine] = await Promise.all([useCases(), engineOfPane()]);
    return createReviewer(host, {
      application,
      engine,
      locale: shown!.store.getState().settings.locale,
      deskKey: async () => (await desk()).key(),
    });
  }
}

function take(
  store: WorkbookPane['store'],
  settings: ReturnType<WorkbookPane['store']['getState']>['settings'],
): void {
  store.dispatch({ type: 'settings-changed', settings });
}
