import {
  BufferGeometry,
  Float32BufferAttribute,
  Group,
  Line,
  LineBasicMaterial,
  Mesh,
  MeshBasicMaterial,
  SphereGeometry,
  type Vector3,
} from 'three';

/** A point on a tooth (stage-0 coordinates, so that it travels with the tooth) or on the gingiva (fdi null: it stays). */
export interface MeasuredPoint {
  fdi: number | null;
  at: [number, number, number];
}

/** The two-point distance tool: a third point starts anew. */
export class Measure {
  readonly group = new Group();
  points: MeasuredPoint[] = [];
  private readonly line = new Line(
    new BufferGeometry(),
    new LineBasicMaterial({ color: '#0a84ff', depthTest: false }),
  );
  private readonly dots = [0, 1].map(
    () =>
      new Mesh(
        new SphereGeometry(0.35, 16, 12),
        new MeshBasicMaterial({ color: '#0a84ff', depthTest: false }),
      ),
  );

  constructor() {
    this.group.add(this.line, ...this.dots);
    for (const part of this.group.children) {
      part.renderOrder = 10;
      part.frustumCulled = false;
    }
  }

  add(point: MeasuredPoint): void {
    this.points = this.points.length === 2 ? [point] : [...this.points, point];
  }

  clear(): void {
    this.points = [];
  }

  /** Draws the points where they are now; the distance in mm and the middle once there are two. */
  draw(place: (point: MeasuredPoint) => Vector3): { mm: number; middle: Vector3 } | null {
    const at = this.points.map(place);
    this.dots.forEach((dot, i) => {
      const p = at[i];
      dot.visible = p !== undefined;
      if (p !== undefined) dot.position.copy(p);
    });
    const [a, b] = at;
    this.line.visible = a !== undefined && b !== undefined;
    if (a === undefined || b === undefined) return null;
    this.line.geometry.setAttribute(
      'position',
      new Float32BufferAttribute([...a.toArray(), ...b.toArray()], 3),
    );
    return { mm: a.distanceTo(b), middle: a.clone().lerp(b, 0.5) };
  }
}
