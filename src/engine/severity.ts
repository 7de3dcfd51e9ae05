/** How much a finding weighs, gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Orders severities, the gravest first: negative where `a` weighs more than `b`. */
export function compareSeverities(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

/** The gravest that any of these has; a note where there are none. */
export function worstOf(findings: readonly { readonly severity: Severity }[]): Severity {
  return SEVERITIES.find((one) => findings.some(({ severity }) => severity === one)) ?? 'info';
}
