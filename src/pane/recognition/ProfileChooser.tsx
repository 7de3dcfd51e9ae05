import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import { BUILT_IN_PROFILES } from '../../engine/profile/built-in';
import type { ProfileChoice } from '../../engine/profile/choose-profile';
import { useOwnTexts } from '../i18n/own-texts';
import { PROFILE_TEXTS, type ProfileTexts } from './profile-texts';
import { format } from '../i18n/texts';
import { useLocale } from '../i18n/texts-context';
import { Message } from '../parts/Message';
import { useCommands, usePaneState } from '../state/pane-context';
import { FileProblems } from './FileProblems';
import { LARGEST_PROFILE, readProfileFile, type ReadFile } from './read-profile-file';

const useStyles = makeStyles({
  box: { maxHeight: '50vh', overflowY: 'auto', padding: '0 12px 8px', display: 'grid', rowGap: '4px' },
  radio: { alignItems: 'start', '& label': { overflowWrap: 'anywhere' } },
  hint: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', paddingLeft: '32px' },
});

const AUTO = 'auto';
const OWN = 'own';
interface NotUsed {
  readonly file: string;
  readonly why: Exclude<ReadFile, { readonly document: unknown }>;
}

/** The profiles to choose from: automatic, those that come with the product, or one from a file. */
export function ProfileChooser(): ReactElement {
  const styles = useStyles();
  const locale = useLocale();
  const commands = useCommands();
  const profiles = usePaneState((state) => state.recognition?.profiles);
  const busy = usePaneState((state) => state.task !== null);
  const [notUsed, setNotUsed] = useState<NotUsed | null>(null);
  const [reading, setReading] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const texts = useOwnTexts(PROFILE_TEXTS);
  const setting = profiles?.unusable ? null : (profiles?.setting ?? null);
  const value = setting === null ? AUTO : typeof setting === 'string' ? setting : OWN;
  const own = value === OWN ? profiles?.annexes[0]?.profile.name[locale] : undefined;

  async function useFile(file: File): Promise<void> {
    setReading(true);
    const read = await readProfileFile(file);
    setReading(false);
    if (!('document' in read)) return setNotUsed({ file: file.name, why: read });
    setNotUsed(null);
    await commands.chooseProfile(read.document);
  }

  return (
    <div className={styles.box}>
      {profiles?.unusable && (
        <Message intent="warning">
          <span>{texts.unusable}</span>
        </Message>
      )}
      {notUsed && (
        <FileProblems
          title={format(texts.notUsed, { file: notUsed.file })}
          trouble={troubleOf(notUsed.why, texts)}
          problems={'problems' in notUsed.why ? notUsed.why.problems : []}
          more={texts.moreProblems}
          onClose={() => setNotUsed(null)}
        />
      )}
      <RadioGroup aria-label={texts.choose} value={value} disabled={busy}>
        <Radio
          className={styles.radio}
          value={AUTO}
          label={
            <>
              {texts.auto}
              <span className={styles.hint}>
                {value === AUTO ? because(profiles?.annexes ?? [], texts) : texts.autoHint}
              </span>
            </>
          }
          onChange={() => void commands.chooseProfile(null)}
        />
        {BUILT_IN_PROFILES.map(({ id, name }) => (
          <Radio
            key={id}
            className={styles.radio}
            value={id}
            label={name[locale]}
            onChange={() => void commands.chooseProfile(id)}
          />
        ))}
        <Radio
          className={styles.radio}
          value={OWN}
          label={
            <>
              {own === undefined ? texts.own : format(texts.ownNamed, { name: own })}
              <span className={styles.hint}>{texts.ownHint}</span>
            </>
          }
          onChange={() => input.current?.click()}
        />
      </RadioGroup>
      <div className={styles.file}>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={texts.file}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file may be chosen again once it is corrected.
            event.target.value = '';
            if (file) void useFile(file);
          }}
        />
        <Button size="small" disabledFocusable={busy || reading} onClick={() => input.current?.click()}>
          {own === undefined ? texts.file : texts.otherFile}
        </Button>
        <span role="status" className={styles.hint}>
          {reading ? texts.reading : ''}
        </span>
      </div>
      <span className={styles.hint}>{texts.kept}</span>
    </div>
  );
}

/** What told the automatic choice; of several tables, each of its reasons once. */
function because(used: readonly ProfileChoice[], texts: ProfileTexts): string {
  const reasons = used.flatMap(({ reason, evidence }) =>
    reason === 'chosen' ? [] : [format(texts.because[reason], { evidence: evidence ?? '' })],
  );
  return [...new Set(reasons)].join(' ');
}

/** Why a file could not be read at all; `null` where it could. */
function troubleOf(why: NotUsed['why'], texts: ProfileTexts): string | null {
  if (!('trouble' in why)) return null;
  return why.trouble === 'too-large'
    ? format(texts.tooLarge, { size: String(LARGEST_PROFILE / 1024) })
    : texts.notRead;
}
