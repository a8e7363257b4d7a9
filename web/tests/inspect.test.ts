import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { readInspectData, type Defect, type InspectScan } from '../src/inspect/contract';
import { eyeFor } from '../src/inspect/look';

const defect = (surface: string | null): Defect => ({
  code: 'hole-crown',
  severity: 'rescan',
  scan: 'upper',
  fdi: 16,
  surface,
  at: [-25, 10, 0],
  reachMm: 1,
  outline: [],
  message: 'a hole',
  waiver: null,
});
const upper = { name: 'upper', jaw: 'upper' } as InspectScan;

describe('scan quality page', () => {
  it('says what it is where it holds no data or data of another kind', () => {
    expect(readInspectData('\n __X__')).toMatch(/empty template/);
    expect(readInspectData('{"schema":"archwright.review/1"}')).toMatch(/cannot read/);
  });

  it('looks at outer walls from outside and at inner walls across the arch', () => {
    expect(eyeFor(defect('buccal'), upper, new Vector3()).x).toBeLessThan(-0.5);
    expect(eyeFor(defect('lingual'), upper, new Vector3()).x).toBeGreaterThan(0.3);
  });

  it('looks at biting surfaces of the upper arch from below', () => {
    expect(eyeFor(defect('occlusal'), upper, new Vector3()).z).toBeLessThan(-0.9);
  });
});
