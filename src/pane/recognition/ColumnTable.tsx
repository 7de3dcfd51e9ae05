import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { AnnexOutline } from '../../app/reviewer';
import { isColumn, labelPath } from '../../engine/annex/place';
import { columnLetters, toRangeAddress } from '../../engine/sheet/address';
import { fieldName } from '../i18n/field-name';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { isDoubtful } from './describe-annex';

const useStyles = makeStyles({
  frame: { maxHeight: '40vh', overflowY: 'auto', padding: '0 12px 8px' },
  note: { margin: '4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      padding: '3px 6px 3px 0',
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
    '& thead th': { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
    '& caption': { textAlign: 'left', padding: '4px 0', color: tokens.colorNeutralForeground2 },
  },
  doubtful: {
    '& td:nth-of-type(2), & td:last-child': {
      backgroundColor: 'var(--severity-warning)',
      color: 'var(--severity-warning-ink)',
    },
  },
  confidence: { whiteSpace: 'nowrap' },
});

/** How each labelled column of an annex is read, and how surely. */
export function ColumnTable({ annex }: { annex: AnnexOutline }): ReactElement {
  const styles = useStyles();
  const { recognition } = useTexts();
  const locale = useLocale();
  const columns = annex.places.filter(isColumn);
  if (columns.length === 0)
    return (
      <div className={styles.frame}>
        <p className={styles.note}>{recognition.noColumns}</p>
      </div>
    );
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className={styles.frame} tabIndex={0} role="group" aria-label={recognition.label}>
      <table className={styles.table}>
        <caption>{format(recognition.columns, { range: toRangeAddress(annex.range) })}</caption>
        <thead>
          <tr>
            <th scope="col">{recognition.column}</th>
            <th scope="col">{recognition.header}</th>
            <th scope="col">{recognition.field}</th>
            <th scope="col">{recognition.confidence}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.line} className={mergeClasses(isDoubtful(column) && styles.doubtful)}>
              <th scope="row">{columnLetters(column.line)}</th>
              <td>{labelPath(column).join(' › ')}</td>
              <td>{column.field === null ? recognition.unknownField : fieldName(column.field, locale)}</td>
              <td className={styles.confidence}>
                {column.field === null ? '–' : recognition.confidences[column.confidence]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {columns.some(({ field }) => field === null) && (
        <p className={styles.note}>{recognition.unknownFieldNote}</p>
      )}
    </div>
  );
}
