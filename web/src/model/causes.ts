import type { PlanEvent } from '../data/contract';
import { isHold } from './chart';

/**
 * Why a tooth moves or stands at a stage, as the plan's events say it, each cause once: what holds it; where it moves, what
 * started that and what turns it aside; where it stands, what stopped it last and what starts it next.
 */
export function reasonsAt(events: readonly PlanEvent[], stage: number, moves: boolean): string[] {
  const covers = (e: PlanEvent) => e.from <= stage && stage <= e.to;
  const holds = events.filter((e) => isHold(e, stage)).map((e) => `${name(e)}: ${e.cause}`);
  if (moves) {
    const works = events.filter((e) => (e.kind === 'start' || e.kind === 'detour') && covers(e));
    return unique([...works.map((e) => `${name(e)}: ${e.cause}`), ...holds]);
  }
  const stops = events.filter((e) => e.kind === 'stop' && e.from <= stage);
  const last = Math.max(...stops.map((e) => e.from));
  const starts = events.filter((e) => e.kind === 'start' && e.from > stage);
  const next = Math.min(...starts.map((e) => e.from));
  return unique([
    ...holds,
    ...stops.filter((e) => e.from === last).map((e) => `Stopped at stage ${last}: ${e.cause}`),
    ...starts.filter((e) => e.from === next).map((e) => `Starts at stage ${next}: ${e.cause}`),
  ]);
}

/** "Start of level", "Detour", "Held". */
function name(e: PlanEvent): string {
  const kinds: Record<string, string> = { start: `Moves (${e.movement})`, hold: 'Held' };
  return kinds[e.kind] ?? e.kind.charAt(0).toUpperCase() + e.kind.slice(1);
}

const unique = (texts: string[]): string[] => [...new Set(texts)];
