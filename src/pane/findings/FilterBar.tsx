import { Button, makeStyles, mergeClasses, SearchBox, tokens } from '@fluentui/react-components';
import { useState, type ComponentProps, type ReactElement } from 'react';
import { useOwnTexts } from '../i18n/own-texts';
import { useTexts } from '../i18n/texts-context';
import { CHOSEN_TAB_STYLE, TAB_STYLE } from '../parts/tab-style';
import { useDispatch, usePaneState } from '../state/pane-context';
import { Drawing } from '../parts/icons';
import { GROUPINGS, type Filter } from '../state/pane-state';
import { Narrowing } from './Narrowing';
import { NARROWING_TEXTS } from './narrowing-texts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  groupings: { display: 'flex', flexShrink: 0 },
  grouping: { ...TAB_STYLE, minHeight: '28px', fontSize: tokens.fontSizeBase200 },
  chosen: CHOSEN_TAB_STYLE,
  search: { flexGrow: 1, minWidth: 0 },
  narrow: { flexShrink: 0, minWidth: '28px' },
});

interface Props extends ComponentProps<typeof Narrowing> {
  /** Whether it can be chosen how the findings stand together. */
  readonly groupings?: boolean;
}

/** How the findings stand together, which words to look for, and by what else the list is narrowed. */
export function FilterBar({ groupings = true, ...narrowing }: Props): ReactElement {
  const styles = useStyles();
  const { findings } = useTexts();
  const dispatch = useDispatch();
  const own = useOwnTexts(NARROWING_TEXTS);
  const filter = usePaneState((state) => state.filter);
  const { grouping, query } = filter;
  const [asked, setAsked] = useState(false);
  // What narrows the list is never out of sight.
  const narrowed = isNarrowed(filter);
  const open = asked || narrowed;
  return (
    <>
      <div className={styles.bar}>
        {groupings && (
          <div role="group" aria-label={findings.grouping} className={styles.groupings}>
            {GROUPINGS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === grouping}
                className={mergeClasses(styles.grouping, one === grouping && styles.chosen)}
                onClick={() => dispatch({ type: 'grouped', grouping: one })}
              >
                {findings.groupings[one]}
              </button>
            ))}
          </div>
        )}
        <SearchBox
          className={styles.search}
          size="small"
          data-search
          value={query}
          aria-label={findings.search}
          aria-keyshortcuts="/"
          placeholder={findings.searchWord}
          title={findings.searchHint}
          dismiss={{ 'aria-label': findings.clearSearch }}
          onChange={(_, { value }) => dispatch({ type: 'searched', query: value })}
        />
        <Button
          className={styles.narrow}
          size="small"
          appearance="subtle"
          icon={<Drawing path="M2 3h12L9.5 8.5V13l-3-1.5v-3L2 3Z" />}
          aria-label={own.narrow}
          title={own.narrowTitle}
          aria-expanded={open}
          disabledFocusable={narrowed}
          onClick={() => setAsked(!asked)}
        />
      </div>
      {open && <Narrowing {...narrowing} />}
    </>
  );
}

function isNarrowed({ only, among }: Filter): boolean {
  return among !== null || Object.values(only).some((value) => value !== undefined);
}
