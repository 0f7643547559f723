import { seedFlowLibrary } from '../flows/seed-flow-library';
import { prepareSealing } from '../sealing/reseal/prepare-sealing';
import { installShippedTemplates } from '../templates/shipped/install-shipped-templates';
import { closeDatabase } from './client';

/**
 * Puts into a database what the product ships with, and names what is new. Runs at every start: a seeder leaves alone what
 * is there already. Refuses a database whose personal data this installation can't read.
 */
export async function seed(databaseUrl: string): Promise<readonly string[]> {
  process.env.DATABASE_URL = databaseUrl;
  try {
    await prepareSealing();
    const added: string[] = [];
    for (const seeder of seeders) added.push(...(await seeder()));
    return added;
  } finally {
    await closeDatabase();
  }
}

const seeders: readonly (() => Promise<readonly string[]>)[] = [seedFlowLibrary, installShippedTemplates];
