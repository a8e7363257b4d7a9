import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
    { ignores: ['dist/', 'node_modules/'] },
    js.configs.recommended,
    ...tseslint.configs.strict,
    {
        languageOptions: { globals: { ...globals.browser, ...globals.node } },
        rules: {
            // the page computes no plan and prints nothing: a stray log is a slip
            'no-console': 'error',
            // null and undefined are one to the page: "there is none"
            eqeqeq: ['error', 'always', { null: 'ignore' }],
        },
    },
    // scripts that run in a terminal report there
    { files: ['**/*.mjs'], rules: { 'no-console': 'off' } },
);
