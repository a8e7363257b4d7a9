/**
 * Evens the open borders of a surface: each border vertex goes some rounds towards the middle of its two neighbours on the
 * border. A gingiva cut along scan triangles ends in teeth of a saw; the eye reads that as damage. For show only: vertices
 * move by less than an edge. Vertices where borders meet stay. Positions are changed in place.
 */
export function evenBorders(positions: Float32Array, indices: ArrayLike<number>, rounds: number): void {
  const neighbours = borderNeighbours(indices, positions.length / 3);
  for (let round = 0; round < rounds; round++) {
    const before = positions.slice();
    for (const [v, [a, b]] of neighbours)
      for (let c = 0; c < 3; c++) {
        const middle = ((before[a * 3 + c] as number) + (before[b * 3 + c] as number)) / 2;
        positions[v * 3 + c] = ((before[v * 3 + c] as number) + middle) / 2;
      }
  }
}

/** Border vertices that have exactly two border neighbours. */
function borderNeighbours(indices: ArrayLike<number>, vertexCount: number): Map<number, [number, number]> {
  // an edge is one number: no string keys, since there are some hundred thousand
  const seen = new Map<number, number>();
  for (let t = 0; t < indices.length; t += 3)
    for (let c = 0; c < 3; c++) {
      const i = indices[t + c] as number;
      const j = indices[t + ((c + 1) % 3)] as number;
      const key = Math.min(i, j) * vertexCount + Math.max(i, j);
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  const found = new Map<number, number[]>();
  for (const [key, uses] of seen) {
    if (uses !== 1) continue;
    const i = Math.floor(key / vertexCount);
    const j = key % vertexCount;
    found.set(i, [...(found.get(i) ?? []), j]);
    found.set(j, [...(found.get(j) ?? []), i]);
  }
  const pairs = new Map<number, [number, number]>();
  for (const [v, [a, b, more]] of found)
    if (a !== undefined && b !== undefined && more === undefined) pairs.set(v, [a, b]);
  return pairs;
}
