import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { LazyPart } from '../parts/LazyPart';
import { usePaneState } from '../state/pane-context';
import { profileNames } from './profile-in-use';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    columnGap: '8px',
    alignItems: 'center',
    width: '100%',
    minHeight: '28px',
    padding: '3px 12px',
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  whole: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** Which profile the sheet is checked with, in one line; unfolds to choose another. */
export function ProfileLine(): ReactElement | null {
  const styles = useStyles();
  const { recognition: texts, listSeparator } = useTexts();
  const locale = useLocale();
  const recognition = usePaneState((state) => state.recognition);
  const [open, setOpen] = useState(false);
  const details = useId();
  const names = recognition ? profileNames(recognition, locale) : [];
  if (!recognition?.profiles || names.length === 0) return null;
  const { setting, unusable, effects } = recognition.profiles;
  const how = unusable || setting === null ? texts.profileAuto : texts.profileChosen;
  const chosen = format(how, { profile: names.join(listSeparator) });
  // Whoever chose it: what is not looked for must be seen at a glance.
  const taken = [
    effects && effects.off.length > 0 ? format(texts.profileOff, { count: effects.off.length }) : '',
    effects && effects.lowered.length > 0
      ? format(texts.profileLowered, { count: effects.lowered.length })
      : '',
  ].filter((part) => part !== '');
  const words =
    taken.length === 0
      ? chosen
      : format(texts.profileEffects, { profile: chosen, effects: taken.join(listSeparator) });
  return (
    <>
      <button
        type="button"
        className={styles.line}
        aria-expanded={open}
        aria-controls={open ? details : undefined}
        title={words}
        onClick={() => setOpen(!open)}
      >
        <span className={mergeClasses(styles.words, open && styles.whole)}>{words}</span>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
      </button>
      {open && (
        <div id={details} style={{ minHeight: 200 }}>
          <LazyPart
            load={() => import('./ProfileChooser').then(({ ProfileChooser }) => ProfileChooser)}
            props={{}}
          />
        </div>
      )}
    </>
  );
}
