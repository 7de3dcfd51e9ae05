import { makeStyles } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { SheetReview } from '../../app/reviewer';
import { useLocale, useTexts } from '../i18n/texts-context';
import { allFindings } from '../state/all-findings';
import { usePaneState } from '../state/pane-context';
import { Dock } from './Dock';
import { FilterBar } from './FilterBar';
import { Clean, FindingsList } from './FindingsList';
import { groupFindings } from './group-findings';
import { NotJudgedNote } from './NotJudgedNote';
import { RulesByNoteLines } from './RulesByNoteLines';
import { RuleOutcomes } from './RuleOutcomes';
import { shownFindings } from './shown-findings';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '180px' },
  list: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
});

/** The findings of a review: filtered, grouped, worked through by mouse or keys. */
export function FindingsPanel({ review }: { review: SheetReview }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const locale = useLocale();
  const filter = usePaneState((state) => state.filter);
  const { annexes } = review;
  const findings = allFindings(review);
  const list = useMemo(
    () => shownFindings(findings, annexes, filter, locale),
    [findings, annexes, filter, locale],
  );
  const groups = useMemo(() => groupFindings(list.shown, filter.grouping), [list, filter.grouping]);
  const before = (
    <>
      <NotJudgedNote review={review} />
      <RulesByNoteLines review={review} />
    </>
  );
  const after = <RuleOutcomes review={review} />;
  if (findings.length === 0)
    return (
      <section aria-label={texts.findings.label} className={styles.panel}>
        <div className={styles.list}>
          {before}
          <Clean text={texts.clean.title} />
          {after}
        </div>
      </section>
    );
  const bar = <FilterBar list={list} total={findings.length} groups={groups.map(({ key }) => key)} />;
  const dock = <Dock review={review} groups={groups} shown={list.shown} />;
  return <FindingsList {...{ findings, groups, annexes, before, after, bar, dock }} />;
}
