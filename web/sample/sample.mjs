// Sample data for the page's own tests and for work on it: a plausible plan, not one Archwright made.
import { cross, dot, gingivaOf, teethOf } from './teeth.mjs';

const trays = 16;

/** A small generator with a fixed seed, so that the sample is the same every time. */
function randomFrom(seed) {
    let state = seed;
    return () => {
        state = (state * 1664525 + 1013904223) % 4294967296;
        return state / 4294967296 - 0.5;
    };
}

const quaternion = (v) => {
    const angle = Math.hypot(...v);
    const s = angle < 1e-9 ? 0.5 : Math.sin(angle / 2) / angle;
    return [Math.cos(angle / 2), ...v.map((x) => x * s)];
};

const turn = ([w, x, y, z], p) => {
    const t = cross([x, y, z], p).map((c) => 2 * c);
    const u = cross([x, y, z], t);
    return p.map((c, i) => c + w * t[i] + u[i]);
};

const moved = (pose, p) => turn(pose.q, p).map((x, i) => x + pose.t[i]);

/** The pose that turns by `omega` about `center` and shifts. */
const about = (omega, center, shift) => {
    const q = quaternion(omega);
    return { q, t: turn(q, center).map((x, i) => center[i] + shift[i] - x) };
};

/** A slide from centric relation that gets smaller, with the teeth that meet first. */
const biteOf = (last) => ({
    axis: { source: 'average' },
    isCentricTracked: true,
    slideDoubtMm: 0.3,
    stages: Array.from({ length: last + 1 }, (_, stage) => {
        const mm = 1.9 - (0.5 * stage) / last;
        return {
            stage,
            openingMm: 0.02 * stage,
            shiftMm: 0.02 * stage,
            contacts: [{ upper: 11, lower: 41 }],
            slide: {
                mm,
                forwardMm: mm * 0.9,
                leftMm: 0,
                upMm: mm * 0.4,
                contacts: [{ upper: 25, lower: 35 }],
            },
            rampOpeningMm: null,
        };
    }),
});

/** Data in the form of web/src/data/contract.ts. */
export function sampleData() {
    const random = randomFrom(7);
    const jaws = ['upper', 'lower'].map((jaw) => ({ jaw, teeth: teethOf(jaw) }));
    const all = jaws.flatMap((j) => j.teeth);
    // the ideal is the target: the start is the ideal put out of place
    const starts = new Map(
        all.map((tooth) => {
            const front = tooth.kind < 3 ? 1 : tooth.kind < 5 ? 0.6 : 0.15;
            const turned = tooth.occlusal.map(
                (x, c) => x * random() * 0.5 * front + tooth.facial[c] * random() * 0.16 * front,
            );
            const shift = tooth.facial.map(
                (x, c) => x * random() * 2.4 * front + tooth.occlusal[c] * random() * 1.6 * front,
            );
            return [tooth.fdi, about(turned, tooth.center, shift)];
        }),
    );
    const back = (pose) => {
        const q = [pose.q[0], -pose.q[1], -pose.q[2], -pose.q[3]];
        return { q, t: turn(q, pose.t).map((x) => 0 - x) };
    };
    const windows = new Map(
        all.map((t) => [
            t.fdi,
            t.kind >= 5 ? [9, 13] : t.kind >= 3 ? [5, 15] : t.fdi > 30 ? [0, 9] : [1, 13],
        ]),
    );
    const share = (fdi, stage) => {
        const [from, to] = windows.get(fdi);
        return Math.min(1, Math.max(0, (stage - from) / (to - from)));
    };
    const start = new Map(all.map((t) => [t.fdi, placed(t, starts.get(t.fdi))]));
    const poseAt = (tooth, stage) => {
        const total = back(starts.get(tooth.fdi));
        const center = start.get(tooth.fdi).center;
        const s = share(tooth.fdi, stage);
        const half = Math.acos(Math.min(1, total.q[0]));
        const axis = total.q.slice(1).map((x) => x / (Math.sin(half) || 1));
        const end = moved(total, center);
        return about(
            axis.map((x) => x * 2 * half * s),
            center,
            end.map((x, i) => (x - center[i]) * s),
        );
    };
    const stages = Array.from({ length: trays + 1 }, (_, index) => ({
        index,
        wearDays: index === 0 ? 0 : 14,
        phases:
            index === 0 ? [] : index < 6 ? ['level', 'align'] : index < 12 ? ['align', 'space'] : ['detail'],
        poses: Object.fromEntries(all.map((t) => [t.fdi, poseAt(t, index)])),
    }));
    const planTeeth = all.map((t) => planTooth(start.get(t.fdi)));
    const movements = all.map((t) => movementsOf(start.get(t.fdi), stages));
    const plan = planOf(planTeeth, stages, movements, windows);
    return {
        schema: 'archwright.review/1',
        plan,
        standing: {
            state: 'initial',
            openBlockers: plan.summary.blockers,
            approvable: false,
            waivers: [],
            review: null,
            missing: ['no review is on record: the plan is initial'],
            notCounted: [],
        },
        attachments: plan.attachments.map((a) => blockOn(a, planTeeth)),
        roots: [],
        teeth: all.map((t) => ({ fdi: t.fdi, mesh: pack(start.get(t.fdi).mesh) })),
        gingivae: jaws.map(({ jaw, teeth }) =>
            packGingiva(
                gingivaOf(
                    jaw,
                    teeth.map((t) => start.get(t.fdi)),
                ),
            ),
        ),
        movements,
    };
}

