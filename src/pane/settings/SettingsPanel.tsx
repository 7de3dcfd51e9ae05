import { Button, Checkbox, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { LOCALES } from '../../engine/language';
import { LANGUAGE_NAMES } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { SidePanel } from '../parts/SidePanel';
import { useCommands, usePaneState } from '../state/pane-context';
import type { DeskKeyAccess } from './desk-key-access';
import { DeskKeySettings } from './DeskKeySettings';
import { THEMES, type PaneSettings } from '../state/pane-settings';

const useStyles = makeStyles({
  fields: { display: 'grid', rowGap: '14px', justifyItems: 'start' },
  label: { fontWeight: tokens.fontWeightSemibold },
  hint: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly lasting: () => boolean;
  readonly openDesk: DeskKeyAccess;
}

/** What the reader may choose. */
export function SettingsPanel({ lasting, openDesk }: Props): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const commands = useCommands();
  const settings = usePaneState((state) => state.settings);
  const [language, theme] = [useId(), useId()];
  const change = (changed: Partial<PaneSettings>): void =>
    commands.changeSettings({ ...settings, ...changed });
  return (
    <SidePanel title={texts.settings.title} opener="settings">
      <div className={styles.fields}>
        <div>
          <span id={language} className={styles.label}>
            {texts.settings.language}
          </span>
          <RadioGroup layout="horizontal" aria-labelledby={language} value={settings.locale}>
            {LOCALES.map((locale) => (
              <Radio
                key={locale}
                value={locale}
                label={LANGUAGE_NAMES[locale]}
                onChange={() => change({ locale })}
              />
            ))}
          </RadioGroup>
        </div>
        <div>
          <span id={theme} className={styles.label}>
            {texts.settings.theme}
          </span>
          <RadioGroup layout="horizontal" aria-labelledby={theme} value={settings.theme}>
            {THEMES.map((one) => (
              <Radio
                key={one}
                value={one}
                label={texts.settings.themes[one]}
                onChange={() => change({ theme: one })}
              />
            ))}
          </RadioGroup>
        </div>
        <Checkbox
          checked={settings.followSelection}
          label={texts.settings.followSelection}
          onChange={(_, { checked }) => change({ followSelection: checked === true })}
        />
        {!lasting() && <p className={styles.hint}>{texts.settings.notKept}</p>}
        <DeskKeySettings openDesk={openDesk} />
        <div>
          <Button onClick={() => void commands.startOver()}>{texts.settings.reset}</Button>
          <p className={styles.hint}>{texts.settings.resetHint}</p>
        </div>
        <div>
          <Button onClick={() => void commands.clearMarks('workbook')}>{texts.toolbar.unmarkWorkbook}</Button>
        </div>
      </div>
    </SidePanel>
  );
}
