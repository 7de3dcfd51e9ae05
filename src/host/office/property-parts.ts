import type { StatePart } from '../port';
import {
  fromProperties,
  propertiesOf,
  textProperties,
  type TextProperty,
} from '../protocol/state-properties';
import { excelCode } from './errors';
import type { OfficeSession } from './session';

/*
 * Parts of the records that lie in document properties: Excel writes none, but a workbook may come from a program that keeps
 * no custom XML parts. All of it is there from ExcelApi 1.7.
 */

const MOST_LOOKS = 5;

/** Asks for the custom document properties; they are there after the next round trip. */
export function askProperties(context: Excel.RequestContext): () => readonly TextProperty[] {
  const { custom } = context.workbook.properties;
  custom.load('items/key,items/value');
  return () => textProperties(custom.items.map(({ key, value }) => ({ name: key, value: value as unknown })));
}

/** All parts that lie in properties. */
export function partsInProperties(session: OfficeSession): Promise<readonly StatePart[]> {
  return session.run(async ({ context, sync }) => {
    const properties = askProperties(context);
    await sync();
    return fromProperties(properties());
  });
}

/**
 * Takes a part out of the properties where it still is as it was read. They are read again in the very batch that deletes
 * them: what somebody wrote in between is put back.
 * @returns whether the part is gone
 */
export function dropFromProperties(
  session: OfficeSession,
  id: string,
  text: string | null,
): Promise<boolean> {
  return session.run(async ({ context, sync, commit }) => {
    const { custom } = context.workbook.properties;
    let before: readonly TextProperty[] | null = null;
    for (let looks = 1; ; looks++) {
      const looked = askProperties(context);
      await sync();
      const now = ofPart(id, looked());
      if (now.length === 0) return true;
      if (before === null && fromProperties(now)[0]?.text !== text) return false;
      before ??= now;
      if (!now.every((one) => isAmong(one, before!))) return false;
      const last = askProperties(context);
      for (const { name } of now) custom.getItem(name).delete();
      try {
        await commit();
      } catch (error) {
        // Another takes it away too, and was there first.
        if (looks < MOST_LOOKS && excelCode(error) === 'ItemNotFound') continue;
        throw error;
      }
      const written = ofPart(id, last());
      if (written.every((one) => isAmong(one, now))) return true;
      for (const { name, value } of written) custom.add(name, value);
      await commit();
      return false;
    }
  });
}

function ofPart(id: string, properties: readonly TextProperty[]): readonly TextProperty[] {
  const names = new Set(propertiesOf(id, properties));
  return properties.filter(({ name }) => names.has(name));
}

function isAmong({ name, value }: TextProperty, properties: readonly TextProperty[]): boolean {
  return properties.some((one) => one.name === name && one.value === value);
}
