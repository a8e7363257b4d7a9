import type {
  Complexity,
  Finding,
  PlanNote,
  ReviewData,
  ScanQuality,
  Severity,
  Waiver,
} from '../data/contract';
import { toothName } from '../model/notation';
import type { Store } from '../model/state';
import { fill, h } from './dom';
import { reviewSection, waiverOf, waiverText } from './standing';

const severityOrder: readonly Severity[] = ['blocker', 'warning', 'advice'];

export const severityNames: Record<Severity, string> = {
  blocker: 'Blocker',
  warning: 'Warning',
  advice: 'Advice',
};

/** Goes to a tooth and, where one is given, a stage. The tab stays, so that a list can be worked through. */
function jump(store: Store, tooth: number | null, stage: number | null): void {
  store.set({ playing: false, ...(tooth === null ? {} : { tooth }), ...(stage === null ? {} : { stage }) });
}

/** Rebuilds `element` now and whenever the notation changes. */
function named(store: Store, build: (element: HTMLElement) => void): HTMLElement {
  const element = h('div', {});
  build(element);
  store.listen((state, before) => {
    if (state.notation !== before.notation) build(element);
  });
  return element;
}

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
  const objectives = h(
    'table',
    {},
    h('thead', {}, row('th', 'Objective', 'Wanted', 'Planned', '')),
    h(
      'tbody',
      {},
      ...plan.objectives.map((o) =>
        h(
          'tr',
          {},
          h('td', {}, o.name),
          h('td', {}, o.wanted),
          h('td', {}, o.planned),
          h('td', { class: o.met ? 'good' : 'bad' }, o.met ? '✓ met' : '✕ not met'),
        ),
      ),
    ),
  );
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
    plan.objectives.length > 0 ? objectives : h('p', { class: 'muted' }, 'The case names none.'),
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

function notes(list: PlanNote[], store: Store): HTMLElement {
  return named(store, (element) => {
    const tooth = (fdi: number | null) =>
      fdi !== null &&
      h(
        'button',
        { type: 'button', class: 'link', onclick: () => jump(store, fdi, null) },
        toothName(fdi, store.state.notation),
      );
    fill(
      element,
      h(
        'ul',
        { class: 'plain-list' },
        ...list.map((n) => h('li', {}, tooth(n.fdi), n.fdi !== null && ' ', withoutTooth(n))),
      ),
    );
  });
}

/** The message without the number it may begin with: the tooth stands before it, in the reader's notation. */
const withoutTooth = (n: PlanNote): string =>
  n.fdi !== null && n.message.startsWith(`${n.fdi} `) ? n.message.slice(String(n.fdi).length + 1) : n.message;

export function findingsPanel(data: ReviewData, store: Store): HTMLElement {
  const list = (shown: ReadonlySet<Severity>) =>
    data.plan.findings
      .filter((f) => shown.has(f.severity))
      .sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity))
      .map((f) => findingItem(f, waiverOf(data.standing, f), store));
  const shown = new Set<Severity>(severityOrder);
  const element = h('ul', { class: 'findings' });
  const rebuild = () => {
    const items = list(shown);
    fill(element, ...(items.length > 0 ? items : [h('li', { class: 'muted' }, 'No findings.')]));
  };
  const filters = severityOrder.map((severity) => {
    const box = h('input', { type: 'checkbox', checked: true });
    box.addEventListener('change', () => {
      if (box.checked) shown.add(severity);
      else shown.delete(severity);
      rebuild();
    });
    const n = data.plan.findings.filter((f) => f.severity === severity).length;
    return h('label', { class: `filter ${severity}` }, box, `${severityNames[severity]} ${n}`);
  });
  rebuild();
  store.listen((state, before) => {
    if (state.notation !== before.notation) rebuild();
  });
  return h(
    'div',
    {},
    h('div', { class: 'filters', role: 'group', 'aria-label': 'Severities' }, ...filters),
    element,
  );
}

function findingItem(f: Finding, waiver: Waiver | undefined, store: Store): HTMLElement {
  const teeth = [f.tooth, f.other].filter((t): t is number => t !== null);
  const where = [
    ...(teeth.length > 0 ? [teeth.map((t) => toothName(t, store.state.notation)).join('–')] : []),
    ...(f.stage !== null ? [`stage ${f.stage}`] : []),
  ].join(' · ');
  const inside = [
    h(
      'span',
      { class: 'finding-head' },
      h('span', { class: `dot ${f.severity}` }, severityNames[f.severity]),
      h('b', {}, f.rule),
      h('span', { class: 'where' }, where),
    ),
    h('span', { class: 'finding-text' }, f.message),
    waiver && h('span', { class: 'waiver' }, waiverText(waiver)),
    f.measured !== null &&
      f.limit !== null &&
      h(
        'span',
        { class: 'muted small' },
        `measured ${number(f.measured)} ${f.unit ?? ''}, limit ${number(f.limit)} ${f.unit ?? ''}`,
      ),
    h('span', { class: 'muted small' }, f.source),
  ];
  return f.tooth === null && f.stage === null
    ? h('li', {}, h('div', { class: 'finding' }, ...inside))
    : h(
        'li',
        {},
        h(
          'button',
          { type: 'button', class: 'finding', onclick: () => jump(store, f.tooth, f.stage) },
          ...inside,
        ),
      );
}

