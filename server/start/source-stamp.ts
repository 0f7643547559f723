import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What a build was made from: of each source file the size, the time of its last change, and the hash of its content. */
export type SourceStamp = Readonly<Record<string, FileStamp>>;

/** Stamps the sources under `root`. A file that has the size and time of `earlier` is not read again. */
export function stampSources(root: string, earlier: SourceStamp): SourceStamp {
  const stamps = listSources(root).map((file): [string, FileStamp] => {
    const { size, mtimeMs } = statSync(path.join(root, file));
    const known = earlier[file];
    if (known?.size === size && known.changedMs === mtimeMs) return [file, known];
    const hash = createHash('sha256')
      .update(readFileSync(path.join(root, file)))
      .digest('base64url');
    return [file, { size, changedMs: mtimeMs, hash }];
  });
  return Object.fromEntries(stamps);
}

/** Whether both have the same files with the same content, whenever they were written. */
export function haveSameContent(one: SourceStamp, other: SourceStamp): boolean {
  const files = Object.keys(one);
  return files.length === Object.keys(other).length && files.every((file) => one[file]?.hash === other[file]?.hash);
}

/** An unreadable stamp is an empty one: then the app is built. */
export function readStamp(file: string): SourceStamp {
  try {
    return stampSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

export function writeStamp(file: string, stamp: SourceStamp): void {
  writeFileSync(file, JSON.stringify(stamp));
}

const fileStampSchema = z.object({ size: z.number(), changedMs: z.number(), hash: z.string() });
const stampSchema = z.record(z.string(), fileStampSchema);
type FileStamp = z.infer<typeof fileStampSchema>;

const sourceFolders = ['app', 'flows', 'prisma', 'prompts', 'public', 'server'];
const sourceFiles = [
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];
const isNotBuilt = /\.test\.tsx?$|(^|\/)testdata\/|^server\/testing\/|^prisma\/migrations\//;

function listSources(root: string): readonly string[] {
  const inFolders = sourceFolders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => listFiles(root, folder));
  const single = sourceFiles.filter((file) => existsSync(path.join(root, file)));
  return [...inFolders, ...single].filter((file) => !isNotBuilt.test(file)).sort();
}

function listFiles(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
