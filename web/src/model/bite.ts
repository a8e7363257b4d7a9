import type { BiteContact, BiteStage, PlanBite } from '../data/contract';

/** One point of a curve over the stages. */
export interface CurvePoint {
  stage: number;
  mm: number;
}

/** Slide from centric relation per stage; empty where none is on record. */
export const slides = (bite: PlanBite): CurvePoint[] =>
  bite.stages.flatMap((s) => (s.slide === null ? [] : [{ stage: s.stage, mm: s.slide.mm }]));

/** Where the jaw closes against the start, per stage. */
export const shifts = (bite: PlanBite): CurvePoint[] =>
  bite.stages.flatMap((s) => (s.shiftMm === null ? [] : [{ stage: s.stage, mm: s.shiftMm }]));

/** A height that leaves room over all curves, at least 1 mm, in half millimetres. */
export const curveTop = (...curves: CurvePoint[][]): number =>
  Math.max(1, Math.ceil(Math.max(0, ...curves.flat().map((p) => p.mm)) * 2.2) / 2);

/** Points of a polyline in a box of 100 by 100, the top at `topMm`. */
export const polyline = (points: CurvePoint[], lastStage: number, topMm: number): string =>
  points
    .map((p) => `${round((100 * p.stage) / Math.max(1, lastStage))},${round(100 - (100 * p.mm) / topMm)}`)
    .join(' ');

/** What a stage's closed jaw is, line by line; teeth by the reader's notation. */
export function biteLines(stage: BiteStage, name: (fdi: number) => string): string[] {
  const lines = [
    stage.openingMm === null
      ? 'Closing: no tooth meets another.'
      : `Closing from the scanned bite, first meet ${pairs(stage.contacts, name)}; incisors ${opening(stage.openingMm)}.`,
  ];
  const { slide } = stage;
  if (slide !== null) {
    lines.push(
      `Seated in centric relation, first meet ${pairs(slide.contacts, name)}; slide ${mm(slide.mm)} mm: ` +
        `${mm(slide.forwardMm)} forward, ${mm(slide.upMm)} up, ${mm(slide.leftMm)} to the left.`,
    );
  }
  if (stage.rampOpeningMm !== null)
    lines.push(`Bite ramps hold the incisors ${mm(stage.rampOpeningMm)} mm open.`);
  return lines;
}

const opening = (v: number): string =>
  Math.abs(v) < 0.05
    ? 'where the plan draws them'
    : `${mm(Math.abs(v))} mm ${v > 0 ? 'more open' : 'further closed'} than drawn`;

const pairs = (contacts: BiteContact[], name: (fdi: number) => string): string =>
  contacts.length === 0 ? 'none' : contacts.map((c) => `${name(c.upper)} on ${name(c.lower)}`).join(', ');

const mm = (v: number): string => (v < -0.005 ? `−${(-v).toFixed(2)}` : Math.abs(v).toFixed(2));

const round = (v: number): number => Math.round(v * 10) / 10;