export function iprPanel(data: ReviewData, store: Store): HTMLElement {
  const { ipr, attachments, auxiliaries } = data.plan;
  return named(store, (element) => {
    const name = (fdi: number) => toothName(fdi, store.state.notation);
    const go = (label: string, tooth: number, stage: number) =>
      h('button', { type: 'button', class: 'link', onclick: () => jump(store, tooth, stage) }, label);
    fill(
      element,
      h('h3', {}, 'Interproximal reduction'),
      table(
        ['Contact', 'Amount', 'Before stage', 'Cause'],
        ipr.map((i) => [
          go(i.between.map(name).join('–'), i.between[0] ?? 0, i.stage),
          `${i.mm.toFixed(2)} mm`,
          String(i.stage),
          i.cause,
        ]),
        'No enamel is reduced.',
      ),
      h('h3', {}, 'Attachments'),
      table(
        ['Tooth', 'Type', 'Purpose', 'Place', 'Stages'],
        attachments.map((a) => [
          go(name(a.fdi), a.fdi, a.on),
          a.type.replaceAll('-', ' '),
          h('span', { title: a.cause }, a.purpose),
          `${a.surface}, ${a.fromMarginMm.toFixed(1)} mm from the margin of ${a.crownHeightMm.toFixed(1)} mm`,
          `${a.on}–${a.off}`,
        ]),
        'None.',
      ),
      h('h3', {}, 'Auxiliaries'),
      table(
        ['Tooth', 'Type', 'Stages', 'Cause'],
        auxiliaries.map((a) => [
          go(name(a.fdi), a.fdi, a.from),
          a.type.replaceAll('-', ' '),
          `${a.from}–${a.to}`,
          a.cause,
        ]),
        'None.',
      ),
    );
  });
}

export function measuresPanel(data: ReviewData): HTMLElement {
  const { measures } = data.plan;
  const value = (v: number | null) =>
    v === null ? h('span', { class: 'muted' }, 'not measured') : number(v);
  const unit = (u: string) => ({ deg: '°', percent: '%' })[u] ?? u;
  return h(
    'div',
    {},
    table(
      ['Measure', 'Start', 'Target', 'Change', ''],
      measures.map((m) => [
        m.jaw === null ? m.name : `${m.name}, ${m.jaw}`,
        value(m.start),
        value(m.target),
        m.start === null || m.target === null ? '–' : signed(m.target - m.start),
        unit(m.unit),
      ]),
      'Nothing was measured.',
      'numbers',
    ),
  );
}

export function preferencesPanel(data: ReviewData): HTMLElement {
  const order = ['broken', 'obeyed', 'not-applicable'];
  const sorted = [...data.plan.preferences].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const marks: Record<string, string> = {
    broken: '✕ broken',
    obeyed: '✓ obeyed',
    'not-applicable': '– not applicable',
  };
  const tones: Record<string, string> = { broken: 'bad', obeyed: 'good', 'not-applicable': 'muted' };
  return h(
    'div',
    {},
    table(
      ['Preference', 'State', 'Evidence'],
      sorted.map((p) => [
        h('span', { title: p.name }, preferenceName(p.name)),
        h('span', { class: `status ${tones[p.state] ?? ''}` }, marks[p.state] ?? p.state),
        p.evidence,
      ]),
      'None were checked.',
    ),
  );
}

/** ipr.maxPerContactMm → IPR: max per contact, mm. */
export function preferenceName(name: string): string {
  const [category = '', option = ''] = name.split('.');
  const unit = /(Mm|Deg|Days)$/.exec(option)?.[0] ?? '';
  const words = option
    .slice(0, option.length - unit.length)
    .replaceAll(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
  const head = category === 'ipr' ? 'IPR' : category.charAt(0).toUpperCase() + category.slice(1);
  return `${head}: ${words}${unit === '' ? '' : `, ${unit.toLowerCase()}`}`;
}

export function table(heads: string[], rows: (string | Node)[][], empty: string, style = ''): HTMLElement {
  if (rows.length === 0) return h('p', { class: 'muted' }, empty);
  return h(
    'table',
    { class: style },
    h('thead', {}, row('th', ...heads)),
    h('tbody', {}, ...rows.map((cells) => row('td', ...cells))),
  );
}

function row(tag: 'th' | 'td', ...cells: (string | Node)[]): HTMLElement {
  return h('tr', {}, ...cells.map((c) => h(tag, tag === 'th' ? { scope: 'col' } : {}, c)));
}

const number = (v: number): string => String(Number(v.toFixed(2)));

const signed = (v: number): string => (v > 0.005 ? `+${number(v)}` : number(v).replace('-', '−'));
