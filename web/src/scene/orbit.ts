import { MathUtils, Matrix4, Quaternion, Vector3, type PerspectiveCamera } from 'three';
import type { View } from '../model/state';

/** Narrow enough that the near and the far molars look alike, as in a photograph taken from a distance. */
export const fieldOfViewDeg = 12;

/** Occlusal frame: x to the patient's left, y posterior, z superior. `eye` is where the camera stands, `up` its top. */
const directions: Record<View, { eye: Vector3; up: Vector3 }> = {
  front: { eye: new Vector3(0, -1, 0.06), up: new Vector3(0, 0, 1) },
  right: { eye: new Vector3(-1, -0.12, 0.03), up: new Vector3(0, 0, 1) },
  left: { eye: new Vector3(1, -0.12, 0.03), up: new Vector3(0, 0, 1) },
  // from below, incisors at the top
  upper: { eye: new Vector3(0, 0, -1), up: new Vector3(0, -1, 0) },
  // from above, incisors at the bottom
  lower: { eye: new Vector3(0, 0, 1), up: new Vector3(0, 1, 0) },
};

/** Turn of a camera that looks along −z with +y up. */
export function turnOf(view: View): Quaternion {
  const { eye, up } = directions[view];
  return turnFrom(eye, up);
}

function turnFrom(eye: Vector3, up: Vector3): Quaternion {
  const back = eye.clone().normalize();
  const right = new Vector3().crossVectors(up, back).normalize();
  const top = new Vector3().crossVectors(back, right);
  return new Quaternion().setFromRotationMatrix(new Matrix4().makeBasis(right, top, back));
}

interface Placement {
  turn: Quaternion;
  target: Vector3;
  distance: number;
}

/** Moves the camera: drag turns, shift or right button pans, wheel and pinch zoom; views glide unless motion is unwelcome. */
export class Orbit {
  readonly place: Placement = { turn: turnOf('front'), target: new Vector3(), distance: 300 };
  private pointers = new Map<number, { x: number; y: number }>();
  private glide: { from: Placement; to: Placement; started: number } | null = null;
  private travelled = 0;
  /** True where the reader has turned, moved or zoomed since the last view was shown. */
  touched = false;

  constructor(
    private readonly camera: PerspectiveCamera,
    private readonly element: HTMLElement,
    private readonly changed: () => void,
  ) {
    element.addEventListener('pointerdown', (e) => this.down(e));
    element.addEventListener('pointermove', (e) => this.move(e));
    element.addEventListener('pointerup', (e) => this.pointers.delete(e.pointerId));
    element.addEventListener('pointercancel', (e) => this.pointers.delete(e.pointerId));
    element.addEventListener('wheel', (e) => this.wheel(e), { passive: false });
    element.addEventListener('contextmenu', (e) => e.preventDefault());
  }

  /** True where the last press was a click and not a drag. */
  get wasClick(): boolean {
    return this.travelled < 5;
  }

  get isDragging(): boolean {
    return this.pointers.size > 0;
  }

  /** Looks from a view's direction at `target`, from far enough to see `width` × `height` mm of it. */
  show(view: View, target: Vector3, width: number, height: number, depth: number, glide: boolean): void {
    const half = Math.tan(MathUtils.degToRad(fieldOfViewDeg) / 2);
    const distance = Math.max(height, width / this.camera.aspect) / 2 / half + depth / 2;
    const to: Placement = { turn: turnOf(view), target: target.clone(), distance };
    const { turn, target: at, distance: far } = this.place;
    if (glide)
      this.glide = {
        from: { turn: turn.clone(), target: at.clone(), distance: far },
        to,
        started: performance.now(),
      };
    else this.settle(to, to, 1);
    this.touched = false;
    this.changed();
  }

  /** Looks at a point from any direction, from far enough to see `span` mm round it. */
  lookFrom(eye: Vector3, target: Vector3, span: number): void {
    // from straight above or below, the front is at the bottom
    const up = Math.abs(eye.z) > 0.95 ? new Vector3(0, 1, 0) : new Vector3(0, 0, 1);
    const half = Math.tan(MathUtils.degToRad(fieldOfViewDeg) / 2);
    const to: Placement = { turn: turnFrom(eye, up), target: target.clone(), distance: span / 2 / half };
    this.glide = null;
    this.settle(to, to, 1);
    this.touched = true;
    this.changed();
  }

  /** Sets the camera for the next picture; true while it still glides. */
  update(): boolean {
    if (this.glide !== null) {
      const t = Math.min(1, (performance.now() - this.glide.started) / 320);
      this.settle(this.glide.from, this.glide.to, t * t * (3 - 2 * t));
      if (t >= 1) this.glide = null;
    }
    const { turn, target, distance } = this.place;
    this.camera.quaternion.copy(turn);
    this.camera.position.set(0, 0, distance).applyQuaternion(turn).add(target);
    this.camera.near = Math.max(1, distance - 150);
    this.camera.far = distance + 200;
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
    return this.glide !== null;
  }

  zoom(factor: number): void {
    this.glide = null;
    this.place.distance = MathUtils.clamp(this.place.distance * factor, 30, 1500);
    this.touched = true;
    this.changed();
  }

  private settle(from: Placement, to: Placement, t: number): void {
    this.place.turn.slerpQuaternions(from.turn, to.turn, t);
    this.place.target.lerpVectors(from.target, to.target, t);
    this.place.distance = MathUtils.lerp(from.distance, to.distance, t);
  }

  private down(event: PointerEvent): void {
    this.glide = null;
    if (this.pointers.size === 0) this.travelled = 0;
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.element.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const last = this.pointers.get(event.pointerId);
    if (last === undefined) return;
    const dx = event.clientX - last.x;
    const dy = event.clientY - last.y;
    this.travelled += Math.abs(dx) + Math.abs(dy);
    if (this.pointers.size === 2) this.pinch(event, last);
    else if (event.shiftKey || (event.buttons & 2) !== 0) this.pan(dx, dy);
    else this.turn(dx, dy);
    last.x = event.clientX;
    last.y = event.clientY;
    this.touched = true;
    this.changed();
  }

  private turn(dx: number, dy: number): void {
    const speed = 0.0075;
    const about = (axis: Vector3, angle: number) => new Quaternion().setFromAxisAngle(axis, angle);
    this.place.turn
      .multiply(about(new Vector3(0, 1, 0), -dx * speed))
      .multiply(about(new Vector3(1, 0, 0), -dy * speed))
      .normalize();
  }

  private pan(dx: number, dy: number): void {
    const mmPerPixel =
      (2 * this.place.distance * Math.tan(MathUtils.degToRad(fieldOfViewDeg) / 2)) /
      this.element.clientHeight;
    this.place.target.add(new Vector3(-dx * mmPerPixel, dy * mmPerPixel, 0).applyQuaternion(this.place.turn));
  }

  private pinch(event: PointerEvent, last: { x: number; y: number }): void {
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) return;
    const before = Math.hypot(last.x - other.x, last.y - other.y);
    const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    if (after > 1) this.place.distance = MathUtils.clamp((this.place.distance * before) / after, 30, 1500);
    this.pan((event.clientX - last.x) / 2, (event.clientY - last.y) / 2);
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    this.zoom(Math.exp(MathUtils.clamp(event.deltaY, -200, 200) * 0.0012));
  }
}
