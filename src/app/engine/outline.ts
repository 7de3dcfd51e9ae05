import type { Annex } from '../../engine/annex/annex';
import { isColumn, type Place } from '../../engine/annex/place';
import { displayText } from '../../engine/annex/values/text-cell';
import { numberFormatAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import { shortened } from '../../engine/sheet/shortened';
import type { AnnexGuess } from '../../engine/annex/guess/guess-annex';
import type { AnnexOutline, FormOutline, GuessOutline } from './engine';

/** So much of what a cell of a form says is shown. Characters. */
const LONGEST_SHOWN = 120;

/** An annex as it is shown, but for what the cells of a form say. */
export function outlineOf(annex: Annex): AnnexOutline {
  const { id, layout, sheet, range, title, year, department, moneyUnit, places, asides, projects } = annex;
  const units = new Set<string>();
  for (const { unit } of projects) if (unit !== null) units.add(unit);
  return {
    ...{ id, layout, sheet, range, title, year, department, moneyUnit, places },
    ...(asides && { asides }),
    projectCount: projects.length,
    unitCount: units.size,
  };
}

/** An annex of a worksheet as it is shown. */
export function outlineIn(annex: Annex, snapshot: SheetSnapshot): AnnexOutline {
  const form = formOutline(annex, snapshot);
  return { ...outlineOf(annex), ...(form && { form }) };
}

/** A guess at a worksheet as it is shown. */
export function guessOutline({ annex, ...guess }: AnnexGuess, snapshot: SheetSnapshot): GuessOutline {
  return { ...guess, annex: outlineIn(annex, snapshot) };
}

function formOutline({ places, asides = [], projects }: Annex, snapshot: SheetSnapshot): FormOutline | null {
  const [project] = projects;
  if (!project?.cells || places.some(isColumn)) return null;
  const shownIn = ({ line, column }: Place): string =>
    column === undefined
      ? ''
      : shortened(
          displayText(valueAt(snapshot, line, column), numberFormatAt(snapshot, line, column)),
          LONGEST_SHOWN,
        );
  return {
    name: project.name,
    unit: project.unit,
    shown: places.map(shownIn),
    shownAside: asides.map(shownIn),
  };
}
