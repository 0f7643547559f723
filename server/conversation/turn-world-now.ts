import { languages } from '@/prompts/load-languages';
import { createChannels } from '../channels';
import { factsNow } from '../facts/read-facts';
import { DEFAULT_FLOW } from '../flows/default-flow';
import { readActiveFlows, readFlow } from '../flows/store';
import { followUpSettingsNow } from '../followups/settings/follow-up-settings-now';
import { officeNow } from '../handovers/office-now';
import { outreachNow } from '../outreach/outreach-now';
import { readSpeechSettings } from '../speech/settings/store';
import { voiceNow } from '../speech/voice';
import { inApprovedLanguage } from '../templates/approved/in-approved-language';
import { readApprovedLanguages } from '../templates/approved/store';
import { turnReaderNow } from '../understanding/understand-turn';
import { uploadLinkFor } from '../uploads/turn-link';
import { performHttp } from './effects/http';
import type { TurnWorld } from './turn-work';

export type WorldOptions = {
  /** Lets flows call services on this machine: for tests. */
  readonly allowLoopback: boolean;
};

/** The world as it is now, for the next turns. */
export async function turnWorldNow(options: WorldOptions): Promise<TurnWorld> {
  const activeFlows = await readActiveFlows();
  const subflows = Object.fromEntries([...activeFlows].map(([id, { flow }]) => [id, flow]));
  const defaultFlowId = activeFlows.has(DEFAULT_FLOW)
    ? DEFAULT_FLOW
    : (activeFlows.keys().next().value ?? DEFAULT_FLOW);
  return {
    nowMs: Date.now,
    activeFlows,
    subflows,
    defaultFlowId,
    readFlow,
    facts: await factsNow(),
    outreach: await outreachNow(),
    followUps: await followUpSettingsNow(),
    office: await officeNow(),
    packs: languages,
    understand: await turnReaderNow(),
    render: await rendererNow(),
    uploadLink: uploadLinkFor,
    speaks: await speaksNow(),
    performEffect: (effect, idempotencyKey) => performHttp(effect, { idempotencyKey, ...options }),
  };
}

async function speaksNow(): Promise<TurnWorld['speaks']> {
  return (await voiceNow()) === null ? null : (await readSpeechSettings()).reply;
}

/** All channels draw alike; which of them is configured does not matter for that. */
const { simulator } = createChannels({});

async function rendererNow(): Promise<TurnWorld['render']> {
  const approved = await readApprovedLanguages();
  return (_channel, content) => simulator.render(content).map((payload) => inApprovedLanguage(payload, approved));
}
