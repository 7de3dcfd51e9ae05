import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import type { AnnexOutline } from '../../app/reviewer';
import { isColumn } from '../../engine/annex/place';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { LazyPart } from '../parts/LazyPart';
import { usePaneState } from '../state/pane-context';
import { describeAnnex, isDoubtful } from './describe-annex';
import { ProfileLine } from './ProfileLine';

const useStyles = makeStyles({
  bar: { backgroundColor: tokens.colorNeutralBackground3 },
  line: {
    display: 'flex',
    columnGap: '8px',
    alignItems: 'center',
    width: '100%',
    minHeight: '44px',
    padding: '5px 12px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { flexGrow: 1, flexBasis: 0, minWidth: 0, display: 'grid', overflowWrap: 'anywhere' },
  kind: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightMedium },
  terms: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  doubtful: {
    padding: '1px 6px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'var(--severity-warning)',
    color: 'var(--severity-warning-ink)',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
});

/** What was recognised, in two lines an annex; unfolds to show how each column is read. */
export function RecognitionBar({ annexes }: { annexes: readonly AnnexOutline[] }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const notUnderstood = usePaneState((state) => state.recognition?.notUnderstood);
  return (
    <section aria-label={texts.recognition.label} className={styles.bar}>
      {annexes.map((annex) => (
        <AnnexLine key={annex.id} annex={annex} />
      ))}
      {notUnderstood && (
        <LazyPart
          load={() => import('./NotUnderstood').then(({ NotUnderstood }) => NotUnderstood)}
          props={{}}
        />
      )}
      <ProfileLine />
    </section>
  );
}

function AnnexLine({ annex }: { annex: AnnexOutline }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const details = useId();
  const [kind, terms] = describeAnnex(annex, texts);
  const doubtful = annex.places.filter(isDoubtful);
  const { doubtful: columns, doubtfulCells: cells } = texts.recognition;
  return (
    <>
      <button
        type="button"
        className={styles.line}
        aria-expanded={open}
        aria-controls={open ? details : undefined}
        title={open ? texts.recognition.hide : texts.recognition.show}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.words}>
          <span className={styles.kind}>{kind}</span>
          <span className={styles.terms}>{terms}</span>
        </span>
        {doubtful.length > 0 ? (
          <span className={styles.doubtful}>
            {format(doubtful.some(isColumn) ? columns : cells, { count: doubtful.length })}
          </span>
        ) : (
          <span />
        )}
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
      </button>
      {open && (
        <div id={details}>
          {annex.form ? (
            <LazyPart
              load={() => import('./FormTable').then(({ FormTable }) => FormTable)}
              props={{ annex, form: annex.form }}
            />
          ) : (
            <LazyPart
              load={() => import('./ColumnTable').then(({ ColumnTable }) => ColumnTable)}
              props={{ annex }}
            />
          )}
        </div>
      )}
    </>
  );
}
