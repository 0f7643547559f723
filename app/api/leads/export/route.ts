import { answerExport } from '@/server/leads/export/answer-export';

export const dynamic = 'force-dynamic';

/** Leads as a file, for officers and owners. */
export async function POST(request: Request): Promise<Response> {
  return answerExport(request);
}
