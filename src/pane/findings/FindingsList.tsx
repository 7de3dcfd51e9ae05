import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { AnnexOutline, ReviewFinding } from '../../app/reviewer';
import { useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { findingKey } from '../state/finding-key';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';
import type { FindingGroup } from './group-findings';
import { GroupList } from './GroupList';
import { handleListKey } from './list-keys';
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

interface Props {
  readonly findings: readonly ReviewFinding[];
  /** Those of the findings that the filter lets through. */
  readonly groups: readonly FindingGroup[];
  /** The annexes that they stand in. */
  readonly annexes: readonly AnnexOutline[];
  /** What stands above the list, and at its beginning and its end within it. */
  readonly bar: ReactNode;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** What stands below the list, whatever is scrolled. */
  readonly dock?: ReactNode;
}

/** Findings in their groups, worked through by mouse or keys. */
export function FindingsList({ findings, groups, annexes, bar, before, after, dock }: Props): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const commands = useCommands();
  const dispatch = useDispatch();
  const filter = usePaneState((state) => state.filter);
  const currentId = usePaneState((state) => state.currentId);
  const busy = usePaneState((state) => state.task !== null);
  const openPart = usePaneState((state) => state.openPart !== null);
  const scroller = useRef<HTMLDivElement>(null);
  const work = useListWork(groups, scroller);
  const allDone = findings.every(({ state }) => state !== 'open');
  const rows = useCallback(
    () => [...(scroller.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])],
    [],
  );
  useEffect(() => {
    scroller.current?.scrollTo?.({ top: 0 });
  }, [filter]);
  return (
    <WorkContext.Provider value={work}>
      <section aria-label={texts.findings.label} className={styles.panel}>
        {bar}
        <div
          ref={scroller}
          tabIndex={-1}
          role="group"
          aria-label={texts.findings.label}
          aria-description={texts.findings.keysHint}
          className={styles.list}
          onKeyDown={(event) =>
            handleListKey(event, {
              current: findings.find((finding) => findingKey(finding) === currentId) ?? null,
              busy,
              openPart,
              work,
              commands,
              dispatch,
              rows,
            })
          }
        >
          {before}
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
          {after}
        </div>
        {dock}
      </section>
    </WorkContext.Provider>
  );
}

/** That nothing is left to do, or never was. */
export function Clean({ text }: { text: string }): ReactElement {
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
