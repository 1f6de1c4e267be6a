import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { configDefaults } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Puts the models beside the built code, which finds them as the source does: in `models/` beside itself. */
function copyModels(): Plugin {
  let out = ''
  return {
    name: 'demarche:copy-models',
    configResolved: (config) => {
      out = config.build.outDir
    },
    closeBundle: () => cpSync(here('./src/annotate/models'), `${out}/models`, { recursive: true }),
  }
}

/** Puts the licences of models and lists beside the page, which carries them for documents that are dropped on it. */
function writeLicences(): Plugin {
  let out = ''
  return {
    name: 'demarche:licences',
    configResolved: (config) => {
      out = config.build.outDir
    },
    closeBundle: () => {
      const files = ['annotate/models', 'segment/models', 'lexicon'].map((room) => here(`./src/${room}/LICENSE`))
      writeFileSync(`${out}/LICENSES.txt`, files.map((file) => readFileSync(file, 'utf8')).join('\n\n'))
    },
  }
}

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
          plugins: [copyModels()],
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
          plugins: [writeLicences()],
          build: {
            outDir: here('./dist/web'),
            emptyOutDir: true,
            // the engine's workers are fetched when something is dropped; models are files of their own
            assetsInlineLimit: (file: string) => (file.includes('/models/') ? false : undefined),
          },
          worker: { format: 'es' },
          oxc: { jsx: { importSource: 'preact' } },
          test: {
            exclude: [...configDefaults.exclude],
            testTimeout: 30_000,
            hookTimeout: 120_000,
          },
        },
)
