// Makes prisma/client from prisma/schema.prisma. Runs after every install and before every start, so it does nothing when
// the client was made from this very schema by this very Prisma.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = import.meta.dirname;
const schemaFile = path.join(folder, 'schema.prisma');
const stampFile = path.join(folder, 'client', 'made-from.txt');
const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json');

const stamp = createHash('sha256').update(readFileSync(schemaFile)).update(readFileSync(prismaPackage)).digest('hex');
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  generate();
  writeFileSync(stampFile, stamp);
}

function generate() {
  const cli = path.join(path.dirname(prismaPackage), 'build', 'index.js');
  const config = path.join(folder, 'prisma.config.ts');
  const result = spawnSync(process.execPath, [cli, 'generate', '--config', config, '--no-hints'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      // `generate` uses no schema engine but asks for one: any existing file keeps it from downloading the native one.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  process.exit(1);
}
