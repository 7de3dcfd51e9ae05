/** How much a finding weighs, gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The gravest that any of these has; a note where there are none. */
export function worstOf(findings: readonly { readonly severity: Severity }[]): Severity {
  return SEVERITIES.find((one) => findings.some(({ severity }) => severity === one)) ?? 'info';
}
