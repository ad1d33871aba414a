import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const typescript = ['**/*.{ts,tsx}']
const tests = ['{tests,bench}/**/*.ts', '**/*.test.ts', '**/fixtures/**/*.ts']

/** The core answers from its arguments alone: no clock, no chance, no machine, no local time zone. */
const purity = {
  'no-restricted-globals': [
    'error',
    ...[
      ['process', 'crypto', 'performance', 'console', 'fetch', 'Buffer'],
      ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
      ['global', 'globalThis', 'window', 'document', 'navigator', 'localStorage'],
    ]
      .flat()
      .map((name) => ({
        name,
        message: 'The core knows no machine: take what you need as a parameter.',
      })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'The core has no clock: take the Stichtag as a parameter.',
    },
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length>1]',
      message: 'This reads the machine’s time zone: use Date.UTC.',
    },
    {
      selector: 'CallExpression[callee.name="Date"]',
      message: 'The core has no clock: take the Stichtag as a parameter.',
    },
    {
      selector: 'MemberExpression[object.name="Date"][property.name="now"]',
      message: 'The core has no clock: take the Stichtag as a parameter.',
    },
    {
      selector: 'MemberExpression[object.name="Math"][property.name="random"]',
      message: 'The core leaves nothing to chance: take the value as a parameter.',
    },
    {
      selector:
        'CallExpression[callee.property.name=/^([gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|toLocale(Date|Time)String)$/]',
      message: 'This reads the machine’s time zone: use the UTC form.',
    },
    { selector: 'ImportExpression', message: 'The core loads nothing at run time.' },
  ],
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: '^(?!#core/|\\.{1,2}/)',
          message: 'The core imports itself only: no package, no Node module, no other room.',
        },
      ],
    },
  ],
}

export default defineConfig(
  globalIgnores([
    'src/payload-types.ts',
    'src/app/(payload)/admin/importMap.js',
    '**/migrations/',
    'dist/',
    '.next/',
    '.cache/',
    'data/',
    'coverage/',
    'next-env.d.ts',
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-constant-binary-expression': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-rename': 'error',
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // `{ readonly [ars: string]: … }` says what the key is, a Record does not.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, boolean: true } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // React accepts a promise where it says void.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // Brackets say that the key comes from outside.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // A column of SQLite has a type that only its table knows.
      '@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['ArrayBuffer'] }],
      // Spreading a text into code points is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Contradicts no-non-null-assertion: `as T` is the form that a reader notices.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // A port is a promise even where this implementation of it need not wait.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: purity,
  },
  {
    files: tests,
    rules: {
      // Answers of supertest and xml2js are `any`; the assertions are what checks them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
