import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { enamel, lightAt } from '../src/scene/lamp';

const bright = (x: number, y: number, z: number) =>
  lightAt(new Vector3(x, y, z).normalize(), enamel).reduce((a, b) => a + b) / 3;

describe('the lamp', () => {
  it('stands above and to the left of the reader', () => {
    expect(bright(-0.5, 0.5, 0.7)).toBeGreaterThan(bright(0, 0, 1));
    expect(bright(0, 0, 1)).toBeGreaterThan(bright(0.5, -0.5, 0.7));
  });

  it('leaves nothing black and burns nothing out', () => {
    for (let a = 0; a < 360; a += 15)
      for (const tilt of [0, 0.3, 0.6, 0.9]) {
        const x = Math.cos(a) * tilt;
        const y = Math.sin(a) * tilt;
        const light = bright(x, y, Math.sqrt(1 - tilt * tilt));
        expect(light).toBeGreaterThan(0.12);
        expect(light).toBeLessThan(1.6);
      }
  });
});
