export { addNotes, type AddedNotes } from './add-notes';
export type { NoteText } from './note';
export { sharedTargets, type IsShared } from './note-parts';
export { notesIn, type FoundNote } from './notes-in';
export { removeNotes, type RemovedNotes } from './remove-notes';
