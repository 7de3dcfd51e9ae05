import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { AnnexOutline, TriedOut } from '../../app/reviewer';
import { ALL_FIELDS } from '../../engine/annex/all-fields';
import { explainPlace } from '../../engine/annex/explain-place';
import type { FieldId } from '../../engine/annex/field-id';
import { fieldName } from '../i18n/field-name';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { useCommands, usePaneState } from '../state/pane-context';
import { consequencesOf } from './consequences';
import { changeOf, nameOf, type Correctable } from './correctable';
import { CORRECTIONS_TEXTS } from './corrections-texts';

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '6px', padding: '6px 0 8px', fontSize: tokens.fontSizeBase200 },
  list: {
    maxHeight: '180px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  option: { padding: '4px 8px', cursor: 'pointer', overflowWrap: 'anywhere' },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  said: { margin: 0, paddingLeft: '16px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly annex: AnnexOutline;
  readonly what: Correctable;
  readonly onClose: () => void;
}

/** Gives a column, or a cell of a form, another meaning, or none: what that would do is shown before it is done. */
export function Corrector({ annex, what, onClose }: Props): ReactElement {
  const styles = useStyles();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const commands = useCommands();
  const [chosen, setChosen] = useState<{ readonly field: FieldId | null } | null>(null);
  const name = nameOf(what, words);
  const header = what.labels.join(' › ');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      role="group"
      aria-label={format(words.correctOne, { what: name })}
      className={styles.box}
      onKeyDown={onKeyDown}
    >
      {!chosen && <Reasons annex={annex} what={what} />}
      {chosen ? (
        <Consequences
          annex={annex}
          what={what}
          field={chosen.field}
          onApply={() => {
            onClose();
            void commands.correct(changeOf(annex, what, chosen.field));
          }}
          onBack={() => setChosen(null)}
        />
      ) : (
        <FieldChoice
          label={format(words.choose, { what: name, header })}
          what={what}
          onChoose={(field) => setChosen({ field })}
        />
      )}
      {!chosen && (
        <div className={styles.buttons}>
          <Button size="small" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Why it is read as it is, and what speaks against it. */
function Reasons({ annex, what }: Pick<Props, 'annex' | 'what'>): ReactElement | null {
  const styles = useStyles();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const { reasons, against } = explainPlace(what.place, annex.places, useLocale());
  if (reasons.length + against.length === 0) return null;
  return (
    <ul className={styles.said} aria-label={words.reasons}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
      {against.map((reason) => (
        <li key={reason}>{format(words.against, { reason })}</li>
      ))}
    </ul>
  );
}

/** A list of all fields that is searched by typing; ↑ and ↓ go through it, Enter takes one. */
function FieldChoice({
  label,
  what,
  onChoose,
}: {
  readonly label: string;
  readonly what: Correctable;
  readonly onChoose: (field: FieldId | null) => void;
}): ReactElement {
  const styles = useStyles();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const locale = useLocale();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => input.current?.focus(), []);
  const wanted = query.trim().toLowerCase();
  const options: readonly { readonly field: FieldId | null; readonly name: string }[] = [
    ...(what.isReviewed ? [{ field: null, name: words.leaveOut[what.kind] }] : []),
    ...ALL_FIELDS.filter((field) => field !== what.field && what.mayMean(field)).map((field) => ({
      field,
      name: fieldName(field, locale),
    })),
  ].filter(
    ({ field, name }) =>
      name.toLowerCase().includes(wanted) || (field?.toLowerCase().includes(wanted) ?? false),
  );
  const at = Math.min(active, options.length - 1);
  useEffect(() => {
    shown.current?.scrollIntoView?.({ block: 'nearest' });
  }, [at, query]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && options[at]) onChoose(options[at].field);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <label htmlFor={`${list}-input`}>{label}</label>
      <Input
        id={`${list}-input`}
        ref={input}
        size="small"
        value={query}
        placeholder={words.search}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
        autoComplete="off"
        onChange={(_, { value }) => {
          setQuery(value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={words.fields} className={styles.list}>
        {options.map(({ field, name }, i) => (
          <div
            key={field ?? ''}
            id={`${list}-${i}`}
            ref={i === at ? shown : undefined}
            role="option"
            aria-selected={i === at}
            className={mergeClasses(styles.option, i === at && styles.active)}
            onClick={() => onChoose(field)}
          >
            {name}
          </div>
        ))}
        {options.length === 0 && (
          <div className={mergeClasses(styles.option, styles.quiet)}>{words.noField}</div>
        )}
      </div>
    </>
  );
}

/** What the chosen meaning would do, found by a review with it. */
function Consequences({
  annex,
  what,
  field,
  onApply,
  onBack,
}: {
  readonly annex: AnnexOutline;
  readonly what: Correctable;
  readonly field: FieldId | null;
  readonly onApply: () => void;
  readonly onBack: () => void;
}): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const locale = useLocale();
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const [tried, setTried] = useState<TriedOut | 'failed' | null>(null);
  const apply = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    let wanted = true;
    void commands.tryCorrection(changeOf(annex, what, field)).then((found) => {
      if (wanted) setTried(found ?? 'failed');
    });
    return () => {
      wanted = false;
    };
  }, [commands, annex, what, field]);
  useEffect(() => {
    if (tried !== null) apply.current?.focus();
  }, [tried]);
  return (
    <>
      <div role="status">
        {tried === null ? (
          words.trying
        ) : tried === 'failed' ? (
          words.notTried
        ) : (
          <ul className={styles.said}>
            {consequencesOf({ annex, what, tried }, words, texts, locale).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      <span className={styles.quiet}>{words.hint}</span>
      <div className={styles.buttons}>
        <Button
          ref={apply}
          size="small"
          appearance="primary"
          disabledFocusable={busy || tried === null || tried === 'failed'}
          onClick={onApply}
        >
          {words.apply}
        </Button>
        <Button size="small" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </>
  );
}
