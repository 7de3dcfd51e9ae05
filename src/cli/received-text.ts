import { fill, type Locale } from '../engine/language';
import { LONGEST_MESSAGE, shortened } from '../engine/sheet/shortened';
import { TEXTS } from './i18n/texts';
import type { RecordsInFile } from './received-records';

/** What a reader of the review must know of the records of a workbook: a sentence each. */
export function recordsText({ received, trusted }: RecordsInFile, locale: Locale): string {
  const { records } = TEXTS[locale];
  const { dismissals, changes, profiles, corrections, unreadable } = received;
  const count = (list: readonly unknown[]): string => String(list.length);
  const sentences = [
    dismissals.length > 0
      ? fill(trusted ? records.trusted : records.dismissals, { count: count(dismissals) })
      : '',
    changes.length > 0 ? fill(records.changes, { count: count(changes) }) : '',
    ...profiles.map(({ name, effects }) =>
      name !== null && effects
        ? fill(records.profile, {
            name: shortened(name),
            off: count(effects.off),
            lowered: count(effects.lowered),
          })
        : records.unusableProfile,
    ),
    corrections.length > 0 ? fill(records.corrections, { count: count(corrections) }) : '',
    unreadable.length > 0 ? fill(records.unreadable, { count: count(unreadable) }) : '',
  ].filter((sentence) => sentence !== '');
  return shortened(sentences.join(records.separator), LONGEST_MESSAGE);
}
