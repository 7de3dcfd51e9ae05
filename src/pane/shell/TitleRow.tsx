import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTexts } from '../i18n/texts-context';
import { useDispatch, useHidePane, usePaneState } from '../state/pane-context';
import type { View } from '../state/pane-state';
import { Icon, type IconName } from '../parts/icons';
import { LazyPart } from '../parts/LazyPart';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '40px',
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalXS,
  },
  names: { flexGrow: 1, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const titleParts = () => import('./title-parts');

/** The name of the product, that of the workbook where there are others, and the way to settings and help. */
export function TitleRow(): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const workbook = usePaneState((state) => state.workbookName);
  const hidePane = useHidePane();
  return (
    <header className={styles.row}>
      <div className={styles.names}>
        <h1 className={styles.title}>{texts.title}</h1>
        {workbook !== null && (
          <LazyPart load={() => titleParts().then(({ WorkbookName }) => WorkbookName)} props={{ workbook }} />
        )}
      </div>
      <ViewButton view="workbook" icon="sheets" label={texts.workbook} />
      <ViewButton view="settings" icon="settings" label={texts.settings.open} />
      <ViewButton view="help" icon="help" label={texts.help.open} />
      {hidePane && (
        <LazyPart load={() => titleParts().then(({ HideButton }) => HideButton)} props={{ hidePane }} />
      )}
    </header>
  );
}

function ViewButton({ view, icon, label }: { view: View; icon: IconName; label: string }): ReactElement {
  const open = usePaneState((state) => state.view === view);
  const dispatch = useDispatch();
  return (
    <Button
      appearance="subtle"
      icon={<Icon name={icon} size={20} />}
      aria-label={label}
      title={label}
      aria-expanded={open}
      data-opens={view}
      onClick={() => dispatch({ type: 'view-opened', view: open ? 'review' : view })}
    />
  );
}
