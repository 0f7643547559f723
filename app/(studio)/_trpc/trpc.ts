import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { ApiRouter } from '@/server/api';

export const { TRPCProvider, useTRPC } = createTRPCContext<ApiRouter>();
