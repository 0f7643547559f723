import { readHealth } from '@/server/start/health/read-health';

export const dynamic = 'force-dynamic';

/** Whether this process can do its work, for a load balancer and for people. Holds numbers only. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
