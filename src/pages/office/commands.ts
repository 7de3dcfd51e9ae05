/** Entry of commands.html: the buttons where Excel gives them a page of their own, and the dialog that tells for them. */
import { startCommands } from '../../commands/start-commands';
import { showMessageOfPage } from '../../host/office/message-page';
import { officeShell } from '../../host/office/office-shell';

if (!showMessageOfPage()) startCommands(officeShell);
