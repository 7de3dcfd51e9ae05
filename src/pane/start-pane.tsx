import { createRoot } from 'react-dom/client';
import type { Engine } from '../app/engine/engine';
import type { Reviewer } from '../app/reviewer';
import type { DeskSettings } from '../host/desk-settings';
import { frontHost } from '../host/one-workbook';
import type { HostShell } from '../host/shell';
import { followRibbon, tellLastOutcome } from './ribbon';
import { createSettingsStore } from './state/pane-settings';
import { PaneRoot } from './shell/PaneRoot';
import { createCommands } from './state/commands';
import { createPaneStore } from './state/pane-store';

/** Draws the pane into the page's element `pane`, and asks for the host once its shell is painted. */
export function startPane(shell: HostShell): void {
  const container = document.getElementById('pane');
  if (!container) return;
  const settings = createSettingsStore();
  const store = createPaneStore(settings.load());
  const commands = createCommands(store, connect, settings);
  // Tells the page's own watch that this engine runs the pane.
  container.setAttribute('data-started', '');
  let openedDesk: Promise<DeskSettings> | null = null;
  let startedEngine: Promise<Engine> | null = null;
  createRoot(container).render(
    <PaneRoot store={store} commands={commands} settings={settings} openDesk={desk} />,
  );
  const stopFollowing = followRibbon(shell, store, commands);
  window.addEventListener('pagehide', () => {
    stopFollowing();
    commands.dispose();
  });
  // The shell is painted first; then the rest is fetched and the host is asked.
  requestAnimationFrame(() => setTimeout(() => void commands.connect().then(afterConnecting)));

  async function afterConnecting(): Promise<void> {
    tellLastOutcome(shell, store);
    try {
      settings.share(await shell.openSettings(), (chosen) =>
        store.dispatch({ type: 'settings-changed', settings: chosen }),
      );
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
          store.dispatch({ type: 'noticed', notice: { type: 'engine-in-page' } });
      }),
    ));
  }

  /** Finds the host and binds the use cases to it; loaded after the first paint. */
  async function connect(): Promise<Reviewer> {
    const [application, { createReviewer }, engine] = await Promise.all([
      shell.openApplication(),
      import('../app/create-reviewer'),
      engineOfPane(),
    ]);
    return createReviewer(frontHost(application), {
      engine,
      locale: store.getState().settings.locale,
      deskKey: async () => (await desk()).key(),
    });
  }
}
