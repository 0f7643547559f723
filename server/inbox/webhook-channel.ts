import { type Channels, createChannels } from '../channels';
import { type Channel, channelId } from '../channels/channel';
import { configuredChannels } from '../start/configured-channels';

/** The channel that a webhook's address names; undefined when there is none of that name or it isn't configured. */
export function webhookChannel(name: string): Channel | undefined {
  const id = channelId.safeParse(name);
  if (!id.success) return undefined;
  channels ??= createChannels(configuredChannels());
  return channels[id.data];
}

let channels: Channels | undefined;
