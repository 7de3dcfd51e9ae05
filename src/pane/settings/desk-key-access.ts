import type { DeskSettings } from '../../host/desk-settings';

/** Opens the key of this desk, for the settings: to save it to a file, and to load one. */
export type DeskKeyAccess = () => Promise<Pick<DeskSettings, 'exportKey' | 'importKey'>>;
