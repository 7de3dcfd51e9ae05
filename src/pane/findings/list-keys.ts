import type { KeyboardEvent } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import type { Commands } from '../state/commands';
import type { PaneAction } from '../state/reducer';
import type { Work } from './work-context';

interface Context {
  readonly current: ReviewFinding | null;
  readonly busy: boolean;
  readonly openPart: boolean;
  readonly work: Work;
  readonly commands: Commands;
  readonly dispatch: (action: PaneAction) => void;
  /** The headings and cards on show, from top to bottom. */
  readonly rows: () => readonly HTMLElement[];
}

/** The letter that was meant, also while an input method has the keyboard. */
export function letterOf({ key, code }: { key: string; code: string }): string {
  if (key.length === 1) return key.toLowerCase();
  return key === 'Process' && code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}

/** Whether keys are words there, not orders. */
export function takesText(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
}

/** The keys of the list; each has a visible button as well. */
export function handleListKey(event: KeyboardEvent, context: Context): void {
  if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
  if (handle(event, context)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function handle(event: KeyboardEvent, context: Context): boolean {
  const { current, busy, work, commands, dispatch } = context;
  const target = event.target as HTMLElement;
  const letter = letterOf(event);
  const bulk = event.shiftKey ? BULK_KEYS[letter] : letter === 'm' ? 'mark' : undefined;
  if (bulk !== undefined) return pressBulk(bulk, target);
  switch (letter) {
    case 'ArrowDown':
      return move(1, target, context);
    case 'ArrowUp':
      return move(-1, target, context);
    case 'ArrowLeft':
    case 'ArrowRight':
      return sideways(event.key === 'ArrowRight', target, context);
    case 'Enter':
      // On a button Enter presses the button.
      if (!current || !target.matches('li[data-row]')) return false;
      work.select(current);
      return true;
    case 'f':
      if (busy || current?.state !== 'open' || !current.fix) return false;
      void work.apply(current, current.fix);
      return true;
    case 'i':
      if (busy || current?.state !== 'open') return false;
      dispatch({ type: 'part-toggled', part: 'reasons' });
      return true;
    case 'z':
      if (busy) return false;
      void commands.undoLast().then((done) => done && work.focusCurrent());
      return true;
    case 'Escape':
      return escape(target, context);
    default:
      return false;
  }
}

/** With Shift a key means all that belong together. */
const BULK_KEYS: Readonly<Record<string, string>> = { f: 'fix', i: 'ignore', m: 'mark' };

/** Presses the button for all findings of the card, or else of the group, that has the focus. */
function pressBulk(name: string, target: HTMLElement): boolean {
  for (const around of ['li[data-row]', 'section']) {
    const button = target.closest(around)?.querySelector<HTMLElement>(`[data-bulk="${name}"]`);
    if (!button) continue;
    button.click();
    return true;
  }
  return false;
}

function move(step: 1 | -1, target: HTMLElement, { rows, dispatch, work }: Context): boolean {
  const all = rows();
  const at = all.indexOf(target.closest<HTMLElement>('[data-row]') ?? target);
  const next = all[at < 0 ? 0 : at + step];
  if (!next) return at >= 0;
  next.focus();
  const finding = next.dataset['finding'];
  if (finding !== undefined) {
    dispatch({ type: 'current-set', key: finding });
    work.lead(finding);
  }
  return true;
}

function sideways(right: boolean, target: HTMLElement, { rows, dispatch }: Context): boolean {
  const cells = target.closest('[data-cells]');
  if (cells) {
    const buttons = [...cells.querySelectorAll<HTMLElement>('button')];
    buttons[buttons.indexOf(target) + (right ? 1 : -1)]?.focus();
    return true;
  }
  const group = target.dataset['group'];
  if (group !== undefined) {
    dispatch({ type: 'group-toggled', key: group, expanded: right });
    return true;
  }
  if (right || !target.matches('li[data-row]')) return false;
  const all = rows();
  for (let i = all.indexOf(target); i >= 0; i--) {
    if (all[i]!.dataset['group'] === undefined) continue;
    all[i]!.focus();
    return true;
  }
  return false;
}

function escape(target: HTMLElement, { openPart, work, dispatch }: Context): boolean {
  if (openPart) {
    dispatch({ type: 'part-closed' });
    work.focusCurrent();
    return true;
  }
  if (target.matches('li[data-row] *')) {
    work.focusCurrent();
    return true;
  }
  return false;
}
