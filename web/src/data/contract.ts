/**
 * The data in the page, schema `archwright.review/1`, as ReviewPage writes it: plan.json whole, meshes in base64, and the
 * movements worked out beforehand. The page computes no clinical number. mm and degrees, scan frame, FDI numbers.
 */
export interface ReviewData {
  schema: 'archwright.review/1';
  plan: Plan;
  standing: Standing;
  teeth: { fdi: number; mesh: PackedMesh }[];
  /** Bodies of plan.attachments, in their order. */
  attachments: PackedMesh[];
  /** Roots by template, one entry a branch. */
  roots: { fdi: number; mesh: PackedMesh }[];
  gingivae: PackedGingiva[];
  movements: ToothMovements[];
}

/** Positions are origin + step · q with q unsigned 16-bit; indices are unsigned, indexBytes each; little-endian base64. */
export interface PackedMesh {
  vertexCount: number;
  triangleCount: number;
  origin: number[];
  step: number[];
  positions: string;
  indexBytes: 2 | 4;
  indices: string;
}

/** Four influences a vertex: FDI as unsigned byte (0 = none) and weight as unsigned 16-bit, 65535 = 1. */
export interface PackedGingiva {
  jaw: JawName;
  mesh: PackedMesh;
  influences: string;
  weights: string;
}

export type JawName = 'upper' | 'lower';

export type MovementType =
  | 'crown-tipping'
  | 'root-uprighting'
  | 'torque'
  | 'bodily-translation'
  | 'translation'
  | 'rotation'
  | 'extrusion'
  | 'intrusion';

/** Components with clinical signs: mesial, facial, extrusion, mesial side out, crown mesial, crown facial are +. */
export interface MovementNumbers {
  mesialMm: number;
  facialMm: number;
  extrusionMm: number;
  rotationDeg: number;
  tipDeg: number;
  torqueDeg: number;
  crownMm: number;
  apexMm: number;
}

export type LimitComponent = 'tip' | 'torque' | 'rotation' | 'horizontal' | 'vertical' | 'resultant';

export interface LimitUse {
  component: LimitComponent;
  type: MovementType;
  measured: number;
  limit: number;
  share: number;
  unit: 'mm' | 'deg';
}

/** What one tray asks of one tooth; `type` belongs to the limit used most, null where the tooth stands. */
export interface TrayMovement {
  stage: number;
  tray: MovementNumbers;
  soFar: MovementNumbers;
  type: MovementType | null;
  component: LimitComponent | null;
  share: number;
  uses: LimitUse[];
}

export interface ToothMovements {
  fdi: number;
  toothClass: 'incisor' | 'canine' | 'premolar' | 'molar';
  total: MovementNumbers;
  peakShare: number;
  peakStage: number | null;
  stages: TrayMovement[];
}

export interface PlanNote {
  code: string;
  message: string;
  fdi: number | null;
}

export interface Pose {
  q: number[];
  t: number[];
}

export type Severity = 'blocker' | 'warning' | 'advice';

export interface Finding {
  rule: string;
  severity: Severity;
  tooth: number | null;
  other: number | null;
  stage: number | null;
  measured: number | null;
  limit: number | null;
  unit: string | null;
  message: string;
  source: string;
}

/** How this version of the plan stands: what persons have signed beside it, and what is missing before approval. */
export interface Standing {
  state: 'initial' | 'changes-wanted' | 'reviewed';
  openBlockers: number;
  approvable: boolean;
  waivers: Waiver[];
  review: Review | null;
  missing: string[];
  notCounted: string[];
}

/** The treating doctor's signature under one finding. */
export interface Waiver {
  rule: string;
  tooth: number | null;
  other: number | null;
  stage: number | null;
  message: string;
  by: string;
  on: string;
  reason: string;
}

export interface Review {
  by: string;
  role: string;
  on: string;
  answers: { question: string; decision: 'accept' | 'change' | null; remark: string }[];
}

