import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { View } from '../src/model/state';
import { turnOf } from '../src/scene/orbit';

// occlusal frame: x to the patient's left, y posterior, z superior
const onScreen = (view: View, direction: [number, number, number]) => {
  const v = new Vector3(...direction).applyQuaternion(turnOf(view).invert());
  return { right: v.x, up: v.y };
};

describe('views as clinicians expect them', () => {
  it.each(['front', 'upper', 'lower'] as const)(
    "have the patient's right on the viewer's left: %s",
    (view) => {
      expect(onScreen(view, [-1, 0, 0]).right).toBeLessThan(-0.9);
    },
  );

  it('have the incisors at the top of the upper occlusal view and at the bottom of the lower', () => {
    expect(onScreen('upper', [0, -1, 0]).up).toBeGreaterThan(0.99);
    expect(onScreen('lower', [0, -1, 0]).up).toBeLessThan(-0.99);
  });

  it('have the upper teeth above the lower from the front and the sides', () => {
    for (const view of ['front', 'left', 'right'] as const)
      expect(onScreen(view, [0, 0, 1]).up).toBeGreaterThan(0.9);
  });

  it("have the incisors on the viewer's right in the right view and on the left in the left view", () => {
    expect(onScreen('right', [0, -1, 0]).right).toBeGreaterThan(0.9);
    expect(onScreen('left', [0, -1, 0]).right).toBeLessThan(-0.9);
  });
});
