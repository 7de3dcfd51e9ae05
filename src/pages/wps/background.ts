/** Entry of index.html, the page that WPS keeps in the background: the functions of the ribbon. */
import { serveRibbon } from '../../host/wps/background';

/** By the ids of the buttons in ribbon.xml; put in while building, from manifest.xml. */
declare const RIBBON_IMAGES: Readonly<Record<string, string>>;

serveRibbon(window, RIBBON_IMAGES);
