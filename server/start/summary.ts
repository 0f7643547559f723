import type { Entrance } from '../auth/links/offer-setup';
import { type Env, modelConfig, whatsAppCredentials } from '../env';

/** What a person should know once the app runs: where it is, who may enter, and what works underneath. */
export function summary(env: Env, address: string, database: string, entrance: Entrance): string {
  const rows = [
    ['Sign in', `${whoEnters(entrance, address)}; ${reach(env.HOST)}`],
    ['Database', database],
    ['Job engine', 'embedded, in this process'],
    ['Understanding', understanding(env)],
    ['WhatsApp', whatsApp(env, address)],
  ] as const;
  const lines = rows.map(([name, value]) => `  ${name.padEnd(15)}${value}`);
  return [
    '',
    `Vaarta is ready at ${address}`,
    '',
    ...lines,
    ...setup(entrance),
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

function whoEnters(entrance: Entrance, address: string): string {
  if (entrance.kind === 'setup') return 'nobody yet; the link below makes the first owner';
  const { people, owners } = entrance;
  return `${address}/sign-in, ${people} ${people === 1 ? 'person' : 'people'} (${owners} ${owners === 1 ? 'owner' : 'owners'})`;
}

/** On a line of its own: a terminal makes a link of it. */
function setup(entrance: Entrance): readonly string[] {
  if (entrance.kind !== 'setup') return [];
  return ['', 'Open this once to become the first owner. The next start makes a new one:', `  ${entrance.link}`];
}

function reach(host: string): string {
  const isThisMachine = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (isThisMachine) return `it listens on ${host} only`;
  return `it listens on ${host}, which other machines may reach`;
}

function understanding(env: Env): string {
  const model = modelConfig(env);
  if (model === null) return 'embedded';
  return `embedded, and ${model.model} at ${new URL(model.baseUrl).host} where that is not sure`;
}

function whatsApp(env: Env, address: string): string {
  const credentials = whatsAppCredentials(env);
  if (!credentials) return `not configured: only the simulator, ${address}/simulator`;
  return `configured for phone number id ${credentials.phoneNumberIds.join(', ')}, sends through ${env.WHATSAPP_API_BASE_URL}`;
}
