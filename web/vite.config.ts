import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Puts the one script and the one style sheet into the page, so that it opens from a disk with no network and no server.
 * Inside a script element only "</script" and "<!--" could end or confuse it; both are escaped.
 */
function oneFile(name: string): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle[name];
      if (page?.type !== 'asset') throw new Error(`${name} is not in the bundle`);
      let html = String(page.source);
      for (const [part, file] of Object.entries(bundle)) {
        if (file === page) continue;
        if (file.type === 'chunk') {
          const code = file.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
          html = html.replace(/<script type="module"[^>]*src="[^"]*"[^>]*><\/script>\s*/, '');
          html = html.replace('</body>', () => `<script type="module">${code}</script>\n  </body>`);
        } else if (part.endsWith('.css')) {
          html = html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${String(file.source)}</style>`);
        } else {
          throw new Error(`${part} cannot be put into the page`);
        }
        Reflect.deleteProperty(bundle, part);
      }
      page.source = html;
    },
  };
}

// one page a build: review.html, and inspect.html with --mode inspect
export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [oneFile(pageOf(mode))],
  build: {
    target: 'es2022',
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 4096,
    modulePreload: false,
    emptyOutDir: mode !== 'inspect',
    rollupOptions: { input: pageOf(mode) },
  },
  test: { include: ['tests/**/*.test.ts'] },
}));

function pageOf(mode: string): string {
  return mode === 'inspect' ? 'inspect.html' : 'review.html';
}
