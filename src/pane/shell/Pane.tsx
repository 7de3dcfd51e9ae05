import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement } from 'react';
import { takesText } from '../findings/list-keys';
import { Messages } from '../messages/Messages';
import type { DeskKeyAccess } from '../settings/desk-key-access';
import type { SettingsStore } from '../state/pane-settings';
import type { Commands } from '../state/commands';
import { useCommands, usePaneState } from '../state/pane-context';
import { LazyPart } from '../parts/LazyPart';
import { LiveRegion } from './LiveRegion';
import { ReviewView } from './ReviewView';
import { TitleRow } from './TitleRow';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    minHeight: '420px',
    minWidth: '280px',
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

interface Props {
  readonly settings: Pick<SettingsStore, 'lasting'>;
  readonly openDesk: DeskKeyAccess;
}

/** The whole pane: title, messages, what is being looked at, the last action. */
export function Pane({ settings, openDesk }: Props): ReactElement {
  const styles = useStyles();
  const commands = useCommands();
  const view = usePaneState((state) => state.view);
  const ready = usePaneState((state) => state.connection.phase === 'ready');
  return (
    <div
      className={styles.pane}
      onKeyDown={(event) => {
        if (handleKey(event, commands)) event.preventDefault();
        if (event.key !== '/' || takesText(event.target)) return;
        const search = event.currentTarget.querySelector<HTMLElement>('input[data-search]');
        if (!search) return;
        event.preventDefault();
        search.focus();
      }}
    >
      <TitleRow />
      <main className={styles.main}>
        <Messages />
        {view === 'review' && <ReviewView />}
        {view === 'workbook' && (
          <LazyPart
            load={() => import('../workbook/WorkbookPanel').then(({ WorkbookPanel }) => WorkbookPanel)}
            props={{}}
          />
        )}
        {view === 'charts' && (
          <LazyPart
            load={() => import('../charts/ChartsPanel').then(({ ChartsPanel }) => ChartsPanel)}
            props={{}}
          />
        )}
        {view === 'settings' && (
          <LazyPart
            load={() => import('../settings/SettingsPanel').then(({ SettingsPanel }) => SettingsPanel)}
            props={{ lasting: () => settings.lasting, openDesk }}
          />
        )}
        {view === 'help' && (
          <LazyPart
            load={() => import('../settings/HelpPanel').then(({ HelpPanel }) => HelpPanel)}
            props={{}}
          />
        )}
        {view === 'change-log' && (
          <LazyPart
            load={() => import('../change-log/ChangeLog').then(({ ChangeLog }) => ChangeLog)}
            props={{}}
          />
        )}
        {view === 'dismissals' && (
          <LazyPart
            load={() =>
              import('../dismissals/DismissalsPanel').then(({ DismissalsPanel }) => DismissalsPanel)
            }
            props={{}}
          />
        )}
      </main>
      {ready && (
        <LazyPart
          load={() => import('../change-log/LastAction').then(({ LastAction }) => LastAction)}
          props={{}}
          meanwhile={<div style={{ minHeight: 37 }} />}
        />
      )}
      <LiveRegion />
    </div>
  );
}

/** The keys that work wherever the focus is in the pane. @returns whether it was one */
function handleKey(
  { altKey, ctrlKey, metaKey, shiftKey, key, target }: KeyboardEvent,
  commands: Commands,
): boolean {
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null;
  if (altKey && by) return commands.step(by) || true;
  if (!(ctrlKey || metaKey) || shiftKey || key.toLowerCase() !== 'z' || takesText(target)) return false;
  void commands.undoLast();
  return true;
}
