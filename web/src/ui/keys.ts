import type { ReviewData } from '../data/contract';
import { notations } from '../model/notation';
import { clampStage, neighbour, views, type Store, type Theme } from '../model/state';
import { togglePlay } from './stagebar';
import { viewChange } from './toolbar';

export interface KeyActions {
  help(): void;
  fit(): void;
  zoom(factor: number): void;
  clearMeasure(): void;
}

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Keys that work anywhere on the page, except where the focused control wants them itself. */
export function listenForKeys(data: ReviewData, store: Store, actions: KeyActions): void {
  const last = data.plan.stages.length - 1;
  const teeth = data.plan.teeth.map((t) => t.fdi);
  const go = (stage: number) => store.set({ stage: clampStage(stage, last), playing: false });
  const select = (step: 1 | -1) =>
    store.set({ tooth: neighbour(teeth, store.state.tooth, step), tab: 'tooth' });
  const next = <T>(all: readonly T[], current: T): T =>
    all[(all.indexOf(current) + 1) % all.length] ?? current;

  const bound: Record<string, () => void> = {
    ArrowLeft: () => go(store.state.stage - 1),
    ArrowRight: () => go(store.state.stage + 1),
    Home: () => go(0),
    End: () => go(last),
    ' ': () => togglePlay(store, last),
    '0': () => actions.fit(),
    '+': () => actions.zoom(0.85),
    '=': () => actions.zoom(0.85),
    '-': () => actions.zoom(1 / 0.85),
    '[': () => select(-1),
    ']': () => select(1),
    u: () => store.set({ upper: !store.state.upper }),
    l: () => store.set({ lower: !store.state.lower }),
    g: () => store.set({ gingiva: !store.state.gingiva }),
    r: () => store.set({ roots: !store.state.roots }),
    s: () => store.set({ ghost: !store.state.ghost }),
    b: () => store.set({ labels: !store.state.labels }),
    c: () => store.set({ colorByMovement: !store.state.colorByMovement }),
    m: () => store.set({ measuring: !store.state.measuring }),
    n: () => store.set({ notation: next(notations, store.state.notation) }),
    t: () => store.set({ theme: next(themes, store.state.theme) }),
    '?': () => actions.help(),
    Escape: () => {
      actions.clearMeasure();
      store.set(store.state.measuring ? { measuring: false } : { tooth: null });
    },
  };
  views.forEach((view, i) => {
    bound[String(i + 1)] = () => {
      if (store.state.view === view) actions.fit();
      store.set(viewChange(store.state, view));
    };
  });

  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || document.querySelector('dialog[open]') !== null) return;
    const target = e.target as HTMLElement;
    const isSlider = target instanceof HTMLInputElement && target.type === 'range';
    const wantsKeys =
      target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && !isSlider);
    const presses = target instanceof HTMLButtonElement && e.key === ' ';
    const action = bound[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (action === undefined || wantsKeys || presses) return;
    e.preventDefault();
    action();
  });
}
