import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useId, useState, type ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { findingKey, type FindingKey } from '../state/finding-key';
import { useDispatch } from '../state/pane-context';
import { ruleNameOf } from '../wording/finding-text';
import { BulkActions, FixAll } from './BulkActions';
import type { CardLabels } from './card-labels';
import { FindingCard } from './FindingCard';
import type { FindingGroup, ListItem } from './group-findings';
import { SeverityMark } from './SeverityMark';
import { HabitCard } from './HabitCard';

/** So many items of a group are drawn at first, and more on demand. */
export const ITEMS_SHOWN = 200;

const useStyles = makeStyles({
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    minHeight: '36px',
    paddingRight: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { flex: '1 1 0', minWidth: 0, margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    width: '100%',
    minHeight: '36px',
    padding: '2px 4px 2px 8px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  name: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  unit: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    display: 'block',
  },
  count: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorStatusSuccessForeground1, display: 'inline-flex' },
  list: { margin: 0, padding: 0 },
  more: { padding: '8px 16px' },
  bulk: { display: 'grid', rowGap: '8px', padding: '6px 12px 6px 16px' },
});

interface Props {
  readonly group: FindingGroup;
  readonly expanded: boolean;
  /** The current finding, if it is in this group. */
  readonly currentId: string | null;
  readonly tabStopId: string | null;
  readonly headerOf: (sheetId: string, column: number) => string;
  readonly labels: CardLabels;
}

/** The findings of one rule, of one project or of one worksheet. */
export const GroupSection = memo(function GroupSection(props: Props): ReactElement {
  const { group, expanded, currentId, tabStopId, headerOf, labels } = props;
  const styles = useStyles();
  const texts = useTexts();
  const list = useId();
  const [limit, setLimit] = useState(ITEMS_SHOWN);
  const headed = headedBy(group);
  // The current card is always drawn, however far down it stands.
  const at = currentId === null ? -1 : group.items.findIndex((item) => holds(item, currentId));
  const shown = Math.max(limit, at + 1);
  return (
    <section>
      {headed !== null && <GroupHead group={group} expanded={expanded} list={list} />}
      {expanded && (
        <>
          {group.rule !== null && !(group.items.length === 1 && group.items[0]!.type === 'habit') && (
            <Bulk findings={group.findings} />
          )}
          <ul id={list} className={styles.list}>
            {group.items
              .slice(0, shown)
              .map((item) =>
                item.type === 'single' ? (
                  <FindingCard
                    key={item.key}
                    finding={item.finding}
                    current={findingKey(item.finding) === currentId}
                    namesRule={group.rule === null}
                    namesProject={labels.projects && headed !== 'project'}
                    label={labels.of(item.finding)}
                    tabStop={findingKey(item.finding) === tabStopId}
                  />
                ) : (
                  <HabitCard
                    key={item.key}
                    item={item}
                    headerOf={headerOf}
                    fix={item.findings.length < group.findings.length}
                    currentId={currentId}
                    tabStop={tabStopId !== null && holds(item, tabStopId)}
                  />
                ),
              )}
          </ul>
          {group.items.length > shown && (
            <div className={styles.more}>
              <Button size="small" onClick={() => setLimit(shown + ITEMS_SHOWN)}>
                {format(texts.more, { count: Math.min(ITEMS_SHOWN, group.items.length - shown) })}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
});

function GroupHead({
  group,
  expanded,
  list,
}: {
  group: FindingGroup;
  expanded: boolean;
  list: string;
}): ReactElement {
  const styles = useStyles();
  const locale = useLocale();
  const { findings } = useTexts();
  const dispatch = useDispatch();
  const [first] = group.findings as [ReviewFinding];
  const subject = group.project || group.unit;
  const name =
    group.sheet ?? (group.rule !== null ? ruleNameOf(first, locale) : (subject ?? findings.wholeSheet));
  const suggests =
    group.sheet === null &&
    group.findings.some((f) => f.state === 'open' && !f.fix && f.suggestions.length > 0);
  return (
    <div className={styles.head}>
      <h2 className={styles.heading}>
        <button
          type="button"
          data-row
          data-group={group.key}
          className={styles.toggle}
          aria-expanded={expanded}
          aria-controls={expanded ? list : undefined}
          onClick={() => dispatch({ type: 'group-toggled', key: group.key, expanded: !expanded })}
        >
          <Icon name={expanded ? 'chevron-down' : 'chevron-right'} />
          <SeverityMark severity={group.worst} />
          <span className={styles.name}>
            {name}
            {group.unit !== null && group.unit !== subject && (
              <span className={styles.unit}>{group.unit}</span>
            )}
          </span>
          {suggests && (
            <span role="img" aria-label={findings.hasSuggestion} title={findings.hasSuggestion}>
              <Icon name="edit" size={14} />
            </span>
          )}
          {group.open > 0 ? (
            <span
              className={styles.count}
              title={format(group.openCells > group.open ? findings.groupOpenCells : findings.groupOpen, {
                count: String(group.open),
                cells: String(group.openCells),
              })}
            >
              {group.openCells > group.open
                ? format(findings.groupCells, { count: String(group.open), cells: String(group.openCells) })
                : group.open}
            </span>
          ) : (
            <span
              className={mergeClasses(styles.count, styles.done)}
              role="img"
              aria-label={findings.groupDone}
            >
              <Icon name="check" />
            </span>
          )}
        </button>
      </h2>
      {group.rule !== null && <FixAll findings={group.findings} />}
    </div>
  );
}

/** What the heading names; `null` where there is none. */
function headedBy({ sheet, rule, key }: FindingGroup): 'sheet' | 'rule' | 'project' | null {
  if (sheet !== null) return 'sheet';
  if (rule !== null) return 'rule';
  return key === 'cells' ? null : 'project';
}

/** For the whole of a rule, where its findings are no single card. */
function Bulk({ findings }: { readonly findings: readonly ReviewFinding[] }): ReactElement | null {
  const styles = useStyles();
  if (findings.filter(({ state }) => state === 'open').length < 2) return null;
  return (
    <div className={styles.bulk}>
      <BulkActions findings={findings} fix={false} />
    </div>
  );
}

function holds(item: ListItem, key: FindingKey): boolean {
  const findings = item.type === 'single' ? [item.finding] : item.findings;
  return findings.some((finding) => findingKey(finding) === key);
}
