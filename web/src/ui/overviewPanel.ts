import type { Complexity, ReviewData, ScanQuality } from '../data/contract';
import type { Store } from '../model/state';
import { h } from './dom';
import { notes } from './notes';
import { severityNames, severityOrder } from './severity';
import { reviewSection } from './standing';
import { table } from './table';

/** The plan in numbers: how long, how sure, what is missing, what was not reached, and where it comes from. */
export function overviewPanel(data: ReviewData, store: Store): HTMLElement {
  const { plan } = data;
  const s = plan.summary;
  const stages = plan.stages.length - 1;
  const facts: [string, string][] = [
    ['Stages', `${stages} (least the limits allow: ${s.lowerBound})`],
    ['Trays', `${s.traysUpper} upper, ${s.traysLower} lower`],
    ['Wear', `${Number(s.weeks.toFixed(1))} weeks`],
    ['IPR', `${s.iprMm.toFixed(2)} mm at ${plan.ipr.length} contact${plan.ipr.length === 1 ? '' : 's'}`],
    ['Attachments', String(s.attachments)],
    ['Bite', plan.hasBite ? 'registered: antagonists checked' : 'not registered: antagonists not checked'],
    ['Complexity', complexity(s.complexity ?? null)],
    ['Face', plan.face?.statement ?? 'not judged'],
    ['Scans', plan.scanQuality?.statement ?? 'not judged'],
    ['Orientation', `${Math.round(plan.orientationConfidence * 100)} % sure`],
  ];
  const counts = severityOrder.map((severity) => {
    const n = plan.findings.filter((f) => f.severity === severity).length;
    return h(
      'button',
      { type: 'button', class: `count ${severity}`, onclick: () => store.set({ tab: 'findings' }) },
      h('b', {}, String(n)),
      severity === 'advice' ? 'advice' : `${severityNames[severity].toLowerCase()}${n === 1 ? '' : 's'}`,
    );
  });
  return h(
    'div',
    {},
    h('div', { class: 'counts' }, ...counts),
    h('dl', { class: 'facts' }, ...facts.flatMap(([k, v]) => [h('dt', {}, k), h('dd', {}, v)])),
    reviewSection(data.standing),
    h('h3', {}, 'Risks of the staging'),
    table(
      ['Risk', 'Measured'],
      plan.risks.map((r) => [
        h(
          'span',
          { class: `status ${r.isRaised ? 'bad' : 'good'}`, title: r.isRaised ? 'raised' : 'not raised' },
          `${r.isRaised ? '✕' : '✓'} ${r.risk.replaceAll('-', ' ')}`,
        ),
        r.rules.length === 0 ? r.basis : `${r.basis}; ${r.rules.join(', ')}`,
      ]),
      'Not judged.',
    ),
    h('h3', {}, 'Objectives'),
    table(
      ['Objective', 'Wanted', 'Planned', ''],
      plan.objectives.map((o) => [
        o.name,
        o.wanted,
        o.planned,
        h('span', { class: `status ${o.met ? 'good' : 'bad'}` }, o.met ? '✓ met' : '✕ not met'),
      ]),
      'The case names none.',
    ),
    plan.shortfalls.length === 0 ? null : h('h3', {}, 'Not reached, and why'),
    plan.shortfalls.length === 0 ? null : notes(plan.shortfalls, store),
    ...scanDefects(plan.scanQuality, store),
    h('h3', {}, 'Data gaps'),
    plan.dataGaps.length === 0 ? h('p', { class: 'muted' }, 'None named.') : notes(plan.dataGaps, store),
    h('h3', {}, 'Provenance'),
    h(
      'p',
      { class: 'muted small' },
      `Archwright ${plan.engine.version}, rules ${plan.engine.ruleSet}, preferences ${plan.engine.preferences.id} ${plan.engine.preferences.version} (${plan.engine.preferencesSha256.slice(0, 12)}).`,
    ),
    h(
      'ul',
      { class: 'plain-list muted small' },
      ...plan.inputs.map((i) => h('li', { title: i.sha256 }, `${i.path} · ${i.sha256.slice(0, 12)}`)),
    ),
  );
}

/** What is wrong with the scans, waived faults and notes included. */
function scanDefects(quality: ScanQuality | null, store: Store): HTMLElement[] {
  if (quality === null || quality.defects.length === 0) return [];
  const state = (d: ScanQuality['defects'][number]) =>
    d.severity === 'note'
      ? 'note'
      : d.waiver === null
        ? 're-scan'
        : `waived by ${d.waiver.by}: ${d.waiver.reason}`;
  const list = quality.defects.map((d) => ({
    code: d.code,
    fdi: d.fdi,
    message: `${d.scan}: ${d.message} (${state(d)})`,
  }));
  return [h('h3', {}, 'Scans'), notes(list, store)];
}

/** The grade with the parts that give points, and what is not known. */
export function complexity(c: Complexity | null): string {
  if (c === null) return 'not graded';
  const parts = c.parts.filter((p) => p.points > 0).map((p) => `${p.name.replaceAll('-', ' ')} ${p.points}`);
  const unknown = c.parts.filter((p) => p.value === null).length;
  return [
    `${c.grade}, ${c.points} point${c.points === 1 ? '' : 's'}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`,
    ...(unknown > 0 ? [`${unknown} part${unknown === 1 ? '' : 's'} not known`] : []),
  ].join('; ');
}
