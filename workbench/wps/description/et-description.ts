/**
 * What Kingsoft's type package declares of the object model of WPS Spreadsheets, as plain data: it is read from the
 * installed package when tests run or the workbench is built, and never kept in the repository.
 */
export interface EtDescription {
  /** Version of the package it was read from. */
  readonly version: string;
  /** By their names with the namespace: "Et.Range", "Kso.CustomXMLPart", "WPS.PluginStorage", `ROOT_TYPE`. */
  readonly types: Readonly<Record<string, DescribedType>>;
  /** Constants of the enumerations, by the same kind of name: "Et.XlCalculation". */
  readonly enums: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type DescribedType = Readonly<Record<string, DescribedMember>>;

export type DescribedMember = DescribedProperty | DescribedMethod;

export interface DescribedProperty {
  readonly kind: 'property';
  readonly readOnly: boolean;
  /** The enumeration that its value is one of. */
  readonly enumeration?: string;
}

export interface DescribedMethod {
  readonly kind: 'method';
  /** The ways it may be called; more than one where getting and setting share a name. */
  readonly overloads: readonly DescribedOverload[];
}

export interface DescribedOverload {
  readonly parameters: readonly DescribedParameter[];
  /** How many of them must be there. */
  readonly required: number;
}

export interface DescribedParameter {
  readonly name: string;
  readonly enumeration?: string;
  /** The one text that it may be. */
  readonly literal?: string;
}

/** What `window.Application` and `wps` are: the application, with what add-ins have besides. */
export const ROOT_TYPE = 'WPSMergedRoot';

/** The declared member, or `undefined`; names that every object of JavaScript has are not taken for declared. */
export function findMember(
  description: EtDescription,
  type: string,
  name: string,
): DescribedMember | undefined {
  const members = description.types[type];
  return members && Object.hasOwn(members, name) ? members[name] : undefined;
}
