import type { EtDescription } from './description/et-description';
import { ROOT_TYPE } from './description/et-description';
import { EtHost } from './host/et-host';
import type { PageState } from './host/page-state';
import type { PresetName } from './host/presets';
import { presetSwitches } from './host/presets';
import type { WpsSwitches } from './host/switches';
import { usualSwitches } from './host/switches';
import type { WpsMode } from './object/check-call';
import { EtRef } from './object/et-ref';
import { Wrappers } from './object/wrappers';
import { ET_TYPES } from './et/object-model';
import { memberVariant } from './et/variants';

export interface EmulatedWpsOptions {
  /** What the vendor's types declare: read from the installed package. */
  readonly description: EtDescription;
  /** The build to begin with; the usual one without it. */
  readonly preset?: PresetName;
  /** What is otherwise than in it. */
  readonly switches?: Partial<WpsSwitches>;
  /** What becomes of names and calls that are not declared; "strict" unless said. */
  readonly mode?: WpsMode;
}

/** What a page of an add-in finds in its window. */
export interface WpsGlobals {
  readonly Application?: unknown;
  readonly wps?: unknown;
}

/** A page that is open: what it finds, and how to close it. */
export interface WpsPage {
  readonly state: PageState;
  readonly globals: WpsGlobals;
  close(): void;
}

/** WPS Spreadsheets without windows: workbooks, and what pages of add-ins see of them. */
export class EmulatedWps {
  readonly host: EtHost;
  readonly mode: WpsMode;
  private readonly description: EtDescription;

  constructor({ description, preset, switches, mode = 'strict' }: EmulatedWpsOptions) {
    this.description = description;
    this.mode = mode;
    this.host = new EtHost({ ...(preset ? presetSwitches(preset) : usualSwitches()), ...switches });
  }

  /**
   * Opens a page of the add-in.
   * @param name for people
   * @param named finds a function of the page by its name, which listeners may be given by
   */
  openPage(name: string, named: (path: string) => unknown = () => undefined): WpsPage {
    const { host, description, mode } = this;
    const state: PageState = {
      name,
      alive: true,
      call(callback, parts) {
        const found = typeof callback === 'string' ? named(callback) : callback;
        if (typeof found === 'function')
          (found as (...args: unknown[]) => void)(...parts.map((part) => wrappers.toPage(part)));
      },
    };
    const wrappers = new Wrappers(
      {
        host,
        description,
        mode,
        types: ET_TYPES,
        variant: (type, member, emulated) => memberVariant(host.switches, type, member, emulated),
      },
      state,
    );
    const root = (): object => wrappers.wrap(new EtRef(ROOT_TYPE, host));
    return {
      state,
      globals: {
        get Application() {
          return root();
        },
        ...(host.switches.wpsGlobal === 'there' && { wps: root() }),
      },
      close() {
        state.alive = false;
        host.events.forget(state);
      },
    };
  }

  dispose(): void {
    this.host.dispose();
  }
}
