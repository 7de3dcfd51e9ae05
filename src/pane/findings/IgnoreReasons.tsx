import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTexts } from '../i18n/texts-context';
import { REASONS, reasonForWorkbook } from '../wording/ignore-reasons';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  input: { flexGrow: 1, minWidth: 0 },
  label: { width: '100%', fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly onChoose: (reason: string) => void;
  readonly onCancel: () => void;
}

/** The reason for setting a finding aside, asked for in place. */
export function IgnoreReasons({ onChoose, onCancel }: Props): ReactElement {
  const styles = useStyles();
  const { findings } = useTexts();
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const reason = text.trim();
  useEffect(() => {
    first.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={box}
      role="group"
      aria-label={findings.reasonLabel}
      className={styles.box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <span className={styles.label}>{findings.reasonLabel}</span>
      {REASONS.map((one, i) => (
        <Button
          key={one}
          size="small"
          ref={i === 0 ? first : undefined}
          onClick={() => onChoose(reasonForWorkbook(one))}
        >
          {findings.reasons[one]}
        </Button>
      ))}
      {writing ? (
        <>
          <Input
            className={styles.input}
            size="small"
            autoFocus
            value={text}
            aria-label={findings.reasonText}
            placeholder={findings.reasonText}
            onChange={(_, { value }) => setText(value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && reason !== '') onChoose(reason);
            }}
          />
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={reason === ''}
            onClick={() => onChoose(reason)}
          >
            {findings.confirm}
          </Button>
        </>
      ) : (
        <Button size="small" onClick={() => setWriting(true)}>
          {findings.reasons.other}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={onCancel}>
        {findings.cancel}
      </Button>
    </div>
  );
}
