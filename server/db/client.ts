import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/client/client';
import { closePool, getPool } from './pool';

/** The process's one Prisma client, on the connections of `getPool`. */
export function getPrisma(): PrismaClient {
  globalThis.vaartaPrisma ??= new PrismaClient({ adapter: new PrismaPg(getPool()) });
  return globalThis.vaartaPrisma;
}

/** Closes Prisma and its connections, so that a script or a test can end. The next `getPrisma` opens new ones. */
export async function closeDatabase(): Promise<void> {
  const open = globalThis.vaartaPrisma;
  globalThis.vaartaPrisma = undefined;
  await open?.$disconnect();
  await closePool();
}

/** `next dev` evaluates modules again after each edit: the client outlives them here. */
declare global {
  var vaartaPrisma: PrismaClient | undefined;
}
