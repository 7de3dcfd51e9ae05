import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { UnmarkResult } from '../../host/port';
import { useOwnTexts } from '../i18n/own-texts';
import { format, type PaneTexts } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { useCommands, usePaneState } from '../state/pane-context';
import type { Notice } from '../state/pane-state';
import { Message } from '../parts/Message';
import { NOTICE_TEXTS } from './notice-texts';

/** What was just done in the sheet. */
export function NoticeMessage({ notice, onClose }: { notice: Notice; onClose: () => void }): ReactElement {
  const texts = useTexts();
  const commands = useCommands();
  const sentences = useSentences(notice);
  return (
    <Message
      intent="info"
      onClose={onClose}
      actions={
        notice.type === 'inserted' &&
        notice.sheets.map((sheet) => (
          <Button
            key={sheet.id}
            size="small"
            onClick={() => void commands.goTo(sheet.id, { row: 0, column: 0 })}
          >
            {format(texts.notices.openSheet, { sheet: sheet.name })}
          </Button>
        ))
      }
    >
      <span>{sentences.reduce((first, next) => format(texts.sentences, { first, next }))}</span>
    </Message>
  );
}

function useSentences(notice: Notice): string[] {
  const texts = useTexts();
  const own = useOwnTexts(NOTICE_TEXTS);
  const { notices, hosts } = texts;
  const capabilities = usePaneState(({ connection }) =>
    connection.phase === 'ready' ? connection.capabilities : null,
  );
  switch (notice.type) {
    case 'marked': {
      const { markedCells, cellsLeftOut = 0, notes, notesLeftOut, notesRefused } = notice.result;
      return [
        format(notices.marked, { cells: markedCells }),
        cellsLeftOut > 0 ? format(own.cellsLeftOut, { count: cellsLeftOut }) : '',
        notes > 0 ? format(notices.notes, { notes }) : '',
        notesLeftOut > 0 ? format(notices.notesLeftOut, { count: notesLeftOut }) : '',
        notesRefused > 0 ? format(notices.notesRefused, { count: notesRefused }) : '',
        ...leftBehind(notice.result, notices),
        capabilities && !capabilities.notes
          ? format(notices.noNotes, { host: hosts[capabilities.host] })
          : '',
      ].filter((sentence) => sentence !== '');
    }
    case 'unmarked': {
      const { markedCells, notes, left, notesUnread = [] } = notice.result;
      const done = markedCells + notes > 0 ? format(notices.unmarked, { cells: markedCells }) : '';
      const unread = format(notices.notesUnread, { sheets: shortList(notesUnread, texts.listSeparator) });
      return [
        done || (left.length === 0 ? notices.nothingToUnmark : ''),
        ...leftBehind(notice.result, notices),
        notesUnread.length > 0 ? unread : '',
      ].filter((sentence) => sentence !== '');
    }
    case 'inserted': {
      const sheets = notice.sheets.map(({ name }) => name).join(texts.listSeparator);
      const partly = notice.sheets.filter(({ leftOut = [] }) => leftOut.length > 0);
      return [
        format(notices.inserted, { sheets }),
        ...partly.map(({ name, leftOut }) =>
          format(own.leftOut, {
            sheet: name,
            parts: leftOut!.map((part) => own.parts[part]).join(texts.listSeparator),
          }),
        ),
      ];
    }
    case 'engine-in-page':
      return [notices.engineInPage];
  }
}

/** So many worksheets are named in one sentence. */
const MOST_NAMED = 5;

function shortList(names: readonly string[], separator: string): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return shown.join(separator) + (names.length > MOST_NAMED ? '…' : '');
}

/** What of ours is still there, and what nobody could look at. */
function leftBehind(
  { left, unreadable }: Pick<UnmarkResult, 'left' | 'unreadable'>,
  notices: PaneTexts['notices'],
): string[] {
  const sentences = left.map(({ sheet, markedCells, notes, because }) =>
    format(because === 'protected' ? notices.leftProtected : notices.leftRefused, {
      sheet,
      cells: markedCells,
      notes,
    }),
  );
  return unreadable > 0 ? [...sentences, format(notices.unreadable, { count: unreadable })] : sentences;
}
