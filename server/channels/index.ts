import type { Channel, ChannelId } from './channel';
import { createSimulatorChannel } from './simulator/simulator-channel';
import type { SimulatorFiles } from './simulator/simulator-files';
import type { WhatsAppConfig } from './whatsapp/config';
import { createWhatsAppChannel } from './whatsapp/whatsapp-channel';

/** Every channel by its id; one that isn't configured is undefined. */
export function createChannels(config: ChannelsConfig): Channels {
  return {
    whatsapp: config.whatsapp && createWhatsAppChannel(config.whatsapp),
    simulator: createSimulatorChannel(config.simulatorFiles),
  } satisfies Record<ChannelId, Channel | undefined>;
}

export type ChannelsConfig = {
  readonly whatsapp?: WhatsAppConfig | undefined;
  readonly simulatorFiles?: SimulatorFiles;
};
export type Channels = Readonly<Record<ChannelId, Channel | undefined>> & { readonly simulator: Channel };
