import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, type ReactElement } from 'react';
import type { SheetReview } from '../../app/reviewer';
import type { EntryCounts } from '../../app/entries';
import { FilterBar } from '../findings/FilterBar';
import { FindingsList } from '../findings/FindingsList';
import { groupFindings, type FindingGroup } from '../findings/group-findings';
import { shownFindings } from '../findings/shown-findings';
import { neighbour } from '../findings/neighbour';
import { useWork } from '../findings/work-context';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { allFindings } from '../state/all-findings';
import { useCommands, usePaneState } from '../state/pane-context';
import { SeverityToggles } from '../toolbar/SeverityToggles';
import { countAll, openEntries } from './reviewed-sheets';
import { WORKBOOK_TEXTS } from './workbook-texts';

const useStyles = makeStyles({
  note: { margin: 0, padding: '6px 12px', fontSize: tokens.fontSizeBase200 },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  done: { flexGrow: 1, textAlign: 'right' },
});

/** The findings of all reviewed sheets, sheet by sheet; a step leads from the last of one to the first of the next. */
export function WorkbookFindings({ reviews }: { readonly reviews: readonly SheetReview[] }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const own = useOwnTexts(WORKBOOK_TEXTS);
  const locale = useLocale();
  const filter = usePaneState((state) => state.filter);
  const stale = usePaneState((state) => state.stale);
  const following = usePaneState((state) => state.following);
  const findings = useMemo(() => reviews.flatMap(allFindings), [reviews]);
  const annexes = useMemo(() => reviews.flatMap((review) => review.annexes), [reviews]);
  const counts = useMemo(() => countAll(reviews), [reviews]);
  const list = useMemo(
    () => shownFindings(findings, annexes, filter, locale),
    [findings, annexes, filter, locale],
  );
  const groups = useMemo(() => groupFindings(list.shown, 'sheet'), [list]);
  if (findings.length === 0) return <p className={styles.note}>{own.noFindings}</p>;
  const outdated = reviews.flatMap(({ sheet }) =>
    stale.includes(sheet.id) && !following.includes(sheet.id) ? sheet.name : [],
  );
  return (
    <FindingsList
      {...{ findings, groups, annexes }}
      bar={
        <>
          <SeverityToggles counts={counts} />
          <Steps groups={groups} counts={counts} />
          <FilterBar
            groupings={false}
            list={list}
            total={findings.length}
            groups={groups.map(({ key }) => key)}
          />
        </>
      }
      before={
        outdated.length > 0 && (
          <p className={styles.note}>
            {format(own.staleSheets, { sheets: outdated.join(texts.listSeparator) })}
          </p>
        )
      }
    />
  );
}

/** From one open finding to the next, whatever sheet it stands on. */
function Steps({
  groups,
  counts,
}: {
  readonly groups: readonly FindingGroup[];
  readonly counts: EntryCounts;
}): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(WORKBOOK_TEXTS);
  const work = useWork();
  const commands = useCommands();
  const current = usePaneState((state) => state.currentId);
  useEffect(
    () =>
      commands.stepBy((by) => {
        const to = neighbour(groups, current, by);
        if (to) work.select(to);
        return to !== null;
      }),
    [commands, work, groups, current],
  );
  const step = (by: 1 | -1): ReactElement => {
    const to = neighbour(groups, current, by);
    return (
      <Button size="small" disabledFocusable={to === null} onClick={() => to && work.select(to)}>
        {by < 0 ? own.previous : own.next}
      </Button>
    );
  };
  const total = counts.entries;
  return (
    <div className={styles.steps}>
      {step(-1)}
      {step(1)}
      <span className={styles.done}>{format(own.done, { done: total - openEntries(counts), total })}</span>
    </div>
  );
}
