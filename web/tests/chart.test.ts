import { describe, expect, it } from 'vitest';
import type { ReviewData } from '../src/data/contract';
import { cellParts, chartOf, type ChartCell } from '../src/model/chart';
import { sampleData } from '../sample/sample.mjs';

const data = sampleData() as ReviewData;
const chart = chartOf(data);
const cell = (fdi: number, stage: number): ChartCell => {
  const found = chart.groups
    .flatMap((g) => g.rows)
    .find((r) => r.fdi === fdi)
    ?.cells.find((c) => c.stage === stage);
  if (found === undefined) throw new Error(`no cell ${fdi}, ${stage}`);
  return found;
};

describe('the staging chart', () => {
  it('has a row a tooth, by arch, and a column a stage but the start', () => {
    expect(chart.groups.map((g) => [g.jaw, g.rows.length])).toEqual([
      ['upper', 14],
      ['lower', 14],
    ]);
    expect(chart.stages).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    for (const row of chart.groups.flatMap((g) => g.rows)) expect(row.cells).toHaveLength(16);
  });

  it('shows a hold only where the tooth is staged to wait', () => {
    expect(cell(16, 2).hold).toBe(true);
    expect(cell(16, 2).type).toBeNull();
    expect(cell(16, 11).hold).toBe(false);
    // arrived: standing still, but not held
    expect(cell(16, 16).hold).toBe(false);
  });

  it('marks IPR on both teeth of the contact and only before its stage', () => {
    expect(cell(11, 4).iprMm).toBeCloseTo(0.2);
    expect(cell(21, 4).iprMm).toBeCloseTo(0.2);
    expect(cell(12, 4).iprMm).toBe(0);
    expect(cell(11, 5).iprMm).toBe(0);
    // two contacts at once add up
    expect(cell(41, 3).iprMm).toBeCloseTo(0.45);
  });

  it('marks attachments from the stage they are placed to the last with them', () => {
    expect([1, 2, 3, 14, 15].map((s) => cell(13, s).attachment)).toEqual([
      'none',
      'on',
      'worn',
      'off',
      'none',
    ]);
  });

  it('marks what is over its limit', () => {
    const movements = data.movements.map((m) =>
      m.fdi !== 11
        ? m
        : { ...m, stages: m.stages.map((s) => ({ ...s, share: s.stage === 5 ? 1.03 : 1.01 })) },
    );
    const changed = chartOf({ ...data, movements });
    const row = changed.groups[0]?.rows.find((r) => r.fdi === 11);
    expect(row?.cells.filter((c) => c.over).map((c) => c.stage)).toEqual([5]);
  });

  it('says a cell in words', () => {
    expect(cellParts(cell(41, 3)).join('; ')).toContain('IPR 0.45 mm');
  });
});
