import { describe, expect, it } from 'vitest';
import { matrixOf } from '../src/math/pose';
import { applySkin, type Skin } from '../src/math/skin';

function skinOf(influences: number[], weights: number[]): Skin {
  return {
    positions: Float32Array.from([1, 2, 3]),
    normals: Float32Array.from([1, 0, 0]),
    influences: Uint8Array.from(influences),
    weights: Uint16Array.from(weights, (w) => Math.round(w * 65535)),
  };
}

function bend(skin: Skin, matrices: (Float64Array | undefined)[]): { p: Float32Array; n: Float32Array } {
  const p = new Float32Array(3);
  const n = new Float32Array(3);
  applySkin(skin, matrices, p, n);
  return { p, n };
}

const near = (actual: Float32Array, expected: number[]) =>
  expected.forEach((x, i) => expect(actual[i]).toBeCloseTo(x, 4));

const shifted = (t: number[]) => matrixOf({ q: [1, 0, 0, 0], t });

describe('the gingiva', () => {
  it('stays where no tooth holds it', () => {
    near(bend(skinOf([11, 0, 0, 0], [0, 0, 0, 0]), [shifted([5, 5, 5])]).p, [1, 2, 3]);
  });

  it('goes with the one tooth that holds it whole', () => {
    const matrices: (Float64Array | undefined)[] = [];
    matrices[11] = matrixOf({ q: [Math.SQRT1_2, 0, 0, Math.SQRT1_2], t: [0, 0, 1] });
    const { p, n } = bend(skinOf([11, 0, 0, 0], [1, 0, 0, 0]), matrices);
    near(p, [-2, 1, 4]);
    near(n, [0, 1, 0]);
  });

  it('goes between two teeth and its rest by their weights', () => {
    const matrices: (Float64Array | undefined)[] = [];
    matrices[11] = shifted([4, 0, 0]);
    matrices[21] = shifted([0, 8, 0]);
    near(bend(skinOf([11, 21, 0, 0], [0.5, 0.25, 0, 0]), matrices).p, [3, 4, 3]);
  });

  it('is not held by a tooth that is not there', () => {
    near(bend(skinOf([18, 0, 0, 0], [1, 0, 0, 0]), []).p, [1, 2, 3]);
  });
});
