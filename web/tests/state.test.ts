import { describe, expect, it } from 'vitest';
import { clampStage, initialState as state, neighbour, Store } from '../src/model/state';
import { viewChange } from '../src/ui/toolbar';

describe('the state', () => {
  it('tells its listeners once, with what was before, and only of changes', () => {
    const store = new Store(state);
    const heard: [number, number][] = [];
    store.listen((now, before) => heard.push([now.stage, before.stage]));
    store.set({ stage: 3 });
    store.set({ stage: 3 });
    store.set({ stage: 4, tooth: 11 });
    expect(heard).toEqual([
      [3, 0],
      [4, 3],
    ]);
  });

  it('keeps stages within the plan', () => {
    expect([-1, 0, 7, 99].map((s) => clampStage(s, 16))).toEqual([0, 0, 7, 16]);
  });

  it('goes round the teeth', () => {
    expect(neighbour([17, 16, 26], null, 1)).toBe(17);
    expect(neighbour([17, 16, 26], null, -1)).toBe(26);
    expect(neighbour([17, 16, 26], 26, 1)).toBe(17);
    expect(neighbour([], 11, 1)).toBeNull();
  });
});

describe('views', () => {
  it('take the other arch away in occlusal views and bring it back after', () => {
    const upper = { ...state, ...viewChange(state, 'upper') };
    expect([upper.upper, upper.lower]).toEqual([true, false]);
    const front = { ...upper, ...viewChange(upper, 'front') };
    expect([front.upper, front.lower]).toEqual([true, true]);
  });

  it('leave arches the reader has chosen alone between side views', () => {
    const only = { ...state, lower: false };
    expect({ ...only, ...viewChange(only, 'left') }.lower).toBe(false);
  });
});
