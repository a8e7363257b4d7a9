import { describe, expect, it } from 'vitest';
import { evenBorders } from '../src/math/border';

/** A strip whose upper border is a saw of the given height. */
function saw(height: number): { positions: Float32Array; indices: number[] } {
  const positions: number[] = [];
  const indices: number[] = [];
  for (let x = 0; x <= 20; x++) positions.push(x, 0, 0, x, 3 + (x % 2) * height, 0);
  for (let x = 0; x < 20; x++) {
    const at = x * 2;
    indices.push(at, at + 2, at + 3, at, at + 3, at + 1);
  }
  return { positions: Float32Array.from(positions), indices };
}

const roughness = (p: Float32Array) => {
  let sum = 0;
  for (let x = 5; x < 15; x++) sum += Math.abs((p[x * 6 + 10] as number) - (p[x * 6 + 4] as number));
  return sum;
};

describe('borders', () => {
  it('are evened, without wandering off', () => {
    const { positions, indices } = saw(1);
    const before = positions.slice();
    evenBorders(positions, indices, 3);
    expect(roughness(positions)).toBeLessThan(roughness(before) / 5);
    for (let i = 30; i < 96; i++)
      expect(Math.abs((positions[i] as number) - (before[i] as number))).toBeLessThan(1);
  });

  it('that are straight stay straight', () => {
    const { positions, indices } = saw(0);
    const before = positions.slice();
    evenBorders(positions, indices, 3);
    for (let x = 3; x <= 17; x++) expect(positions[x * 6 + 4]).toBeCloseTo(before[x * 6 + 4] as number, 6);
  });

  it('of a closed surface are none: nothing moves', () => {
    const positions = Float32Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
    const before = positions.slice();
    evenBorders(positions, [0, 2, 1, 0, 1, 3, 1, 2, 3, 0, 3, 2], 3);
    expect(positions).toEqual(before);
  });
});
