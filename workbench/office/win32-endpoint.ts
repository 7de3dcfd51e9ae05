import type { ConnectPane } from './pane-session';
import { listeningConnection, nameFrame, PaneSession } from './pane-session';
import type { PaneEnvironment, PaneMessage, WorkbenchMessage } from './win32-protocol';
import { WIN32_SEAM } from './win32-protocol';

/**
 * Connects a pane to what it takes for Excel on Windows. Its page must come from this page's own origin and load the
 * seam before office.js.
 */
export const connectWin32: ConnectPane = (frame, model, options = {}) => {
  const { origin } = window.location;
  const { documentUrl = `C:\\${model.name}`, ...sessionOptions } = options;
  const post = (message: WorkbenchMessage) => frame.contentWindow?.postMessage(message, origin);
  const session = new PaneSession(model, sessionOptions, (event, payload) =>
    post({ seam: WIN32_SEAM, kind: 'event', event, payload }),
  );
  const { locale, requirementSets } = session;
  nameFrame(frame, {
    seam: WIN32_SEAM,
    locale,
    documentUrl,
    settings: {},
    requirementSets,
  } satisfies PaneEnvironment);

  const receive = ({ source, origin: sender, data }: MessageEvent<PaneMessage | null>) => {
    if (source !== frame.contentWindow || sender !== origin || data?.seam !== WIN32_SEAM) return;
    switch (data.kind) {
      case 'started':
        return session.started();
      case 'listens':
        return session.listen(data.event);
      case 'stops-listening':
        return session.stopListening(data.event);
      case 'command-completed':
        return session.completeCommand(data.command, data.status);
      case 'execute':
        void session.execute(data.body, data.flags, (body) =>
          post({ seam: WIN32_SEAM, kind: 'result', call: data.call, body }),
        );
    }
  };
  return listeningConnection(session, receive);
};
