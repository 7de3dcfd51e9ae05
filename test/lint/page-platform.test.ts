import { lint } from './lint';

const NEWER = `
import type { ReactNode } from 'react';
export function Sample({ element, signal }: { element: HTMLDivElement; signal: AbortSignal }): ReactNode {
  structuredClone(element.dataset);
  crypto.randomUUID();
  AbortSignal.timeout(5);
  AbortSignal.any([signal]);
  signal.throwIfAborted();
  element.checkVisibility();
  element.inert = true;
  element.addEventListener('scrollend', () => undefined);
  element.addEventListener('click', () => undefined, { signal });
  const { onscrollend } = element;
  window.reportError(onscrollend);
  return <div inert popover="auto" />;
}
`;

const OLD_ENOUGH = `
import type { ReactNode } from 'react';
interface Ours { readonly inert: string; any(): void }
export function Sample({ element, list }: { element: HTMLDialogElement; list: readonly Ours[] }): ReactNode {
  const structuredClone = (one: Ours): Ours => one;
  element.showModal();
  element.replaceChildren();
  element.addEventListener('click', () => undefined, { once: true });
  window.addEventListener('unhandledrejection', () => undefined);
  crypto.getRandomValues(new Uint8Array(1));
  CSS.supports('gap: 0');
  new AbortController().abort();
  for (const one of list) structuredClone(one).any();
  const [{ inert }] = list as [Ours];
  return <dialog open title={inert} />;
}
`;

describe('the lint of what pages ask of the browser', () => {
  const [newer, oldEnough] = lint('src/pane/start-pane.tsx', NEWER, OLD_ENOUGH);

  it('refuses what came after Chromium 87, on whatever value', () => {
    expect(newer).toEqual([
      '4: structuredClone came with Chromium 98; pages run in 87 too.',
      '5: randomUUID came with Chromium 92; pages run in 87 too.',
      '6: timeout came with Chromium 103; pages run in 87 too.',
      '7: any came with Chromium 116; pages run in 87 too.',
      '8: throwIfAborted came with Chromium 100; pages run in 87 too.',
      '9: checkVisibility came with Chromium 105; pages run in 87 too.',
      '10: inert came with Chromium 102; pages run in 87 too.',
      '11: scrollend came with Chromium 114; pages run in 87 too.',
      '12: addEventListener: signal came with Chromium 90; pages run in 87 too.',
      '13: onscrollend came with Chromium 114; pages run in 87 too.',
      '14: reportError came with Chromium 95; pages run in 87 too.',
      '15: inert came with Chromium 102; pages run in 87 too.',
      '15: popover came with Chromium 114; pages run in 87 too.',
    ]);
  });

  it('leaves alone what Chromium 87 has, and names of ours that only look the same', () => {
    expect(oldEnough).toEqual([]);
  });
});
