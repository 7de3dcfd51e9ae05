import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { toAddress, type CellPosition } from '../../engine/sheet/address';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { useCommands } from '../state/pane-context';

const useStyles = makeStyles({
  cells: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  link: { fontSize: 'inherit' },
});

/** So many cells are named at first. */
export const CELLS_SHOWN = 20;

interface Props {
  /** What the cells are to the finding. */
  readonly label: string;
  readonly sheetId: string;
  readonly cells: readonly CellPosition[];
  /** The finding that they belong to, as it was reviewed: its rows are found again. */
  readonly finding: ReviewFinding;
}

/** Cells by their addresses, each a way to the cell; the first ones, and all on demand. */
export function CellLinks({ label, sheetId, cells, finding }: Props): ReactElement | null {
  const styles = useStyles();
  const { findings } = useTexts();
  const commands = useCommands();
  const [all, setAll] = useState(false);
  if (cells.length === 0) return null;
  return (
    <div role="group" aria-label={label} data-cells className={styles.cells}>
      <span>{label}</span>
      {(all ? cells : cells.slice(0, CELLS_SHOWN)).map(({ row, column }) => {
        const address = toAddress(row, column);
        return (
          <Link
            key={address}
            as="button"
            inline
            className={styles.link}
            aria-label={format(findings.goTo, { cell: address })}
            onClick={() => void commands.goTo(sheetId, { row, column }, finding)}
          >
            {address}
          </Link>
        );
      })}
      {!all && cells.length > CELLS_SHOWN && (
        <Link as="button" inline className={styles.link} onClick={() => setAll(true)}>
          {format(findings.showAllCells, { count: String(cells.length) })}
        </Link>
      )}
    </div>
  );
}
