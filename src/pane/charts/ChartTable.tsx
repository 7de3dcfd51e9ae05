import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, padding: '4px 0' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: '3px 6px',
    textAlign: 'right',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightRegular,
  },
  name: {
    padding: '3px 6px 3px 0',
    textAlign: 'left',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  pick: {
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  readonly summary: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly string[];
  }[];
  /** Absent for rows that the list cannot be narrowed to. */
  readonly pickOf: (row: number) => (() => void) | null;
}

/** The figures behind a chart; what a click on a bar does, its name does here. */
export function ChartTable({ summary, columns, rows, pickOf }: Props): ReactElement {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{summary}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={column} scope="col" className={i === 0 ? styles.name : styles.cell}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }, i) => {
            const pick = pickOf(i);
            return (
              <tr key={i}>
                <th scope="row" className={styles.name}>
                  {pick ? (
                    <button type="button" className={styles.pick} onClick={pick}>
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </th>
                {cells.map((cell, c) => (
                  <td key={c} className={styles.cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
