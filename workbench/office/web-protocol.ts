/*
 * The messages between office.js in a frame and Excel on the web around it: texts of JSON by `postMessage`, their
 * members spelt as Microsoft spells them.
 */

/** What office.js reads from the name of its frame before it sends its first message. */
export interface WebFrameName {
  readonly baseFrameName: string;
  readonly serializerVersion: 1;
  readonly flights: string;
  /** `host|platform|version|locale|correlation id||disableLogging|flags` */
  readonly hostInfo: string;
  /** `conversation id|control id|origin of the page around the frame` */
  readonly xdmInfo: string;
}

export const MessageType = { request: 0, response: 1 } as const;
export const ActionType = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
export const ResponseType = { call: 0, event: 1 } as const;

/** What an `invoke` calls. */
export const ActionName = {
  getAppContext: 'ContextActivationManager_getAppContextAsync',
  notifyHost: 'ContextActivationManager_notifyHost',
  executeMethod: 'executeMethod',
} as const;

/** Of the things that `notifyHost` tells: the keyboard's focus wants to leave the pane. */
export const LEAVING: readonly number[] = [5, 6, 13, 14, 17, 18];

export const NO_ERROR = 0;
export const ERROR_HANDLING_REQUEST = -2;

/** From the pane. */
export interface WebRequest {
  readonly _messageType: typeof MessageType.request;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** To the pane. */
export interface WebResponse {
  readonly _messageType: typeof MessageType.response;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: unknown;
  readonly _errorCode: number;
  readonly _responseType: number;
  readonly _serializerVersion: 1;
}

/** One of `Office.context.document.settings`: its name, and its value as JSON. */
export type WebSetting = readonly [name: string, value: string];

/** The data of `executeMethod`: which call, and what it is given. */
export interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  /** A batch: its body is the fifth, its flags are the seventh. */
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties: readonly WebSetting[] };
  /** A command that is completed: its id and status. */
  readonly 0?: unknown;
  readonly 1?: unknown;
}

/** The data with which an event is registered or given up. */
export interface EventRegistration {
  readonly eventDispId: number;
}

/** What `getAppContext` answers. */
export interface AppContext {
  readonly _id: string;
  readonly _appInstanceId: string;
  readonly _appName: number;
  readonly _appVersion: string;
  readonly _appMinorVersion: number;
  readonly _hostFullVersion: string;
  readonly _appUILocale: string;
  readonly _dataLocale: string;
  readonly _docUrl: string;
  readonly _clientMode: number;
  readonly _settings: readonly WebSetting[];
  readonly _reason: string;
  readonly _osfControlType: number;
  readonly _eToken: string;
  readonly _correlationId: string;
  readonly _addinName: string;
  readonly _appDomains: readonly string[];
  readonly _isDialog: boolean;
  /** Requirement sets by name, as JSON. */
  readonly _requirementMatrix: string;
}

/** Reads a message that arrived; `null` where it is no request of a pane. */
export function readRequest(text: unknown): WebRequest | null {
  if (typeof text !== 'string') return null;
  let message: Partial<WebRequest> | null;
  try {
    message = JSON.parse(text) as Partial<WebRequest> | null;
  } catch {
    return null;
  }
  const isRequest = message?._messageType === MessageType.request && typeof message._actionName === 'string';
  return isRequest ? (message as WebRequest) : null;
}
