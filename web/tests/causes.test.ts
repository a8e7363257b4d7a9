import { describe, expect, it } from 'vitest';
import type { PlanEvent } from '../src/data/contract';
import { reasonsAt } from '../src/model/causes';

const event = (kind: string, movement: string, from: number, to: number, cause: string): PlanEvent => ({
  fdi: 13,
  kind,
  movement,
  from,
  to,
  cause,
});

const events = [
  event('hold', 'all', 1, 2, 'anchorage'),
  event('start', 'level', 3, 7, 'first phase'),
  event('stop', 'level', 7, 7, 'blocked by 44'),
  event('stop', 'align', 7, 7, 'blocked by 44'),
  event('start', 'detail', 10, 12, '44 has made room'),
  event('stop', 'detail', 12, 12, 'target reached'),
];

describe('why a tooth moves or stands', () => {
  it('says what holds it and what will start it', () => {
    expect(reasonsAt(events, 1, false)).toEqual(['Held: anchorage', 'Starts at stage 3: first phase']);
  });

  it('says what started it while it moves', () => {
    expect(reasonsAt(events, 5, true)).toEqual(['Moves (level): first phase']);
  });

  it('says each cause of its last stop once', () => {
    expect(reasonsAt(events, 8, false)).toEqual([
      'Stopped at stage 7: blocked by 44',
      'Starts at stage 10: 44 has made room',
    ]);
    expect(reasonsAt(events, 14, false)).toEqual(['Stopped at stage 12: target reached']);
  });

  it('says nothing where the plan says nothing', () => {
    expect(reasonsAt([], 4, false)).toEqual([]);
  });
});
