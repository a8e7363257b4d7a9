import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  Group,
  LineBasicMaterial,
  LineLoop,
  Mesh,
  MeshBasicMaterial,
  MeshMatcapMaterial,
  NeutralToneMapping,
  PerspectiveCamera,
  Scene,
  SphereGeometry,
  Box3,
  Vector3,
  WebGLRenderer,
} from 'three';
import { bytesOf, decodeMesh } from '../data/decode';
import { enamel, lamp } from '../scene/lamp';
import { fieldOfViewDeg, Orbit } from '../scene/orbit';
import type { View } from '../model/state';
import { h } from '../ui/dom';
import type { Defect, InspectData, InspectScan } from './contract';
import { eyeFor } from './look';

const crown: readonly number[] = [0.87, 0.79, 0.63];
const gum: readonly number[] = [0.74, 0.38, 0.345];
const back = 0x35506b;

/** The scans as they are, both sides of the surface, with a mark on each defect. */
export class ScanViewer {
  readonly element: HTMLElement;
  private readonly canvas = h('canvas', { class: 'viewer-canvas', tabindex: '-1', 'aria-hidden': 'true' });
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(fieldOfViewDeg, 1, 1, 1000);
  private readonly orbit: Orbit;
  private readonly groups = new Map<string, Group>();
  private readonly marks: Mesh<SphereGeometry, MeshBasicMaterial>[] = [];
  private readonly box = new Box3();
  private waiting = false;

  constructor(
    private readonly data: InspectData,
    private readonly shown: (scan: string, visible: boolean) => void,
  ) {
    this.element = h('div', { class: 'viewer' }, this.canvas);
    this.renderer = new WebGLRenderer({ canvas: this.canvas, antialias: true, alpha: true });
    this.renderer.toneMapping = NeutralToneMapping;
    this.renderer.debug.checkShaderErrors = false;
    this.orbit = new Orbit(this.camera, this.canvas, () => this.invalidate());
    for (const scan of data.scans) this.add(scan);
    for (const defect of data.defects) this.mark(defect);
  }

  start(): void {
    new ResizeObserver(() => {
      this.resize();
      this.draw();
    }).observe(this.element);
    this.resize();
    const jaws = this.data.scans.map((s) => s.jaw);
    this.show(jaws.length > 1 ? 'front' : jaws[0] === 'upper' ? 'upper' : 'lower');
    this.draw();
  }

  show(view: View): void {
    const size = this.box.getSize(new Vector3());
    const center = this.box.getCenter(new Vector3());
    const flat = view === 'upper' || view === 'lower';
    this.orbit.show(view, center, size.x * 1.1, (flat ? size.y : size.z) * 1.2, size.y, false);
  }

  toggle(scan: string, visible: boolean): void {
    const group = this.groups.get(scan);
    if (group !== undefined) group.visible = visible;
    this.shown(scan, visible);
    this.invalidate();
  }

  /** Looks at one defect from near, hiding the other arch where it would stand before it. */
  jump(index: number): void {
    const defect = this.data.defects[index];
    if (defect === undefined) return;
    this.marks.forEach((m) => m.material.color.set(m.userData.index === index ? 0x0a84ff : 0xd7263d));
    const scan = this.data.scans.find((s) => s.name === defect.scan);
    if (scan !== undefined)
      for (const { name } of this.data.scans)
        this.toggle(name, name === scan.name || defect.surface === 'buccal');
    if (defect.at !== null)
      this.orbit.lookFrom(
        eyeFor(defect, scan, this.box.getCenter(new Vector3())),
        new Vector3(defect.at[0], defect.at[1], defect.at[2]),
        26 + 3 * defect.reachMm,
      );
    this.invalidate();
  }

  private add(scan: InspectScan): void {
    const { positions, indices } = decodeMesh(scan.mesh);
    const labels = bytesOf(scan.labels);
    const colors = new Float32Array(positions.length);
    for (let i = 0; i < indices.length; i++) {
      const shade = labels.length === 0 || (labels[Math.floor(i / 3)] ?? 0) > 0 ? crown : gum;
      const v = indices[i] ?? 0;
      for (let c = 0; c < 3; c++) colors[v * 3 + c] = shade[c] ?? 0;
    }
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(positions, 3));
    geometry.setAttribute('color', new BufferAttribute(colors, 3));
    geometry.setIndex(new BufferAttribute(indices, 1));
    geometry.computeVertexNormals();
    geometry.computeBoundingBox();
    const group = new Group();
    group.add(new Mesh(geometry, new MeshMatcapMaterial({ vertexColors: true, matcap: lamp(enamel) })));
    // the inside shows through holes in a colour of its own
    const inside = new MeshBasicMaterial({ color: new Color(back), side: DoubleSide });
    inside.polygonOffset = true;
    inside.polygonOffsetFactor = 1;
    inside.polygonOffsetUnits = 1;
    group.add(new Mesh(geometry, inside));
    if (geometry.boundingBox !== null) this.box.union(geometry.boundingBox);
    this.groups.set(scan.name, group);
    this.scene.add(group);
  }

  private mark(defect: Defect): void {
    const index = this.data.defects.indexOf(defect);
    const group = this.groups.get(defect.scan) ?? this.scene;
    if (defect.outline.length > 1) {
      const line = new BufferGeometry().setFromPoints(
        defect.outline.map((p) => new Vector3(p[0], p[1], p[2])),
      );
      const material = new LineBasicMaterial({ color: 0xd7263d });
      group.add(new LineLoop(line, material));
    }
    if (defect.at === null) return;
    const ball = new Mesh(
      new SphereGeometry(0.55, 20, 12),
      new MeshBasicMaterial({ color: 0xd7263d, transparent: true, opacity: 0.85 }),
    );
    ball.position.set(defect.at[0] ?? 0, defect.at[1] ?? 0, defect.at[2] ?? 0);
    ball.userData.index = index;
    this.marks.push(ball);
    group.add(ball);
  }

  private invalidate(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  private draw(): void {
    const gliding = this.orbit.update();
    this.renderer.render(this.scene, this.camera);
    if (gliding) this.invalidate();
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === 0 || height === 0) return;
    this.renderer.setPixelRatio(Math.min(2, window.devicePixelRatio));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
  }
}
