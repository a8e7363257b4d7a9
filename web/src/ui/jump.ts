import type { Store } from '../model/state';

/** Goes to a tooth and, where one is given, a stage. The tab stays, so that a list can be worked through. */
export function jump(store: Store, tooth: number | null, stage: number | null): void {
  store.set({ playing: false, ...(tooth === null ? {} : { tooth }), ...(stage === null ? {} : { stage }) });
}
