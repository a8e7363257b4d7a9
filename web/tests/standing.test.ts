import { describe, expect, it } from 'vitest';
import type { Finding, Standing } from '../src/data/contract';
import { stateNames, waiverOf, waiverText } from '../src/ui/standing';

const finding: Finding = {
  rule: 'MOV010',
  severity: 'blocker',
  tooth: 13,
  other: null,
  stage: 1,
  measured: 0.35,
  limit: 0.2,
  unit: 'mm',
  message: 'Tooth 13, stage 1: too fast.',
  source: 'x',
};

const standing: Standing = {
  state: 'initial',
  openBlockers: 0,
  approvable: false,
  waivers: [
    {
      rule: 'MOV010',
      tooth: 13,
      other: null,
      stage: 1,
      message: finding.message,
      by: 'Dr. Example',
      on: '2026-11-30',
      reason: 'short root',
    },
  ],
  review: null,
  missing: [],
  notCounted: [],
};

describe('waivers', () => {
  it('belong to that very finding and to no other', () => {
    const waiver = waiverOf(standing, finding);
    expect(waiver && waiverText(waiver)).toBe(
      'Waived by Dr. Example, treating doctor, 2026-11-30: short root',
    );
    expect(waiverOf(standing, { ...finding, stage: 2 })).toBeUndefined();
    expect(waiverOf(standing, { ...finding, message: 'Tooth 13, stage 1: faster.' })).toBeUndefined();
  });

  it('do not make an initial plan a reviewed one', () => {
    expect(stateNames[standing.state]).toBe('Initial plan – not reviewed');
  });
});
