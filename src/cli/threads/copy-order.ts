import type { CopyPlace, PlaceCopy } from '../copy-workbook';
import { isInside } from '../real-place';
import type { PlaceCopies } from './reviewing';

interface File {
  readonly below: string;
  /** Where its copy goes, as far as a system tells names apart; asked for when it matters. */
  target: Promise<string> | null;
  readonly settled: Promise<void>;
  readonly settle: () => void;
}

/**
 * Copies of files that are reviewed at the same time, placed as if the files were reviewed one after another: where two
 * copies would go to one place, the earlier file's is written before the later one asks whether it may.
 */
export class CopyOrder {
  /** By the numbers of the files that are being reviewed. */
  private readonly files = new Map<number, File>();

  /**
   * @param targetOf where a copy goes, in one writing for all names that may lead there
   */
  constructor(
    private readonly places: PlaceCopies,
    private readonly targetOf: (below: string) => Promise<string>,
  ) {}

  /**
   * To be called file by file, in their order.
   * @returns what finds the place of this file's copy
   */
  begin(index: number, below: string): PlaceCopy {
    let settle: () => void = () => undefined;
    const settled = new Promise<void>((resolve) => (settle = resolve));
    this.files.set(index, { below, target: null, settled, settle });
    return async () => {
      await this.earlierCopies(index);
      return this.settling(index, await this.places(below));
    };
  }

  /** A file has been reviewed, whether or not a copy was made of it. */
  end(index: number): void {
    this.files.get(index)?.settle();
    this.files.delete(index);
  }

  private settling(index: number, { path, write }: CopyPlace): CopyPlace {
    return { path, write: (bytes) => write(bytes).finally(() => this.end(index)) };
  }

  private async earlierCopies(index: number): Promise<void> {
    const own = await this.target(this.files.get(index)!);
    for (const [other, file] of [...this.files].filter(([other]) => other < index)) {
      const target = await this.target(file);
      const isRival = target === own || isInside(target, own) || isInside(own, target);
      if (isRival && this.files.has(other)) await file.settled;
    }
  }

  private target(file: File): Promise<string> {
    return (file.target ??= this.targetOf(file.below));
  }
}
