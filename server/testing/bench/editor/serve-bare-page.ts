import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';

export type BarePage = Readonly<{ url: string; stop: () => void }>;

/** The bare page, bundled for production, at an address of this machine. */
export async function serveBarePage(): Promise<BarePage> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'bare-page.tsx')],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const files = new Map(outputFiles.map(({ path: file, contents }) => [`/${path.basename(file)}`, contents]));
  const page =
    '<!doctype html><link rel="stylesheet" href="/bare-page.css"><div id="root"></div><script src="/bare-page.js"></script>';
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://bench').pathname;
    const file = files.get(name);
    if (file === undefined) response.setHeader('content-type', 'text/html').end(page);
    else response.setHeader('content-type', name.endsWith('.css') ? 'text/css' : 'text/javascript').end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bare page has no port.');
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
}
