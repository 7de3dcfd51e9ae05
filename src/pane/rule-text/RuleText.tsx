import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { RULE_FAILED } from '../../engine/review/review-annex';
import { ruleMeta } from '../wording/finding-text';
import { useOwnTexts } from '../i18n/own-texts';
import { RULE_TEXTS } from './rule-texts';
import { format } from '../i18n/texts';
import { textIn } from '../../engine/language';
import { useLocale, useTexts } from '../i18n/texts-context';
import { profileOfCell } from '../recognition/profile-in-use';
import { usePaneState } from '../state/pane-context';
import { RULE_EXAMPLES } from '../../engine/generated/rule-examples';
import { settingsInUse } from './settings-in-use';

const useStyles = makeStyles({
  box: {
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    cursor: 'text',
    userSelect: 'text',
    '& dl, & dd': { margin: 0 },
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd + dt': { marginTop: '6px' },
    '& dd + dd': { marginTop: '2px' },
  },
  value: { fontVariantNumeric: 'tabular-nums' },
});

/** The rule behind a finding: what it checks and why, what to do, what it goes by, and how to do without it. */
export function RuleText({ finding }: { finding: ReviewFinding }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const own = useOwnTexts(RULE_TEXTS);
  const locale = useLocale();
  const recognition = usePaneState((state) => state.recognition);
  const failed = finding.rule === RULE_FAILED;
  const id = failed ? textIn(finding.data['rule'] ?? '', locale) : finding.rule;
  const meta = ruleMeta(id);
  const { ruleText } = own;
  if (!meta)
    return (
      <div className={styles.box} role="note" aria-label={texts.findings.basis}>
        {ruleText.unknown}
      </div>
    );
  const profile = profileOfCell(recognition, finding.cell);
  const settings = profile ? settingsInUse(profile, meta.settings ?? [], own, texts) : [];
  const changed = profile?.severities[id];
  const severity = texts.severities[changed ?? meta.severity];
  const examples = RULE_EXAMPLES[id] ?? [];
  return (
    <div className={styles.box} role="note" aria-label={texts.findings.basis}>
      <dl>
        <dt>{ruleText.check}</dt>
        <dd>{meta.description[locale]}</dd>
        {failed && <dd>{ruleText.failed}</dd>}
        <dt>{ruleText.toDo}</dt>
        <dd>{ruleText.toDoFor[meta.fix]}</dd>
        {examples.length > 0 && (
          <>
            <dt>{ruleText.examples}</dt>
            {examples.map((example) => (
              <dd key={example['zh-CN']}>{example[locale]}</dd>
            ))}
          </>
        )}
        <dt>{ruleText.basis}</dt>
        {meta.basis.map((source) => (
          <dd key={source}>{source}</dd>
        ))}
        <dt>{ruleText.severity}</dt>
        <dd>{changed ? format(ruleText.byProfile, { severity }) : severity}</dd>
        {profile && (
          <>
            <dt>{format(ruleText.settings, { profile: profile.name[locale] })}</dt>
            {settings.length === 0 && <dd>{ruleText.noSettings}</dd>}
            {settings.map(({ name, value }) => (
              <dd key={name}>
                {name}
                {texts.colon}
                <span className={styles.value}>{value}</span>
              </dd>
            ))}
          </>
        )}
        <dt>{ruleText.off}</dt>
        <dd>{format(ruleText.offHow, { key: 'off', rule: id })}</dd>
      </dl>
    </div>
  );
}