export interface PlanTooth {
  fdi: number;
  fixed: boolean;
  restriction: string;
  frame: { origin: number[]; mesial: number[]; facial: number[]; occlusal: number[] };
  centerOfResistance: number[];
  apex: number[];
  rootSource: string;
  landmarks: { occlusalPoint: number[]; facialAxisPoint: number[]; facialMargin: number[] };
  widthMm: number;
  inferredShare: number;
}

export interface PlanEvent {
  fdi: number;
  kind: string;
  movement: string;
  from: number;
  to: number;
  cause: string;
}

export interface PlanIpr {
  between: number[];
  mm: number;
  stage: number;
  cause: string;
}

export interface PlanAttachment {
  fdi: number;
  type: string;
  serves: MovementType;
  on: number;
  off: number;
  size: number[];
  position: number[];
  surface: 'facial' | 'lingual';
  fromMarginMm: number;
  crownHeightMm: number;
  purpose: string;
  cause: string;
}

export interface PlanAuxiliary {
  fdi: number;
  type: string;
  from: number;
  to: number;
  cause: string;
}

/** One planned movement of one tooth against its published limit. */
export interface PublishedLimit {
  fdi: number;
  component: LimitComponent;
  stage: number;
  published: number;
  unit: 'mm' | 'deg';
  preference: string;
  source: string;
}

/** The part of plan.json that the page shows. */
export interface Plan {
  engine: {
    version: string;
    ruleSet: string;
    preferencesSha256: string;
    preferences: { id: string; version: string };
  };
  caseLabel: string;
  occlusalFromScan: Pose;
  orientationConfidence: number;
  hasBite: boolean;
  inputs: { path: string; sha256: string }[];
  teeth: PlanTooth[];
  stages: { index: number; wearDays: number; phases: string[]; poses: Record<string, Pose> }[];
  ipr: PlanIpr[];
  attachments: PlanAttachment[];
  auxiliaries: PlanAuxiliary[];
  events: PlanEvent[];
  findings: Finding[];
  objectives: { name: string; wanted: string; planned: string; met: boolean }[];
  preferences: { name: string; state: string; evidence: string }[];
  dataGaps: PlanNote[];
  shortfalls: PlanNote[];
  measures: {
    name: string;
    jaw: JawName | null;
    start: number | null;
    target: number | null;
    unit: string;
  }[];
  summary: {
    traysUpper: number;
    traysLower: number;
    weeks: number;
    iprMm: number;
    attachments: number;
    lowerBound: number;
    blockers: number;
    approvable: boolean;
    state: string;
    complexity: Complexity | null;
  };
  face: { isJudged: boolean; statement: string } | null;
  bite: PlanBite | null;
  scanQuality: ScanQuality | null;
  limits: PublishedLimit[];
  risks: { risk: string; isRaised: boolean; basis: string; rules: string[] }[];
}

/** An upper and a lower tooth that meet. */
export interface BiteContact {
  upper: number;
  lower: number;
}

/** The closed jaw at one stage, mm at the lower incisors. */
export interface BiteStage {
  stage: number;
  openingMm: number | null;
  shiftMm: number | null;
  contacts: BiteContact[];
  slide: { mm: number; forwardMm: number; leftMm: number; upMm: number; contacts: BiteContact[] } | null;
  rampOpeningMm: number | null;
}

/** The jaw closed about its hinge axis at every stage. */
export interface PlanBite {
  axis: { source: string };
  isCentricTracked: boolean;
  slideDoubtMm: number | null;
  stages: BiteStage[];
}

/** What quality control says of the scans; a defect with severity `note` does not stand in the way. */
export interface ScanQuality {
  verdict: 'not-applicable' | 'usable' | 'waived' | 'rescan';
  statement: string;
  defects: {
    code: string;
    severity: 'note' | 'rescan';
    scan: string;
    fdi: number | null;
    message: string;
    waiver: { by: string; reason: string } | null;
  }[];
}

/** How hard a case is, with its parts; a part without a value could not be measured. */
export interface Complexity {
  grade: string;
  points: number;
  parts: { name: string; value: number | null; unit: string; points: number; source: string }[];
}
