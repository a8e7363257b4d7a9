import {
  BackSide,
  Box3,
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  Group,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshMatcapMaterial,
  Vector3,
  type Object3D,
} from 'three';
import type {
  JawName,
  PackedGingiva,
  PackedMesh,
  PlanAttachment,
  PlanTooth,
  ReviewData,
} from '../data/contract';
import { decodeGingiva, decodeMesh, type DecodedGingiva } from '../data/decode';
import { evenBorders } from '../math/border';
import { identityPose, matrixOf } from '../math/pose';
import { applySkin, type Skin } from '../math/skin';
import { trayAt, typeStyles } from '../model/movement';
import { isUpper } from '../model/notation';
import type { ViewState } from '../model/state';
import { enamel, flesh, lamp, resin } from './lamp';
import { gingivaColors, hollowness, toothColors } from './shading';

interface ToothPart {
  plan: PlanTooth;
  jaw: JawName;
  /** Carries the pose; the mesh and the attachments stand in it at their stage-0 places. */
  group: Group;
  mesh: Mesh<BufferGeometry, MeshMatcapMaterial>;
  ghost: Mesh;
  attachments: { plan: PlanAttachment; mesh: Mesh }[];
  roots: Mesh[];
}

interface GingivaPart {
  jaw: JawName;
  mesh: Mesh<BufferGeometry, MeshMatcapMaterial>;
  skin: Skin;
}

/** Teeth, gingivae, ghosts and attachments of a plan, all in scan frame below `root`, which turns them to the occlusal frame. */
export class Dentition {
  readonly root = new Group();
  /** Box of all teeth at stage 0, occlusal frame. */
  readonly bounds: Record<JawName, Box3> = { upper: new Box3(), lower: new Box3() };
  private readonly teeth: ToothPart[] = [];
  private readonly gingivae: GingivaPart[] = [];
  private readonly outline: Mesh;

  constructor(private readonly data: ReviewData) {
    this.root.matrixAutoUpdate = false;
    this.root.matrix.fromArray(matrixOf(data.plan.occlusalFromScan));
    this.root.updateMatrixWorld(true);
    const planTeeth = new Map(data.plan.teeth.map((t) => [t.fdi, t]));
    for (const { fdi, mesh } of data.teeth) {
      const plan = planTeeth.get(fdi);
      if (plan !== undefined) this.addTooth(plan, mesh);
    }
    for (const gingiva of data.gingivae) this.addGingiva(gingiva);
    this.outline = new Mesh(new BufferGeometry(), outlineMaterial());
    this.outline.renderOrder = 1;
  }

  /** What can be picked: visible teeth, and visible gingivae for measuring. */
  pickable(withGingiva: boolean): Object3D[] {
    const teeth: Object3D[] = this.teeth.filter((t) => t.group.visible).map((t) => t.mesh);
    return withGingiva ? teeth.concat(this.gingivae.filter((g) => g.mesh.visible).map((g) => g.mesh)) : teeth;
  }

  /** The FDI number of a picked object; null for the gingiva. */
  fdiOf(object: Object3D): number | null {
    return this.teeth.find((t) => t.mesh === object)?.plan.fdi ?? null;
  }

  /** Where a tooth's stage-0 point (scan frame) is now; without a tooth the point stays. */
  toOcclusal(fdi: number | null, point: readonly number[]): Vector3 {
    const p = new Vector3(...(point as [number, number, number]));
    const tooth = this.teeth.find((t) => t.plan.fdi === fdi);
    return p.applyMatrix4(tooth === undefined ? this.root.matrixWorld : tooth.group.matrixWorld);
  }

  /** A point of the occlusal frame as the stage-0 point of a tooth. */
  fromOcclusal(fdi: number | null, point: Vector3): [number, number, number] {
    const tooth = this.teeth.find((t) => t.plan.fdi === fdi);
    const world = tooth === undefined ? this.root.matrixWorld : tooth.group.matrixWorld;
    return point.clone().applyMatrix4(new Matrix4().copy(world).invert()).toArray();
  }

