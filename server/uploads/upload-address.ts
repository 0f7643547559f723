import { getEnv } from '../env';

/** How long a link is good. */
export const UPLOAD_LINK_HOURS = 72;

/** Where the page of a token stands. */
export function uploadAddress(token: string): string {
  const { PUBLIC_URL, PORT } = getEnv();
  return new URL(`/upload/${token}`, PUBLIC_URL ?? `http://localhost:${PORT}`).href;
}
