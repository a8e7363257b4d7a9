import type { Store, View, ViewState } from '../model/state';
import { fill, h } from './dom';

const viewNames: Record<View, string> = {
  front: 'Front',
  right: 'Right',
  left: 'Left',
  upper: 'Upper occlusal',
  lower: 'Lower occlusal',
};

const viewHints: Record<View, string> = {
  front: 'Front view (1)',
  right: "Patient's right (2)",
  left: "Patient's left (3)",
  upper: 'Upper occlusal view (4)',
  lower: 'Lower occlusal view (5)',
};

/** Choosing an occlusal view takes the other arch away, since it would stand in front; leaving it brings both back. */
export function viewChange(state: ViewState, view: View): Partial<ViewState> {
  if (view === 'upper') return { view, upper: true, lower: false };
  if (view === 'lower') return { view, upper: false, lower: true };
  const wasOcclusal = state.view === 'upper' || state.view === 'lower';
  return wasOcclusal ? { view, upper: true, lower: true } : { view };
}

type Switch = 'upper' | 'lower' | 'gingiva' | 'roots' | 'ghost' | 'labels' | 'colorByMovement' | 'measuring';

const switches: [Switch, string, string][] = [
  ['upper', 'Upper arch', 'Show the upper arch (U)'],
  ['lower', 'Lower arch', 'Show the lower arch (L)'],
  ['gingiva', 'Gingiva', 'Show the gingiva (G)'],
  ['roots', 'Roots', 'Show roots by template, the gingiva out of the way (R)'],
  ['ghost', 'Start', 'Superimpose the start in blue (S)'],
  ['labels', 'Numbers', 'Show tooth numbers (B)'],
  ['colorByMovement', 'Movement', "Colour teeth by this tray's movement (C)"],
  ['measuring', 'Measure', 'Measure a distance between two points (M)'],
];

/** Views, arches and tools above the picture. `again` is called when the current view is asked for once more. */
export function toolbar(
  store: Store,
  has: { gingiva: boolean; roots: boolean },
  again: () => void,
): HTMLElement {
  const pick = (view: View) => {
    if (store.state.view === view) again();
    store.set(viewChange(store.state, view));
  };
  const viewButtons = (Object.keys(viewNames) as View[]).map((view) => {
    const button = h(
      'button',
      { type: 'button', title: viewHints[view], onclick: () => pick(view) },
      viewNames[view],
    );
    store.listen((state) => button.setAttribute('aria-pressed', String(state.view === view)));
    return button;
  });
  const offered = switches.filter(
    ([key]) => (key !== 'gingiva' || has.gingiva) && (key !== 'roots' || has.roots),
  );
  const switchButtons = offered.map(([key, name, hint]) => {
    const toggle = () => store.set({ [key]: !store.state[key] });
    const button = h('button', { type: 'button', title: hint, onclick: toggle }, name);
    store.listen((state) => button.setAttribute('aria-pressed', String(state[key])));
    return button;
  });
  const bar = h('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Views and arches' });
  fill(
    bar,
    h('div', { class: 'group', role: 'group', 'aria-label': 'View' }, ...viewButtons),
    h('div', { class: 'group', role: 'group', 'aria-label': 'Show' }, ...switchButtons),
  );
  return bar;
}
