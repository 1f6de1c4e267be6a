import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { configDefaults } from 'vitest/config'
import { compiledPatterns } from './scripts/build/compiled-patterns.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const modelSource = here('./src/annotate/models')

/**
 * Puts the models beside the built code, which finds them there as the source does; but not if the page beside it has
 * the very same ones, so that the package holds them once.
 */
function copyModels(): Plugin {
  let out = ''
  return {
    name: 'demarche:copy-models',
    configResolved: (config) => {
      out = config.build.outDir
    },
    closeBundle: () => {
      rmSync(`${out}/models`, { recursive: true, force: true })
      if (!hasModels(`${out}/../web/models`)) cpSync(modelSource, `${out}/models`, { recursive: true })
    },
  }
}

const hasModels = (folder: string): boolean =>
  readdirSync(modelSource).every(
    (name) =>
      existsSync(`${folder}/${name}`) &&
      readFileSync(`${folder}/${name}`).equals(readFileSync(`${modelSource}/${name}`)),
  )

/** Puts beside the page what belongs to the models and lists that it carries: licences, and the models' figures. */
function writeLicences(): Plugin {
  let out = ''
  return {
    name: 'demarche:licences',
    apply: 'build', // a test run would leave a folder of them behind
    configResolved: (config) => {
      out = config.build.outDir
    },
    closeBundle: () => {
      for (const name of ['LICENSE', 'figures.json']) cpSync(`${modelSource}/${name}`, `${out}/models/${name}`)
      const files = ['annotate/models', 'segment/models', 'lexicon'].map((room) => here(`./src/${room}/LICENSE`))
      writeFileSync(`${out}/LICENSES.txt`, files.map((file) => readFileSync(file, 'utf8')).join('\n\n'))
    },
  }
}

/** Models keep their names, since Node reads them as well; whatever else the page fetches is named after its content. */
const assetFileNames = ({ originalFileNames }: { readonly originalFileNames: readonly string[] }): string =>
  originalFileNames.some((name) => name.includes('annotate/models/'))
    ? 'models/[name][extname]'
    : 'assets/[name]-[hash][extname]'

/** What Node runs: the package's own entries, or the script that `scripts/run.js` names. */
const script = process.env['DEMARCHE_SCRIPT']
const entries: Record<string, string> = script
  ? { script: here(`./scripts/${script}.ts`) }
  : { cli: here('./src/cli/main.ts'), worker: here('./src/cli/worker.ts'), index: here('./src/index.ts') }

/** The page as one classic script, which opens from disk. */
const site = {
  base: './',
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { importSource: 'preact' } },
  build: {
    outDir: here('./dist/site'),
    emptyOutDir: true,
    cssCodeSplit: false,
    rolldownOptions: {
      input: here('./web/site.tsx'),
      output: { format: 'iife' as const, entryFileNames: 'site.js', assetFileNames: 'site[extname]' },
    },
  },
}

/**
 * `vite build` makes the page, `vite build --mode site` that of a static site, `vite build --ssr` the command line, the
 * server and the library.
 */
export default defineConfig(({ isSsrBuild, mode }) =>
  mode === 'site'
    ? site
    : isSsrBuild
      ? {
          plugins: [compiledPatterns(), copyModels()],
          build: {
            target: 'node20',
            outDir: here('./dist/node'),
            rolldownOptions: {
              input: entries,
              // flat, so that `import.meta.url` of any chunk finds what lies beside it
              output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
            },
          },
        }
      : {
          root: process.env.VITEST ? here('.') : here('./web'),
          base: './',
          plugins: [compiledPatterns(), writeLicences()],
          build: {
            outDir: here('./dist/web'),
            emptyOutDir: true,
            // the engine's workers are fetched when something is dropped; models are files of their own
            assetsInlineLimit: (file: string) => (file.includes('/models/') ? false : undefined),
            rolldownOptions: { output: { assetFileNames } },
          },
          worker: {
            format: 'es',
            plugins: () => [compiledPatterns()],
            rolldownOptions: { output: { assetFileNames } },
          },
          oxc: { jsx: { importSource: 'preact' } },
          test: {
            exclude: [...configDefaults.exclude],
            testTimeout: 30_000,
            hookTimeout: 120_000,
          },
        },
)
