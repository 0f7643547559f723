import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { textOfContent } from '@/flows/rendering/text-of-content';
import { Conversation, type ConversationTurn, type World } from '@/flows/scenarios/conversation';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { loadReader } from '@/flows/understanding/load-reader';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { readFlowLibrary } from '../flows/flow-library';

const usage = 'Usage: npm run --silent chat -- [--flow ID|FILE] [--language en|hi|kn|ta|te] [--now ISO] [--json]';

/** Talks with a flow in the terminal: a line in, the answer out, until the input ends. Needs no database. */
async function chat(): Promise<void> {
  const options = readOptions();
  const library = await readFlowLibrary();
  const flow = await findFlow(options.flow, library);
  const language = options.language ?? flow.defaultLanguage;
  if (!flow.languages.includes(language)) {
    throw new Refusal(`This flow speaks ${flow.languages.join(', ')}, not "${language}".`);
  }
  const world: World = {
    subflows: Object.fromEntries(library.map((item) => [item.id, item])),
    reader: loadReader(),
    packs: languages,
    facts: defaultProductFacts,
  };
  const conversation = new Conversation({ flow, language, timezone: 'Asia/Kolkata', nowMs: options.nowMs }, world);
  for await (const line of createInterface({ input: process.stdin })) {
    const turn = conversation.hear([{ type: 'text', text: line }]);
    process.stdout.write(options.json ? `${JSON.stringify(asJson(turn))}\n` : asText(turn));
  }
}

/** A sentence for the person at the terminal; the process ends with 1. */
class Refusal extends Error {}

function readOptions() {
  const { values } = parseArgs({
    options: {
      flow: { type: 'string', default: 'loan-against-property' },
      language: { type: 'string' },
      now: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const nowMs = values.now === undefined ? Date.now() : Date.parse(values.now);
  if (Number.isNaN(nowMs)) throw new Refusal(`--now must be a time such as 2026-11-23T10:00:00+05:30. ${usage}`);
  return { ...values, nowMs };
}

async function findFlow(wanted: string, library: readonly Flow[]): Promise<Flow> {
  const shipped = library.find((flow) => flow.id === wanted);
  if (shipped) return shipped;
  const source = await readFile(wanted, 'utf8').catch(() => null);
  if (source === null) {
    throw new Refusal(
      `There is no flow or file "${wanted}". Flows here: ${library.map((flow) => flow.id).join(', ')}.`,
    );
  }
  const parsed = parseFlow(source);
  if (parsed.ok) return parsed.flow;
  throw new Refusal(parsed.issues.map((issue) => `${wanted}: ${issue.message}`).join('\n'));
}

function asJson({ bubbles, session, reply, events }: ConversationTurn) {
  const understanding = reply?.understanding;
  return {
    said: bubbles.map((bubble) => textOfContent(bubble.content)),
    state: session.state,
    intent: understanding?.intent ?? null,
    confidence: understanding?.confidence ?? null,
    language: session.language,
    slots: Object.fromEntries(Object.entries(session.slots).map(([slot, fact]) => [slot, fact.value])),
    events: events.map((event) => event.type),
  };
}

function asText({ bubbles, session }: ConversationTurn): string {
  const said = bubbles.map((bubble) => `${textOfContent(bubble.content)}\n`).join('\n');
  return `\n${said}\n[${session.state}]\n`;
}

chat().catch((error: unknown) => {
  const known = error instanceof Refusal || (error instanceof TypeError && 'code' in error);
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
