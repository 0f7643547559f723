import { answerAuth } from '@/server/auth/answer-auth';

export const dynamic = 'force-dynamic';

/** Signing in and out, and what belongs to it. */
export { answerAuth as GET, answerAuth as POST };
