import type { IndicatorKind } from '../field-id';
import type { LabelReader } from '../header/label-features';
import { foldText } from '../text';

/** What the text of a cell says about the level of an indicator: its kind, or that it is one of the first levels. */
export interface LevelText {
  readonly kind: IndicatorKind | null;
  /** 产出 and 效益, which have kinds below them. */
  readonly hasKinds: boolean;
}

/** Levels are named in few characters; what is longer names an indicator. */
const LONGEST = 14;

/** "产出指标（50分）", "产出指标50分": points behind the name. */
const POINTS = /[([]?(?:共|满分)?\d{1,3}(?:\.\d+)?分?[)\]]?$/;

/** Reads the text of a cell as the name of a level; `null` where it is none. */
export function readLevel(text: string, labels: LabelReader): LevelText | null {
  const name = foldText(text).replace(POINTS, '');
  if (name === '' || name.length > LONGEST) return null;
  const features = labels.features(name);
  if (features?.kind) return { kind: features.kind, hasKinds: false };
  return features?.level ? { kind: null, hasKinds: true } : null;
}

/** Different texts of levels that are kept; a table has some dozens. */
const KEPT = 1024;

/** Tells the kinds of indicators by the levels that stand beside them. */
export class RowKinds {
  private readonly known = new Map<string, IndicatorKind | null>();

  constructor(private readonly labels: LabelReader) {}

  /**
   * The kind that the second level names, or else the first; `other` where neither is one of the nine.
   *
   * @param level1 '' where the table or the row has none
   */
  kindOf(level1: string, level2: string): IndicatorKind {
    return this.ofText(level2) ?? this.ofText(level1) ?? 'other';
  }

  private ofText(text: string): IndicatorKind | null {
    if (text === '') return null;
    let kind = this.known.get(text);
    if (kind === undefined) {
      kind = readLevel(text, this.labels)?.kind ?? null;
      if (this.known.size >= KEPT) this.known.clear();
      this.known.set(text, kind);
    }
    return kind;
  }
}
