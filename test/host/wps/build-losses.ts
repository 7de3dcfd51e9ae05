import type { Capabilities } from '../../../src/host/port';
import { SWITCHES, type SwitchName, type WpsSwitches } from '../../../workbench/wps/host/switches';
import { presetSwitches, type PresetName } from '../../../workbench/wps/host/presets';
import { LOSSES, type Loss } from '../contract/subject';

/** What the adapter tells of a build of which nothing is known yet. */
export const AT_FIRST: Capabilities = {
  host: 'wps',
  writes: true,
  marks: true,
  notes: true,
  charts: true,
  undo: false,
  interactive: true,
  events: 'polled',
  record: 'part',
  merges: false,
  renames: true,
  tellsChanges: false,
};

/** One switch at one of its values. */
export interface Flipped {
  readonly name: SwitchName;
  readonly value: WpsSwitches[SwitchName];
}

/** Every switch at every value but its usual one. */
export const FLIPPED: readonly Flipped[] = Object.entries(SWITCHES).flatMap(([name, { values }]) =>
  values.slice(1).map((value) => ({ name: name as SwitchName, value })),
);

/** What is lost where one switch is flipped and all others are as usual; by "name: value". All others cost nothing. */
export const SWITCH_LOSSES: Readonly<Record<string, readonly Loss[]>> = {
  'bulkRead: nothing': ['blocks'],
  'formatConditions: throws': ['marks'],
  'formatConditions: nothing': ['marks'],
  'notes: throws': ['notes'],
  'notes: nothing': ['notes'],
  'customXml: nothing': ['part'],
  'customXml: absent': ['part'],
  'codeNames: not-new': ['renames-new'],
  'codeNames: none': ['renames', 'renames-new'],
  'pageSetup: nothing': ['print'],
  'pageSetup: throws': ['print'],
  'hyperlinks: nothing': ['links'],
  'validation: nothing': ['choices'],
  'charts: nothing': ['charts'],
  'charts: throws': ['charts'],
  'freezing: nothing': ['freeze'],
  'events: add-returns-false': ['ranges'],
  'events: add-throws': ['ranges'],
  'events: never-told': ['ranges'],
  'errorValues: texts': ['errors'],
  'undo: emptied': ['undo'],
};

/** What two switches lose together and neither alone. */
const TOGETHER: readonly { readonly all: readonly string[]; readonly lost: Loss }[] = [
  { all: ['customXml: absent', 'documentProperties: absent'], lost: 'record' },
  { all: ['bulkRead: nothing', 'events: never-told'], lost: 'changes' },
];

/** What is lost with some switches, in the order of `LOSSES`. */
export function lossesOfSwitches(switches: WpsSwitches): Loss[] {
  const names = Object.entries(switches).map(([name, value]) => `${name}: ${String(value)}`);
  const lost = new Set(names.flatMap((name) => SWITCH_LOSSES[name] ?? []));
  for (const { all, lost: loss } of TOGETHER) if (all.every((one) => names.includes(one))) lost.add(loss);
  return LOSSES.filter((loss) => lost.has(loss));
}

export function lossesOfPreset(preset: PresetName): Loss[] {
  return lossesOfSwitches(presetSwitches(preset));
}
