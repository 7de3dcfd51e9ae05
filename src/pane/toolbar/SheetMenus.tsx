import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTexts } from '../i18n/texts-context';
import { useCommands, usePaneState } from '../state/pane-context';
import { currentReview } from '../state/pane-state';

/** What can be put into the workbook: marks, and rollup sheets. */
export function SheetMenus({ buttonClass }: { buttonClass: string }): ReactElement {
  const { toolbar } = useTexts();
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const review = usePaneState(currentReview);
  const severities = usePaneState((state) => state.filter.severities);
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
            <MenuItem disabled={nothing} onClick={() => void commands.mark({ severities })}>
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
          <MenuButton className={buttonClass} disabledFocusable={busy || review === null}>
            {toolbar.rollups}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void commands.insertRollups(['unit-summary'])}>
              {toolbar.unitSummary}
            </MenuItem>
            <MenuItem onClick={() => void commands.insertRollups(['issue-list'])}>
              {toolbar.issueList}
            </MenuItem>
            <MenuItem onClick={() => void commands.insertRollups(['unit-summary', 'issue-list'])}>
              {toolbar.allRollups}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
