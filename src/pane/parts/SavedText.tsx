import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '6px', justifyItems: 'start', width: '100%' },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { width: '100%', boxSizing: 'border-box', resize: 'none', overflowWrap: 'anywhere' },
});

interface Props {
  readonly text: string;
  readonly fileName: string;
  readonly label: string;
  /** What to do where no file comes of it. */
  readonly hint: string;
}

/** A file is offered at once; some hosts save nothing out of a pane, so its text can be copied as well. */
export function SavedText({ text, fileName, label, hint }: Props): ReactElement {
  const styles = useStyles();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.click(), [text]);
  return (
    <div className={styles.box}>
      <Link ref={link} href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={fileName}>
        {fileName}
      </Link>
      <p className={styles.hint}>{hint}</p>
      <textarea
        readOnly
        rows={4}
        className={styles.text}
        value={text}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
    </div>
  );
}
