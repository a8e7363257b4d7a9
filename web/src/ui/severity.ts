import type { Severity } from '../data/contract';

/** Worst first. */
export const severityOrder: readonly Severity[] = ['blocker', 'warning', 'advice'];

export const severityNames: Record<Severity, string> = {
  blocker: 'Blocker',
  warning: 'Warning',
  advice: 'Advice',
};
