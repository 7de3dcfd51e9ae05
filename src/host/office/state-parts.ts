import { HostError, leavesDoubt, mayWriteAfter, type StatePart } from '../port';
import { fromStatePart, STATE_NAMESPACE, toStatePart } from '../protocol/state-part';
import { fromProperties, liesInProperties } from '../protocol/state-properties';
import { excelCode, toHostError } from './errors';
import { askProperties, dropFromProperties, partsInProperties } from './property-parts';
import type { OfficeSession } from './session';

/*
 * The parts of the product's records, as custom XML parts of the workbook. Excel has no way to write one only if it is
 * still as it was read, which is why a writer replaces no part but its own.
 */

const MOST_LOOKS = 5;

/** All parts of the records, wherever a program has put them, in two round trips. */
export function readParts(session: OfficeSession): Promise<readonly StatePart[]> {
  return session.run(async ({ context, sync }) => {
    for (let looks = 1; ; looks++) {
      const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
      parts.load('items/id');
      const properties = askProperties(context);
      await sync();
      const inProperties = fromProperties(properties());
      if (parts.items.length === 0) return inProperties;
      const asked = parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
      try {
        await sync();
      } catch (error) {
        // Another writer has just brought two parts together: its next look finds them so.
        if (looks < MOST_LOOKS && excelCode(error) === 'ItemNotFound') continue;
        throw error;
      }
      return [...asked.map(({ id, xml }) => ({ id, text: fromStatePart(xml.value) })), ...inProperties];
    }
  });
}

/** @returns the id of the new part */
export function addPart(session: OfficeSession, text: string): Promise<string> {
  return orFound(session, text, addedPart(session, text));
}

/**
 * @returns the part's id, another one where it lay in document properties: it moves to where Excel keeps records; `null`
 *   where it is not there any more
 */
export async function replacePart(session: OfficeSession, id: string, text: string): Promise<string | null> {
  if (liesInProperties(id)) {
    const before = (await partsInProperties(session)).find((part) => part.id === id);
    if (!before) return null;
    const added = await addPart(session, text);
    await dropFromProperties(session, id, before.text);
    return added;
  }
  return orFound(session, text, replacedPart(session, id, text));
}

/**
 * After a request that failed although Excel answers: looks whether the text is there all the same.
 * @throws HostError the failure; `unchanged` where it is not
 */
async function orFound<Id>(session: OfficeSession, text: string, written: Promise<Id>): Promise<Id | string> {
  try {
    return await written;
  } catch (error) {
    const failure = toHostError(error);
    const answers = mayWriteAfter(failure) && failure.code !== 'busy' && failure.code !== 'not-written';
    if (!answers || !leavesDoubt(failure)) throw failure;
    const parts = await readParts(session).catch(() => null);
    const found = parts?.find((part) => part.text === text);
    if (found) return found.id;
    throw parts ? failure.say('unchanged') : failure;
  }
}

function addedPart(session: OfficeSession, text: string): Promise<string> {
  return session.run(async ({ context, commit }) => {
    const part = context.workbook.customXmlParts.add(toStatePart(text));
    part.load('id');
    const xml = part.getXml();
    await commit();
    verify(xml.value, text);
    return part.id;
  });
}

function replacedPart(session: OfficeSession, id: string, text: string): Promise<string | null> {
  return session.run(async ({ context, commit }) => {
    const part = context.workbook.customXmlParts.getItem(id);
    part.setXml(toStatePart(text));
    const xml = part.getXml();
    try {
      await commit();
    } catch (error) {
      if (excelCode(error) === 'ItemNotFound') return null;
      throw error;
    }
    verify(xml.value, text);
    return id;
  });
}

/**
 * Looks first, and reads the part again in the very batch that deletes it: what somebody wrote in between is put back.
 * @returns whether the part is gone
 */
export function dropPart(session: OfficeSession, id: string, text: string | null): Promise<boolean> {
  if (liesInProperties(id)) return dropFromProperties(session, id, text);
  return session.run(async ({ context, sync, commit }) => {
    const parts = context.workbook.customXmlParts;
    const looked = parts.getItem(id).getXml();
    try {
      await sync();
      if (fromStatePart(looked.value) !== text) return false;
      const part = parts.getItem(id);
      const last = part.getXml();
      part.delete();
      await commit();
      if (last.value === looked.value) return true;
      parts.add(last.value);
      await commit();
      return false;
    } catch (error) {
      if (excelCode(error) === 'ItemNotFound') return true;
      throw error;
    }
  });
}

function verify(xml: string, text: string): void {
  if (fromStatePart(xml) === text) return;
  throw new HostError('not-written', 'the workbook does not keep the records');
}
