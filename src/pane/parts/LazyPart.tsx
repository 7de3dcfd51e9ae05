import { useState, lazy, Suspense, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTexts } from '../i18n/texts-context';
import { ErrorBoundary } from './ErrorBoundary';

interface Props<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  /** Shown until the part is there; of the same size where it can be. */
  readonly meanwhile?: ReactNode;
}

const useStyles = makeStyles({
  trouble: { padding: tokens.spacingHorizontalM, display: 'grid', gap: '8px', justifyItems: 'start' },
});

/** A part of the pane that is loaded after the first paint. A failure to load is said, and can be tried again. */
export function LazyPart<P extends object>({ load, props, meanwhile = null }: Props<P>): ReactElement {
  const make = (): ComponentType<P> =>
    lazy(() => load().then((part) => ({ default: part }))) as unknown as ComponentType<P>;
  const [Part, setPart] = useState<ComponentType<P>>(make);
  const styles = useStyles();
  const texts = useTexts();
  return (
    <ErrorBoundary
      fallback={(_, again) => (
        <div role="alert" className={styles.trouble}>
          {texts.shell.partNotLoaded}
          <Button
            size="small"
            onClick={() => {
              setPart(make);
              again();
            }}
          >
            {texts.retry}
          </Button>
        </div>
      )}
    >
      <Suspense fallback={meanwhile}>
        <Part {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
