import type { PlanEvent, PublishedLimit, ReviewData } from '../data/contract';
import { reasonsAt } from '../model/causes';
import { overLimit } from '../model/chart';
import { componentRows, componentText, percent, trayAt, trayText, typeStyles } from '../model/movement';
import { toothName, toothWords } from '../model/notation';
import type { Store } from '../model/state';
import { fill, h } from './dom';
import { table } from './table';

/** Everything about the selected tooth: movements against limits, causes, what is on it. */
export function toothPanel(data: ReviewData, store: Store): HTMLElement {
  const element = h('div', {});
  const build = () => {
    const { tooth, stage, notation } = store.state;
    const choose = h(
      'select',
      { 'aria-label': 'Tooth' },
      h('option', { value: '' }, 'Choose a tooth …'),
      ...data.plan.teeth.map((t) =>
        h(
          'option',
          { value: t.fdi, selected: t.fdi === tooth },
          `${toothName(t.fdi, notation)} · ${toothWords(t.fdi)}`,
        ),
      ),
    );
    choose.addEventListener('change', () =>
      store.set({ tooth: choose.value === '' ? null : Number(choose.value) }),
    );
    const hadFocus = element.contains(document.activeElement) && document.activeElement?.tagName === 'SELECT';
    fill(
      element,
      choose,
      tooth === null
        ? h(
            'p',
            { class: 'muted' },
            'Click a tooth in the picture, a row in the chart, or press [ and ] to go through them.',
          )
        : toothDetails(data, store, tooth, stage),
    );
    if (hadFocus) choose.focus();
  };
  build();
  store.listen((state, before) => {
    const same =
      state.tooth === before.tooth && state.stage === before.stage && state.notation === before.notation;
    if (!same || state.tab !== before.tab) build();
  });
  return element;
}

function toothDetails(data: ReviewData, store: Store, fdi: number, stage: number): HTMLElement {
  const { plan } = data;
  const movements = data.movements.find((m) => m.fdi === fdi);
  const info = plan.teeth.find((t) => t.fdi === fdi);
  const tray = trayAt(movements, stage);
  const events = plan.events.filter((e) => e.fdi === fdi);
  const findings = plan.findings.filter((f) => f.tooth === fdi || f.other === fdi);
  const roots: Record<string, string> = {
    template: 'estimated from published lengths',
    mesh: "from the tooth's own mesh",
    cbct: 'from CBCT',
  };
  const held = info?.fixed === true ? `May not move: ${info.restriction}. ` : '';
  const now = stage === 0 ? 'As scanned.' : `Stage ${stage}: ${trayText(tray)}.`;
  const why = reasonsAt(events, stage, tray?.type != null);
  return h(
    'div',
    {},
    h('h3', { class: 'print-only' }, `Tooth ${toothName(fdi, store.state.notation)}, ${toothWords(fdi)}`),
    h('div', { class: 'now-line' }, h('b', {}, held + now), ...why.map((text) => h('div', {}, `${text}.`))),
    h('h3', {}, 'Movement'),
    movementTable(data, fdi, stage),
    tray === undefined || tray.uses.length === 0
      ? null
      : h('h3', {}, `This tray against its limits (stage ${stage})`),
    tray === undefined || tray.uses.length === 0 ? null : limitTable(tray.uses),
    publishedLimits(plan.limits.filter((l) => l.fdi === fdi)),
    movements?.peakStage == null
      ? null
      : h(
          'p',
          {},
          'Its most demanding tray is ',
          h(
            'button',
            { type: 'button', class: 'link', onclick: () => store.set({ stage: movements.peakStage ?? 0 }) },
            `stage ${movements.peakStage}`,
          ),
          ` at ${percent(movements.peakShare)} of a limit.`,
        ),
    h('h3', {}, 'Why it starts, stops and waits'),
    events.length === 0
      ? h('p', { class: 'muted' }, 'Nothing is staged for this tooth.')
      : h('ol', { class: 'events' }, ...events.map((e) => eventItem(e, stage, store))),
    findings.length === 0 ? null : h('h3', {}, 'Findings'),
    findings.length === 0
      ? null
      : table(
          ['Rule', 'Stage', 'What'],
          findings.map((f) => [
            h('span', { class: `dot ${f.severity}` }, f.rule),
            f.stage === null ? '–' : String(f.stage),
            f.message,
          ]),
          '',
        ),
    h('h3', {}, 'Tooth'),
    h(
      'p',
      { class: 'muted' },
      `${capital(movements?.toothClass ?? '')}, ${info?.widthMm.toFixed(1) ?? '?'} mm wide. Root ${roots[info?.rootSource ?? ''] ?? 'unknown'}. ` +
        `${Math.round((info?.inferredShare ?? 0) * 100)} % of its surface is inferred.`,
    ),
  );
}