function placed(tooth, pose) {
    const mesh = { positions: [], indices: tooth.mesh.indices };
    for (let i = 0; i < tooth.mesh.positions.length; i += 3)
        mesh.positions.push(...moved(pose, tooth.mesh.positions.slice(i, i + 3)));
    const point = (p) => moved(pose, p);
    const axis = (a) => turn(pose.q, a);
    return {
        ...tooth,
        mesh,
        origin: point(tooth.origin),
        margin: point(tooth.margin),
        tip: point(tooth.tip),
        center: point(tooth.center),
        apex: point(tooth.apex),
        mesial: axis(tooth.mesial),
        facial: axis(tooth.facial),
        occlusal: axis(tooth.occlusal),
    };
}

const planTooth = (t) => ({
    fdi: t.fdi,
    fixed: t.fdi === 27,
    restriction: t.fdi === 27 ? 'implant' : 'none',
    frame: { origin: t.origin, mesial: t.mesial, facial: t.facial, occlusal: t.occlusal },
    centerOfResistance: t.center,
    apex: t.apex,
    rootSource: 'template',
    landmarks: { occlusalPoint: t.tip, facialAxisPoint: t.origin, facialMargin: t.margin },
    widthMm: t.width,
    inferredShare: 0.12,
});

const round = (x) => Math.round(x * 1e4) / 1e4;

function numbers(t, from, to) {
    const difference = (p) => moved(to, p).map((x, i) => x - moved(from, p)[i]);
    const axis = (a) => turn(from.q, a);
    const [m, f, o] = [axis(t.mesial), axis(t.facial), axis(t.occlusal)];
    const c = difference(t.center);
    const bend = (a, b) =>
        (Math.asin(Math.max(-1, Math.min(1, dot(turn(to.q, a), axis(b))))) * 180) / Math.PI;
    const crown = difference(t.tip);
    const apex = difference(t.apex);
    return {
        mesialMm: round(dot(c, m)),
        facialMm: round(dot(c, f)),
        extrusionMm: round(dot(c, o)),
        rotationDeg: round(bend(t.mesial, t.facial)),
        tipDeg: round(bend(t.occlusal, t.mesial)),
        torqueDeg: round(bend(t.occlusal, t.facial)),
        crownMm: round(Math.hypot(...crown)),
        apexMm: round(Math.hypot(...apex)),
    };
}

