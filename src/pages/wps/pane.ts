/** Entry of the pane in WPS. */
import '../level/fill-gaps';
import { openWps } from '../../host/wps/open-wps';
import { wpsShell } from '../../host/wps/wps-shell';
import { startPane } from '../../pane/start-pane';

startPane(wpsShell(openWps));
