/**
 * What we use of Microsoft's office-js-helpers. Its own types are left out on purpose: they bring an old edition of the
 * global types of Excel, which would be mixed with the present one.
 */
declare module '@microsoft/office-js-helpers/dist/office.helpers.min.js' {
  export enum StorageType {
    LocalStorage = 0,
    SessionStorage = 1,
    InMemoryStorage = 2,
  }
  export class Storage<T> {
    constructor(container: string, type?: StorageType);
    get(key: string): T | null;
    set(key: string, value: T): T;
    /** Tells of changes made in other panes. */
    notify(next: () => void): { unsubscribe(): void };
  }
}
