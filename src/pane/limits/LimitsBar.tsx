import type { ReactElement } from 'react';
import type { Capabilities } from '../../host/port';
import { useOwnTexts } from '../i18n/own-texts';
import { Message } from '../parts/Message';
import { useDispatch } from '../state/pane-context';
import type { KnownLimits } from '../state/pane-state';
import { toldLimits } from './limits';
import { LIMITS_TEXTS } from './limits-texts';

interface Props {
  readonly capabilities: Capabilities;
  readonly limits: KnownLimits;
}

/** What this host does not do, told when it is known, until the reader puts it away; the help always has it. */
export function LimitsBar({ capabilities, limits }: Props): ReactElement | null {
  const texts = useOwnTexts(LIMITS_TEXTS);
  const dispatch = useDispatch();
  const told = toldLimits(limits, capabilities);
  if (told.length === 0) return null;
  return (
    <Message intent="warning" title={texts.title} onClose={() => dispatch({ type: 'limits-read' })}>
      {told.map((limit) => (
        <span key={limit}>{texts[limit]}</span>
      ))}
    </Message>
  );
}
