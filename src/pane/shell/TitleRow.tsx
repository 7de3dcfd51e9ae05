import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTexts } from '../i18n/texts-context';
import { useDispatch, usePaneState } from '../state/pane-context';
import type { View } from '../state/pane-state';
import { Icon, type IconName } from '../parts/icons';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '40px',
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalXS,
  },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The name of the product, and the way to its settings and help. */
export function TitleRow(): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <header className={styles.row}>
      <h1 className={styles.title}>{texts.title}</h1>
      <ViewButton view="workbook" icon="sheets" label={texts.workbook} />
      <ViewButton view="settings" icon="settings" label={texts.settings.open} />
      <ViewButton view="help" icon="help" label={texts.help.open} />
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
