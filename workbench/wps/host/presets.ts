import type { WpsSwitches } from './switches';
import { usualSwitches } from './switches';

/**
 * Builds to test against: what is known of them, and the worse of what is suspected where nothing is. None of them was
 * seen by us. `nothing-works` is no build, but all misfortunes at once.
 */
const PRESETS = {
  /** 12.1 on Windows: Chromium 104; the pane's ribbon trouble, the rest as measured over COM and on a Mac. */
  'windows-12.1': { pluginStorage: 'as-set', ribbonWhileDocked: 'dead' },
  /** 11.1 on Linux: Chromium 87, the types of 2024. */
  'linux-11.1': {
    etApplication: 'method',
    selectByNamespace: 'nothing',
    removeListener: 'all',
    blanks: 'undefined',
    codeNames: 'not-new',
    formatConditionLimit: 3,
  },
  /** 12.8 on Kylin: an own branch for public offices. */
  'kylin-12.8': {
    bulkRead: 'flat-lines',
    blanks: 'undefined',
    mixed: 'undefined',
    customXml: 'lost-on-save',
    chartObjects: 'property',
    ownWrites: 'not-told',
    cellEdit: 'nothing',
  },
  'nothing-works': {
    etApplication: 'absent',
    wpsGlobal: 'absent',
    errors: 'silent',
    missingItem: 'undefined',
    bulkRead: 'nothing',
    bulkWrite: 'nothing',
    mixed: 'first',
    formatConditions: 'nothing',
    notes: 'nothing',
    customXml: 'absent',
    documentProperties: 'absent',
    hiddenNames: 'shown',
    codeNames: 'none',
    pageSetup: 'nothing',
    hyperlinks: 'nothing',
    validation: 'nothing',
    charts: 'nothing',
    freezing: 'nothing',
    events: 'never-told',
    enableEvents: 'nothing',
    undo: 'emptied',
    cellEdit: 'nothing',
  },
} as const satisfies Record<string, Partial<WpsSwitches>>;

export type PresetName = keyof typeof PRESETS;

export const PRESET_NAMES = Object.keys(PRESETS) as readonly PresetName[];

/** The switches of a build. */
export function presetSwitches(name: PresetName): WpsSwitches {
  return { ...usualSwitches(), ...PRESETS[name] };
}
