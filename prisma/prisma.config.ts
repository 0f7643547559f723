import { defineConfig } from 'prisma/config';

// Only `prisma generate` reads this. Migrations are applied by server/db/migrate.ts and written by new-migration.mjs.
export default defineConfig({ schema: 'schema.prisma' });
