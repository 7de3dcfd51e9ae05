/** Calls and events of a host of office.js by their numbers: the same whatever way the messages take. */
export const DispatchId = {
  loadSettings: 75,
  saveSettings: 76,
  executeRichApi: 93,
  appCommandCompleted: 94,
  documentSelectionChanged: 2,
  richApiMessage: 33,
  appCommandInvoked: 39,
} as const;

/** The category that events of the rich API have. */
export const RICH_API_EVENT = 65_536;

/** What a host answers to a call of `Office` that it does not have. */
export const OPERATION_NOT_SUPPORTED = 5000;
