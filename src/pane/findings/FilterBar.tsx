import { makeStyles, mergeClasses, SearchBox, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTexts } from '../i18n/texts-context';
import { CHOSEN_TAB_STYLE, TAB_STYLE } from '../parts/tab-style';
import { useDispatch, usePaneState } from '../state/pane-context';
import { GROUPINGS } from '../state/pane-state';

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
});

/** How the findings stand together, where that can be chosen, and which words to look for. */
export function FilterBar({ groups = true }: { readonly groups?: boolean }): ReactElement {
  const styles = useStyles();
  const { findings } = useTexts();
  const dispatch = useDispatch();
  const { grouping, query } = usePaneState((state) => state.filter);
  return (
    <div className={styles.bar}>
      {groups && (
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
    </div>
  );
}
