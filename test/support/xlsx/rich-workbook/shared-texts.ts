import { escapeXml } from '../xlsx-builder';
import { DECLARATION, NS } from './namespaces';

/** The table of shared strings: plain ones once each, rich and phonetic ones as they come. */
export class SharedTexts {
  private readonly items: string[] = [];
  private readonly plain = new Map<string, number>();
  private uses = 0;

  /** The index of a plain text. */
  text(text: string): number {
    this.uses++;
    const known = this.plain.get(text);
    if (known !== undefined) return known;
    this.plain.set(text, this.items.length);
    const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
    return this.items.push(`<si><t${space}>${escapeXml(text)}</t></si>`) - 1;
  }

  /** The index of an item whose inside is given: runs, phonetic runs. */
  rich(inside: string): number {
    this.uses++;
    return this.items.push(`<si>${inside}</si>`) - 1;
  }

  toXml(): string {
    return `${DECLARATION}<sst xmlns="${NS.main}" count="${this.uses}" uniqueCount="${this.items.length}">${this.items.join('')}</sst>`;
  }
}
