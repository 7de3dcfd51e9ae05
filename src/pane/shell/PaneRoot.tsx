import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, type ReactElement } from 'react';
import { shortened } from '../../engine/sheet/shortened';
import { format } from '../i18n/texts';
import { LocaleContext, useTexts } from '../i18n/texts-context';
import type { DeskKeyAccess } from '../settings/desk-key-access';
import type { SettingsStore } from '../state/pane-settings';
import type { Commands } from '../state/commands';
import { PaneContext, usePaneState } from '../state/pane-context';
import type { PaneStore } from '../state/pane-store';
import { ErrorBoundary } from '../parts/ErrorBoundary';
import { Pane } from './Pane';
import { usePaneTheme } from './theme';

const useStyles = makeStyles({ trouble: { padding: '16px 12px', '& p': { marginTop: 0 } } });

interface Props {
  readonly store: PaneStore;
  readonly commands: Commands;
  readonly settings: Pick<SettingsStore, 'lasting'>;
  readonly openDesk: DeskKeyAccess;
  readonly hidePane?: (() => void) | undefined;
}

/** The pane with its theme, its language and its state. */
export function PaneRoot({ store, commands, settings, openDesk, hidePane }: Props): ReactElement {
  const value = useMemo(() => ({ store, commands, hidePane }), [store, commands, hidePane]);
  return (
    <PaneContext.Provider value={value}>
      <Dressed settings={settings} openDesk={openDesk} />
    </PaneContext.Provider>
  );
}

function Dressed({ settings, openDesk }: Pick<Props, 'settings' | 'openDesk'>): ReactElement {
  const { locale, theme } = usePaneState((state) => state.settings);
  const { fluent, colors } = usePaneTheme(theme);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <LocaleContext.Provider value={locale}>
      <FluentProvider theme={fluent} style={colors}>
        <ErrorBoundary fallback={(error) => <Crashed error={error} />}>
          <Pane settings={settings} openDesk={openDesk} />
        </ErrorBoundary>
      </FluentProvider>
    </LocaleContext.Provider>
  );
}

function Crashed({ error }: { error: unknown }): ReactElement {
  const styles = useStyles();
  const { shell } = useTexts();
  return (
    <div role="alert" className={styles.trouble}>
      <p>{shell.crashed}</p>
      <p>
        {format(shell.detail, { detail: shortened(error instanceof Error ? error.message : String(error)) })}
      </p>
      <button type="button" onClick={() => window.location.reload()}>
        {shell.reopen}
      </button>
    </div>
  );
}
