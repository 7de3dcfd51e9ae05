import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useOwnTexts } from '../i18n/own-texts';
import { limitsOf } from '../limits/limits';
import { LIMITS_TEXTS } from '../limits/limits-texts';
import { SidePanel } from '../parts/SidePanel';
import { usePaneState } from '../state/pane-context';
import { HELP_TEXTS } from './help-texts';

const useStyles = makeStyles({
  text: {
    '& h3': { margin: '12px 0 4px', fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
    '& h3:first-child': { marginTop: 0 },
    '& p': { margin: '0 0 6px' },
    '& ul': { margin: 0, paddingLeft: '18px' },
    '& dl': {
      display: 'grid',
      gridTemplateColumns: 'auto 1fr',
      gap: '4px 12px',
      margin: 0,
      alignItems: 'baseline',
    },
    '& dd': { margin: 0 },
    '& kbd': {
      display: 'inline-block',
      minWidth: '20px',
      padding: '0 5px',
      textAlign: 'center',
      fontFamily: 'inherit',
      fontSize: tokens.fontSizeBase200,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground3,
    },
  },
});

/** The keys, what this host cannot do, and where the data stay. */
export function HelpPanel(): ReactElement {
  const styles = useStyles();
  const help = useOwnTexts(HELP_TEXTS);
  const limitTexts = useOwnTexts(LIMITS_TEXTS);
  const capabilities = usePaneState(({ connection }) =>
    connection.phase === 'ready' ? connection.capabilities : null,
  );
  const { keyNames, keyCaps } = help;
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['↑', '↓'], keyNames.upDown],
    [[keyCaps.alt, '↑', '↓'], keyNames.altUpDown],
    [['←', '→'], keyNames.leftRight],
    [[keyCaps.enter], keyNames.enter],
    [['F'], keyNames.apply],
    [['I'], keyNames.ignore],
    [[keyCaps.shift, 'F'], keyNames.applyAll],
    [[keyCaps.shift, 'I'], keyNames.ignoreAll],
    [['M'], keyNames.mark],
    [['Z'], keyNames.undo],
    [['/'], keyNames.search],
    [['Esc'], keyNames.escape],
  ];
  const limits = capabilities ? limitsOf(capabilities) : [];
  return (
    <SidePanel title={help.title} opener="help">
      <div className={styles.text}>
        <h3>{help.keys}</h3>
        <p>{help.keysNote}</p>
        <dl>
          {keys.map(([caps, name]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>
                {caps.map((cap) => (
                  <kbd key={cap}>{cap}</kbd>
                ))}
              </dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
        <h3>{help.limits}</h3>
        {limits.length === 0 ? (
          <p>{help.noLimits}</p>
        ) : (
          <ul>
            {limits.map((limit) => (
              <li key={limit}>{limitTexts[limit]}</li>
            ))}
          </ul>
        )}
        <h3>{help.privacy}</h3>
        <p>{help.privacyText}</p>
      </div>
    </SidePanel>
  );
}