  /** Places where tooth numbers can stand: on the face that looks at the reader. */
  labelAnchors(towardsEye: Vector3): { fdi: number; at: Vector3 | null }[] {
    return this.teeth.map(({ plan, group }) => {
      const axis = (a: number[]) => new Vector3(a[0], a[1], a[2]).transformDirection(group.matrixWorld);
      const facial = axis(plan.frame.facial).dot(towardsEye);
      const occlusal = axis(plan.frame.occlusal).dot(towardsEye);
      const visible = group.visible && (facial > 0.25 || occlusal > 0.6);
      const point = occlusal > 0.6 ? plan.landmarks.occlusalPoint : plan.landmarks.facialAxisPoint;
      return { fdi: plan.fdi, at: visible ? this.toOcclusal(plan.fdi, point) : null };
    });
  }

  /** Contacts where enamel is reduced before this stage, where the reader can see them. */
  iprAnchors(stage: number, towardsEye: Vector3): { mm: number; at: Vector3 }[] {
    const anchors = new Map(this.labelAnchors(towardsEye).map((a) => [a.fdi, a.at]));
    return this.data.plan.ipr.flatMap(({ between, mm, stage: when }) => {
      const [a, b] = between.map((fdi) => anchors.get(fdi) ?? null);
      return when !== stage || a == null || b == null ? [] : [{ mm, at: a.clone().lerp(b, 0.5) }];
    });
  }

  /** Puts everything where the state says. The gingiva is bent only where the stage has changed. */
  show(state: ViewState, before: ViewState | null, accent: string): void {
    const stageChanged = before === null || before.stage !== state.stage;
    if (stageChanged) this.setStage(state.stage);
    for (const tooth of this.teeth) {
      tooth.group.visible = state[tooth.jaw];
      tooth.ghost.visible = state.ghost && state.stage > 0 && state[tooth.jaw];
      for (const { plan, mesh } of tooth.attachments)
        mesh.visible = plan.on <= state.stage && state.stage <= plan.off;
      for (const root of tooth.roots) root.visible = state.roots;
      this.tint(tooth, state);
    }
    // roots lie under the gum: it gives way to them
    for (const gingiva of this.gingivae)
      gingiva.mesh.visible = state.gingiva && !state.roots && state[gingiva.jaw];
    this.showOutline(state.tooth, accent);
  }

  private setStage(stage: number): void {
    const poses = this.data.plan.stages.find((s) => s.index === stage)?.poses ?? {};
    const matrices: (Float64Array | undefined)[] = [];
    for (const tooth of this.teeth) {
      const matrix = matrixOf(poses[String(tooth.plan.fdi)] ?? identityPose);
      matrices[tooth.plan.fdi] = matrix;
      tooth.group.matrix.fromArray(matrix);
      tooth.group.matrixWorldNeedsUpdate = true;
    }
    for (const { mesh, skin } of this.gingivae) {
      const position = mesh.geometry.getAttribute('position') as BufferAttribute;
      const normal = mesh.geometry.getAttribute('normal') as BufferAttribute;
      applySkin(skin, matrices, position.array as Float32Array, normal.array as Float32Array);
      position.needsUpdate = true;
      normal.needsUpdate = true;
    }
    this.root.updateMatrixWorld(true);
  }

  private tint(tooth: ToothPart, state: ViewState): void {
    const color = tooth.mesh.material.color.setRGB(1, 1, 1);
    if (!state.colorByMovement) return;
    const tray = trayAt(
      this.data.movements.find((m) => m.fdi === tooth.plan.fdi),
      state.stage,
    );
    if (tray?.type == null) return;
    color.lerp(
      new Color(typeStyles[tray.type].color).multiplyScalar(1.3),
      0.25 + 0.7 * Math.min(1, tray.share),
    );
  }

  private showOutline(fdi: number | null, accent: string): void {
    this.outline.removeFromParent();
    const tooth = this.teeth.find((t) => t.plan.fdi === fdi);
    if (tooth === undefined) return;
    this.outline.geometry = tooth.mesh.geometry;
    (this.outline.material as MeshBasicMaterial).color.set(accent);
    tooth.group.add(this.outline);
    this.outline.updateMatrixWorld(true);
  }

