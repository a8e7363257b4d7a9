import type { Notation } from './notation';

/** Directions the dentition is looked at from. */
export type View = 'front' | 'right' | 'left' | 'upper' | 'lower';

export const views: readonly View[] = ['front', 'right', 'left', 'upper', 'lower'];

export type Theme = 'auto' | 'light' | 'dark';

export type Tab = 'overview' | 'tooth' | 'findings' | 'ipr' | 'measures' | 'preferences';

/** Everything the reader has chosen. One object, replaced as a whole; the parts of the page read it and draw. */
export interface ViewState {
  stage: number;
  tooth: number | null;
  view: View;
  upper: boolean;
  lower: boolean;
  gingiva: boolean;
  roots: boolean;
  ghost: boolean;
  labels: boolean;
  colorByMovement: boolean;
  measuring: boolean;
  playing: boolean;
  notation: Notation;
  theme: Theme;
  tab: Tab;
}

/** What a page starts from, before it knows which arches and views there are. */
export const initialState: ViewState = {
  stage: 0,
  tooth: null,
  view: 'front',
  upper: true,
  lower: true,
  gingiva: true,
  roots: false,
  ghost: false,
  labels: false,
  colorByMovement: false,
  measuring: false,
  playing: false,
  notation: 'fdi',
  theme: 'auto',
  tab: 'overview',
};

export type Listener = (state: ViewState, before: ViewState) => void;

/** Holds the state and tells its listeners, in the order they came, when something in it has changed. */
export class Store {
  private listeners: Listener[] = [];

  constructor(private current: ViewState) {}

  get state(): ViewState {
    return this.current;
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  set(change: Partial<ViewState>): void {
    const before = this.current;
    const keys = Object.keys(change) as (keyof ViewState)[];
    if (keys.every((key) => before[key] === change[key])) return;
    this.current = { ...before, ...change };
    for (const listener of this.listeners) listener(this.current, before);
  }

  /** Tells every listener the state as it is. */
  refresh(): void {
    for (const listener of this.listeners) listener(this.current, this.current);
  }
}

/** A stage that exists: whole and between 0 and the last. */
export const clampStage = (stage: number, last: number): number =>
  Math.min(last, Math.max(0, Math.round(stage)));

/** The tooth before or after `current` in the order of the arch, upper right to lower left, and round again. */
export function neighbour(teeth: readonly number[], current: number | null, step: 1 | -1): number | null {
  if (teeth.length === 0) return null;
  if (current === null) return (step === 1 ? teeth[0] : teeth[teeth.length - 1]) ?? null;
  const at = teeth.indexOf(current);
  return teeth[(at + step + teeth.length) % teeth.length] ?? null;
}
