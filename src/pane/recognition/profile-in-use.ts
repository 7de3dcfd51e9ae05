import { annexIndexAt } from '../../engine/annex/annex-at';
import type { Recognition } from '../../app/reviewer';
import type { Locale } from '../../engine/language';
import type { Profile } from '../../engine/profile/profile';
import type { CellPosition } from '../../engine/sheet/address';
import { isReviewed } from './describe-annex';

/** The profile that the annex around a cell is checked with; `null` where none is known. */
export function profileOfCell(recognition: Recognition | null, cell: CellPosition): Profile | null {
  const { annexes = [], profiles } = recognition ?? {};
  const within = annexIndexAt(annexes, cell);
  // Lines around a table belong to it: the last one that begins above the cell, or else the first.
  const above = annexes.filter(({ range }) => range.firstRow <= cell.row).length - 1;
  return profiles?.annexes[within >= 0 ? within : Math.max(above, 0)]?.profile ?? null;
}

/** What the profiles in use are called, each once; empty where none is known. */
export function profileNames({ annexes, profiles }: Recognition, locale: Locale): string[] {
  const names = annexes.flatMap((annex, i) => {
    const used = profiles?.annexes[i];
    return used && isReviewed(annex) ? [used.profile.name[locale]] : [];
  });
  return [...new Set(names)];
}
