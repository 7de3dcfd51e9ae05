export type { Highlight } from './highlight';
export { highlightsIn, type FoundHighlight } from './highlights-in';
export { shiftPivotPriorities } from './pivot-priorities';
export { priorityShift, type PriorityShift } from './priority-shift';
export { withHighlights } from './with-highlights';
export { withoutHighlights } from './without-highlights';
