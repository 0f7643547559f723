import { z } from 'zod';
import { getPrisma } from '../../db/client';

const KEY = 'templates.shipped';

/** The shipped templates that were put in place once, as "name/language". */
export async function readInstalled(): Promise<readonly string[]> {
  const row = await getPrisma().setting.findUnique({ where: { key: KEY } });
  return z.array(z.string()).safeParse(row?.value).data ?? [];
}

export async function noteInstalled(keys: readonly string[]): Promise<void> {
  const written = { value: [...keys], updatedAt: new Date() };
  await getPrisma().setting.upsert({ where: { key: KEY }, create: { key: KEY, ...written }, update: written });
}
