import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Puts the one script and the one style sheet into the page, so that it opens from a disk with no network and no server.
 * Inside a script element only "</script" and "<!--" could end or confuse it; both are escaped.
 */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle['review.html'];
      if (page?.type !== 'asset') throw new Error('review.html is not in the bundle');
      let html = String(page.source);
      for (const [name, file] of Object.entries(bundle)) {
        if (file === page) continue;
        if (file.type === 'chunk') {
          const code = file.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
          html = html.replace(/<script type="module"[^>]*src="[^"]*"[^>]*><\/script>\s*/, '');
          html = html.replace('</body>', () => `<script type="module">${code}</script>\n  </body>`);
        } else if (name.endsWith('.css')) {
          html = html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${String(file.source)}</style>`);
        } else {
          throw new Error(`${name} cannot be put into the page`);
        }
        Reflect.deleteProperty(bundle, name);
      }
      page.source = html;
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [oneFile()],
  build: {
    target: 'es2022',
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 4096,
    modulePreload: false,
    rollupOptions: { input: 'review.html' },
  },
  test: { include: ['tests/**/*.test.ts'] },
});
