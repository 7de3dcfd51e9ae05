import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { SavedText } from '../parts/SavedText';
import { useCommands, usePaneState } from '../state/pane-context';
import { CORRECTIONS_TEXTS, type CorrectionsTexts } from './corrections-texts';
import { FileProblems } from './FileProblems';
import { LARGEST_VOCABULARY, readVocabularyFile, type ReadVocabularyFile } from './read-vocabulary-file';

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '6px', paddingTop: '6px', fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface NotUsed {
  readonly file: string;
  readonly why: Exclude<ReadVocabularyFile, { readonly vocabulary: unknown }>;
}

/** The corrections of this workbook to a vocabulary file, and those of one into this workbook. */
export function CorrectionsFile(): ReactElement {
  const styles = useStyles();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const hasSome = usePaneState((state) => (state.corrections?.length ?? 0) > 0);
  const [saved, setSaved] = useState<string | null>(null);
  const [notUsed, setNotUsed] = useState<NotUsed | null>(null);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);

  async function save(): Promise<void> {
    const vocabulary = await commands.readVocabulary();
    if (!vocabulary) return;
    const { vocabularyText } = await import('../../engine/vocabulary/vocabulary-text');
    setSaved(vocabularyText(vocabulary));
  }

  async function load(file: File): Promise<void> {
    setSaid('');
    const read = await readVocabularyFile(file);
    if (!('vocabulary' in read)) return setNotUsed({ file: file.name, why: read });
    setNotUsed(null);
    if (await commands.takeOver(read.vocabulary)) setSaid(format(words.imported, { file: file.name }));
  }

  return (
    <div className={styles.box}>
      {notUsed && (
        <FileProblems
          title={format(words.notUsed, { file: notUsed.file })}
          trouble={troubleOf(notUsed.why, words)}
          problems={'problems' in notUsed.why ? notUsed.why.problems : []}
          more={words.moreProblems}
          onClose={() => setNotUsed(null)}
        />
      )}
      <span className={styles.quiet}>{words.hint}</span>
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={!hasSome} onClick={() => void save()}>
          {words.export}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => input.current?.click()}>
          {words.import}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.import}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again once it is corrected.
          event.target.value = '';
          if (file) void load(file);
        }}
      />
      {saved !== null && (
        <SavedText
          text={saved}
          fileName={`${words.fileName}.json`}
          label={words.fileName}
          hint={words.savedHint}
        />
      )}
      <span role="status" className={styles.quiet}>
        {said}
      </span>
    </div>
  );
}

/** Why a file could not be read at all; `null` where it could. */
function troubleOf(why: NotUsed['why'], words: CorrectionsTexts): string | null {
  if (!('trouble' in why)) return null;
  return why.trouble === 'too-large'
    ? format(words.tooLarge, { size: String(LARGEST_VOCABULARY / 1024) })
    : words.notRead;
}
