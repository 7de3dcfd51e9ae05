import type { GridEngine } from './grid-engine';
import { SheetChoices } from './sheet-choices';
import { sheetIdOf } from './sheet-ids';
import { SheetNotes } from './sheet-notes';
import type { OpenedSheet } from './workbook-model';

/** Gives a worksheet just created what does not come with its cells. Nothing of it is a step of undo. */
export function openAnnotations(engine: GridEngine, sheet: OpenedSheet): void {
  const {
    kind,
    snapshot,
    conditionalFormats = [],
    notes = [],
    links = [],
    choices = [],
    charts = [],
  } = sheet;
  const id = sheetIdOf(snapshot.id);
  engine.states.open(id, { kind, protected: snapshot.protected, links, charts });
  const page = engine.states.page(id);
  for (const [name, value] of sheet.page ?? []) page.set(name, value);
  // Each is put before those already there.
  for (const format of [...conditionalFormats].reverse()) engine.load(engine.formats.add(id, format).redos);
  new SheetNotes(engine, id).open(notes);
  new SheetChoices(engine, id).open(choices);
}
