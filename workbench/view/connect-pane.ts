import type { ConnectPane } from '../office/pane-session';
import { connectWeb } from '../office/web-endpoint';
import { connectWin32 } from '../office/win32-endpoint';

/** Connects the pane to the Excel that this page stands for: the server says which when it hands the page out. */
export const connectPane: ConnectPane =
  document.documentElement.dataset.platform === 'web' ? connectWeb : connectWin32;