function movementsOf(t, stages) {
    const pose = (k) => stages[k].poses[t.fdi];
    const list = stages.slice(1).map(({ index }) => {
        const tray = numbers(t, pose(index - 1), pose(index));
        const use = (component, type, amount, limit, unit) => ({
            component,
            type,
            measured: Math.abs(round(amount)),
            limit,
            share: round(Math.abs(amount) / limit),
            unit,
        });
        const uses = [
            use('tip', 'crown-tipping', tray.tipDeg, 2.5, 'deg'),
            use('torque', 'torque', tray.torqueDeg, 1, 'deg'),
            use('rotation', 'rotation', tray.rotationDeg, t.kind < 2 ? 2 : 1.5, 'deg'),
            use('horizontal', 'translation', Math.hypot(tray.mesialMm, tray.facialMm), 0.25, 'mm'),
            use(
                'vertical',
                tray.extrusionMm < 0 ? 'intrusion' : 'extrusion',
                tray.extrusionMm,
                tray.extrusionMm < 0 ? 0.2 : 0.25,
                'mm',
            ),
        ].filter((u) => u.share > 0.005);
        const most = uses.reduce((a, b) => (a === null || b.share > a.share ? b : a), null);
        return {
            stage: index,
            tray,
            soFar: numbers(t, pose(0), pose(index)),
            type: most?.type ?? null,
            component: most?.component ?? null,
            share: most?.share ?? 0,
            uses,
        };
    });
    const peak = list.reduce((a, b) => (b.share > a.share ? b : a));
    return {
        fdi: t.fdi,
        toothClass: ['incisor', 'incisor', 'canine', 'premolar', 'premolar', 'molar', 'molar'][t.kind],
        total: numbers(t, pose(0), pose(stages.length - 1)),
        peakShare: peak.share,
        peakStage: peak.share > 0 ? peak.stage : null,
        stages: list,
    };
}

