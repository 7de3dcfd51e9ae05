import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useLocale, useTexts } from '../i18n/texts-context';
import { ruleMeta } from './finding-text';

const useStyles = makeStyles({
  box: {
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& dl, & dd': { margin: 0 },
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd + dt': { marginTop: '4px' },
  },
});

/** Why a rule says what it says: what it checks, and where it comes from. */
export function Basis({ rule }: { rule: string }): ReactElement | null {
  const styles = useStyles();
  const { findings } = useTexts();
  const locale = useLocale();
  const meta = ruleMeta(rule);
  if (!meta) return null;
  return (
    <div className={styles.box} role="note" aria-label={findings.basis}>
      <dl>
        <dt>{findings.basisCheck}</dt>
        <dd>{meta.description[locale]}</dd>
        <dt>{findings.basisSource}</dt>
        {meta.basis.map((source) => (
          <dd key={source}>{source}</dd>
        ))}
      </dl>
    </div>
  );
}
