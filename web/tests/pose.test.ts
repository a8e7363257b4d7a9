import { describe, expect, it } from 'vitest';
import { inverse, matrixOf, movePoint } from '../src/math/pose';

const half = Math.SQRT1_2;

describe('poses', () => {
  it('turn by the right hand, then shift', () => {
    // 90° about z takes x to y
    const moved = movePoint(matrixOf({ q: [half, 0, 0, half], t: [10, 0, 0] }), [1, 0, 0]);
    [10, 1, 0].forEach((x, i) => expect(moved[i]).toBeCloseTo(x, 12));
  });

  it('do not grow where the quaternion is not quite unit', () => {
    const moved = movePoint(matrixOf({ q: [2 * half, 0, 0, 2 * half], t: [0, 0, 0] }), [3, 4, 0]);
    expect(Math.hypot(...moved)).toBeCloseTo(5, 12);
  });

  it('are undone by their inverse', () => {
    const pose = { q: [0.5, 0.5, -0.5, 0.5], t: [1, -2, 3] };
    const there = movePoint(matrixOf(pose), [0.3, 0.7, -1.1]);
    const back = movePoint(matrixOf(inverse(pose)), there);
    [0.3, 0.7, -1.1].forEach((x, i) => expect(back[i]).toBeCloseTo(x, 12));
  });
});