function movementTable(data: ReviewData, fdi: number, stage: number): HTMLElement {
  const movements = data.movements.find((m) => m.fdi === fdi);
  const tray = trayAt(movements, stage);
  return h(
    'table',
    { class: 'movement' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...['', 'Planned', `By stage ${stage}`, 'This tray'].map((t) => h('th', { scope: 'col' }, t)),
      ),
    ),
    h(
      'tbody',
      {},
      ...componentRows.map((row) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, row.label),
          h('td', {}, movements === undefined ? '–' : componentText(movements.total[row.key], row)),
          h('td', {}, tray === undefined ? '–' : componentText(tray.soFar[row.key], row)),
          h('td', {}, tray === undefined ? '–' : componentText(tray.tray[row.key], row)),
        ),
      ),
      h(
        'tr',
        {},
        h('th', { scope: 'row', title: 'Path of the crown point and of the apex, mm' }, 'Crown / apex'),
        ...[movements?.total, tray?.soFar, tray?.tray].map((m) =>
          h('td', {}, m === undefined ? '–' : `${m.crownMm.toFixed(2)} / ${m.apexMm.toFixed(2)}`),
        ),
      ),
    ),
  );
}

function limitTable(uses: NonNullable<ReturnType<typeof trayAt>>['uses']): HTMLElement {
  return h(
    'table',
    { class: 'limits' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...['Component', 'Class', 'Moved', 'Limit', 'Share'].map((t) => h('th', { scope: 'col' }, t)),
      ),
    ),
    h(
      'tbody',
      {},
      ...uses.map((u) => {
        const unit = u.unit === 'deg' ? '°' : ' mm';
        const bar = h('span', { class: 'bar' }, h('i', {}));
        bar.style.setProperty('--share', `${Math.min(100, u.share * 100)}%`);
        bar.style.setProperty('--bar', u.share > overLimit ? 'var(--bad)' : typeStyles[u.type].color);
        return h(
          'tr',
          { class: u.share > overLimit ? 'over' : '' },
          h('th', { scope: 'row' }, u.component),
          h('td', {}, typeStyles[u.type].name),
          h('td', {}, `${u.measured.toFixed(2)}${unit}`),
          h('td', {}, `${Number(u.limit.toFixed(2))}${unit}`),
          h('td', { class: 'share' }, bar, percent(u.share)),
        );
      }),
    ),
  );
}

/** Where the limit of each of the tooth's movements is published. */
function publishedLimits(limits: PublishedLimit[]): HTMLElement | null {
  if (limits.length === 0) return null;
  return h(
    'details',
    {},
    h('summary', {}, 'Where these limits are published'),
    table(
      ['Component', 'Published', 'Source'],
      limits.map((l) => [l.component, `${l.published}${l.unit === 'deg' ? '°' : ' mm'}`, l.source]),
      '',
    ),
  );
}

function eventItem(e: PlanEvent, stage: number, store: Store): HTMLElement {
  const span = e.from === e.to ? `stage ${e.from}` : `stages ${e.from}–${e.to}`;
  const now = e.from <= stage && stage <= e.to;
  return h(
    'li',
    { class: now ? 'now' : '' },
    h(
      'button',
      { type: 'button', class: 'link', onclick: () => store.set({ stage: e.from, playing: false }) },
      span,
    ),
    h('span', { class: `kind kind-${e.kind}` }, e.kind),
    h('span', {}, `${e.movement}: ${e.cause}`),
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