  private addTooth(plan: PlanTooth, packed: ReviewData['teeth'][number]['mesh']): void {
    const { positions, indices } = decodeMesh(packed);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(positions, 3));
    geometry.setIndex(new BufferAttribute(indices, 1));
    geometry.computeVertexNormals();
    const hollow = hollowness(positions, geometry.getAttribute('normal').array, indices);
    const colors = toothColors(plan, positions, hollow, plan.fdi % 10 <= 3);
    geometry.setAttribute('color', new BufferAttribute(colors, 3));
    const jaw: JawName = isUpper(plan.fdi) ? 'upper' : 'lower';
    const mesh = new Mesh(geometry, toothMaterial());
    const group = new Group();
    group.matrixAutoUpdate = false;
    group.add(mesh);
    const ghost = new Mesh(geometry, ghostMaterial);
    ghost.renderOrder = 2;
    const attachments = this.data.plan.attachments
      .map((a, i) => ({ plan: a, packed: this.data.attachments[i] }))
      .filter((a) => a.plan.fdi === plan.fdi && a.packed !== undefined)
      .map((a) => ({ plan: a.plan, mesh: attachmentMesh(a.packed as PackedMesh) }));
    for (const attachment of attachments) group.add(attachment.mesh);
    const roots = this.data.roots.filter((r) => r.fdi === plan.fdi).map((r) => rootMesh(r.mesh));
    for (const root of roots) group.add(root);
    this.root.add(group, ghost);
    this.teeth.push({ plan, jaw, group, mesh, ghost, attachments, roots });
    geometry.computeBoundingBox();
    geometry.computeBoundingSphere();
    const corner = new Vector3();
    const position = geometry.getAttribute('position');
    for (let i = 0; i < position.count; i += 7)
      this.bounds[jaw].expandByPoint(corner.fromBufferAttribute(position, i).applyMatrix4(this.root.matrix));
  }

  private addGingiva(packed: PackedGingiva): void {
    const decoded = decodeGingiva(packed);
    evenBorders(decoded.positions, decoded.indices, 4);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(decoded.positions.slice(), 3));
    geometry.setIndex(new BufferAttribute(decoded.indices, 1));
    geometry.computeVertexNormals();
    const normals = Float32Array.from(geometry.getAttribute('normal').array);
    const hollow = hollowness(decoded.positions, normals, decoded.indices);
    geometry.setAttribute('color', new BufferAttribute(gingivaColors(heldBy(decoded), hollow), 3));
    const mesh = new Mesh(geometry, gingivaMaterial());
    // its shape changes with every stage; its sphere would have to follow
    mesh.frustumCulled = false;
    this.root.add(mesh);
    const { positions, influences, weights } = decoded;
    this.gingivae.push({ jaw: packed.jaw, mesh, skin: { positions, normals, influences, weights } });
  }
}

/** How much of each vertex is held by teeth, 0–1. */
function heldBy({ weights }: DecodedGingiva): Float32Array {
  const held = new Float32Array(weights.length / 4);
  weights.forEach((w, i) => {
    held[i >> 2] = (held[i >> 2] as number) + w / 65535;
  });
  return held;
}

function rootMesh(packed: PackedMesh): Mesh {
  const { positions, indices } = decodeMesh(packed);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  geometry.computeVertexNormals();
  return new Mesh(geometry, rootMaterial);
}

const toothLamp = lamp(enamel);

const toothMaterial = () => new MeshMatcapMaterial({ vertexColors: true, matcap: toothLamp });

// dentine, seen through: it is a template and not this patient's root
const rootMaterial = new MeshMatcapMaterial({
  color: '#d8b27a',
  matcap: lamp(enamel),
  transparent: true,
  opacity: 0.72,
});

const gingivaMaterial = () =>
  new MeshMatcapMaterial({
    vertexColors: true,
    matcap: lamp(flesh),
    side: DoubleSide,
    // lies over the crowns where its evened margin crosses them
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -4,
  });

// pushed back a little, so that it shows only where the tooth has left its start
const ghostMaterial = new MeshMatcapMaterial({
  color: '#3f97ff',
  matcap: lamp(resin),
  transparent: true,
  opacity: 0.36,
  depthWrite: false,
  polygonOffset: true,
  polygonOffsetFactor: 1,
  polygonOffsetUnits: 2,
});

const attachmentMaterial = new MeshMatcapMaterial({ color: '#e7a94a', matcap: lamp(resin) });

/** A hull a little outside the tooth, seen from within: a rim around it. */
function outlineMaterial(): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ side: BackSide });
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader.replace(
      '#include <begin_vertex>',
      'vec3 transformed = position + normal * 0.28;',
    );
  };
  return material;
}

function attachmentMesh(packed: PackedMesh): Mesh {
  const { positions, indices } = decodeMesh(packed);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  // its edges are what tells its form: every face keeps its own normal
  const facets = geometry.toNonIndexed();
  facets.computeVertexNormals();
  return new Mesh(facets, attachmentMaterial);
}
