import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { useCommands, usePaneState } from '../state/pane-context';
import { currentReview, wholeWorkbook } from '../state/pane-state';
import { ROLLUP_MENU_TEXTS } from './rollup-texts';

/** What can be put into the workbook: marks, and rollup sheets. */
export function SheetMenus({ buttonClass }: { buttonClass: string }): ReactElement {
  const { toolbar } = useTexts();
  const own = useOwnTexts(ROLLUP_MENU_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const review = usePaneState(currentReview);
  const filter = usePaneState((state) => state.filter);
  const locale = useLocale();
  const inWorkbook = usePaneState(
    (state) => wholeWorkbook(state)?.filter((one) => one.review !== null).length ?? 0,
  );
  const markShown = async (): Promise<void> => {
    const { shownFindings } = await import('../findings/shown-findings');
    const { findings = [], annexes = [] } = review ?? {};
    const { shown } = shownFindings(findings, annexes, filter, locale);
    await commands.mark({ findings: shown.map(({ id }) => id) });
  };
  const nothing = (review?.findings.length ?? 0) === 0;
  return (
    <>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton className={buttonClass} disabledFocusable={busy}>
            {toolbar.marks}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem disabled={nothing} onClick={() => void commands.mark()}>
              {toolbar.markAll}
            </MenuItem>
            <MenuItem disabled={nothing} onClick={() => void commands.mark({ severities: ['error'] })}>
              {toolbar.markErrors}
            </MenuItem>
            <MenuItem disabled={nothing} onClick={() => void markShown()}>
              {toolbar.markShown}
            </MenuItem>
            <MenuDivider />
            <MenuItem onClick={() => void commands.clearMarks('sheet')}>{toolbar.unmarkSheet}</MenuItem>
            <MenuItem onClick={() => void commands.clearMarks('workbook')}>{toolbar.unmarkWorkbook}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            className={buttonClass}
            disabledFocusable={busy || (review === null && inWorkbook === 0)}
          >
            {toolbar.rollups}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>
                {inWorkbook > 0 ? format(own.ofWorkbook, { count: inWorkbook }) : own.ofSheet}
              </MenuGroupHeader>
              <MenuItem onClick={() => void commands.insertRollups(['unit-summary'])}>
                {toolbar.unitSummary}
              </MenuItem>
              <MenuItem onClick={() => void commands.insertRollups(['project-results'])}>
                {own.results}
              </MenuItem>
              <MenuItem onClick={() => void commands.insertRollups(['rate-bands'])}>{own.bands}</MenuItem>
              <MenuItem onClick={() => void commands.insertRollups(['indicator-results'])}>
                {own.outcomes}
              </MenuItem>
              <MenuItem onClick={() => void commands.insertRollups(['issue-list'])}>
                {toolbar.issueList}
              </MenuItem>
              <MenuItem onClick={() => void commands.insertRollups(['review-opinions'])}>
                {own.opinions}
              </MenuItem>
              <MenuItem onClick={() => void commands.insertRollups('all')}>{toolbar.allRollups}</MenuItem>
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
