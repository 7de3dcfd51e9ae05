import { tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { OVERVIEW_TEXTS, type OverviewTexts } from './overview-texts';
import { RATE_BOUNDS } from '../../engine/rollup/rate-classes';

const WIDTH = 9;
const GAP = 2;
const HEIGHT = 22;
/** Classes below this one are short of what most places ask for. */
const FIRST_GOOD = 5;

/** A small picture of the projects' execution rates: one bar a class, with the same in words. */
export function RateHistogram({ counts }: { counts: readonly number[] }): ReactElement {
  const { listSeparator } = useTexts();
  const overview = useOwnTexts(OVERVIEW_TEXTS);
  const most = Math.max(...counts, 1);
  const label = histogramText(counts, overview, listSeparator);
  return (
    <svg
      role="img"
      aria-label={label}
      width={counts.length * (WIDTH + GAP) - GAP}
      height={HEIGHT}
      style={{ flexShrink: 0 }}
    >
      <title>{label}</title>
      {counts.map((count, i) => {
        const height = count === 0 ? 1 : Math.max(3, Math.round((count / most) * HEIGHT));
        return (
          <rect
            key={i}
            x={i * (WIDTH + GAP)}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            fill={count === 0 ? tokens.colorNeutralStroke1 : colorOf(i)}
          />
        );
      })}
    </svg>
  );
}

function colorOf(i: number): string {
  if (i < FIRST_GOOD) return tokens.colorPaletteMarigoldBackground3;
  return i > RATE_BOUNDS.length ? tokens.colorPaletteRedBackground3 : tokens.colorBrandBackground;
}

function histogramText(counts: readonly number[], overview: OverviewTexts, listSeparator: string): string {
  const parts = counts.flatMap((count, i) =>
    count === 0 ? [] : [format(overview.bucket, { range: rangeText(i, overview), count: String(count) })],
  );
  return format(overview.histogram, { parts: parts.join(listSeparator) || overview.none });
}

function rangeText(i: number, { over, exact }: OverviewTexts): string {
  if (i > RATE_BOUNDS.length) return over;
  if (i === RATE_BOUNDS.length) return exact;
  const percent = (bound: number): string => String(Math.round(bound * 100));
  return `${percent(RATE_BOUNDS[i]!)}–${percent(RATE_BOUNDS[i + 1] ?? 1)}%`;
}
