import type { Pose } from '../data/contract';

/** A 4 × 4 matrix, column by column, as three.js and WebGL hold it. */
export type Matrix = Float64Array;

export type Point = readonly [number, number, number];

export const identityPose: Pose = { q: [1, 0, 0, 0], t: [0, 0, 0] };

/** The matrix of p ↦ R(q)·p + t, q = w, x, y, z. The quaternion is made unit first. */
export function matrixOf(pose: Pose): Matrix {
  const [w0 = 1, x0 = 0, y0 = 0, z0 = 0] = pose.q;
  const [tx = 0, ty = 0, tz = 0] = pose.t;
  const s = 1 / Math.hypot(w0, x0, y0, z0);
  const [w, x, y, z] = [w0 * s, x0 * s, y0 * s, z0 * s];
  // prettier-ignore
  return new Float64Array([
    1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y), 0,
    2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x), 0,
    2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y), 0,
    tx, ty, tz, 1,
  ]);
}

/** The point moved by a matrix. */
export function movePoint(m: ArrayLike<number>, p: ArrayLike<number>): [number, number, number] {
  const at = (i: number) => m[i] as number;
  const [x, y, z] = [p[0] as number, p[1] as number, p[2] as number];
  return [
    at(0) * x + at(4) * y + at(8) * z + at(12),
    at(1) * x + at(5) * y + at(9) * z + at(13),
    at(2) * x + at(6) * y + at(10) * z + at(14),
  ];
}

/** The pose that undoes a pose. */
export function inverse(pose: Pose): Pose {
  const [w = 1, x = 0, y = 0, z = 0] = pose.q;
  const back: Pose = { q: [w, -x, -y, -z], t: [0, 0, 0] };
  const t = movePoint(matrixOf(back), pose.t);
  return { q: back.q, t: [0 - t[0], 0 - t[1], 0 - t[2]] };
}
