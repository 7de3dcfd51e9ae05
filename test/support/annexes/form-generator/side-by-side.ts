import type { SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import { Random } from '../../random';
import { generateWide } from '../wide-generator';
import { Canvas } from './canvas';
import { formContent } from './content';
import { optionsOf, truthOf } from './generate';
import type { FormTruth, GeneratedForms, WideTruth } from './model';
import { STYLES } from './styles';
import { FormWriter } from './writer';

type Truth = (sheet: SheetSnapshot) => FormTruth | WideTruth;

/** What is drawn, and how wide it is. */
interface Drawn {
  readonly truth: Truth;
  readonly part: string;
}

/** Draws worksheets of annexes that stand beside each other. */
class Bands {
  readonly canvas: Canvas;
  readonly annexes: Truth[] = [];
  readonly parts: string[] = [];
  private readonly names = new Set<string>();
  private readonly moneyUnit = this.random.pick(['万元', '万元', '元'] as const);

  constructor(
    private readonly random: Random,
    private readonly merged: boolean,
  ) {
    this.canvas = new Canvas(random.pick([0, 0, 2]));
  }

  /** Two or three columns of annexes beside each other, in each one or two below each other. */
  band(): void {
    const { random, canvas } = this;
    const top = canvas.next;
    let column = random.pick([0, 0, 1]);
    let bottom = top;
    const columns = random.pick([2, 2, 2, 3]);
    const wideAt = random.chance(0.25) ? random.integer(0, columns - 1) : -1;
    const gap = random.pick([0, 1, 1, 2]);
    this.parts.push(`band of ${columns}, gap ${gap}`);
    const pending: { readonly drawn: (to: number) => Drawn; readonly column: number }[] = [];
    for (let i = 0; i < columns; i++) {
      const from = column;
      canvas.next = top;
      let right = column;
      const stack = i === wideAt ? 1 : random.pick([1, 1, 2]);
      for (let n = 0; n < stack; n++) {
        if (n > 0) canvas.next += random.pick([1, 1, 2]);
        const first = canvas.next;
        const drawn = i === wideAt ? this.wide(column) : this.form(column);
        right = Math.max(right, canvas.extent(first, canvas.next - 1, true, column)[1]);
        pending.push({ drawn, column: from });
      }
      bottom = Math.max(bottom, canvas.next);
      column = right + 1 + gap;
    }
    const starts = [...new Set(pending.map((one) => one.column))];
    for (const { drawn, column: from } of pending) {
      const { truth, part } = drawn(starts.find((start) => start > from) ?? Infinity);
      this.annexes.push(truth);
      this.parts.push(part);
    }
    canvas.next = bottom;
  }

  /** One form over the whole width; now and then a column of it is blank. */
  single(): void {
    const spacer = this.random.chance(0.5) ? this.random.integer(2, 7) : undefined;
    const { truth, part } = this.form(0, spacer)(Infinity);
    this.annexes.push(truth);
    this.parts.push(`${part}${spacer === undefined ? '' : ` spacer ${spacer}`}`);
  }

  private form(column: number, spacer?: number): (to: number) => Drawn {
    const { random, canvas, merged } = this;
    const style = random.pick(STYLES);
    const options = optionsOf(style, random);
    const content = formContent({ ...style.needs, moneyUnit: this.moneyUnit }, this.names, random);
    const writer = new FormWriter(canvas, column, content, options, random, spacer);
    const first = canvas.next;
    style.draw(writer);
    const rows = [first, canvas.next - 1] as const;
    return (to) => ({
      truth: (sheet) => truthOf({ style, writer, fault: null, rows, sheet, merged, columns: [column, to] }),
      part: `${style.id} ${JSON.stringify(options)}`,
    });
  }

  private wide(column: number): (to: number) => Drawn {
    const wide = generateWide(this.random.integer(1, 100_000));
    this.canvas.append(wide.sheet, column);
    const projects = wide.projects.map(({ name }) => name);
    return () => ({ truth: () => ({ layout: 'wide', title: wide.title, projects }), part: 'wide' });
  }
}

/**
 * Makes a worksheet of forms beside each other, one or two bands of them, or forms beside a wide table; every fourth holds
 * single forms instead, with blank columns within. The same seed makes the same.
 */
export function generateSideBySide(seed: number): GeneratedForms {
  const random = new Random(seed * 7687 + 31);
  const merged = random.chance(0.7);
  const bands = new Bands(random, merged);
  const count = random.pick([1, 1, 2]);
  for (let i = 0; i < count; i++) {
    if (i > 0) bands.canvas.next += random.integer(1, 2);
    if (seed % 4 === 0 || (i > 0 && random.chance(0.3))) bands.single();
    else bands.band();
  }
  const sheet = bands.canvas.sheet(merged);
  return {
    seed,
    recipe: `side by side ${seed}, ${merged ? 'merged' : 'not merged'}: ${bands.parts.join('; ')}`,
    sheet,
    annexes: bands.annexes.map((truth) => truth(sheet)),
  };
}
