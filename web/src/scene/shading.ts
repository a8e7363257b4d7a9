import type { PlanTooth } from '../data/contract';

type Rgb = readonly [number, number, number];

// Shades in linear light, chosen by eye to read as enamel over dentine and as keratinised gingiva over mucosa.
const root: Rgb = [0.63, 0.48, 0.27];
const cervical: Rgb = [0.79, 0.66, 0.44];
const body: Rgb = [0.87, 0.79, 0.63];
const incisal: Rgb = [0.83, 0.81, 0.76];
const attached: Rgb = [0.74, 0.38, 0.345];
const mucosa: Rgb = [0.64, 0.245, 0.22];

/**
 * How hollow the surface is at each vertex, 0 (flat or bulging) – 1: the mean rise of the neighbours above the tangent plane,
 * smoothed once. Fissures and embrasures get little light; a cheap stand-in for ambient occlusion.
 */
export function hollowness(
  positions: ArrayLike<number>,
  normals: ArrayLike<number>,
  indices: ArrayLike<number>,
): Float32Array {
  const n = positions.length / 3;
  const sum = new Float32Array(n);
  const count = new Float32Array(n);
  const at = (a: ArrayLike<number>, i: number) => a[i] as number;
  const rise = (i: number, j: number) => {
    const dx = at(positions, j * 3) - at(positions, i * 3);
    const dy = at(positions, j * 3 + 1) - at(positions, i * 3 + 1);
    const dz = at(positions, j * 3 + 2) - at(positions, i * 3 + 2);
    const length = Math.hypot(dx, dy, dz) || 1;
    return (dx * at(normals, i * 3) + dy * at(normals, i * 3 + 1) + dz * at(normals, i * 3 + 2)) / length;
  };
  const eachEdge = (visit: (i: number, j: number) => void) => {
    for (let t = 0; t < indices.length; t += 3)
      for (let c = 0; c < 3; c++) {
        const i = at(indices, t + c);
        const j = at(indices, t + ((c + 1) % 3));
        visit(i, j);
        visit(j, i);
      }
  };
  eachEdge((i, j) => {
    sum[i] = (sum[i] as number) + rise(i, j);
    count[i] = (count[i] as number) + 1;
  });
  const raw = sum.map((s, i) => s / Math.max(1, count[i] as number));
  const smooth = Float32Array.from(raw);
  const weight = new Float32Array(n).fill(1);
  eachEdge((i, j) => {
    smooth[i] = (smooth[i] as number) + (raw[j] as number);
    weight[i] = (weight[i] as number) + 1;
  });
  return smooth.map((s, i) => Math.min(1, Math.max(0, (s / (weight[i] as number)) * 3)));
}

/** Colours of a tooth: warmer at the neck, clearer at the edge, darker in fissures. */
export function toothColors(
  tooth: PlanTooth,
  positions: ArrayLike<number>,
  hollow: Float32Array,
  isIncisor: boolean,
): Float32Array {
  const axis = tooth.frame.occlusal;
  const height = (p: ArrayLike<number>, i: number) =>
    (p[i] as number) * (axis[0] ?? 0) +
    (p[i + 1] as number) * (axis[1] ?? 0) +
    (p[i + 2] as number) * (axis[2] ?? 0);
  const margin = height(tooth.landmarks.facialMargin, 0);
  const tip = height(tooth.landmarks.occlusalPoint, 0);
  const colors = new Float32Array(positions.length);
  for (let v = 0; v < hollow.length; v++) {
    const t = (height(positions, v * 3) - margin) / Math.max(1, tip - margin);
    const dark = 1 - 0.45 * (hollow[v] as number);
    for (let c = 0; c < 3; c++) {
      const neck = mix(root, cervical, smoothstep(-0.35, 0.0, t), c);
      const crown = mix3(neck, body[c] as number, smoothstep(0.0, 0.45, t));
      const edge = mix3(crown, incisal[c] as number, smoothstep(0.7, 1.02, t) * (isIncisor ? 0.85 : 0.4));
      // shade is warm: blue goes first
      colors[v * 3 + c] = edge * dark ** (1 + 0.35 * c);
    }
  }
  return colors;
}

/** Colours of the gingiva: paler where it holds to teeth (`held` 0–1 a vertex), redder towards the mucosa. */
export function gingivaColors(held: Float32Array, hollow: Float32Array): Float32Array {
  const colors = new Float32Array(held.length * 3);
  for (let v = 0; v < held.length; v++)
    for (let c = 0; c < 3; c++)
      colors[v * 3 + c] =
        mix(mucosa, attached, smoothstep(0, 0.8, held[v] as number), c) * (1 - 0.3 * (hollow[v] as number));
  return colors;
}

const mix3 = (a: number, b: number, t: number): number => a + (b - a) * t;

const mix = (a: Rgb, b: Rgb, t: number, channel: number): number =>
  mix3(a[channel] as number, b[channel] as number, t);

function smoothstep(from: number, to: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