function planOf(teeth, stages, movements, windows) {
    const over = movements.filter((m) => m.peakShare > 1.02);
    const findings = [
        ...over.map((m) => ({
            rule: 'MOV001',
            severity: 'blocker',
            tooth: m.fdi,
            other: null,
            stage: m.peakStage,
            measured: m.peakShare,
            limit: 1,
            unit: '1',
            message: `Tooth ${m.fdi} uses ${Math.round(m.peakShare * 100)} % of a limit in stage ${m.peakStage}.`,
            source: "requirements.csv VEL-08 … VEL-14 (user's table)",
        })),
        {
            rule: 'STG002',
            severity: 'warning',
            tooth: null,
            other: null,
            stage: 7,
            measured: 18,
            limit: 14,
            unit: 'teeth',
            message: 'Stage 7 moves 18 teeth at once.',
            source: 'requirements.csv STG-05',
        },
        {
            rule: 'REC001',
            severity: 'advice',
            tooth: null,
            other: null,
            stage: null,
            measured: null,
            limit: null,
            unit: null,
            message: 'Roots are estimated: there is no CBCT.',
            source: 'requirements.csv REC-04',
        },
    ];
    const events = teeth.flatMap(({ fdi }) => {
        const [from, to] = windows.get(fdi);
        const held = fdi % 10 >= 6;
        return [
            ...(from > 0
                ? [
                      {
                          fdi,
                          kind: 'hold',
                          movement: 'all',
                          from: 1,
                          to: from,
                          cause: held
                              ? 'anchorage for the front teeth (STG-04)'
                              : 'waits until the neighbour has made room',
                      },
                  ]
                : []),
            {
                fdi,
                kind: 'start',
                movement: 'align',
                from: from + 1,
                to: from + 1,
                cause: from > 0 ? 'space has been made' : 'first phase',
            },
            { fdi, kind: 'stop', movement: 'align', from: to, to, cause: 'target reached' },
        ];
    });
    return {
        schema: 'archwright.plan/1',
        engine: {
            version: '0.1.0',
            ruleSet: 'sample',
            preferencesSha256: '0'.repeat(64),
            preferences: { id: 'base', version: '1' },
        },
        caseLabel: 'SAMPLE',
        occlusalFromScan: { q: [1, 0, 0, 0], t: [0, 0, 0] },
        orientationConfidence: 0.97,
        hasBite: true,
        inputs: [{ path: 'scans/upper.ply', sha256: 'a'.repeat(64) }],
        teeth,
        stages,
        ipr: [
            { between: [11, 21], mm: 0.2, stage: 4, cause: 'crowding of 1.6 mm' },
            { between: [41, 31], mm: 0.25, stage: 3, cause: 'crowding of 2.1 mm' },
            { between: [42, 41], mm: 0.2, stage: 3, cause: 'crowding of 2.1 mm' },
        ],
        attachments: [13, 23, 34, 44].map((fdi) => {
            const t = teeth.find((one) => one.fdi === fdi);
            const position = t.frame.origin.map((x, i) => x + 0.7 * t.frame.facial[i]);
            return {
                fdi,
                type: 'rectangular-horizontal',
                serves: 'rotation',
                on: 2,
                off: 14,
                size: [3, 1.8, 1],
                position,
                surface: 'facial',
                fromMarginMm: 4.2,
                crownHeightMm: 8.6,
                purpose: 'rotation of 9.0° (mesial side outwards), trays 2–14',
                cause: 'attachments.rotationFromDeg 5.0',
            };
        }),
        auxiliaries: [
            {
                fdi: 24,
                type: 'extrusion-elastic',
                from: 6,
                to: 12,
                cause: 'posterior extrusion needs an elastic (VEL-12)',
            },
        ],
        events,
        findings,
        objectives: [
            { name: 'overjet', wanted: '2 mm', planned: '2.2 mm', met: true },
            { name: 'midline', wanted: '0 mm', planned: '0.6 mm', met: false },
        ],
        preferences: [
            { name: 'ipr.maxPerContactMm', state: 'obeyed', evidence: 'at most 0.25 mm (41–31, stage 3)' },
            {
                name: 'velocity.torqueDeg',
                state: over.length > 0 ? 'broken' : 'obeyed',
                evidence: over[0] ? `tooth ${over[0].fdi}, stage ${over[0].peakStage}` : 'all trays',
            },
            { name: 'setup.speeMm', state: 'not-applicable', evidence: 'no molars to measure it by' },
        ],
        measures: [
            { name: 'overjet', jaw: null, start: 3.4, target: 2.2, unit: 'mm' },
            { name: 'overbite', jaw: null, start: 3.1, target: 2.0, unit: 'mm' },
            { name: 'crowding', jaw: 'upper', start: 1.6, target: 0, unit: 'mm' },
            { name: 'crowding', jaw: 'lower', start: 2.1, target: 0, unit: 'mm' },
            { name: "Little's irregularity", jaw: 'lower', start: 5.7, target: 0.3, unit: 'mm' },
            { name: 'curve of Wilson', jaw: 'lower', start: null, target: null, unit: 'deg' },
        ],
        dataGaps: [
            { code: 'no-cbct', message: 'There is no CBCT: roots and bone are not seen.', fdi: null },
            {
                code: 'contact-inferred',
                message: 'has 12 % of its surface inferred at the contacts.',
                fdi: 36,
            },
        ],
        shortfalls: [
            {
                code: 'objective-unmet',
                message: 'The midline stays 0.6 mm to the left: expansion limit reached.',
                fdi: null,
            },
        ],
        summary: {
            traysUpper: trays,
            traysLower: trays,
            weeks: trays * 2,
            iprMm: 0.65,
            attachments: 4,
            lowerBound: 13,
            blockers: over.length,
            approvable: over.length === 0,
            state: 'initial',
            complexity: {
                grade: 'mild',
                points: 6,
                parts: [
                    { name: 'overjet', value: 3.6, unit: 'mm', points: 2, source: 'sample' },
                    { name: 'crowding', value: 5.4, unit: 'mm', points: 4, source: 'sample' },
                    { name: 'resorbed-roots', value: null, unit: 'count', points: 0, source: 'sample' },
                ],
            },
        },
        scanQuality: {
            verdict: 'waived',
            statement: 'The scans have 1 capture fault; the treating doctor answers for it.',
            defects: [
                {
                    code: 'hole-crown',
                    severity: 'rescan',
                    scan: 'upper',
                    fdi: 16,
                    message: 'a hole at 16 distal: 1.4 mm², limit 1',
                    waiver: { by: 'Dr. Example', reason: 'the crown is to be replaced' },
                },
            ],
        },
        face: { isJudged: false, statement: 'not judged: the face was not read from photographs' },
        bite: biteOf(stages.length - 1),
        limits: teeth.map(({ fdi }) => ({
            fdi,
            component: 'resultant',
            stage: 1,
            published: 0.25,
            unit: 'mm',
            preference: 'velocity.linearMm',
            source: 'requirements.csv VEL-04',
        })),
        risks: [
            {
                risk: 'loss-of-tracking',
                isRaised: over.length > 0,
                basis: 'the most demanding tray against its limit',
                rules: over.length > 0 ? ['MOV001'] : [],
            },
            {
                risk: 'anchorage-failure',
                isRaised: false,
                basis: 'the root surface that moves is 0.6 times what stands',
                rules: [],
            },
        ],
    };
}

