import type { CellPosition } from '../../engine/sheet/address';
import { XlsxError } from '../xlsx-error';
import type { FormulaTemplate } from './formula-template';
import { formulaTemplate } from './formula-template';

interface Master {
  readonly at: CellPosition;
  readonly text: string;
  /** Taken apart when the first other cell asks for it. */
  template: FormulaTemplate | null;
}

interface Child {
  readonly at: CellPosition;
  readonly index: string;
}

/**
 * Characters that all shared formulas of a sheet may come to: one long formula, named by very many cells, would
 * otherwise take a few bytes of the file each and thousands of ours.
 */
const MAX_CHARACTERS = 150_000_000;
/** Four times what Excel allows a formula. */
const MAX_FORMULA_LENGTH = 32_768;

/** The shared formulas of one worksheet: written out at one cell, meant, shifted, for others. */
export class SharedFormulas {
  private readonly masters = new Map<string, Master>();
  private readonly waiting: Child[] = [];
  private characters = 0;

  /** Registers the cell that has the text of shared formula `index`. The first one counts. */
  define(index: string, at: CellPosition, text: string): void {
    if (!this.masters.has(index)) this.masters.set(index, { at, text, template: null });
  }

  /**
   * The formula of a cell that only names shared formula `index`; `null` where its text has not come yet.
   * @throws XlsxError 'too-large' when the formula, or all of them together, have become too long
   */
  formulaAt(index: string, at: CellPosition): string | null {
    const master = this.masters.get(index);
    if (!master) {
      this.waiting.push({ index, at });
      return null;
    }
    master.template ??= formulaTemplate(master.text);
    this.characters += master.text.length;
    if (this.characters > MAX_CHARACTERS || master.text.length > MAX_FORMULA_LENGTH) {
      const limit = master.text.length > MAX_FORMULA_LENGTH ? MAX_FORMULA_LENGTH : MAX_CHARACTERS;
      throw new XlsxError('too-large', `shared formulas of over ${limit} characters`, { limit });
    }
    return master.template.shifted(at.row - master.at.row, at.column - master.at.column);
  }

  /** Those cells that came before their formula's text, as files with rows out of order have them. */
  *resolveWaiting(): Iterable<{ at: CellPosition; formula: string }> {
    for (const { index, at } of this.waiting.splice(0)) {
      // A formula that is defined nowhere is lost; the cell keeps its value, as in office programs.
      const formula = this.masters.has(index) ? this.formulaAt(index, at) : null;
      if (formula !== null) yield { at, formula };
    }
  }
}
