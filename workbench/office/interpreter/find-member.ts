import type { HostObject, Member } from '../description/object-type';
import type { BatchHost } from './batch-host';
import { apiNotFound } from './office-error';

/**
 * Finds a member by its name in a batch, whatever its case.
 * @throws OfficeError ApiNotFound where the class lacks it, or where it is newer than what the host reports
 */
export function findMember(host: BatchHost, object: HostObject, name: string): Member {
  const member = object.type.members.get(name.toLowerCase());
  if (!member) {
    host.warn(`not emulated: ${object.type.name}.${name}`);
    throw apiNotFound();
  }
  if (!host.offers(member.since) || !host.offers(object.type.since)) {
    host.warn(
      `${object.type.name}.${member.name} came with ExcelApi ${member.since}, which this host does not report`,
    );
    throw apiNotFound();
  }
  return member;
}

/** Calls a method of an object, or the method behind an indexer. */
export function callMethod(
  host: BatchHost,
  object: HostObject,
  name: string,
  args: readonly unknown[],
): unknown {
  const member = findMember(host, object, name);
  if (member.kind !== 'method') {
    host.warn(`not a method: ${object.type.name}.${name}`);
    throw apiNotFound();
  }
  return member.call(object.self, args);
}
