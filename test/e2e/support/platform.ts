/** What office.js takes the workbench for. */
export type Platform = 'win32' | 'web';

/** The one of this run; jest.e2e.config.mjs says which tests run on which. */
export const PLATFORM: Platform =
  (globalThis as { readonly excelPlatform?: Platform }).excelPlatform ?? 'win32';
