/** Entry of pane.html. With a shared runtime the buttons of the ribbon run in the pane's page, so it serves them too. */
import '../level/fill-gaps';
import { startCommands } from '../../commands/start-commands';
import { officeShell } from '../../host/office/office-shell';
import { startPane } from '../../pane/start-pane';

startCommands(officeShell);
startPane(officeShell);
