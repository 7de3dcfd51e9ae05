import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import type { GuessOutline } from '../../app/reviewer';
import type { AskedField } from '../../engine/annex/guess/guessed-parts';
import { fieldName } from '../i18n/field-name';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { LazyPart } from '../parts/LazyPart';
import { useCommands, usePaneState } from '../state/pane-context';
import { GUESS_TEXTS } from './guess-texts';

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '8px', width: '100%' },
  title: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What a worksheet may be that was not understood: why, what is missing, and a click that says so. */
export function GuessedForm({ guess }: { readonly guess: GuessOutline }): ReactElement {
  const styles = useStyles();
  const words = useOwnTexts(GUESS_TEXTS);
  const { listSeparator } = useTexts();
  const locale = useLocale();
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const [open, setOpen] = useState(false);
  const details = useId();
  const { annex, confidence, found, guessed, missing, accepting } = guess;
  const line = (text: string, fields: readonly AskedField[]): ReactElement | null =>
    fields.length === 0 ? null : (
      <li>{format(text, { fields: fields.map((one) => fieldName(one, locale)).join(listSeparator) })}</li>
    );
  return (
    <div className={styles.box} role="group" aria-label={words.label}>
      <p className={styles.title}>
        {format(annex.layout === 'department-form' ? words.department : words.form, {
          percent: String(Math.round(confidence * 100)),
        })}
      </p>
      <ul>
        {line(words.found, found)}
        {line(words.guessed, guessed)}
        {line(words.missing, missing)}
      </ul>
      <p>{words.hint}</p>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() =>
            void commands.takeOver({ version: 1, headers: [accepting] }).then((done) => {
              if (done) return commands.review();
            })
          }
        >
          {words.accept}
        </Button>
        <Button
          aria-expanded={open}
          aria-controls={open ? details : undefined}
          onClick={() => setOpen(!open)}
        >
          {words.check}
        </Button>
      </div>
      {open && annex.form && (
        <div id={details}>
          <LazyPart
            load={() => import('./FormTable').then(({ FormTable }) => FormTable)}
            props={{ annex, form: annex.form }}
          />
        </div>
      )}
    </div>
  );
}
