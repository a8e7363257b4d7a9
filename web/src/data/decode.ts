import type { PackedGingiva, PackedMesh, ReviewData } from './contract';

/** A mesh ready for drawing: positions in mm, scan frame, stage 0. */
export interface DecodedMesh {
  positions: Float32Array;
  indices: Uint16Array | Uint32Array;
}

export interface DecodedGingiva extends DecodedMesh {
  influences: Uint8Array;
  weights: Uint16Array;
}

/** The page's data, or a sentence that says why there is none. */
export function readData(text: string): ReviewData | string {
  if (!text.trimStart().startsWith('{'))
    return 'This is the empty template of the review page: it holds no plan.';
  const data = JSON.parse(text) as ReviewData;
  return data.schema === 'archwright.review/1'
    ? data
    : `This page shows archwright.review/1 and cannot read ${String(data.schema)}.`;
}

export function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function decodeMesh(mesh: PackedMesh): DecodedMesh {
  const steps = new Uint16Array(bytesOf(mesh.positions).buffer);
  const positions = new Float32Array(steps.length);
  for (let i = 0; i < steps.length; i++) {
    const axis = i % 3;
    positions[i] = (mesh.origin[axis] ?? 0) + (mesh.step[axis] ?? 0) * (steps[i] ?? 0);
  }
  const bytes = bytesOf(mesh.indices).buffer;
  const indices = mesh.indexBytes === 2 ? new Uint16Array(bytes) : new Uint32Array(bytes);
  if (positions.length !== mesh.vertexCount * 3 || indices.length !== mesh.triangleCount * 3)
    throw new Error('a mesh is not as long as it says');
  return { positions, indices };
}

export function decodeGingiva(gingiva: PackedGingiva): DecodedGingiva {
  return {
    ...decodeMesh(gingiva.mesh),
    influences: bytesOf(gingiva.influences),
    weights: new Uint16Array(bytesOf(gingiva.weights).buffer),
  };
}
