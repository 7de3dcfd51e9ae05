import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SheetReview } from '../../app/reviewer';
import { toAddress } from '../../engine/sheet/address';
import { shortened } from '../../engine/sheet/shortened';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { useCommands } from '../state/pane-context';
import { ruleName } from '../wording/finding-text';
import { RULES_BY_NOTE_TEXTS } from './rules-by-note-texts';

const useStyles = makeStyles({
  lines: {
    padding: '6px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '& p': { margin: 0, overflowWrap: 'anywhere' },
  },
  link: { fontSize: 'inherit' },
});

/** So much of a text of the table is quoted. Characters. */
const LONGEST_NOTE = 60;

/** What was checked by texts of the table, or not at all for them, with one click to hold the table to the profile. */
export function RulesByNoteLines({ review }: { review: SheetReview }): ReactElement | null {
  const styles = useStyles();
  const texts = useTexts();
  const own = useOwnTexts(RULES_BY_NOTE_TEXTS);
  const locale = useLocale();
  const commands = useCommands();
  const { byNote, heldToProfile, sheet } = review;
  if (heldToProfile.length === 0 && byNote.every((entries) => entries.length === 0)) return null;
  return (
    <div role="note" aria-label={own.label} className={styles.lines}>
      {byNote.map((entries, annex) => (
        <div key={annex}>
          {entries.map(({ cell, text, understood, rules }) => {
            const address = toAddress(cell.row, cell.column);
            return (
              <p key={address}>
                <Link
                  as="button"
                  inline
                  className={styles.link}
                  aria-label={format(texts.findings.goTo, { cell: address })}
                  onClick={() => void commands.goTo(sheet.id, cell)}
                >
                  {address}
                </Link>
                {format(understood ? own.followed : own.notUnderstood, {
                  note: shortened(text, LONGEST_NOTE),
                  rules: rules.map((id) => ruleName(id, locale)).join(texts.listSeparator),
                })}
              </p>
            );
          })}
          {entries.length > 0 && (
            <Link
              as="button"
              className={styles.link}
              onClick={() => void commands.holdToProfile(annex, true)}
            >
              {own.hold}
            </Link>
          )}
          {heldToProfile.includes(annex) && (
            <p>
              {own.held}
              <Link
                as="button"
                inline
                className={styles.link}
                onClick={() => void commands.holdToProfile(annex, false)}
              >
                {own.follow}
              </Link>
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
