import { HostError, STATE_NAMESPACE } from '../port';
import { fromStatePart, toStatePart } from '../state-part';
import { excelCode } from './errors';
import type { OfficeSession } from './session';

/**
 * Keeps the state document in a custom XML part. The part that holds it is remembered, so that replacing it takes
 * one round trip. A part of our namespace that cannot be read is never overwritten: somebody may yet repair it.
 */
export class StateStore {
  private partId: string | null = null;

  constructor(private readonly session: OfficeSession) {}

  async recall(): Promise<string | null> {
    const found = await this.find();
    this.partId = found?.id ?? null;
    return found?.state ?? null;
  }

  async remember(state: string): Promise<void> {
    if (this.partId !== null && (await this.replace(this.partId, state))) return;
    this.partId = (await this.find())?.id ?? null;
    if (this.partId !== null && (await this.replace(this.partId, state))) return;
    await this.session.run(async ({ context, commit }) => {
      const part = context.workbook.customXmlParts.add(toStatePart(state));
      part.load('id');
      const xml = part.getXml();
      await commit();
      verify(xml.value, state);
      this.partId = part.id;
    });
  }

  private find(): Promise<{ readonly id: string; readonly state: string } | null> {
    return this.session.run(async ({ context, sync }) => {
      const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
      parts.load('items/id');
      await sync();
      if (parts.items.length === 0) return null;
      const asked = parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
      await sync();
      for (const { id, xml } of asked) {
        const state = fromStatePart(xml.value);
        if (state !== null) return { id, state };
      }
      return null;
    });
  }

  /** @returns false where the part is not there any more */
  private replace(id: string, state: string): Promise<boolean> {
    return this.session.run(async ({ context, commit }) => {
      const part = context.workbook.customXmlParts.getItem(id);
      part.setXml(toStatePart(state));
      const xml = part.getXml();
      try {
        await commit();
      } catch (error) {
        if (excelCode(error) === 'ItemNotFound') return false;
        throw error;
      }
      verify(xml.value, state);
      return true;
    });
  }
}

function verify(xml: string, state: string): void {
  if (fromStatePart(xml) === state) return;
  throw new HostError('not-written', 'the workbook does not keep the state document');
}
