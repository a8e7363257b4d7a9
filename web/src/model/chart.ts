import type { JawName, MovementType, PlanEvent, ReviewData } from '../data/contract';
import { isUpper } from './notation';

/** Shares above this are over the limit: 2 % is the tolerance every tray is held to. */
export const overLimit = 1.02;

/** One tooth in one stage of the staging chart. */
export interface ChartCell {
  fdi: number;
  stage: number;
  type: MovementType | null;
  share: number;
  over: boolean;
  /** Staged to stand still here for a cause, and not because it has arrived or never moves. */
  hold: boolean;
  /** Enamel is reduced at one of its contacts before this tray, mm. */
  iprMm: number;
  attachment: 'none' | 'on' | 'worn' | 'off';
  auxiliary: boolean;
  findings: number;
}

export interface ChartRow {
  fdi: number;
  held: boolean;
  cells: ChartCell[];
}

export interface ChartGroup {
  jaw: JawName;
  rows: ChartRow[];
}

export interface Chart {
  /** Stages 1 … last; stage 0 asks nothing of anyone. */
  stages: number[];
  phases: string[][];
  groups: ChartGroup[];
}

const holdKinds = new Set(['hold', 'held', 'blocked']);

export const isHold = (event: PlanEvent, stage: number): boolean =>
  holdKinds.has(event.kind) && event.from <= stage && stage <= event.to;

/** The staging chart: what the plan says, arranged by arch, tooth and stage. */
export function chartOf(data: ReviewData): Chart {
  const { plan } = data;
  const stages = plan.stages.filter((s) => s.index > 0);
  const group = (jaw: JawName): ChartGroup => ({
    jaw,
    rows: plan.teeth.filter((t) => isUpper(t.fdi) === (jaw === 'upper')).map((t) => rowOf(t.fdi, t.fixed)),
  });

  function rowOf(fdi: number, fixed: boolean): ChartRow {
    const events = plan.events.filter((e) => e.fdi === fdi);
    const movements = data.movements.find((m) => m.fdi === fdi);
    const byStage = new Map(movements?.stages.map((s) => [s.stage, s]));
    const cells = stages.map(({ index }): ChartCell => {
      const tray = byStage.get(index);
      const moves = tray?.type != null;
      return {
        fdi,
        stage: index,
        type: tray?.type ?? null,
        share: tray?.share ?? 0,
        over: (tray?.share ?? 0) > overLimit,
        hold: !moves && events.some((e) => isHold(e, index)),
        iprMm: plan.ipr
          .filter((i) => i.stage === index && i.between.includes(fdi))
          .reduce((sum, i) => sum + i.mm, 0),
        attachment: attachmentAt(fdi, index),
        auxiliary: plan.auxiliaries.some((a) => a.fdi === fdi && a.from <= index && index <= a.to),
        findings: plan.findings.filter((f) => (f.tooth === fdi || f.other === fdi) && f.stage === index)
          .length,
      };
    });
    return { fdi, held: fixed, cells };
  }

  function attachmentAt(fdi: number, stage: number): ChartCell['attachment'] {
    const worn = plan.attachments.filter((a) => a.fdi === fdi && a.on <= stage && stage <= a.off);
    if (worn.length === 0) return 'none';
    if (worn.some((a) => a.on === stage)) return 'on';
    return worn.every((a) => a.off === stage) ? 'off' : 'worn';
  }

  return {
    stages: stages.map((s) => s.index),
    phases: stages.map((s) => s.phases),
    groups: [group('upper'), group('lower')].filter((g) => g.rows.length > 0),
  };
}

/** A cell in words, for screen readers and tooltips. */
export function cellParts(cell: ChartCell): string[] {
  const parts: string[] = [];
  if (cell.hold) parts.push('held');
  if (cell.iprMm > 0) parts.push(`IPR ${cell.iprMm.toFixed(2)} mm at its contacts`);
  if (cell.attachment === 'on') parts.push('attachment placed');
  if (cell.attachment === 'worn') parts.push('attachment');
  if (cell.attachment === 'off') parts.push('attachment removed after');
  if (cell.auxiliary) parts.push('auxiliary');
  if (cell.over) parts.push('over its limit');
  if (cell.findings > 0) parts.push(`${cell.findings} finding${cell.findings === 1 ? '' : 's'}`);
  return parts;
}
