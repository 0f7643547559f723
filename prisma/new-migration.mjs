// npm run migration -- <name>: writes prisma/migrations/<time>_<name>/migration.sql, which leads from the migrations that
// exist to schema.prisma. Works on a PostgreSQL of its own, so nobody's data is touched. Read what it wrote before you
// commit it, and put indexes that you write by hand into schema.prisma as well: the next diff would drop them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { discardPostgres, startPostgres } from '../server/db/embedded/postgres-server';
import { migrate, readMigrations } from '../server/db/migrate';
import { openSchemaEngine } from './schema-engine.mjs';

const folder = path.join(import.meta.dirname, 'migrations');
const lockFile = 'migration_lock.toml';
const filters = { externalTables: [], externalEnums: [] };

const name = process.argv[2];
if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
  console.error('Name the migration in small letters, digits and _: npm run migration -- add_campaigns');
  process.exit(1);
}
const scratch = path.resolve('.vaarta/new-migration/postgres');
try {
  const { url } = await startPostgres(scratch, 'temporary');
  await migrate(url, folder);
  await writeMigration(url);
} finally {
  await discardPostgres(scratch, 'temporary');
}
process.exit(); // the engine keeps its connections

async function writeMigration(url) {
  const file = path.join(import.meta.dirname, 'schema.prisma');
  const schema = { path: file, content: readFileSync(file, 'utf8') };
  const engine = await openSchemaEngine(url, schema);
  const migrationsList = listMigrations();
  await engine.devDiagnostic({ migrationsList, filters }); // it makes the shadow database that the next call needs
  const created = await engine.createMigration({
    draft: false,
    migrationName: name,
    migrationsList,
    schema: { files: [schema] },
    filters,
  });
  if (!created.migrationScript) {
    console.log('The migrations lead to schema.prisma already.');
    return;
  }
  const target = path.join(folder, created.generatedMigrationName);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'migration.sql'), created.migrationScript);
  writeFileSync(path.join(folder, lockFile), '# Which database the migrations are for.\nprovider = "postgresql"\n');
  console.log(`Wrote ${path.relative(process.cwd(), path.join(target, 'migration.sql'))}`);
}

function listMigrations() {
  const lock = path.join(folder, lockFile);
  return {
    baseDir: folder,
    lockfile: { path: lockFile, content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(folder).map((migration) => ({
      path: migration.name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migration.sql } },
    })),
  };
}
