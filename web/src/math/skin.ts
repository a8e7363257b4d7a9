/** What the gingiva needs to follow its teeth: rest shape and four influences a vertex. */
export interface Skin {
  positions: Float32Array;
  normals: Float32Array;
  influences: Uint8Array;
  weights: Uint16Array;
}

/**
 * Linear blend skinning: each vertex goes to Σ wᵢ·Pᵢ(v) + (1 − Σ wᵢ)·v, where Pᵢ is the pose of the tooth with the FDI number
 * of influence i; what no tooth holds stays. Normals follow the blended turn of their teeth (not normalised: the shader
 * does that). A tooth without a matrix holds nothing.
 */
export function applySkin(
  skin: Skin,
  matrices: readonly (Float64Array | undefined)[],
  outPositions: Float32Array,
  outNormals: Float32Array,
): void {
  const { positions, normals, influences, weights } = skin;
  const m = new Float64Array(12);
  for (let v = 0, n = positions.length / 3; v < n; v++) {
    const p = v * 3;
    let rest = 1;
    m.fill(0);
    for (let k = v * 4; k < v * 4 + 4; k++) {
      const weight = (weights[k] as number) / 65535;
      const matrix = weight > 0 ? matrices[influences[k] as number] : undefined;
      if (matrix === undefined) continue;
      rest -= weight;
      for (let c = 0; c < 4; c++)
        for (let r = 0; r < 3; r++)
          m[c * 3 + r] = (m[c * 3 + r] as number) + weight * (matrix[c * 4 + r] as number);
    }
    const x = positions[p] as number;
    const y = positions[p + 1] as number;
    const z = positions[p + 2] as number;
    const nx = normals[p] as number;
    const ny = normals[p + 1] as number;
    const nz = normals[p + 2] as number;
    for (let r = 0; r < 3; r++) {
      const own = r === 0 ? x : r === 1 ? y : z;
      const ownNormal = r === 0 ? nx : r === 1 ? ny : nz;
      const mx = m[r] as number;
      const my = m[3 + r] as number;
      const mz = m[6 + r] as number;
      outPositions[p + r] = mx * x + my * y + mz * z + (m[9 + r] as number) + rest * own;
      outNormals[p + r] = mx * nx + my * ny + mz * nz + rest * ownNormal;
    }
  }
}
