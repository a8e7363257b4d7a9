import { describe, expect, it } from 'vitest';
import { preferenceName } from '../src/ui/panels';

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
