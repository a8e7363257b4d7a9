import {
  NeutralToneMapping,
  PerspectiveCamera,
  Raycaster,
  Scene,
  Vector2,
  Vector3,
  WebGLRenderer,
  type Intersection,
} from 'three';
import type { ReviewData } from '../data/contract';
import { toothName } from '../model/notation';
import type { Store, ViewState } from '../model/state';
import { h } from '../ui/dom';
import { Dentition } from './dentition';
import { Measure } from './measure';
import { fieldOfViewDeg, Orbit } from './orbit';

/** What the viewer tells the rest of the page. */
export interface ViewerEvents {
  picked(fdi: number | null): void;
  hovered(fdi: number | null, x: number, y: number): void;
  measured(text: string): void;
}

/** The 3D picture: draws when something has changed and rests otherwise. */
export class Viewer {
  readonly element: HTMLElement;
  private readonly canvas = h('canvas', { class: 'viewer-canvas', tabindex: '-1', 'aria-hidden': 'true' });
  private readonly overlay = h('div', { class: 'viewer-overlay', 'aria-hidden': 'true' });
  private readonly distance = h('span', { class: 'viewer-distance', hidden: true });
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(fieldOfViewDeg, 1, 1, 1000);
  private readonly orbit: Orbit;
  private readonly dentition: Dentition;
  private readonly measure = new Measure();
  private readonly labels = new Map<number, HTMLElement>();
  private readonly iprLabels: HTMLElement[] = [];
  private readonly ray = new Raycaster();
  private waiting = false;
  /** The next picture is the first of its stage: its time is kept. */
  private stageIsNew = false;

  constructor(
    data: ReviewData,
    private readonly store: Store,
    private readonly events: ViewerEvents,
  ) {
    this.element = h('div', { class: 'viewer' }, this.canvas, this.overlay, zoomButtons(this));
    this.overlay.append(this.distance);
    this.renderer = new WebGLRenderer({ canvas: this.canvas, antialias: true, alpha: true });
    this.renderer.toneMapping = NeutralToneMapping;
    this.renderer.toneMappingExposure = 1.07;
    // asking for a shader's messages would wait for the compiler
    this.renderer.debug.checkShaderErrors = false;
    this.orbit = new Orbit(this.camera, this.canvas, () => this.invalidate());
    this.dentition = new Dentition(data);
    this.scene.add(this.dentition.root, this.measure.group);
    for (const { fdi } of data.plan.teeth) {
      const label = h('span', { class: 'tooth-label' });
      this.labels.set(fdi, label);
      this.overlay.append(label);
    }
    this.listen();
  }

  /** Fits the picture to its place and shows the first view. */
  start(): void {
    this.resize();
    new ResizeObserver(() => {
      this.resize();
      this.drawNow();
    }).observe(this.element);
    this.dentition.show(this.store.state, null, this.accent());
    this.renameLabels(this.store.state);
    this.fit(false);
    this.drawNow();
  }

  update(state: ViewState, before: ViewState): void {
    if (state.measuring !== before.measuring && !state.measuring) this.measure.clear();
    this.element.classList.toggle('measuring', state.measuring);
    if (state.notation !== before.notation) this.renameLabels(state);
    this.stageIsNew ||= state.stage !== before.stage;
    this.dentition.show(state, before, this.accent());
    if (state.view !== before.view) this.fit(true);
    this.invalidate();
  }

  /** Looks again from the current view, undoing turns, pans and zooms. */
  fit(glide: boolean): void {
    const { view } = this.store.state;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { bounds } = this.dentition;
    const box =
      view === 'upper' || view === 'lower' ? bounds[view].clone() : bounds.upper.clone().union(bounds.lower);
    if (box.isEmpty()) box.copy(bounds.upper).union(bounds.lower);
    const size = box.getSize(new Vector3());
    const center = box.getCenter(new Vector3());
    const [width, height, depth] =
      view === 'front'
        ? [size.x, size.z, size.y]
        : view === 'upper' || view === 'lower'
          ? [size.x, size.y, size.z]
          : [size.y, size.z, size.x];
    this.orbit.show(view, center, width * 1.14, height * 1.22, depth, glide && !calm);
  }

  zoom(factor: number): void {
    this.orbit.zoom(factor);
  }

  clearMeasure(): void {
    this.measure.clear();
    this.invalidate();
  }

  /** A picture of what is shown, for printing. */
  picture(): string {
    this.drawNow();
    return this.canvas.toDataURL('image/png');
  }

