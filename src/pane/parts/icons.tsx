import type { ReactElement } from 'react';

/** Drawn for this pane, on a grid of 16 × 16, in the colour of the text around. */
const SHAPES = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.7 5.7l4.6 4.6m0-4.6-4.6 4.6',
  warning: 'M8 2 1.6 13.5h12.8L8 2Zm0 4.2v3.6m0 1.6v.3',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 5.7v3.9M8 4.8v.3',
  settings:
    'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM6.8 1.6h2.4l.4 1.8 1.3.7 1.7-.6 1.2 2.1-1.3 1.2v1.5l1.3 1.2-1.2 2.1-1.7-.6-1.3.7-.4 1.8H6.8l-.4-1.8-1.3-.7-1.7.6-1.2-2.1 1.3-1.2V7.1L2.2 5.9l1.2-2.1 1.7.6 1.3-.7.4-2.1Z',
  sheets: 'M2.5 2.5h11v11h-11ZM2.5 6h11M6 6v7.5',
  help: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM6.2 6.3c0-1 .8-1.8 1.8-1.8s1.8.7 1.8 1.6c0 1.4-1.8 1.5-1.8 3m0 1.9v.3',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-right': 'm6 4 4 4-4 4',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  edit: 'm3 13 .8-3L10.6 3.2l2.2 2.2L6 12.2 3 13Z',
  close: 'm4 4 8 8m0-8-8 8',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  undo: 'M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7',
} as const;

export type IconName = keyof typeof SHAPES;

/** An ornament: whatever it means stands beside it in words. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactElement {
  return <Drawing path={SHAPES[name]} size={size} />;
}

/** A shape on the same grid that a part of its own brings along. */
export function Drawing({ path, size = 16 }: { path: string; size?: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden
      focusable="false"
      style={{ flexShrink: 0 }}
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
