import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { findingKey } from '../state/finding-key';
import { usePaneState } from '../state/pane-context';
import { LIVE_TEXTS } from './live-texts';
import { useWork } from './work-context';

const useStyles = makeStyles({ link: { justifySelf: 'start', fontSize: tokens.fontSizeBase200 } });

/** The way from one finding of a cell to the next of the same cell. */
export function AlsoHere({ finding }: { readonly finding: ReviewFinding }): ReactElement | null {
  const styles = useStyles();
  const texts = useOwnTexts(LIVE_TEXTS);
  const work = useWork();
  const review = usePaneState((state) => state.reviews[finding.sheetId]);
  const { row, column } = finding.cell;
  const here = (review?.findings ?? []).filter(
    ({ state, cell }) => state === 'open' && cell.row === row && cell.column === column,
  );
  if (here.length < 2) return null;
  const at = here.findIndex((one) => findingKey(one) === findingKey(finding));
  const next = here[(at + 1) % here.length]!;
  return (
    <Link as="button" className={styles.link} onClick={() => work.select(next)}>
      {format(texts.alsoHere, { count: here.length - 1 })}
    </Link>
  );
}
