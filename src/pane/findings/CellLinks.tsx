import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import type { CellOnSheet } from '../../engine/rule/finding';
import { toAddress, type CellPosition } from '../../engine/sheet/address';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { useCommands, usePaneState } from '../state/pane-context';

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
  /** Of that worksheet, where they do not say of which. */
  readonly cells: readonly (CellPosition & Partial<Pick<CellOnSheet, 'sheetId'>>)[];
  /** The finding that they belong to, as it was reviewed: its rows are found again, on its own worksheet. */
  readonly finding: ReviewFinding;
}

/** Cells by their addresses, each a way to the cell; the first ones, and all on demand. */
export function CellLinks({ label, sheetId, cells, finding }: Props): ReactElement | null {
  const styles = useStyles();
  const { findings } = useTexts();
  const commands = useCommands();
  const [all, setAll] = useState(false);
  const sheets = usePaneState((state) => state.workbook?.sheets);
  if (cells.length === 0) return null;
  const nameOf = (id: string): string => sheets?.find(({ sheet }) => sheet.id === id)?.sheet.name ?? '';
  return (
    <div role="group" aria-label={label} data-cells className={styles.cells}>
      <span>{label}</span>
      {(all ? cells : cells.slice(0, CELLS_SHOWN)).map((cell) => {
        const { row, column, sheetId: own = sheetId } = cell;
        const isHere = own === sheetId;
        const address = isHere ? toAddress(row, column) : `${nameOf(own)}!${toAddress(row, column)}`;
        return (
          <Link
            key={`${own} ${address}`}
            as="button"
            inline
            className={styles.link}
            aria-label={format(findings.goTo, { cell: address })}
            onClick={() => void commands.goTo(own, { row, column }, isHere ? finding : undefined)}
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
