import type { ReviewData } from '../data/contract';
import { cellParts, chartOf, type ChartCell } from '../model/chart';
import { percent, phaseColors, typeOrder, typeStyles } from '../model/movement';
import { toothName, toothWords } from '../model/notation';
import type { Store } from '../model/state';
import { h } from './dom';

/**
 * The staging chart: a row a tooth, a column a stage, coloured by the kind of movement and its share of the limit. A grid in
 * the ARIA sense: one cell is in the tab order, the arrows move about, Enter goes there.
 */
export function chart(data: ReviewData, store: Store): HTMLElement {
  const { stages, phases, groups } = chartOf(data);
  const rows = groups.flatMap((g) => g.rows);
  const cells: HTMLElement[][] = [];
  const heads: HTMLElement[] = [];
  const names = new Map<number, HTMLElement>();
  const table = h('table', { class: 'chart', role: 'grid', 'aria-label': 'Staging chart: teeth by stages' });
  table.style.setProperty('--stages', String(stages.length));
  const go = (cell: ChartCell) =>
    store.set({ stage: cell.stage, tooth: cell.fdi, playing: false, tab: 'tooth' });

  const allPhases = new Set(phases.flat());
  const headRow = h(
    'tr',
    { role: 'row' },
    h('th', { scope: 'col', role: 'columnheader', class: 'corner' }, 'Stage'),
  );
  stages.forEach((stage, i) => {
    const phase = phases[i] ?? [];
    const head = h(
      'th',
      {
        scope: 'col',
        role: 'columnheader',
        title: phase.length > 0 ? `Stage ${stage}: ${phase.join(', ')}` : `Stage ${stage}`,
        onclick: () => store.set({ stage, playing: false }),
      },
      String(stage),
    );
    head.append(phaseLanes(phase, allPhases));
    heads.push(head);
    headRow.append(head);
  });
  table.append(h('thead', {}, headRow));

  for (const { jaw, rows: jawRows } of groups) {
    const body = h('tbody', {});
    body.append(
      h(
        'tr',
        { role: 'row', class: 'jaw' },
        h(
          'th',
          { scope: 'rowgroup', colspan: stages.length + 1 },
          h('span', {}, jaw === 'upper' ? 'Upper arch' : 'Lower arch'),
        ),
      ),
    );
    for (const row of jawRows) {
      const name = h('button', {
        type: 'button',
        tabindex: '-1',
        title: toothWords(row.fdi),
        onclick: () => store.set({ tooth: row.fdi, tab: 'tooth' }),
      });
      names.set(row.fdi, name);
      const line = h('tr', { role: 'row' }, h('th', { scope: 'row', role: 'rowheader' }, name));
      const drawn = row.cells.map((cell) => {
        const td = cellElement(cell, row.held);
        td.addEventListener('click', () => go(cell));
        return td;
      });
      cells.push(drawn);
      line.append(...drawn);
      body.append(line);
    }
    table.append(body);
  }

  // roving tab stop
  let focus: [number, number] = [0, 0];
  const moveFocus = (r: number, c: number) => {
    cells[focus[0]]?.[focus[1]]?.setAttribute('tabindex', '-1');
    focus = [Math.min(cells.length - 1, Math.max(0, r)), Math.min(stages.length - 1, Math.max(0, c))];
    const cell = cells[focus[0]]?.[focus[1]];
    cell?.setAttribute('tabindex', '0');
    cell?.focus();
  };
  cells[0]?.[0]?.setAttribute('tabindex', '0');
  table.addEventListener('keydown', (e) => {
    const target = e.target as HTMLElement;
    const r = cells.findIndex((line) => line.includes(target));
    if (r < 0) return;
    const c = cells[r]?.indexOf(target) ?? 0;
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [r, c - 1],
      ArrowRight: [r, c + 1],
      ArrowUp: [r - 1, c],
      ArrowDown: [r + 1, c],
      Home: [r, 0],
      End: [r, stages.length - 1],
    };
    const step = steps[e.key];
    const cell = rows[r]?.cells[c];
    if (step !== undefined) moveFocus(...step);
    else if ((e.key === 'Enter' || e.key === ' ') && cell !== undefined) go(cell);
    else return;
    e.preventDefault();
    e.stopPropagation();
  });

  const scroll = h('div', { class: 'chart-scroll' }, table);
  const rename = () => {
    for (const [fdi, name] of names) name.textContent = toothName(fdi, store.state.notation);
    rows.forEach((row, r) =>
      row.cells.forEach((cell, c) => {
        const text = cellText(cell, toothName(row.fdi, store.state.notation), row.held);
        cells[r]?.[c]?.setAttribute('aria-label', text);
        cells[r]?.[c]?.setAttribute('title', text);
      }),
    );
  };
  const markStage = (stage: number, before: number) => {
    const mark = (s: number, on: boolean) => {
      const c = stages.indexOf(s);
      if (c < 0) return;
      heads[c]?.classList.toggle('now', on);
      for (const line of cells) line[c]?.classList.toggle('now', on);
    };
    mark(before, false);
    mark(stage, true);
    const head = heads[stages.indexOf(stage)];
    if (head === undefined) return;
    const left = head.offsetLeft;
    if (left < scroll.scrollLeft + 60 || left > scroll.scrollLeft + scroll.clientWidth - 40)
      scroll.scrollLeft = left - scroll.clientWidth / 2;
  };
  const markTooth = (tooth: number | null) =>
    rows.forEach((row) => {
      names
        .get(row.fdi)
        ?.closest('tr')
        ?.classList.toggle('selected', row.fdi === tooth);
    });
  store.listen((state, before) => {
    if (state.notation !== before.notation) rename();
    if (state.stage !== before.stage) markStage(state.stage, before.stage);
    if (state.tooth !== before.tooth) markTooth(state.tooth);
  });
  rename();
  markStage(store.state.stage, -1);
  return h('section', { class: 'chart-panel', 'aria-label': 'Staging chart' }, scroll, legend(allPhases));
}

