import { DispatchId, OPERATION_NOT_SUPPORTED } from './dispatch-ids';
import { WEB_PAYLOAD_LIMIT } from './excel/excel-switches';
import type { ConnectPane } from './pane-session';
import { listeningConnection, nameFrame, PaneSession } from './pane-session';
import type {
  AppContext,
  EventRegistration,
  MethodCall,
  WebFrameName,
  WebRequest,
  WebResponse,
  WebSetting,
} from './web-protocol';
import {
  ActionName,
  ActionType,
  ERROR_HANDLING_REQUEST,
  LEAVING,
  MessageType,
  NO_ERROR,
  readRequest,
  ResponseType,
} from './web-protocol';

const CONTROL_ID = 'annex-reviewer-1';
const EXCEL_ON_THE_WEB = 16;
const READ_WRITE = 1;
const TASK_PANE = 1;
const SUCCEEDED = { Version: 1, Error: 0 };

/**
 * Connects a pane to what it takes for Excel on the web. The pane must come from this page's own origin, over
 * https: office.js trusts no other.
 */
export const connectWeb: ConnectPane = (frame, model, options = {}) => {
  const { origin } = window.location;
  const { documentUrl = `${origin}/${encodeURIComponent(model.name)}`, ...sessionOptions } = options;
  // A new one for each frame: under it office.js keeps settings until the browser's tab is closed.
  const conversation = crypto.randomUUID();
  /** The requests that registered events, by the event's number: an event is an answer to one of them. */
  const registrations = new Map<number, WebRequest>();
  let settings: readonly WebSetting[] = [];

  const post = (
    { _actionName, _correlationId }: WebRequest,
    _responseType: number,
    _data: unknown,
    _errorCode = NO_ERROR,
  ) => {
    const response: WebResponse = {
      _messageType: MessageType.response,
      _actionName,
      _conversationId: conversation,
      _correlationId,
      _origin: origin,
      _data,
      _errorCode,
      _responseType,
      _serializerVersion: 1,
    };
    frame.contentWindow?.postMessage(JSON.stringify(response), origin);
  };

  const session = new PaneSession(
    model,
    { payloadLimit: WEB_PAYLOAD_LIMIT, ...sessionOptions },
    (event, payload) => {
      const registration = registrations.get(event);
      // Members of a command's event are counted, those of the rich API are in an array.
      const data = event === DispatchId.richApiMessage ? { ArrayData: payload } : { ...payload };
      if (registration) post(registration, ResponseType.event, data);
    },
  );
  const { locale } = session;
  nameFrame(frame, {
    baseFrameName: CONTROL_ID,
    serializerVersion: 1,
    flights: '[]',
    hostInfo: `Excel|Web|16.01|${locale}|${conversation}||disableLogging|0`,
    xdmInfo: `${conversation}|${CONTROL_ID}|${origin}`,
  } satisfies WebFrameName);

  const appContext = (): AppContext => ({
    _id: CONTROL_ID,
    _appInstanceId: CONTROL_ID,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: '16.01',
    _appMinorVersion: 1,
    _hostFullVersion: '16.0.17000.20000',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: documentUrl,
    _clientMode: READ_WRITE,
    _settings: settings,
    _reason: 'documentOpened',
    _osfControlType: TASK_PANE,
    _eToken: '',
    _correlationId: conversation,
    _addinName: 'annex-reviewer',
    _appDomains: [],
    _isDialog: false,
    _requirementMatrix: JSON.stringify(session.requirementSets),
  });

  const execute = (call: MethodCall, answer: (data: object) => void) => {
    switch (call.DdaMethod.DispatchId) {
      case DispatchId.executeRichApi: {
        const [, , , , body, , flags] = call.ArrayData ?? [];
        void session.execute(String(body), Number(flags ?? 0), (response) =>
          answer({ ...SUCCEEDED, Data: [200, [], response] }),
        );
        return;
      }
      case DispatchId.appCommandCompleted:
        session.completeCommand(String(call[0]), Number(call[1]));
        return answer(SUCCEEDED);
      case DispatchId.saveSettings:
        settings = call.DdaSettingsMethod?.Properties ?? [];
        return answer(SUCCEEDED);
      case DispatchId.loadSettings:
        return answer({
          ...SUCCEEDED,
          Properties: { Settings: settings.map(([Name, Value]) => ({ Name, Value })) },
        });
      default:
        return answer({ ...SUCCEEDED, Error: OPERATION_NOT_SUPPORTED });
    }
  };

  const invoke = (request: WebRequest) => {
    const answer = (data: unknown) => post(request, ResponseType.call, data);
    switch (request._actionName) {
      case ActionName.getAppContext:
        registrations.clear();
        session.started();
        return answer(appContext());
      case ActionName.notifyHost:
        // office.js takes the Tab key for itself: nobody would get out of the pane.
        if (LEAVING.includes(Number((request._data as readonly unknown[])[1]))) frame.blur();
        return answer(null);
      case ActionName.executeMethod:
        return execute(request._data as MethodCall, answer);
      default:
        return post(request, ResponseType.call, null, ERROR_HANDLING_REQUEST);
    }
  };

  const changeRegistration = (request: WebRequest) => {
    const { eventDispId } = request._data as EventRegistration;
    const registers = request._actionType === ActionType.registerEvent;
    if (registers) registrations.set(eventDispId, request);
    else registrations.delete(eventDispId);
    post(request, ResponseType.call, SUCCEEDED);
    if (registers) session.listen(eventDispId);
    else session.stopListening(eventDispId);
  };

  const receive = ({ source, origin: sender, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || sender !== origin) return;
    const request = readRequest(data);
    if (request?._conversationId !== conversation) return;
    try {
      if (request._actionType === ActionType.invoke) invoke(request);
      else changeRegistration(request);
    } catch (error) {
      post(request, ResponseType.call, String(error), ERROR_HANDLING_REQUEST);
    }
  };
  return listeningConnection(session, receive);
};
