import type { FieldCell, IndicatorRefs } from '../annex';
import { indicatorParts, rowIndicatorRole, type FieldId, type IndicatorRole } from '../field-id';
import type { CellRef, Place } from '../place';
import { findCorrections } from './find-corrections';
import { formEntries, mayMean, type FormEntry, type FormPlaces } from './form-entries';
import { isSingle, type Vocabulary } from './vocabulary';

/** The cells of a form by what they bear, as an annex holds them. */
export interface FormCells extends FormPlaces {
  readonly places: readonly Place[];
  readonly asides: readonly Place[];
  readonly cells: Readonly<Partial<Record<FieldId, CellRef>>>;
  readonly further: readonly FieldCell[];
  readonly indicators: readonly IndicatorRefs[];
}

/**
 * A form with what a reviewer has said of its cells and of the columns of its indicators, which outranks everything else. A
 * field that a form has once is taken from the cell, or the column, that had it.
 */
export function correctedForm(form: FormCells, vocabulary: Vocabulary | undefined): FormCells {
  if (!vocabulary || vocabulary.headers.length === 0) return form;
  const entries = formEntries(form);
  const found = findCorrections(
    entries.map(({ labels }) => labels),
    vocabulary,
  );
  const said = new Map<FormEntry, FieldId | null>();
  for (const [index, field] of found) {
    const entry = entries[index]!;
    if (field === null || mayMean(entry.kind, field)) said.set(entry, field);
  }
  if (said.size === 0) return form;
  const means = meanings(entries, said);
  const before = [...form.places, ...form.asides];
  // What is no place yet becomes one where it is said to bear a field.
  const kept = before.filter((place, i) => i < form.places.length || (means.get(place)?.field ?? null));
  const places = kept.map((place): Place => {
    const meaning = means.get(place);
    return meaning === undefined ? place : corrected(place, meaning);
  });
  return {
    places,
    asides: form.asides.filter((place) => !kept.includes(place)),
    ...refsOf(form, places, means),
  };
}

/** What a place means now; `role`: what its cells tell of their indicators. */
interface Meaning {
  readonly field: FieldId | null;
  readonly role: IndicatorRole | null;
  /** Whether the reviewer has said so, or has only given its field to another one. */
  readonly said: boolean;
}

const TAKEN: Meaning = { field: null, role: null, said: false };

function meanings(
  entries: readonly FormEntry[],
  said: ReadonlyMap<FormEntry, FieldId | null>,
): Map<Place, Meaning> {
  const given = new Set([...said.values()].filter((field) => field !== null && isSingle(field)));
  const means = new Map<Place, Meaning>();
  for (const entry of entries) {
    const field = said.get(entry);
    const isTaken = field === undefined && entry.field !== null && given.has(entry.field);
    if (field === undefined && !isTaken) continue;
    const role = field && entry.kind === 'column' ? (rowIndicatorRole(field) as IndicatorRole) : null;
    const meaning: Meaning = isTaken ? TAKEN : { field: role ? null : field!, role, said: true };
    for (const place of entry.places) means.set(place, meaning);
  }
  return means;
}

function corrected(place: Place, { field, role, said }: Meaning): Place {
  const kind = place.field === null ? undefined : indicatorParts(place.field)?.kind;
  const now = role === null || kind === undefined ? field : (`indicator.${kind}.${role}` as const);
  return {
    ...place,
    field: now,
    guess: null,
    confidence: said ? 'certain' : 'guess',
    evidence: said ? [{ by: 'reviewer' }] : [],
  };
}

/** Which cell bears which field, by the places as they are now. */
function refsOf(
  form: FormCells,
  places: Place[],
  means: ReadonlyMap<Place, Meaning>,
): Pick<FormCells, 'cells' | 'further' | 'indicators'> {
  const isSame = ({ place }: CellRef): boolean => place < 0 || !means.has(form.places[place]!);
  const cells = new Map(
    (Object.entries(form.cells) as [FieldId, CellRef][]).filter(([, ref]) => isSame(ref)),
  );
  const further = form.further.filter(isSame);
  const rows = rowsOf(form);
  const refs = form.indicators.map(({ cells: own, ...rest }) => ({
    ...rest,
    cells: Object.fromEntries(Object.entries(own).filter(([, ref]) => isSame(ref))) as Partial<
      Record<IndicatorRole, CellRef>
    >,
  }));
  const before = [...form.places, ...form.asides.filter((place) => means.get(place)?.field)];
  before.forEach((was, place) => {
    const meaning = means.get(was);
    if (!meaning) return;
    const ref: CellRef = { row: was.line, column: was.column ?? 0, place };
    const { field } = meaning;
    if (field !== null) {
      if (cells.has(field)) further.push({ ...ref, field });
      else cells.set(field, ref);
      return;
    }
    if (meaning.role === null) return;
    const at = rows.get(was.line);
    const now = places[place]!;
    if (at === undefined) {
      if (now.field !== null) further.push({ ...ref, field: now.field });
      return;
    }
    // A cell beside the indicators becomes one of the indicator of its row.
    const { kind, indicator } = at;
    places[place] = { ...now, field: `indicator.${kind}.${meaning.role}`, indicator };
    refs[at.index]!.cells[meaning.role] = ref;
  });
  return { cells: Object.fromEntries(cells), further, indicators: refs };
}

/** The indicator that stands in each row. */
function rowsOf({ places, indicators }: FormCells): Map<number, RowOfIndicator> {
  const rows = new Map<number, RowOfIndicator>();
  indicators.forEach(({ kind, cells }, index) => {
    for (const ref of Object.values(cells)) {
      const place = places[ref.place];
      if (place) rows.set(place.line, { index, kind, indicator: place.indicator });
    }
  });
  return rows;
}

interface RowOfIndicator {
  /** Which of the indicators it is. */
  readonly index: number;
  readonly kind: IndicatorRefs['kind'];
  /** By which number its places belong together. */
  readonly indicator: number;
}
