import type { Finding, Standing, Waiver } from '../data/contract';
import { h } from './dom';

/** The state of a version as a person reads it. */
export const stateNames: Record<Standing['state'], string> = {
  initial: 'Initial plan – not reviewed',
  'changes-wanted': 'Reviewed – changes wanted',
  reviewed: 'Reviewed',
};

/** The signature under a finding, where there is one: under that very finding, as it was worded. */
export const waiverOf = (standing: Standing, f: Finding): Waiver | undefined =>
  standing.waivers.find(
    (w) =>
      w.rule === f.rule &&
      w.tooth === f.tooth &&
      w.other === f.other &&
      w.stage === f.stage &&
      w.message === f.message,
  );

export const waiverText = (w: Waiver): string => `Waived by ${w.by}, treating doctor, ${w.on}: ${w.reason}`;

/** The recorded review question by question, the waivers, and what is missing before approval. */
export function reviewSection(standing: Standing): HTMLElement {
  const { review, waivers, missing, notCounted } = standing;
  const decisions = { accept: '✓ accepted', change: '✕ change wanted' };
  return h(
    'section',
    {},
    h('h3', {}, 'Review'),
    h(
      'p',
      { class: review === null ? 'muted' : '' },
      review === null
        ? 'No review of this version is on record: the plan is initial and cannot be approved.'
        : `${stateNames[standing.state]} by ${review.by}, ${review.role.replaceAll('-', ' ')}, ${review.on}.`,
    ),
    review === null
      ? null
      : h(
          'table',
          {},
          h(
            'tbody',
            {},
            ...review.answers.map((a) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, a.question),
                h(
                  'td',
                  { class: a.decision === 'accept' ? 'good' : 'bad' },
                  a.decision === null ? '– not answered' : decisions[a.decision],
                ),
                h('td', {}, a.remark),
              ),
            ),
          ),
        ),
    list(
      'Waived by the treating doctor',
      waivers.map((w) => `${w.rule}: ${w.message} ${waiverText(w)}`),
    ),
    list('Missing before approval', missing),
    list('Signatures that do not count', notCounted),
  );
}

function list(title: string, lines: string[]): HTMLElement | null {
  if (lines.length === 0) return null;
  return h(
    'div',
    {},
    h('h4', {}, title),
    h('ul', { class: 'plain-list' }, ...lines.map((l) => h('li', {}, l))),
  );
}
