import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { shortened } from '../../engine/sheet/shortened';
import { useOwnTexts, type OwnTexts } from '../i18n/own-texts';

/*
 * What only some hosts need in the title row, and so comes later: the name of the workbook, where there are several, and a
 * button that hides the pane, where the host has none.
 */

const TEXTS: OwnTexts<{ readonly hide: string }> = {
  'zh-CN': { hide: '收起窗格' },
  en: { hide: 'Hide the pane' },
};

const useStyles = makeStyles({
  workbook: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Whose state the pane shows. */
export function WorkbookName({ workbook }: { readonly workbook: string }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.workbook} title={workbook} data-workbook>
      {shortened(workbook)}
    </div>
  );
}

/** Takes the pane out of view. */
export function HideButton({ hidePane }: { readonly hidePane: () => void }): ReactElement {
  const { hide } = useOwnTexts(TEXTS);
  return (
    <Button
      appearance="subtle"
      icon={
        <svg width={20} height={20} viewBox="0 0 16 16" aria-hidden focusable="false">
          <path
            d="m3.5 4 4 4-4 4M8.5 4l4 4-4 4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      }
      aria-label={hide}
      title={hide}
      data-hides-pane
      onClick={hidePane}
    />
  );
}
