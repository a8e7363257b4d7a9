// Plausible shapes for the sample page: crowns swept along an arch and a ridge of gingiva. Not anatomy; the project's own
// synthetic dentition is made by `archwright synth`. Occlusal frame: x to the patient's left, y posterior, z superior.

const widths = { upper: [8.5, 6.6, 7.7, 7.0, 6.8, 10.2, 9.7], lower: [5.4, 5.9, 6.9, 7.1, 7.1, 10.9, 10.4] };
const depths = { upper: [7.0, 6.2, 8.0, 9.0, 9.0, 11.0, 10.8], lower: [5.9, 6.3, 7.6, 7.6, 8.0, 10.2, 10.0] };
const heights = { upper: [10.2, 8.8, 9.8, 8.4, 7.6, 7.0, 6.6], lower: [8.8, 9.0, 10.2, 8.4, 7.6, 7.0, 6.6] };
const roots = [13, 13, 16.5, 14, 14, 12.5, 12];

/** Sums of products and lengths of plain arrays. */
export const add = (a, b, s = 1) => a.map((x, i) => x + s * b[i]);
export const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
export const cross = (a, b) => [
    a[1] * b[2] - a[2] * b[1],
    a[2] * b[0] - a[0] * b[2],
    a[0] * b[1] - a[1] * b[0],
];
const unit = (a) => a.map((x) => x / Math.hypot(...a));

/** The arch seen from above: y on it at x, incisors at −y. */
function archPoint(jaw, x) {
    const front = jaw === 'upper' ? -24 : -22;
    const half = jaw === 'upper' ? 27 : 25.5;
    return front + 46 * Math.pow(Math.abs(x) / half, 2.15);
}

/** Teeth of one jaw: frame, landmarks and crown surface at their ideal places. */
export function teethOf(jaw) {
    const teeth = [];
    for (const side of [-1, 1]) {
        let x = 0;
        for (let i = 0; i < 7; i++) {
            const width = widths[jaw][i];
            const walk = (from, length) => {
                let [at, gone] = [from, 0];
                while (gone < length) {
                    const next = at + 0.01;
                    gone += Math.hypot(0.01, archPoint(jaw, next) - archPoint(jaw, at));
                    at = next;
                }
                return at;
            };
            const mid = walk(x, width / 2);
            x = walk(x, width);
            const slope = (archPoint(jaw, mid + 0.05) - archPoint(jaw, mid - 0.05)) / 0.1;
            const distal = unit([side, side * slope * side, 0]);
            const facial = unit([side * slope, -1, 0]);
            const occlusal = jaw === 'upper' ? [0, 0, -1] : [0, 0, 1];
            const tip = unit(add(occlusal, facial, i < 2 ? 0.18 : i === 2 ? 0.08 : -0.06));
            const mesial = distal.map((v) => 0 - v);
            const out = unit(add(facial, tip, -dot(facial, tip)));
            const quadrant = jaw === 'upper' ? (side < 0 ? 1 : 2) : side < 0 ? 4 : 3;
            const height = heights[jaw][i];
            // edges meet the occlusal plane; uppers stand 1.6 mm outside the lowers
            const place = [side * mid, archPoint(jaw, mid), jaw === 'upper' ? -0.4 : 0.2];
            teeth.push(
                toothAt(quadrant * 10 + i + 1, i, width, depths[jaw][i], height, place, mesial, out, tip),
            );
        }
    }
    return teeth.sort((a, b) => order(a.fdi) - order(b.fdi));
}

const order = (fdi) => (Math.floor(fdi / 10) === 1 || Math.floor(fdi / 10) === 4 ? -(fdi % 10) : fdi % 10);

function toothAt(fdi, kind, width, depth, height, edge, mesial, facial, occlusal) {
    const at = (m, f, o) => add(add(add(edge, mesial, m), facial, f), occlusal, o);
    return {
        fdi,
        kind,
        width,
        mesial,
        facial,
        occlusal,
        at,
        height,
        depth,
        origin: at(0, depth * 0.45, -height / 2),
        margin: at(0, depth * 0.42, -height),
        tip: at(0, kind < 3 ? 0 : depth * 0.25, 0),
        center: at(0, 0, -height - roots[kind] * 0.35),
        apex: at(0, 0, -height - roots[kind]),
        mesh: crown(kind, width, depth, height, at),
    };
}

/** Half width and half depth of a crown at t = 0 (neck) … 1 (edge). */
function outline(kind, width, depth, at) {
    const t = Math.max(0, at);
    const swell = Math.sin(Math.PI * Math.min(1, t * 0.62 + 0.2));
    if (kind < 2) return [width * (0.36 + 0.14 * t ** 0.6), (depth / 2) * (0.95 - 0.86 * t ** 0.9)];
    if (kind === 2)
        return [
            width * (0.34 + 0.16 * swell) * (1 - 0.55 * Math.max(0, t - 0.6)),
            (depth / 2) * (1 - 0.8 * t ** 1.3),
        ];
    return [width * (0.4 + 0.1 * swell), (depth / 2) * (0.86 + 0.14 * swell - 0.2 * t * t)];
}

