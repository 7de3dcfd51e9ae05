import { base64ToBytes, bytesToBase64 } from './bytes';
import { deskKeyOf, KEY_LENGTH, pageDeskKey, randomKey, type DeskKey } from './desk-key';
import { readKeyFile, writeKeyFile, type KeyFileProblem } from './desk-key-file';
import type { HostShell, SharedSettings } from './shell';

/** Where the key lies among the settings. */
const SETTING = 'desk-key';

type Settings = Pick<SharedSettings, 'getItem' | 'setItem' | 'lasting'>;

/** The key of this desk in the user's settings. */
export interface DeskSettings {
  /** The key as it is now: another pane may have loaded one since. */
  key(): DeskKey;
  /** The text of the key's file; `null` where no settings last, for then there is no key worth keeping. */
  exportKey(): string | null;
  /**
   * Takes the key of a file for that of this desk. Records signed with the one before are received from then on.
   * @returns what is wrong with the file, `not-kept` where no settings last; `null`: it was taken
   */
  importKey(text: string): KeyFileProblem | 'not-kept' | null;
}

/** The key in settings; made when it is first asked for. Where they do not last, it is the key of the page. */
export function deskSettings(settings: Settings): DeskSettings {
  let known: { readonly text: string; readonly key: DeskKey } | null = null;
  const stored = (): Uint8Array | null => {
    if (!settings.lasting) return null;
    const there = read(settings);
    if (there) return there;
    // Somebody may have emptied the settings while this page is open: the desk is still the same.
    keep(settings, known?.text ?? bytesToBase64(randomKey()));
    // What was kept, not what was to be kept: another pane may have made one at the same moment.
    return read(settings);
  };
  return {
    key() {
      const bytes = stored();
      if (!bytes) return known ? unkept(known.key) : pageDeskKey();
      const text = bytesToBase64(bytes);
      if (known?.text !== text) known = { text, key: deskKeyOf(bytes, true) };
      return known.key;
    },
    exportKey() {
      const bytes = stored();
      return bytes && writeKeyFile(bytes);
    },
    importKey(text) {
      const file = readKeyFile(text);
      if ('problem' in file) return file.problem;
      if (!settings.lasting) return 'not-kept';
      const encoded = bytesToBase64(file.key);
      keep(settings, encoded);
      return settings.getItem(SETTING) === encoded ? null : 'not-kept';
    },
  };
}

/** Opens the key of this desk where the user's settings are. Never fails: without them it is the key of the page. */
export async function openDeskSettings(shell: HostShell): Promise<DeskSettings> {
  try {
    return deskSettings(await shell.openSettings());
  } catch {
    return deskSettings({ lasting: false, getItem: () => null, setItem: () => undefined });
  }
}

/** A key that was in the settings, and is no longer: the records of this page are still this desk's, until it is closed. */
function unkept(key: DeskKey): DeskKey {
  return { ...key, lasting: false };
}

function keep(settings: Settings, encoded: string): void {
  try {
    settings.setItem(SETTING, encoded);
  } catch {
    // The store is full or closed to us; what it holds tells.
  }
}

function read(settings: Settings): Uint8Array | null {
  const bytes = base64ToBytes(settings.getItem(SETTING) ?? '');
  return bytes?.length === KEY_LENGTH ? bytes : null;
}
