import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { MessageIds } from '../sealing/message-id';

/** A payload with the channel's own ids of the messages that it quotes or reacts to. */
export function showIds(payload: ChannelPayload, { show }: MessageIds): ChannelPayload {
  if (payload.type === 'reaction') {
    return { ...payload, reaction: { ...payload.reaction, message_id: show(payload.reaction.message_id) } };
  }
  const { context } = payload;
  return context === undefined ? payload : { ...payload, context: { message_id: show(context.message_id) } };
}
