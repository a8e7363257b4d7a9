import type { Store } from '../model/state';
import { h } from './dom';

/** Rebuilds `element` now and whenever the notation changes. */
export function named(store: Store, build: (element: HTMLElement) => void): HTMLElement {
  const element = h('div', {});
  build(element);
  store.listen((state, before) => {
    if (state.notation !== before.notation) build(element);
  });
  return element;
}
