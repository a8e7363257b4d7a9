// Writes dist/sample.html: the built template with the sample plan in it, for a look and for the end-to-end test.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleData } from './sample.mjs';

const place = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Path of the page written. */
export function writeSamplePage() {
    const template = readFileSync(place('../dist/review.html'), 'utf8');
    const json = JSON.stringify(sampleData()).replaceAll('<', '\\u003c');
    const file = place('../dist/sample.html');
    writeFileSync(
        file,
        template.replace('__ARCHWRIGHT_REVIEW_DATA__', () => json),
    );
    return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(writeSamplePage());
