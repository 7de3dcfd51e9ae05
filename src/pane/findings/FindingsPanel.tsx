import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, type ReactElement } from 'react';
import type { SheetReview } from '../../app/reviewer';
import { useLocale, useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';
import { FilterBar } from './FilterBar';
import { searchText } from '../wording/finding-text';
import { filterFindings, groupFindings } from './group-findings';
import { GroupList } from './GroupList';
import { handleListKey } from './list-keys';
import { NotJudgedNote } from './NotJudgedNote';
import { RulesByNoteLines } from './RulesByNoteLines';
import { RuleOutcomes } from './RuleOutcomes';
import { useListWork } from './use-work';
import { WorkContext } from './work-context';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '180px' },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowAnchor: 'none',
    outlineStyle: 'none',
  },
  note: { padding: '16px 12px', display: 'grid', rowGap: '8px', justifyItems: 'start' },
  clean: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '16px 12px 4px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  tick: { display: 'inline-flex', color: tokens.colorStatusSuccessForeground1 },
});

/** The findings of a review: filtered, grouped, worked through by mouse or keys. */
export function FindingsPanel({ review }: { review: SheetReview }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const locale = useLocale();
  const commands = useCommands();
  const dispatch = useDispatch();
  const filter = usePaneState((state) => state.filter);
  const currentId = usePaneState((state) => state.currentId);
  const busy = usePaneState((state) => state.task !== null);
  const openPart = usePaneState((state) => state.openPart !== null);
  const scroller = useRef<HTMLDivElement>(null);

  const { findings, annexes } = review;
  const groups = useMemo(() => {
    const shown = filterFindings(findings, filter, (finding) => searchText(finding, locale));
    return groupFindings(shown, filter.grouping);
  }, [findings, filter, locale]);
  const work = useListWork(groups, scroller);
  const allDone = findings.every(({ state }) => state !== 'open');

  const rows = useCallback(
    () => [...(scroller.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])],
    [],
  );
  useEffect(() => {
    scroller.current?.scrollTo?.({ top: 0 });
  }, [filter]);

  if (findings.length === 0)
    return (
      <section aria-label={texts.findings.label} className={styles.panel}>
        <div className={styles.list}>
          <NotJudgedNote review={review} />
          <RulesByNoteLines review={review} />
          <Clean text={texts.clean.title} />
          <RuleOutcomes review={review} />
        </div>
      </section>
    );
  return (
    <WorkContext.Provider value={work}>
      <section aria-label={texts.findings.label} className={styles.panel}>
        <FilterBar />
        <div
          ref={scroller}
          tabIndex={-1}
          role="group"
          aria-label={texts.findings.label}
          aria-description={texts.findings.keysHint}
          className={styles.list}
          onKeyDown={(event) =>
            handleListKey(event, {
              current: findings.find(({ id }) => id === currentId) ?? null,
              busy,
              openPart,
              work,
              commands,
              dispatch,
              rows,
            })
          }
        >
          <NotJudgedNote review={review} />
          <RulesByNoteLines review={review} />
          {allDone && <Clean text={texts.clean.done} />}
          {groups.length > 0 ? (
            <GroupList groups={groups} annexes={annexes} />
          ) : (
            <div className={styles.note}>
              {texts.findings.nothingFound}
              <Button size="small" onClick={() => dispatch({ type: 'filter-cleared' })}>
                {texts.findings.showAll}
              </Button>
            </div>
          )}
          <RuleOutcomes review={review} />
        </div>
      </section>
    </WorkContext.Provider>
  );
}

function Clean({ text }: { text: string }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.clean}>
      <span className={styles.tick}>
        <Icon name="check" size={24} />
      </span>
      {text}
    </div>
  );
}
