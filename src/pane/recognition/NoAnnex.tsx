import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Recognition } from '../../app/reviewer';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { LazyPart } from '../parts/LazyPart';
import { NO_ANNEX_TEXTS } from './no-annex-texts';
import { NOT_UNDERSTOOD_TEXTS } from './not-understood-texts';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    rowGap: '8px',
    justifyItems: 'start',
    padding: '12px',
    overflowWrap: 'anywhere',
    '& p, & ul': { margin: 0 },
    '& ul': { paddingLeft: '20px' },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** A sheet with nothing to review: what it is, what was looked for, and where to go. */
export function NoAnnex({ recognition }: { recognition: Recognition }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const commands = useCommands();
  const dispatch = useDispatch();
  const reviewed = usePaneState((state) => state.lastReviewed);
  const { states } = texts.recognition;
  const own = useOwnTexts(NO_ANNEX_TEXTS);
  const reason = recognition.reason ?? 'no-annex';
  const { sheet, guess, elsewhere = null } = recognition;
  const { sheet: notUnderstood } = useOwnTexts(NOT_UNDERSTOOD_TEXTS);
  const unreviewed = usePaneState((state) => state.workbook === null);
  const busy = usePaneState((state) => state.task !== null);
  const leadsBack = reviewed !== null && reviewed.id !== sheet.id && reviewed.id !== elsewhere?.id;
  return (
    <section className={styles.box} aria-label={texts.recognition.label}>
      <p className={styles.title}>
        {format(recognition.notUnderstood ? notUnderstood : states[reason], { sheet: sheet.name })}
      </p>
      {guess && (
        <LazyPart
          load={() => import('./GuessedForm').then(({ GuessedForm }) => GuessedForm)}
          props={{ guess }}
        />
      )}
      <p>{elsewhere === null ? states[`${reason}Next`] : format(own.elsewhere, { sheet: elsewhere.name })}</p>
      {reason === 'no-annex' && !guess && (
        <div className={styles.quiet}>
          <p>{own.lookedFor}</p>
          <ul>
            {Object.entries(own.lookedForParts).map(([key, part]) => (
              <li key={key}>{part}</li>
            ))}
          </ul>
        </div>
      )}
      {reason === 'no-annex' && (
        <LazyPart
          load={() => import('./HeaderPointer').then(({ HeaderPointer }) => HeaderPointer)}
          props={{}}
        />
      )}
      <div className={styles.actions}>
        {elsewhere !== null && (
          <Button
            appearance="primary"
            onClick={() => void commands.goTo(elsewhere.id, { row: 0, column: 0 })}
          >
            {format(own.goThere, { sheet: elsewhere.name })}
          </Button>
        )}
        {leadsBack && (
          <Button appearance="primary" onClick={() => void commands.goTo(reviewed.id, { row: 0, column: 0 })}>
            {format(own.goBack, { sheet: reviewed.name })}
          </Button>
        )}
        <Button
          appearance={unreviewed && elsewhere === null && !leadsBack ? 'primary' : 'secondary'}
          disabledFocusable={unreviewed && busy}
          onClick={() => {
            dispatch({ type: 'view-opened', view: 'workbook' });
            // A workbook that opens on its cover: the annexes are one click away.
            if (unreviewed) void commands.reviewWorkbook(false);
          }}
        >
          {unreviewed ? own.reviewAll : texts.workbook}
        </Button>
        <Button onClick={() => void commands.recognise()}>{texts.recognition.again}</Button>
      </div>
    </section>
  );
}
