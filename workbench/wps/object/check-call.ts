import type { DescribedMethod, DescribedOverload, DescribedProperty } from '../description/et-description';

/** How strictly what is not declared is answered. */
export type WpsMode = 'strict' | 'as-wps';

/** What to call a member with, or why it may not be called so. */
export type CheckedArguments = { readonly args: readonly unknown[] } | { readonly refusal: string };

/**
 * Holds the arguments of a call against what is declared: their number, numbers for enumerations, texts that are
 * given, `undefined` rather than `null` for what is left out. As WPS takes them, texts for enumerations are as good as
 * left out, and the number does not matter.
 */
export function checkArguments(
  method: DescribedMethod,
  args: readonly unknown[],
  mode: WpsMode,
): CheckedArguments {
  const { overloads } = method;
  if (mode === 'as-wps') {
    const [overload] = overloads.filter(({ parameters }) => parameters.length >= args.length);
    return { args: args.map((one, index) => (isSwallowed(overload, index, one) ? undefined : one)) };
  }
  const fitting = overloads.filter(
    ({ required, parameters }) => args.length >= required && args.length <= parameters.length,
  );
  if (fitting.length === 0) return { refusal: `takes ${counts(overloads)} arguments, not ${args.length}` };
  const refusals = fitting.map((overload) => refusalOf(overload, args));
  return refusals.includes(null) ? { args } : { refusal: refusals[0]! };
}

/** Why a property may not be set so; `null` where it may. */
export function refusalOfWrite(declared: DescribedProperty, value: unknown): string | null {
  if (declared.readOnly) return 'is read-only';
  if (declared.enumeration !== undefined && typeof value !== 'number')
    return `takes a number of ${declared.enumeration}`;
  return null;
}

function isSwallowed(overload: DescribedOverload | undefined, index: number, value: unknown): boolean {
  return overload?.parameters[index]?.enumeration !== undefined && typeof value !== 'number';
}

function refusalOf(overload: DescribedOverload, args: readonly unknown[]): string | null {
  for (const [index, value] of args.entries()) {
    const { name, enumeration, literal } = overload.parameters[index]!;
    if (value === null && index >= overload.required)
      return `takes undefined, not null, where ${name} is left out`;
    if (value === undefined && index >= overload.required) continue;
    if (enumeration !== undefined && typeof value !== 'number')
      return `takes a number of ${enumeration} for ${name}`;
    if (literal !== undefined && value !== literal)
      return `does not know ${JSON.stringify(value)} for ${name}`;
  }
  return null;
}

function counts(overloads: readonly DescribedOverload[]): string {
  return overloads
    .map(({ required, parameters }) =>
      required === parameters.length ? String(required) : `${required} to ${parameters.length}`,
    )
    .join(' or ');
}
