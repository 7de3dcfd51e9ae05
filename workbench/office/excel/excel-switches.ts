import type { ApiVersion } from '../description/api-version';

/** What can be set of the emulated Excel, also while it runs. */
export interface ExcelSwitches {
  /** The version of the requirement set ExcelApi that is reported and enforced. */
  apiVersion: ApiVersion;
  /** Bytes that a request or response may have, as in Excel on the web; `null`: no limit, as on Windows. */
  payloadLimit: number | null;
  /** Whether the structure of the workbook is protected. */
  structureProtected: boolean;
}

export const DEFAULT_SWITCHES: Readonly<ExcelSwitches> = {
  apiVersion: '1.15',
  payloadLimit: null,
  structureProtected: false,
};

/** The limit of Excel on the web: 5 MB. */
export const WEB_PAYLOAD_LIMIT = 5 * 1024 * 1024;
