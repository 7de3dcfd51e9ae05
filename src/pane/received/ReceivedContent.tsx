import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { partsOfId } from '../../app/dismissals';
import type { ChangeEntry, Dismissal, ReceivedRecords } from '../../app/reviewer';
import { BUILT_IN_PROFILES } from '../../engine/profile/built-in';
import { toAddress } from '../../engine/sheet/address';
import { contentText } from '../wording/content-text';
import { ruleName } from '../wording/finding-text';
import { reasonText } from '../wording/ignore-reasons';
import { fieldName } from '../i18n/field-name';
import { useOwnTexts } from '../i18n/own-texts';
import { DISMISSALS_TEXTS } from '../dismissals/dismissals-texts';
import { RECEIVED_TEXTS } from './received-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '16px', '& li': { overflowWrap: 'anywhere', marginBottom: '2px' } },
});

/** So many entries are drawn at first, and more on demand. */
const SHOWN = 50;

/** Findings that a record says were set aside: cell, rule and reason. */
export function ReceivedDismissals({
  dismissals,
}: {
  readonly dismissals: readonly Dismissal[];
}): ReactElement {
  const texts = useTexts();
  const locale = useLocale();
  const words = useOwnTexts(DISMISSALS_TEXTS);
  return (
    <Entries
      items={dismissals}
      textOf={({ finding, sheetName, project, reason }) => {
        const { rule, address } = partsOfId(finding);
        const place = [sheetName, address, project].filter(Boolean).join(' · ');
        const why = format(words.reason, { reason: reasonText(reason, texts) });
        return `${place}${texts.colon}${ruleName(rule, locale)}${texts.listSeparator}${why}`;
      }}
    />
  );
}

/** Profiles that came with the workbook: what each would turn off and lower, by the names of the rules. */
export function ReceivedProfiles({ profiles }: Pick<ReceivedRecords, 'profiles'>): ReactElement {
  const texts = useTexts();
  const locale = useLocale();
  const words = useOwnTexts(RECEIVED_TEXTS);
  return (
    <Entries
      items={profiles}
      textOf={({ setting, name, effects }) => {
        const builtIn =
          typeof setting === 'string' ? BUILT_IN_PROFILES.find(({ id }) => id === setting) : undefined;
        if (effects === null) return words.profileUnusable;
        const names = (rules: readonly string[]): string =>
          rules.map((rule) => ruleName(rule, locale)).join(texts.listSeparator) || words.none;
        return format(builtIn ? words.builtInProfile : words.profile, {
          name: builtIn?.name[locale] ?? name ?? '',
          off: names(effects.off),
          lowered: names(effects.lowered),
        });
      }}
    />
  );
}

/** Corrections of columns: what each column was said to be. */
export function ReceivedCorrections({ corrections }: Pick<ReceivedRecords, 'corrections'>): ReactElement {
  const locale = useLocale();
  const words = useOwnTexts(RECEIVED_TEXTS);
  return (
    <Entries
      items={corrections}
      textOf={({ said, columns }) => {
        const header = (path: readonly string[]): string => path.join(' › ');
        if ('rows' in said)
          return format(words.header, {
            columns: columns.slice(0, 3).map(header).join('、'),
            rows: said.rows,
          });
        return said.field === null
          ? format(words.columnLeftOut, { column: header(said.column) })
          : format(words.column, { column: header(said.column), field: fieldName(said.field, locale) });
      }}
    />
  );
}

/** Changes that a record says were made: what stood in each cell before and after. */
export function ReceivedChanges({ changes }: { readonly changes: readonly ChangeEntry[] }): ReactElement {
  const texts = useTexts();
  const locale = useLocale();
  const { blank } = texts.findings;
  return (
    <Entries
      items={changes}
      textOf={({ rule, sheetName, project, edits }) => {
        const place = [sheetName, project].filter(Boolean).join(' · ');
        const cells = edits.map(
          ({ row, column, before, after }) =>
            `${toAddress(row, column)} ${contentText(before, blank)} → ${contentText(after, blank)}`,
        );
        return `${place}${texts.colon}${ruleName(rule, locale)}${texts.listSeparator}${cells.join(texts.listSeparator)}`;
      }}
    />
  );
}

interface EntriesProps<T> {
  readonly items: readonly T[];
  readonly textOf: (item: T) => string;
}

function Entries<T>({ items, textOf }: EntriesProps<T>): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const [shown, setShown] = useState(SHOWN);
  return (
    <>
      <ul className={styles.list}>
        {items.slice(0, shown).map((item, i) => (
          <li key={i}>{textOf(item)}</li>
        ))}
      </ul>
      {items.length > shown && (
        <Button size="small" onClick={() => setShown(shown + SHOWN)}>
          {format(texts.more, { count: Math.min(SHOWN, items.length - shown) })}
        </Button>
      )}
    </>
  );
}
