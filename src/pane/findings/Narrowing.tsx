import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useMemo, type ReactElement } from 'react';
import { FIELD_NAMES } from '../../engine/annex/field-names';
import type { Locale } from '../../engine/language';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { useDispatch, usePaneState } from '../state/pane-context';
import type { Facet } from '../state/pane-state';
import { ruleName } from '../wording/finding-text';
import { facetOptions, FACETS } from './narrowing';
import { NARROWING_TEXTS, type NarrowingTexts } from './narrowing-texts';
import type { ShownFindings } from './shown-findings';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    rowGap: '6px',
    padding: '6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  facets: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '6px' },
  facet: { display: 'flex', alignItems: 'center', columnGap: '4px', minWidth: 0 },
  label: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  select: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: '28px',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  found: { flexGrow: 1, fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly list: ShownFindings;
  /** How many findings there are without any filter. */
  readonly total: number;
  /** The groups of the list, by their keys. */
  readonly groups: readonly string[];
}

/** By what the list is narrowed, how much of it is left, and all groups at once. */
export function Narrowing({ list, total, groups }: Props): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(NARROWING_TEXTS);
  const dispatch = useDispatch();
  const expanded = usePaneState((state) => state.expanded);
  const among = usePaneState((state) => state.filter.among);
  const anyOpen = groups.some((key) => expanded[key] !== false);
  const shown = list.shown.length;
  return (
    <div className={styles.box}>
      <div className={styles.facets}>
        {FACETS.map((facet) => (
          <FacetChoice key={facet} facet={facet} list={list} />
        ))}
      </div>
      <div className={styles.line}>
        <span role="status" className={styles.found}>
          {shown < total && format(own.found, { shown: String(shown), total: String(total) })}
        </span>
        {among && (
          <Button
            size="small"
            icon={<Icon name="close" size={14} />}
            iconPosition="after"
            title={own.anyProject}
            onClick={() => dispatch({ type: 'narrowed-to-projects', among: null })}
          >
            {among.name}
          </Button>
        )}
        {shown < total && (
          <Button size="small" appearance="subtle" onClick={() => dispatch({ type: 'filter-cleared' })}>
            {own.clear}
          </Button>
        )}
        {groups.length > 1 && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => dispatch({ type: 'groups-toggled', keys: groups, expanded: !anyOpen })}
          >
            {anyOpen ? own.collapse : own.expand}
          </Button>
        )}
      </div>
    </div>
  );
}

function FacetChoice({ facet, list }: { readonly facet: Facet; readonly list: ShownFindings }): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(NARROWING_TEXTS);
  const locale = useLocale();
  const dispatch = useDispatch();
  const only = usePaneState((state) => state.filter.only);
  const { candidates, facetsOf } = list;
  const id = useId();
  const options = useMemo(
    () => facetOptions(candidates, facet, only, facetsOf),
    [candidates, facet, only, facetsOf],
  );
  const chosen = only[facet] ?? '';
  return (
    <div className={styles.facet}>
      <label htmlFor={id} className={styles.label}>
        {own.facets[facet]}
      </label>
      <select
        id={id}
        className={styles.select}
        value={chosen}
        disabled={options.length < 2 && chosen === ''}
        onChange={({ target: { value } }) =>
          dispatch({ type: 'narrowed', facet, value: value === '' ? null : value })
        }
      >
        <option value="">{own.all}</option>
        {options.map(({ value, count }) => (
          <option key={value} value={value}>
            {format(own.option, { value: valueName(facet, value, own, locale), count: String(count) })}
          </option>
        ))}
      </select>
    </div>
  );
}

function valueName(facet: Facet, value: string, own: NarrowingTexts, locale: Locale): string {
  if (facet === 'rule') return ruleName(value, locale);
  if (facet === 'state') return own.states[value] ?? value;
  if (facet !== 'dimension') return value;
  const kinds: Readonly<Record<string, string>> = FIELD_NAMES[locale].kinds;
  return kinds[value] ?? value;
}
