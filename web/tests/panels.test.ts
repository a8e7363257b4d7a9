import { describe, expect, it } from 'vitest';
import { complexity } from '../src/ui/overviewPanel';
import { preferenceName } from '../src/ui/preferencesPanel';

describe('preferences', () => {
  it.each([
    ['ipr.maxPerContactMm', 'IPR: max per contact, mm'],
    ['velocity.torqueDeg', 'Velocity: torque, deg'],
    ['staging.wearDays', 'Staging: wear, days'],
    ['staging.phasesInOrder', 'Staging: phases in order'],
  ])('%s reads as %s', (name, words) => {
    expect(preferenceName(name)).toBe(words);
  });
});

describe('complexity', () => {
  const part = (name: string, value: number | null, points: number) => ({
    name,
    value,
    unit: 'mm',
    points,
    source: 'x',
  });

  it('names the grade, the parts that give points and how much is not known', () => {
    const parts = [
      part('overjet', 6.4, 3),
      part('posterior-crossbites', 2, 2),
      part('resorbed-roots', null, 0),
    ];
    expect(complexity({ grade: 'mild', points: 5, parts })).toBe(
      'mild, 5 points (overjet 3, posterior crossbites 2); 1 part not known',
    );
  });

  it('says so where a plan has no grade', () => {
    expect(complexity(null)).toBe('not graded');
  });
});
