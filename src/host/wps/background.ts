import { LeftTexts } from './left-texts';
import { openPane, type PaneMaker } from './open-pane';
import { LEFT_COMMANDS, pluginStorageOf } from './pane-page';

/** The button that opens the pane and asks for nothing else. */
export const OPEN_PANE = 'openPane';

/** What WPS hands to a callback of the ribbon. */
export interface RibbonControl {
  readonly Id: string;
  readonly Tag?: string;
}

/** What WPS calls by name, as `ribbon.OnAction` and, in builds that look for names without a dot, as `OnAction`. */
export interface RibbonCallbacks {
  OnAddinLoad(): boolean;
  OnAction(control: RibbonControl): boolean;
  GetImage(control: RibbonControl): string;
}

/**
 * The ribbon's functions, in the page that WPS keeps in the background. A button shows the pane and leaves it the command;
 * the pane does the work and says what came of it. All of them return at once: a callback that is asynchronous keeps the
 * tab of some builds from appearing.
 *
 * @param images the images of the buttons by their ids, relative to the add-in's folder
 */
export function ribbonCallbacks(
  page: PaneMaker,
  images: Readonly<Record<string, string>>,
  now: () => number = Date.now,
): RibbonCallbacks {
  const commands = new LeftTexts(() => pluginStorageOf(page), LEFT_COMMANDS, now);
  return {
    OnAddinLoad: () => true,
    OnAction(control) {
      const name = control.Tag || control.Id;
      // Left before the pane is shown: one that is there already takes it up while it comes into view.
      if (name !== OPEN_PANE) commands.leave(name);
      openPane(page);
      return true;
    },
    GetImage: ({ Id }) => images[Id] ?? '',
  };
}

/** Puts the callbacks where WPS looks for them: under `ribbon`, and by themselves. */
export function serveRibbon(page: PaneMaker, images: Readonly<Record<string, string>>): void {
  const callbacks = ribbonCallbacks(page, images);
  Object.assign(page, { ribbon: callbacks }, callbacks);
}
