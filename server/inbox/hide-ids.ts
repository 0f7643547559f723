import type { InboundEvent } from '../channels/channel';
import type { MessageIds } from '../sealing/message-id';

/** An event with our own ids in the place of the channel's, wherever it names a message. */
export function hideIds(event: InboundEvent, { hide }: MessageIds): InboundEvent {
  const dedupeKey = hide(event.dedupeKey);
  switch (event.type) {
    case 'message': {
      const { externalId, contextExternalId, content } = event;
      return {
        ...event,
        dedupeKey,
        externalId: hide(externalId),
        ...(contextExternalId === undefined ? {} : { contextExternalId: hide(contextExternalId) }),
        content: content.type === 'reaction' ? { ...content, to: hide(content.to) } : content,
      };
    }
    case 'status':
      return { ...event, dedupeKey, externalId: hide(event.externalId) };
    case 'account':
      return { ...event, dedupeKey };
    default:
      return event satisfies never;
  }
}
