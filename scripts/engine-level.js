/**
 * The engine that pages run in, in Excel and in WPS alike: the one list that the linter, the notice for engines that are
 * too old (`OldEnginePlugin`) and the check over what was built (`check-level.mjs`) go by. Figures are releases of Chromium.
 */
module.exports = {
  /** All of it works here: WPS for Linux 11.1.0.11723 embeds this one. */
  CHROMIUM: 87,

  /** Down to here it works and only looks plainer. */
  DEGRADES_TO: 79,

  /** The JavaScript that pages are written in once built, and the release that had all of it. */
  ECMASCRIPT: 2018,
  WHOLE_SINCE: 64,

  /**
   * What pages use without asking whether it is there, of all that came after `WHOLE_SINCE`: without one of these the
   * notice stands in place of the pane. The check tells what is missing here, and what is here for nothing.
   */
  NEEDED: [
    'AbortController',
    'Array.prototype.flat',
    'Array.prototype.flatMap',
    'BigInt',
    'Object.fromEntries',
    'String.prototype.matchAll',
    'String.prototype.trimEnd',
    'String.prototype.trimStart',
    'globalThis',
  ],

  /** What `src/pages/level/fill-gaps.ts` puts in where it is missing. */
  FILLED: ['WeakRef', 'flex gap'],

  /** What is used only where it is there, or is somebody else’s of the same name. */
  GUARDED: {
    AbortSignal: 'React asks for it of a listener that was given one',
    Animation: 'Fluent asks for `persist` before it uses any of it',
    'AnimationEffect.prototype.getTiming': 'of an animation that Fluent was given by the engine',
    'DataView.prototype.setBigUint64': 'the hashes ask first',
    'KeyframeEffect.prototype.getKeyframes': 'of view transitions (React), which the engine must have begun',
    'KeyframeEffect.prototype.setKeyframes': 'of view transitions',
    'Document.prototype.startViewTransition': 'React goes on without where it throws',
    'ViewTransition.prototype.skipTransition': 'of a transition that was begun',
    'Promise.allSettled': 'of view transitions',
    'URL.canParse': 'zod asks first',
    'Element.prototype.computedStyleMap': 'ours, from 79 on and where flex boxes have no gap',
    OffscreenCanvas: 'the charts ask first',
    'ImageDecoder.prototype.completed': 'of an event of Office',
    navigation: 'React asks first',
    queueMicrotask: 'React asks first',
    reportError: 'React asks first',
  },

  /** Styles that an older engine leaves out, and what is lost. */
  PLAINER: {
    'aspect-ratio': 'none: a setting of the charts is called so',
    size: 'none: a setting of the charts is called so',
    ':focus-visible': 'the ring around what has the focus is the engine’s own (below 86)',
    'color-mix()': 'the fill of an area of Fluent’s that is shown to its developers alone',
    'contain-intrinsic-size': 'room that is kept for what is not in view (below 83)',
    'content-visibility': 'long lists are laid out whole (below 85)',
    'forced-color-adjust': 'colours of severities in a high-contrast theme',
    'scroll-margin-top': 'a jump to a group leaves no room above it (below 69)',
    'text-decoration-thickness': 'the thickness of an underline (below 87)',
  },
};
