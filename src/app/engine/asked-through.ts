import type { Engine } from './engine';

/** Asks an engine something, and brings its answer. */
export type AskEngine = <Result>(ask: (engine: Engine) => Promise<Result>) => Promise<Result>;

/** An engine of which every call goes through one function, which knows where to ask. */
export function askedThrough(asked: AskEngine): Engine {
  return {
    open: (...args) => asked((one) => one.open(...args)),
    review: (...args) => asked((one) => one.review(...args)),
    recognised: (...args) => asked((one) => one.recognised(...args)),
    tryOut: (...args) => asked((one) => one.tryOut(...args)),
    profiles: (...args) => asked((one) => one.profiles(...args)),
    told: (...args) => asked((one) => one.told(...args)),
    across: (...args) => asked((one) => one.across(...args)),
    follow: (...args) => asked((one) => one.follow(...args)),
    place: (...args) => asked((one) => one.place(...args)),
    places: (...args) => asked((one) => one.places(...args)),
    originals: (...args) => asked((one) => one.originals(...args)),
    charts: (...args) => asked((one) => one.charts(...args)),
    rowGuards: (...args) => asked((one) => one.rowGuards(...args)),
    bind: (...args) => asked((one) => one.bind(...args)),
    wrote: (...args) => asked((one) => one.wrote(...args)),
    look: (...args) => asked((one) => one.look(...args)),
    plans: (...args) => asked((one) => one.plans(...args)),
    wordsInList: (...args) => asked((one) => one.wordsInList(...args)),
    patch: (...args) => asked((one) => one.patch(...args)),
    close: (...args) => asked((one) => one.close(...args)),
  };
}
