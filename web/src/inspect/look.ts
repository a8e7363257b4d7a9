import { Vector3 } from 'three';
import type { Defect, InspectScan } from './contract';

/** Where the eye stands to see a defect: outside the arch for outer walls, above its middle for inner ones, over the teeth for the rest. */
export function eyeFor(defect: Defect, scan: InspectScan | undefined, center: Vector3): Vector3 {
  const up = scan?.jaw === 'upper' ? -1 : 1;
  if (defect.at === null) return new Vector3(0, -0.4, up).normalize();
  const [x = 0, y = 0] = defect.at;
  const outwards = new Vector3(x - center.x, y - center.y, 0);
  if (outwards.length() < 1) outwards.set(0, -1, 0);
  outwards.normalize();
  switch (defect.surface) {
    case 'buccal':
      return outwards.addScaledVector(new Vector3(0, 0, up), 0.35).normalize();
    case 'lingual':
      return outwards
        .negate()
        .addScaledVector(new Vector3(0, 0, up), 0.9)
        .normalize();
    case 'occlusal':
      return outwards
        .multiplyScalar(0.2)
        .addScaledVector(new Vector3(0, 0, up), 1)
        .normalize();
    default:
      return outwards.addScaledVector(new Vector3(0, 0, up), 0.9).normalize();
  }
}
