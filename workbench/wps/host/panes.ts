import type { EtHost } from './et-host';

/** A task pane as the host knows it. */
export interface Pane {
  /** Counted from 1 on, while the program runs. */
  readonly id: number;
  readonly title: string;
  url: string;
  visible: boolean;
  /** 0 left, 1 top, 2 right, 3 bottom, 4 floating. */
  dockPosition: number;
  readonly size: Record<PaneSize, number>;
  /** Whether it is still there. */
  open: boolean;
}

export type PaneSize = 'Width' | 'Height' | 'MinWidth' | 'MaxWidth' | 'MinHeight' | 'MaxHeight';

export type PaneChange = 'created' | 'moved' | 'shown' | 'hidden' | 'closed';

const FLOATING = 4;

/** All panes of all add-ins of the program. */
export class Panes {
  readonly all = new Map<number, Pane>();
  /** Told of what happens to panes: who shows them listens. */
  onChange: ((pane: Pane, change: PaneChange) => void) | null = null;
  private last = 0;

  constructor(private readonly host: EtHost) {}

  /** Makes a pane, at the right and not yet in view. */
  create(url: string, title: string): Pane {
    const size = { Width: 350, Height: 400, MinWidth: 0, MaxWidth: 10_000, MinHeight: 0, MaxHeight: 10_000 };
    const pane: Pane = { id: ++this.last, title, url, visible: false, dockPosition: 2, size, open: true };
    this.all.set(pane.id, pane);
    this.onChange?.(pane, 'created');
    return pane;
  }

  navigate(pane: Pane, url: string): void {
    pane.url = url;
    this.onChange?.(pane, 'moved');
  }

  show(pane: Pane, visible: boolean): void {
    if (pane.visible === visible) return;
    pane.visible = visible;
    this.onChange?.(pane, visible ? 'shown' : 'hidden');
    this.host.events.paneShown(visible);
  }

  /** Takes a pane away for good. */
  close(pane: Pane): void {
    this.show(pane, false);
    pane.open = false;
    this.all.delete(pane.id);
    this.onChange?.(pane, 'closed');
  }

  /** A person closes a pane at its cross: what pages hold of it may be worth nothing any more. */
  closeByHand(pane: Pane): void {
    if (this.host.switches.closedPane === 'kept') this.show(pane, false);
    else this.close(pane);
  }

  /** Whether a pane takes a side of the window. */
  get anyDocked(): boolean {
    return [...this.all.values()].some(({ visible, dockPosition }) => visible && dockPosition !== FLOATING);
  }

  /** The program ends. */
  clear(): void {
    for (const pane of [...this.all.values()]) this.close(pane);
    this.last = 0;
  }
}
