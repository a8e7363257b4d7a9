// Opens the built page with the sample plan (or the page named as argument) in Chromium and works it as a reader would:
// no console errors, no request beyond the file, keys, picking, jumps. Prints the time to the first view and of stage changes.
// CHROMIUM names the browser (default /usr/bin/chromium); SCREENSHOTS a folder for pictures.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { writeSamplePage } from '../../sample/page.mjs';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) {
    console.log(`skipped: ${executablePath} is not there (set CHROMIUM)`);
    process.exit(0);
}

const file = process.argv[2] === undefined ? writeSamplePage() : resolve(process.argv[2]);
const browser = await chromium.launch({
    executablePath,
    args: [
        '--no-sandbox',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
    ],
});

try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    const trouble = [];
    const requests = [];
    page.on('console', (m) => {
        // software rendering is slow at reading pixels back and Chromium says so
        if (m.type() === 'error' || (m.type() === 'warning' && !m.text().includes('GPU stall')))
            trouble.push(m.text());
    });
    page.on('pageerror', (e) => trouble.push(e.message));
    page.on('request', (r) => requests.push(r.url()));

    // a page that breaks says why at once, instead of being waited for
    const broken = new Promise((_, reject) => page.once('pageerror', reject));
    broken.catch(() => {});
    await page.goto(pathToFileURL(file).href);
    await Promise.race([
        page.waitForFunction(() => performance.getEntriesByName('first-view').length > 0, null, {
            timeout: 60000,
        }),
        broken,
    ]);
    const firstView = await page.evaluate(() => performance.getEntriesByName('first-view')[0].startTime);
    const shot = async (name) => {
        const folder = process.env.SCREENSHOTS;
        if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
    };
    const text = (selector) => page.locator(selector).first().innerText();
    const pressed = (name) => page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed');
    const plan = await page.evaluate(() => {
        const data = JSON.parse(document.getElementById('archwright-data').textContent);
        return {
            teeth: data.plan.teeth.map((t) => t.fdi),
            last: data.plan.stages.length - 1,
            findings: data.plan.findings,
        };
    });

    // what nobody may overlook
    const states = await text('.states');
    assert.match(states, /not reviewed/i);
    assert.match(states, /not a cleared medical device/i);
    assert.match(states, /approvable/i);
    await shot('front');

    // stages by key, slider and ends
    await page.keyboard.press('End');
    assert.match(await text('.stage-label'), new RegExp(`Stage ${plan.last} of ${plan.last}`));
    await page.keyboard.press('Home');
    assert.match(await text('.stage-label'), /^Start/);
    for (let k = 1; k <= Math.min(plan.last, 8); k++) await page.keyboard.press('ArrowRight');
    assert.match(await text('.stage-label'), new RegExp(`Stage ${Math.min(plan.last, 8)} of`));

    // views and arches
    await page.keyboard.press('4');
    assert.equal(
        await page
            .getByRole('group', { name: 'View' })
            .getByRole('button', { name: 'Upper occlusal' })
            .getAttribute('aria-pressed'),
        'true',
    );
    assert.equal(
        await page
            .getByRole('group', { name: 'Show' })
            .getByRole('button', { name: 'Lower arch' })
            .getAttribute('aria-pressed'),
        'false',
    );
    await shot('upper');
    await page.keyboard.press('5');
    await shot('lower');
    await page.keyboard.press('1');
    await page.keyboard.press('s');
    assert.equal(await pressed('Start'), 'true');
    await shot('ghost');
    await page.keyboard.press('s');

    // picking: a click in the middle of the upper front teeth shows a tooth's table
    const picked = await pickSomeTooth();
    assert.ok(picked !== '', 'a click on a tooth selects it');
    assert.equal(await page.locator('#panel-tooth table.movement tbody tr').count(), 7);
    await shot('tooth');

    // every tooth can be reached by key and has its table
    await page.keyboard.press('Escape');
    for (const fdi of plan.teeth) {
        await page.keyboard.press(']');
        assert.equal(await page.locator('#panel-tooth select').inputValue(), String(fdi));
        assert.equal(await page.locator('#panel-tooth table.movement').count(), 1);
    }

    // notation
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    assert.equal(await page.getByLabel('Tooth notation').inputValue(), 'universal');
    await page.keyboard.press('n');
    await page.keyboard.press('n');

    // chart: arrows move the focus, Enter goes there; a row a tooth
    const cells = page.locator('.chart td[tabindex="0"]');
    await cells.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    assert.match(await text('.stage-label'), /Stage 2 of/);
    assert.equal(await page.locator('#panel-tooth select').inputValue(), String(plan.teeth[1]));
    assert.equal(await page.locator('.chart tbody th[scope=row]').count(), plan.teeth.length);

    // findings jump
    const jumps = plan.findings.filter((f) => f.tooth !== null && f.stage !== null);
    if (jumps.length > 0) {
        await page.getByRole('tab', { name: /Findings/ }).click();
        await page.locator('button.finding .where', { hasText: /stage/ }).first().click();
        assert.doesNotMatch(await text('.stage-label'), /^Start/);
        await shot('findings');
    }

    // help opens by key, holds the focus and closes
    await page.keyboard.press('?');
    assert.equal(await page.locator('dialog[open]').count(), 1);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog[open]').count(), 0);

    // measuring
    await page.keyboard.press('1');
    await page.keyboard.press('m');
    await page.locator('.viewer-canvas').click({ position: await at(0.44, 0.5) });
    await page.locator('.viewer-canvas').click({ position: await at(0.56, 0.5) });
    const distance = await page.locator('.viewer-distance').textContent();
    await page.keyboard.press('Escape');

    // play runs and stops
    await page.keyboard.press('Home');
    await page.locator('.viewer').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Space');
    await page.waitForFunction(() => !document.querySelector('.stage-label').textContent.startsWith('Start'));
    await page.keyboard.press('Space');

    // dark, and narrow
    await page.keyboard.press('t');
    await page.keyboard.press('t');
    await shot('dark');
    await page.setViewportSize({ width: 420, height: 860 });
    await page.waitForTimeout(400);
    await shot('narrow');
    assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
        'no sideways scrolling',
    );

    const stages = await page.evaluate(() =>
        performance.getEntriesByName('stage-change').map((e) => e.duration),
    );
    const draws = await page.evaluate(() =>
        performance.getEntriesByName('stage-draw').map((e) => e.duration),
    );
    const of = (list) =>
        `median ${median(list).toFixed(1)} ms, worst ${Math.max(...list).toFixed(1)} ms (${list.length})`;
    console.log(`first view     ${firstView.toFixed(0)} ms`);
    console.log(`stage change   ${of(stages)}`);
    console.log(`draw           ${of(draws)}, here by software`);
    console.log(`distance       ${distance || 'not over teeth'}`);
    assert.deepEqual(trouble, [], 'no console errors');
    assert.deepEqual(
        requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')),
        [],
        'no network requests',
    );
    console.log('ok');

    async function at(x, y) {
        const box = await page.locator('.viewer-canvas').boundingBox();
        return { x: box.width * x, y: box.height * y };
    }

    async function pickSomeTooth() {
        for (const [x, y] of [
            [0.47, 0.42],
            [0.47, 0.55],
            [0.5, 0.35],
            [0.4, 0.6],
            [0.53, 0.5],
            [0.35, 0.5],
        ]) {
            await page.locator('.viewer-canvas').click({ position: await at(x, y) });
            const value = await page.locator('#panel-tooth select').inputValue();
            if (value !== '') return value;
        }
        return '';
    }
} finally {
    await browser.close();
}

function median(list) {
    const sorted = [...list].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
