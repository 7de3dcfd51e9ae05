import type { HostObject } from '../description/object-type';
import { OfficeError } from './office-error';

/** The objects that the add-in holds on to between batches, by the names it was given for them. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly names = new Map<HostObject, string>();
  private last = 0;

  get count(): number {
    return this.objects.size;
  }

  keep(object: HostObject): void {
    if (this.names.has(object)) return;
    const name = `reference-${++this.last}`;
    this.names.set(object, name);
    this.objects.set(name, object);
  }

  remove(name: string): void {
    const object = this.objects.get(name);
    if (!object) return;
    this.objects.delete(name);
    this.names.delete(object);
  }

  nameOf(object: HostObject): string | undefined {
    return this.names.get(object);
  }

  /** @throws OfficeError where nothing is kept under that name */
  get(name: string): HostObject {
    const object = this.objects.get(name);
    if (!object) {
      throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    }
    return object;
  }

  all(): IterableIterator<HostObject> {
    return this.objects.values();
  }
}
