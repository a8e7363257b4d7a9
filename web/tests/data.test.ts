import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ReviewData } from '../src/data/contract';
import { decodeGingiva, decodeMesh, readData } from '../src/data/decode';

// written by the C# tests of ReviewPage: the form both sides hold to
const golden = fileURLToPath(
  new URL('../../tests/Archwright.Formats.Tests/Golden/Review/data.json', import.meta.url),
);
const text = readFileSync(golden, 'utf8');
const data = readData(text) as ReviewData;

describe('the data in the page', () => {
  it('is read as ReviewPage writes it', () => {
    expect(data.teeth.map((t) => t.fdi)).toEqual([11, 21, 31]);
    expect(data.plan.stages.map((s) => s.index)).toEqual([0, 1, 2]);
    expect(data.plan.stages[1]?.poses['11']?.q).toHaveLength(4);
    expect(data.movements[0]?.stages[0]?.type).toBe('rotation');
    expect(data.plan.findings).toEqual([]);
  });

  it('holds meshes at their places', () => {
    const first = data.teeth[1];
    if (first === undefined) throw new Error('no tooth');
    const { positions, indices } = decodeMesh(first.mesh);
    expect(Array.from(indices)).toEqual([0, 2, 1, 0, 1, 3, 1, 2, 3, 0, 3, 2]);
    [8, 0, 0, 10, 0, 0].forEach((x, i) => expect(positions[i]).toBeCloseTo(x, 3));
  });

  it('holds the gingiva with its influences', () => {
    const packed = data.gingivae[0];
    if (packed === undefined) throw new Error('no gingiva');
    const { influences, weights } = decodeGingiva(packed);
    expect(Array.from(influences.slice(0, 4))).toEqual([11, 21, 0, 0]);
    expect(weights[0]).toBe(Math.round(65535 / 2));
  });

  it('says so where the template is empty or the data are of another kind', () => {
    expect(readData('__ARCHWRIGHT_REVIEW_DATA__')).toMatch(/no plan/);
    expect(readData('{"schema":"archwright.review/2"}')).toMatch(/review\/2/);
  });

  it('refuses a mesh that is not as long as it says', () => {
    const mesh = data.teeth[0]?.mesh;
    if (mesh === undefined) throw new Error('no tooth');
    expect(() => decodeMesh({ ...mesh, vertexCount: 5 })).toThrow();
  });
});
