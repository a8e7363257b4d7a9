import { DataTexture, DataUtils, HalfFloatType, LinearFilter, RGBAFormat, Vector3 } from 'three';

/** What a surface does with light: `wrap` lets it creep round (flesh, enamel), `gloss` is how wet it shines. */
export interface Surface {
  wrap: number;
  gloss: number;
  /** Colour of the light that creeps round into the shade, linear. */
  glow: readonly [number, number, number];
}

export const enamel: Surface = { wrap: 0.35, gloss: 0.42, glow: [0.07, 0.05, 0.03] };

export const flesh: Surface = { wrap: 0.3, gloss: 0.55, glow: [0.1, 0.02, 0.02] };

export const resin: Surface = { wrap: 0.2, gloss: 0.25, glow: [0, 0, 0] };

const size = 128;
const key = new Vector3(-0.42, 0.66, 0.85).normalize();
const fill = new Vector3(0.85, -0.05, 0.6).normalize();
const windows: readonly { at: Vector3; width: number; strength: number }[] = [
  { at: new Vector3(-0.35, 0.75, 0.56).normalize(), width: 0.26, strength: 1 },
  { at: new Vector3(0.8, 0.3, 0.52).normalize(), width: 0.22, strength: 0.4 },
];

/**
 * Light for a surface as a picture of a lit ball (a "matcap"): colour by the direction of the normal as the reader sees it. The
 * lamps go with the reader's eye, as at the chair; one texture read a point costs next to nothing, also where there is no
 * graphics card, and the page needs no lights or environment.
 */
export function lamp(surface: Surface): DataTexture {
  const texels = new Uint16Array(size * size * 4);
  const normal = new Vector3();
  for (let j = 0; j < size; j++)
    for (let i = 0; i < size; i++) {
      // beyond the ball's edge the edge goes on, so that filtering does not darken rims
      normal.set(((i + 0.5) / size) * 2 - 1, ((j + 0.5) / size) * 2 - 1, 0);
      const r = normal.length();
      if (r > 0.995) normal.multiplyScalar(0.995 / r);
      normal.z = Math.sqrt(Math.max(0, 1 - normal.lengthSq()));
      const light = lightAt(normal, surface);
      const at = (j * size + i) * 4;
      light.forEach((c, k) => (texels[at + k] = DataUtils.toHalfFloat(c)));
      texels[at + 3] = DataUtils.toHalfFloat(1);
    }
  const texture = new DataTexture(texels, size, size, RGBAFormat, HalfFloatType);
  texture.minFilter = texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}

/** Linear light that comes back from a white surface with this normal (+x right, +y up, +z to the eye). */
export function lightAt(n: Vector3, { wrap, gloss, glow }: Surface): [number, number, number] {
  const lambert = (l: Vector3) => Math.max(0, (n.dot(l) + wrap) / (1 + wrap));
  const main = 0.72 * lambert(key);
  const side = 0.2 * lambert(fill);
  const sky = 0.2 + 0.09 * n.y + 0.06 * n.z;
  // what the eye sees mirrored: r = reflection of the line of sight
  const r = new Vector3(2 * n.z * n.x, 2 * n.z * n.y, 2 * n.z * n.z - 1);
  const shine = windows.reduce(
    (sum, w) => sum + w.strength * Math.exp(-r.distanceToSquared(w.at) / (2 * w.width ** 2)),
    0,
  );
  const rim = (1 - n.z) ** 4;
  const mirrored = gloss * (0.75 * shine + 0.16 * rim);
  const shade = 1 - lambert(key);
  return [
    main * 1.0 + side * 0.94 + sky + mirrored + glow[0] * shade,
    main * 0.985 + side * 0.97 + sky + mirrored + glow[1] * shade,
    main * 0.95 + side * 1.0 + sky * 1.02 + mirrored + glow[2] * shade,
  ];
}
