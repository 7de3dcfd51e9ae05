import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { useTexts } from '../i18n/texts-context';
import { useDispatch } from '../state/pane-context';
import type { View } from '../state/pane-state';
import { Icon } from './icons';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: { display: 'flex', alignItems: 'center', gap: '4px', padding: '4px 8px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  filled: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 12px 12px' },
});

interface Props {
  readonly title: string;
  /** The view shown; the focus goes back to the button that opened it. */
  readonly opener: View;
  /** Whether the content fills the panel from side to side and scrolls by itself. */
  readonly filled?: boolean;
  readonly children: ReactNode;
}

/** What takes the place of the review for a while: settings, help, the change log. Escape leads back. */
export function SidePanel({ title, opener, filled = false, children }: Props): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const dispatch = useDispatch();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    heading.current?.focus();
    return () => document.querySelector<HTMLElement>(`[data-opens="${opener}"]`)?.focus();
  }, [opener]);
  const back = (): void => dispatch({ type: 'view-opened', view: 'review' });
  return (
    <section
      aria-labelledby={id}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) back();
      }}
    >
      <div className={styles.head}>
        <Button appearance="subtle" icon={<Icon name="back" />} size="small" onClick={back}>
          {texts.back}
        </Button>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
      </div>
      <div className={filled ? styles.filled : styles.body}>{children}</div>
    </section>
  );
}
