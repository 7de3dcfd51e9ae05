/**
 * First script of each page of the add-in in the workbench: gets what WPS puts into the page from the workbench around it,
 * before anything of the page itself runs.
 */
import type { PutInFront } from './put-in-front';

(window.parent as Window & { readonly putWpsInFront?: PutInFront }).putWpsInFront?.(window);