  invalidate(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.drawNow();
    });
  }

  drawNow(): void {
    const started = performance.now();
    const gliding = this.orbit.update();
    const span = this.measure.draw((p) => this.dentition.toOcclusal(p.fdi, p.at));
    this.renderer.render(this.scene, this.camera);
    this.drawOverlay(span);
    if (this.stageIsNew) performance.measure('stage-draw', { start: started });
    this.stageIsNew = false;
    if (gliding) this.invalidate();
  }

  private listen(): void {
    this.canvas.addEventListener('pointerup', (e) => {
      if (e.button === 0 && this.orbit.wasClick) this.click(e);
    });
    this.canvas.addEventListener('pointermove', (e) => {
      if (this.orbit.isDragging) return;
      const hit = this.pick(e, false);
      this.events.hovered(hit === null ? null : this.dentition.fdiOf(hit.object), e.offsetX, e.offsetY);
    });
    this.canvas.addEventListener('pointerleave', () => this.events.hovered(null, 0, 0));
    this.canvas.addEventListener('dblclick', () => this.fit(true));
    this.canvas.addEventListener('webglcontextrestored', () => this.invalidate());
  }

  private click(event: PointerEvent): void {
    const { measuring } = this.store.state;
    const hit = this.pick(event, measuring);
    if (!measuring) {
      this.events.picked(hit === null ? null : this.dentition.fdiOf(hit.object));
      return;
    }
    if (hit === null) return;
    const fdi = this.dentition.fdiOf(hit.object);
    this.measure.add({ fdi, at: this.dentition.fromOcclusal(fdi, hit.point) });
    this.drawNow();
    this.events.measured(
      this.distance.hidden ? 'First point set' : `Distance ${this.distance.textContent ?? ''}`,
    );
  }

  private pick(event: PointerEvent, withGingiva: boolean): Intersection | null {
    const { clientWidth, clientHeight } = this.canvas;
    const at = new Vector2((event.offsetX / clientWidth) * 2 - 1, 1 - (event.offsetY / clientHeight) * 2);
    this.ray.setFromCamera(at, this.camera);
    return this.ray.intersectObjects(this.dentition.pickable(withGingiva), false)[0] ?? null;
  }

  private drawOverlay(span: { mm: number; middle: Vector3 } | null): void {
    const { clientWidth, clientHeight } = this.canvas;
    const place = (element: HTMLElement, at: Vector3) => {
      const p = at.clone().project(this.camera);
      element.style.transform = `translate(-50%, -50%) translate(${((p.x + 1) / 2) * clientWidth}px, ${((1 - p.y) / 2) * clientHeight}px)`;
    };
    this.distance.hidden = span === null;
    if (span !== null) {
      this.distance.textContent = `${span.mm.toFixed(2)} mm`;
      place(this.distance, span.middle);
    }
    const { labels, tooth } = this.store.state;
    const towardsEye = new Vector3(0, 0, 1).applyQuaternion(this.camera.quaternion);
    const cuts = this.dentition.iprAnchors(this.store.state.stage, towardsEye);
    while (this.iprLabels.length < cuts.length) {
      const label = h('span', { class: 'ipr-label' });
      this.iprLabels.push(label);
      this.overlay.append(label);
    }
    this.iprLabels.forEach((label, i) => {
      const cut = cuts[i];
      label.hidden = cut === undefined;
      if (cut === undefined) return;
      label.textContent = `IPR ${Number(cut.mm.toFixed(2))}`;
      place(label, cut.at);
    });
    for (const { fdi, at } of this.dentition.labelAnchors(towardsEye)) {
      const label = this.labels.get(fdi);
      if (label === undefined) continue;
      label.hidden = at === null || !(labels || tooth === fdi);
      label.classList.toggle('selected', tooth === fdi);
      if (at !== null && !label.hidden) place(label, at);
    }
  }

  private renameLabels(state: ViewState): void {
    for (const [fdi, label] of this.labels) label.textContent = toothName(fdi, state.notation);
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === 0 || height === 0) return;
    this.renderer.setPixelRatio(Math.min(2, window.devicePixelRatio));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    if (!this.orbit.touched) this.fit(false);
  }

  private accent(): string {
    return getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() || '#0a84ff';
  }
}

function zoomButtons(viewer: Viewer): HTMLElement {
  const button = (text: string, label: string, act: () => void) =>
    h('button', { type: 'button', title: label, 'aria-label': label, onclick: act }, text);
  return h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
    button('+', 'Nearer (+)', () => viewer.zoom(0.85)),
    button('−', 'Farther (−)', () => viewer.zoom(1 / 0.85)),
    button('⤢', 'Fit the view again (0)', () => viewer.fit(true)),
  );
}