/** A thin lane a phase, so that each reads as a bar along the stages. */
function phaseLanes(now: readonly string[], all: ReadonlySet<string>): HTMLElement {
  const lane = (phase: string) =>
    h('i', {
      style: `background:${now.includes(phase) ? (phaseColors[phase] ?? 'var(--muted)') : 'transparent'}`,
    });
  return h('i', { class: 'phases' }, ...[...all].map(lane));
}

function cellElement(cell: ChartCell, held: boolean): HTMLElement {
  const td = h('td', { role: 'gridcell', tabindex: '-1' });
  if (cell.type !== null) {
    const style = typeStyles[cell.type];
    const strength = Math.round(22 + 66 * Math.min(1, cell.share));
    td.style.setProperty('--cell', `color-mix(in srgb, ${style.color} ${strength}%, var(--cell-base))`);
    td.classList.add('moves');
    td.textContent = style.letter;
  }
  td.classList.toggle('hold', cell.hold || (held && cell.type === null));
  td.classList.toggle('over', cell.over);
  td.classList.toggle('ipr', cell.iprMm > 0);
  td.classList.toggle('aux', cell.auxiliary);
  td.classList.toggle('flagged', cell.findings > 0);
  if (cell.attachment !== 'none') td.classList.add('attachment', `attachment-${cell.attachment}`);
  return td;
}

function cellText(cell: ChartCell, tooth: string, held: boolean): string {
  const move =
    cell.type === null
      ? held
        ? 'may not move'
        : 'no movement'
      : `${typeStyles[cell.type].name.toLowerCase()}, ${percent(cell.share)} of its limit`;
  return [`Tooth ${tooth}, stage ${cell.stage}: ${move}`, ...cellParts(cell)].join('; ');
}

function legend(phases: ReadonlySet<string>): HTMLElement {
  const types = typeOrder.map((type) => {
    const { color, letter, name } = typeStyles[type];
    return h('span', { class: 'key' }, h('i', { class: 'swatch', style: `--cell:${color}` }, letter), name);
  });
  const marks: [string, string][] = [
    ['hold', 'Held'],
    ['ipr', 'IPR at a contact'],
    ['attachment attachment-on', 'Attachment'],
    ['aux', 'Auxiliary'],
    ['flagged', 'Finding'],
    ['over', 'Over limit'],
  ];
  return h(
    'div',
    { class: 'legend', 'aria-label': 'Legend' },
    ...types,
    ...marks.map(([style, name]) =>
      h('span', { class: 'key' }, h('i', { class: `swatch mark ${style}` }), name),
    ),
    h('span', { class: 'key' }, 'Stronger colour: nearer to the limit'),
    ...[...phases].map((phase) =>
      h(
        'span',
        { class: 'key' },
        h('i', { class: 'swatch phase', style: `--cell:${phaseColors[phase] ?? 'var(--muted)'}` }),
        `Phase: ${phase}`,
      ),
    ),
  );
}
