import { createHmac, timingSafeEqual } from 'node:crypto';
import { installationSecret } from '../secret';

/**
 * The address under which a file of ours can be read for 10 to 15 minutes by whoever has it. Links that are made within the
 * same five minutes are the same, so that what a page shows is not loaded anew at each look.
 */
export function fileLink(fileId: string, nowMs: number): string {
  const expires = String((Math.floor(nowMs / stepMs) + 3) * (stepMs / 1000));
  return `/api/media/${fileId}?${new URLSearchParams({ expires, signature: sign(fileId, expires) })}`;
}

/** Whether a link to the file was made by us and still counts. */
export function isLinkGood(fileId: string, query: URLSearchParams, nowMs: number): boolean {
  const expires = query.get('expires') ?? '';
  const given = Buffer.from(query.get('signature') ?? '');
  const right = Buffer.from(sign(fileId, expires));
  const isOurs = given.byteLength === right.byteLength && timingSafeEqual(given, right);
  return isOurs && /^\d{1,12}$/.test(expires) && nowMs < Number(expires) * 1000;
}

const stepMs = 5 * 60_000;

function sign(fileId: string, expires: string): string {
  return createHmac('sha256', installationSecret()).update(`file:${fileId}:${expires}`).digest('base64url');
}
