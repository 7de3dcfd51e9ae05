import type { Book } from '../wps/host/book';
import type { EtHost } from '../wps/host/et-host';
import { button, part } from './page-parts';

export interface BookTabActions {
  close(book: Book): Promise<void>;
  restart(): void;
}

/** Draws a tab for each open workbook, as WPS does above its ribbon, and the button that starts WPS anew. */
export function drawBookTabs(host: EtHost, actions: BookTabActions): void {
  const bar = part('books');
  bar.hidden = false;
  const tabs = host.books.flatMap((book) => {
    const tab = button(book.name, () => host.activate(book));
    tab.setAttribute('aria-pressed', String(book === host.active));
    const cross = button('×', () => actions.close(book));
    cross.setAttribute('aria-label', `关闭“${book.name}”`);
    // The grid always shows a workbook.
    cross.hidden = host.books.length === 1;
    return [tab, cross];
  });
  const restart = button('重启 WPS', () => actions.restart());
  restart.className = 'restart';
  bar.replaceChildren(...tabs, restart);
}