function crown(kind, width, depth, height, at) {
    const around = 72;
    const up = 30;
    const top = kind < 3 ? 6 : 16;
    const positions = [];
    const cusps = [
        [0.5, 0.5],
        [-0.5, 0.5],
        [0.5, -0.5],
        [-0.5, -0.5],
    ];
    const relief = (u, v) => {
        if (kind < 2) return -0.12 * v * v;
        if (kind === 2) return 0.5 - 1.6 * Math.abs(u) ** 1.3;
        const used =
            kind < 5
                ? [
                      [0, 0.5],
                      [0, -0.5],
                  ]
                : cusps;
        const bumps = used.reduce((s, [a, b]) => s + Math.exp(-((u - a) ** 2 + (v - b) ** 2) / 0.11), 0);
        return -1.7 + 1.7 * bumps + 0.9 * Math.max(0, Math.hypot(u, v) - 0.75);
    };
    const power = kind < 3 ? 0.75 : 0.68;
    const ring = (t, shrink) => {
        const [a, b] = outline(kind, width, depth, t);
        for (let i = 0; i < around; i++) {
            const angle = (2 * Math.PI * i) / around;
            const c = Math.cos(angle);
            const s = Math.sin(angle);
            const u = Math.sign(c) * Math.abs(c) ** power * shrink;
            const v = Math.sign(s) * Math.abs(s) ** power * shrink;
            const lift = relief(u, v) * Math.max(0, (t - 0.55) / 0.45) ** 2;
            // cingulum: the lingual side of front teeth hollows out
            const back = kind < 3 && s < 0 ? 1 - 0.25 * Math.sin(Math.PI * t) : 1;
            const lean = kind < 3 ? depth * 0.1 * Math.sin(Math.PI * t * 0.9) : 0;
            positions.push(...at(u * a, v * b * back + lean, (t - 1) * height + lift));
        }
    };
    for (let j = 0; j <= up; j++) ring(-0.25 + (1.25 * j) / up, 1);
    for (let j = 1; j < top; j++) ring(1, 1 - j / top);
    const rings = up + top;
    positions.push(...at(0, 0, relief(0, 0)), ...at(0, 0, -1.25 * height));
    const apex = rings * around;
    const indices = [];
    for (let j = 0; j + 1 < rings; j++)
        for (let i = 0; i < around; i++) {
            const [a, b] = [j * around + i, j * around + ((i + 1) % around)];
            indices.push(a, b, b + around, a, b + around, a + around);
        }
    for (let i = 0; i < around; i++) {
        const next = (i + 1) % around;
        indices.push((rings - 1) * around + i, (rings - 1) * around + next, apex);
        indices.push(next, i, apex + 1);
    }
    return outwards(positions, indices);
}

/** Turns the faces outwards: in two quadrants the tooth's axes are left-handed. */
function outwards(positions, indices) {
    const p = (i) => positions.slice(i * 3, i * 3 + 3);
    let volume = 0;
    for (let t = 0; t < indices.length; t += 3)
        volume += dot(p(indices[t]), cross(p(indices[t + 1]), p(indices[t + 2])));
    if (volume < 0)
        for (let t = 0; t < indices.length; t += 3)
            [indices[t], indices[t + 1]] = [indices[t + 1], indices[t]];
    return { positions, indices };
}

/** A ridge along the arch with papillae, each vertex held by its two nearest teeth. */
export function gingivaOf(jaw, teeth) {
    const positions = [];
    const influences = [];
    const steps = 240;
    const profile = [
        [1.35, -1.9],
        [1.25, -1.3],
        [1.15, -0.75],
        [1.02, -0.3],
        [0.86, 0],
        [0.5, 0.1],
        [0, 0.1],
        [-0.5, 0.1],
        [-0.86, 0],
        [-1.02, -0.3],
        [-1.2, -0.75],
        [-1.4, -1.3],
        [-1.6, -1.9],
    ];
    for (let i = 0; i <= steps; i++) {
        const s = (i / steps) * (teeth.length - 1);
        const a = Math.min(teeth.length - 2, Math.floor(s));
        const f = s - a;
        const [one, two] = [teeth[a], teeth[a + 1]];
        const blend = (key) => one[key].map((x, c) => x + (two[key][c] - x) * f);
        const facial = unit(blend('facial'));
        const occlusal = blend('occlusal');
        const neck = add(
            add(blend('margin'), facial, -(one.depth + (two.depth - one.depth) * f) * 0.42),
            occlusal,
            0.6,
        );
        const half = (one.depth + (two.depth - one.depth) * f) / 2;
        const papilla = 2.2 * Math.sin(Math.PI * f) ** 2;
        for (const [out, down] of profile) {
            const reach = Math.max(0, 1 + down);
            positions.push(
                ...add(
                    add(neck, facial, out * (half + 0.3)),
                    occlusal,
                    down * 6 + (down > -0.5 ? papilla : papilla * 0.3),
                ),
            );
            const hold = Math.max(0, 0.95 - 0.5 * (1 - reach));
            influences.push([one.fdi, hold * (1 - f)], [two.fdi, hold * f], [0, 0], [0, 0]);
        }
    }
    const n = profile.length;
    const indices = [];
    for (let i = 0; i < steps; i++)
        for (let j = 0; j + 1 < n; j++) {
            const at = i * n + j;
            indices.push(at, at + n, at + n + 1, at, at + n + 1, at + 1);
        }
    return { jaw, positions, indices, influences };
}
