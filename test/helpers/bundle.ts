import {build} from 'esbuild';

/** Bundle one program as the product is bundled, into one file that runs anywhere. */
export async function bundleProgram(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"'},
    banner: {
      js: "import {createRequire as makeRequire} from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    plugins: [
      {
        name: 'no-devtools',
        setup(setup) {
          setup.onLoad({filter: /ink[\\/]build[\\/]devtools\.js$/}, () => ({contents: 'export {};', loader: 'js'}));
        },
      },
    ],
  });
}
