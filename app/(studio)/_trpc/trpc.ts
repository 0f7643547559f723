import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { ApiRouter } from '@/server/api';

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<ApiRouter>();