/** A plain block in an attachment's place. */
function blockOn({ fdi, size, position }, teeth) {
    const { mesial, occlusal, facial } = teeth.find((t) => t.fdi === fdi).frame;
    const positions = [];
    for (let i = 0; i < 8; i++) {
        const at = [i & 1, i & 2, i & 4].map((bit, axis) => (bit ? 0.5 : -0.5) * size[axis]);
        positions.push(
            ...position.map((x, c) => x + at[0] * mesial[c] + at[1] * occlusal[c] + at[2] * facial[c]),
        );
    }
    const sides = [
        0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1,
        7, 5,
    ];
    const left = fdi > 20 && fdi < 30 ? true : fdi > 40;
    const indices = left ? sides.map((_, i) => sides[i - (i % 3) + [0, 2, 1][i % 3]]) : sides;
    return pack({ positions, indices });
}

/** As PackedMesh.cs packs. */
function pack({ positions, indices }) {
    const axis = (i) => positions.filter((_, k) => k % 3 === i);
    const origin = [0, 1, 2].map((i) => axis(i).reduce((a, b) => Math.min(a, b), Infinity));
    const step = [0, 1, 2].map(
        (i) => (axis(i).reduce((a, b) => Math.max(a, b), -Infinity) - origin[i]) / 65535,
    );
    const q = Uint16Array.from(positions, (x, k) => Math.round((x - origin[k % 3]) / (step[k % 3] || 1)));
    return {
        vertexCount: positions.length / 3,
        triangleCount: indices.length / 3,
        origin,
        step,
        positions: Buffer.from(q.buffer).toString('base64'),
        indexBytes: 2,
        indices: Buffer.from(Uint16Array.from(indices).buffer).toString('base64'),
    };
}

function packGingiva({ jaw, positions, indices, influences }) {
    return {
        jaw,
        mesh: pack({ positions, indices }),
        influences: Buffer.from(Uint8Array.from(influences, ([fdi]) => fdi)).toString('base64'),
        weights: Buffer.from(Uint16Array.from(influences, ([, w]) => Math.round(w * 65535)).buffer).toString(
            'base64',
        ),
    };
}
