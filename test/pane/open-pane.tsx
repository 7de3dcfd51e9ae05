import { act, configure, render, screen, within, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { deskSettings } from '../../src/host/desk-settings';
import type { SharedSettings } from '../../src/host/shell';
import type { DeskKeyAccess } from '../../src/pane/settings/desk-key-access';
import { DEFAULT_SETTINGS, type PaneSettings } from '../../src/pane/state/pane-settings';
import { PaneRoot } from '../../src/pane/shell/PaneRoot';
import { createCommands, type Commands } from '../../src/pane/state/commands';
import { createPaneStore, type PaneStore } from '../../src/pane/state/pane-store';
import type { Reviewer } from '../../src/app/reviewer';
import { FakeReviewer } from '../support/workbooks/fake-reviewer';

// What jsdom leaves out and browsers have.
globalThis.CSS ??= { escape: (text: string) => text.replace(/["\\]/g, '\\$&') } as typeof CSS;
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
} as unknown as typeof ResizeObserver;

// Finding by role in a large page, and loading a part for the first time, take their time on a busy machine.
jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 10_000 });

export interface OpenPane extends RenderResult {
  readonly reviewer: FakeReviewer;
  readonly store: PaneStore;
  readonly commands: Commands;
  readonly user: UserEvent;
}

/** Settings of the user's that last as long as the test. */
export function keptSettings(lasting = true): Pick<SharedSettings, 'getItem' | 'setItem' | 'lasting'> {
  const kept = new Map<string, string>();
  return {
    lasting,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** The pane over whatever reviews, once it has looked at the sheet. */
export async function openPaneOver<R extends Reviewer>(
  reviewer: R,
  settings: Partial<PaneSettings> = {},
  openDesk: DeskKeyAccess = async () => deskSettings(keptSettings()),
): Promise<Omit<OpenPane, 'reviewer'> & { readonly reviewer: R }> {
  const store = createPaneStore({ ...DEFAULT_SETTINGS, ...settings });
  const commands = createCommands(store, async () => reviewer, { save: () => undefined });
  const rendered = render(
    <PaneRoot store={store} commands={commands} settings={{ lasting: true }} openDesk={openDesk} />,
  );
  await act(() => commands.connect());
  return { ...rendered, reviewer, store, commands, user: userEvent.setup() };
}

/** Opens the pane over a fake reviewer and waits until it has looked at the sheet. */
export async function openPane(
  reviewer = new FakeReviewer(),
  settings: Partial<PaneSettings> = {},
  openDesk?: DeskKeyAccess,
): Promise<OpenPane> {
  const pane = await openPaneOver(reviewer, settings, openDesk);
  // The menus come in a part of their own.
  if (reviewer.annex) await screen.findByRole('button', { name: /^标记|^Mark/, expanded: false });
  return pane;
}

/** Opens the pane and reviews the sheet by the button. */
export async function openReviewed(
  reviewer = new FakeReviewer(),
  settings: Partial<PaneSettings> = {},
): Promise<OpenPane> {
  const pane = await openPane(reviewer, settings);
  await pane.user.click(screen.getByRole('button', { name: /^(审核|Review)$/ }));
  await screen.findByRole('region', { name: /^(问题|Findings)$/ });
  // It comes with the first review.
  await screen.findByRole('region', { name: /^(概况|Overview)$/ });
  return pane;
}

/** The heading of a rule's or project's group. */
export function groupButton(name: RegExp): HTMLElement {
  return within(screen.getByRole('region', { name: '问题' })).getByRole('button', { name });
}

/** The card of the finding whose id begins so. */
export function card(prefix: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`li[data-finding^="${prefix}"]`);
  if (!found) throw new Error(`no card for ${prefix}`);
  return found;
}

/** Opens a group, unless it stands open as the first of the list does, and gives all of it. */
export async function openGroup(pane: OpenPane, name: RegExp): Promise<HTMLElement> {
  const head = groupButton(name);
  if (head.getAttribute('aria-expanded') === 'false') await pane.user.click(head);
  return head.closest('section')!;
}

/** Opens a group and makes one of its cards the current one. */
export async function openCard(pane: OpenPane, group: RegExp, prefix: string): Promise<HTMLElement> {
  await openGroup(pane, group);
  await pane.user.click(card(prefix));
  return card(prefix);
}
