/** Marks the messages between the pane's seam and the workbench, and the name of the pane's frame. */
export const WIN32_SEAM = 'annex-workbench-win32';

/** What the pane must know before office.js starts: it comes in the name of its frame. */
export interface PaneEnvironment {
  readonly seam: typeof WIN32_SEAM;
  /** Requirement sets by name: what `isSetSupported` answers from. */
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly documentUrl: string;
  /** `Office.context.document.settings` as they were saved. */
  readonly settings: Readonly<Record<string, string>>;
}

/** From the pane to the workbench. */
export type PaneMessage =
  | { readonly seam: typeof WIN32_SEAM; readonly kind: 'started' }
  | {
      readonly seam: typeof WIN32_SEAM;
      readonly kind: 'execute';
      readonly call: number;
      readonly body: string;
      readonly flags: number;
    }
  | {
      readonly seam: typeof WIN32_SEAM;
      readonly kind: 'command-completed';
      readonly command: string;
      readonly status: number;
    }
  | {
      readonly seam: typeof WIN32_SEAM;
      readonly kind: 'listens' | 'stops-listening';
      readonly event: number;
    };

/** From the workbench to the pane. */
export type WorkbenchMessage =
  | {
      readonly seam: typeof WIN32_SEAM;
      readonly kind: 'result';
      readonly call: number;
      readonly body: string;
    }
  | {
      readonly seam: typeof WIN32_SEAM;
      readonly kind: 'event';
      readonly event: number;
      readonly payload: readonly unknown[];
    };
