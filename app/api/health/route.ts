import { readActor } from '@/server/auth/read-actor';
import { readHealth } from '@/server/start/health/read-health';

export const dynamic = 'force-dynamic';

/** Whether this process can do its work, for a load balancer; its figures are for owners. */
export async function GET(request: Request): Promise<Response> {
  const health = await readHealth();
  // Who signs in is in the database too: while that is away nobody is asked for.
  const actor = health.database === 'ok' ? await readActor(request.headers) : null;
  const body = actor?.role === 'owner' ? health : { ok: health.ok };
  return Response.json(body, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
