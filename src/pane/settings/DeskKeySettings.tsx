import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import { useOwnTexts } from '../i18n/own-texts';
import { DESK_KEY_TEXTS, type DeskKeyTexts } from './desk-key-texts';
import { format } from '../i18n/texts';
import { SavedText } from '../parts/SavedText';
import { useCommands, usePaneState } from '../state/pane-context';
import type { DeskKeyAccess } from './desk-key-access';
import { textOfFile } from './text-of-file';

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '6px', justifyItems: 'start' },
  label: { fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

type Problem = keyof DeskKeyTexts['problems'];

/** The key by which this desk's records are known: to a file, and from one. */
export function DeskKeySettings({ openDesk }: { readonly openDesk: DeskKeyAccess }): ReactElement {
  const styles = useStyles();
  const texts = useOwnTexts(DESK_KEY_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const lasts = usePaneState((state) => state.keyLasts);
  const [saved, setSaved] = useState<string | null>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);

  async function save(): Promise<void> {
    const text = (await openDesk()).exportKey();
    setSaid(text === null ? texts.notKept : '');
    setSaved(text);
  }

  async function load(file: File): Promise<void> {
    setChosen(null);
    const problem = await loaded(file);
    setSaid(problem ? format(texts.problems[problem], { file: file.name }) : texts.loaded);
    if (problem) return;
    setSaved(null);
    await commands.keyLoaded();
  }

  async function loaded(file: File): Promise<Problem | null> {
    let text: string;
    try {
      text = await textOfFile(file);
    } catch {
      return 'not-read';
    }
    return (await openDesk()).importKey(text);
  }

  return (
    <div className={styles.box}>
      <span className={styles.label}>{texts.title}</span>
      <p className={styles.hint}>{texts.about}</p>
      {!lasts && <p className={styles.hint}>{texts.notKept}</p>}
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={!lasts} onClick={() => void save()}>
          {texts.save}
        </Button>
        <Button size="small" disabledFocusable={busy || !lasts} onClick={() => input.current?.click()}>
          {texts.load}
        </Button>
      </div>
      <p className={styles.hint}>{texts.saveHint}</p>
      <input
        ref={input}
        type="file"
        accept=".txt,text/plain"
        hidden
        aria-label={texts.load}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          setSaid('');
          if (file) setChosen(file);
        }}
      />
      {saved !== null && (
        <SavedText
          text={saved}
          fileName={`${texts.fileName}.txt`}
          label={texts.title}
          hint={texts.copyHint}
        />
      )}
      {chosen && (
        <div role="group" aria-label={texts.load} className={styles.box}>
          <p className={styles.hint}>{format(texts.loadAsk, { file: chosen.name })}</p>
          <div className={styles.buttons}>
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void load(chosen)}
            >
              {texts.loadYes}
            </Button>
            <Button size="small" onClick={() => setChosen(null)}>
              {texts.loadNo}
            </Button>
          </div>
        </div>
      )}
      <span role="status" className={styles.hint}>
        {said}
      </span>
    </div>
  );
}
