import { describe, expect, it } from 'vitest';
import type { BiteStage, PlanBite } from '../src/data/contract';
import { biteLines, curveTop, polyline, shifts, slides } from '../src/model/bite';

const stage = (index: number, mm: number, upper = 24): BiteStage => ({
  stage: index,
  openingMm: 0.02,
  shiftMm: 0.1 * index,
  contacts: [{ upper: 11, lower: 42 }],
  slide: { mm, forwardMm: mm, leftMm: -0.2, upMm: 0.4, contacts: [{ upper, lower: 34 }] },
  rampOpeningMm: null,
});

const bite: PlanBite = {
  axis: { source: 'average' },
  isCentricTracked: true,
  slideDoubtMm: 0.3,
  stages: [stage(0, 1.9), stage(1, 1.5), stage(2, 1.6)],
};

describe('the closed jaw', () => {
  it('is a curve over the stages', () => {
    expect(slides(bite).map((p) => p.mm)).toEqual([1.9, 1.5, 1.6]);
    expect(shifts(bite).map((p) => p.stage)).toEqual([0, 1, 2]);
    expect(curveTop(slides(bite))).toBe(2.5);
    expect(curveTop([])).toBe(1);
    expect(
      polyline(
        [
          { stage: 0, mm: 0 },
          { stage: 2, mm: 2 },
        ],
        2,
        2.5,
      ),
    ).toBe('0,100 100,20');
  });

  it('names the teeth that meet first and the way of the slide', () => {
    expect(biteLines(stage(1, 1.5), String)).toEqual([
      'Closing from the scanned bite, first meet 11 on 42; incisors where the plan draws them.',
      'Seated in centric relation, first meet 24 on 34; slide 1.50 mm: 1.50 forward, 0.40 up, −0.20 to the left.',
    ]);
  });

  it('says where the jaw closes elsewhere, on ramps, or on nothing', () => {
    const open: BiteStage = { ...stage(1, 1), openingMm: 0.8, slide: null, rampOpeningMm: 2 };
    expect(biteLines(open, String)).toEqual([
      'Closing from the scanned bite, first meet 11 on 42; incisors 0.80 mm more open than drawn.',
      'Bite ramps hold the incisors 2.00 mm open.',
    ]);
    expect(biteLines({ ...open, openingMm: null, rampOpeningMm: null }, String)).toEqual([
      'Closing: no tooth meets another.',
    ]);
  });
});
