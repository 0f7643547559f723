import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { createFakeAudio, type FakeAudio } from './fake-audio';
import { problemsOfStrictSchema } from './strict-schema';

/** What goes wrong with a call. */
export type ModelFault =
  | { readonly kind: 'error'; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'reset' } // the connection is cut before a byte is answered
  | { readonly kind: 'hang' } // never answers
  | { readonly kind: 'huge'; readonly bytes: number } // an answer that does not end where it should
  | { readonly kind: 'drip'; readonly msPerByte: number } // a good answer, a byte at a time
  | { readonly kind: 'notJson' } // a proxy's page with status 200
  | { readonly kind: 'content'; readonly content: string | null } // a completion whose content is this
  | { readonly kind: 'redirect'; readonly to: string };

/** One call as it came in. */
export type ModelRequest = {
  readonly authorization: string | undefined;
  readonly model: string;
  readonly instructions: string;
  /** The user's message, parsed. */
  readonly input: unknown;
  readonly schemaName: string;
};

export type FakeOpenAi = {
  /** What the app is to use as OPENAI_BASE_URL. */
  readonly baseUrl: string;
  readonly requests: readonly ModelRequest[];
  /** What the model says: any JSON, as the content of its completion. */
  answer: (request: ModelRequest) => unknown;
  /** Strikes the next calls, one each, in order. */
  readonly faults: ModelFault[];
  /** What is heard and said. */
  readonly audio: FakeAudio;
  close(): Promise<void>;
};

/**
 * A server on this machine that speaks OpenAI's chat completions and audio calls as its clients see them: it checks the key,
 * the request and the rules of strict schemas, counts tokens, and answers and fails in OpenAI's shapes. What it says and hears
 * is scripted.
 */
export async function startFakeOpenAi({
  apiKey,
  answer,
}: {
  readonly apiKey: string;
  readonly answer: FakeOpenAi['answer'];
}): Promise<FakeOpenAi> {
  const requests: ModelRequest[] = [];
  const faults: ModelFault[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy()); // the app hung up in the middle
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake model listens on no port.');
  const fake: FakeOpenAi = {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    answer,
    faults,
    audio: createFakeAudio(),
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { method, url = '' } = request;
    const isAudio = url.startsWith('/v1/audio/');
    if (method !== 'POST' || !(isAudio || url === '/v1/chat/completions')) {
      return refuse(response, 404, `Unknown request URL: ${method} ${url}.`, null);
    }
    if (request.headers.authorization !== `Bearer ${apiKey}`) {
      return refuse(response, 401, 'Incorrect API key provided.', 'invalid_api_key');
    }
    if (isAudio) return fake.audio.handle(url, request.headers['content-type'] ?? '', body, response);
    const read = chatRequest.safeParse(parseJson(body));
    if (!read.success) return refuse(response, 400, z.prettifyError(read.error), null);
    const { model, messages, response_format: format } = read.data;
    const problems = problemsOfStrictSchema(format.json_schema.schema);
    if (problems.length > 0) return refuse(response, 400, `Invalid schema for response_format: ${problems[0]}`, null);
    const asked: ModelRequest = {
      authorization: request.headers.authorization,
      model,
      instructions: messages.find(({ role }) => role === 'system')?.content ?? '',
      input: JSON.parse(messages.find(({ role }) => role === 'user')?.content ?? 'null'),
      schemaName: format.json_schema.name,
    };
    requests.push(asked);
    const fault = faults.shift();
    const content = fault?.kind === 'content' ? fault.content : JSON.stringify(fake.answer(asked));
    const completion = JSON.stringify(completionOf(model, JSON.stringify(messages), content));
    if (fault === undefined || fault.kind === 'content') return respond(response, 200, completion);
    strike(fault, response, completion, timers);
  }

  return fake;
}

const chatRequest = z.object({
  model: z.string().min(1),
  messages: z
    .array(z.object({ role: z.enum(['system', 'developer', 'user', 'assistant']), content: z.string() }))
    .min(1),
  max_completion_tokens: z.int().positive().optional(),
  response_format: z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({
      name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
      strict: z.literal(true),
      schema: z.record(z.string(), z.unknown()),
    }),
  }),
});

const TOKEN = 4; // characters, roughly

function completionOf(model: string, prompt: string, content: string | null): object {
  const promptTokens = Math.ceil(prompt.length / TOKEN);
  const completionTokens = Math.ceil((content?.length ?? 0) / TOKEN);
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion',
    created: 1_790_000_000,
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: content === null ? 'I can not help with that.' : null },
        finish_reason: 'stop',
        logprobs: null,
      },
    ],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    },
  };
}

function strike(
  fault: Exclude<ModelFault, { kind: 'content' }>,
  response: ServerResponse,
  completion: string,
  timers: Set<NodeJS.Timeout>,
): void {
  switch (fault.kind) {
    case 'error':
      if (fault.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(fault.retryAfterSeconds));
      refuse(response, fault.status, 'The server had an error.', null);
      return;
    case 'reset':
      response.destroy();
      return;
    case 'hang':
      return;
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(`{"id":"chatcmpl-fake","choices":[{"message":{"content":"`);
      response.end('x'.repeat(fault.bytes));
      return;
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' });
      let at = 0;
      const timer = setInterval(() => {
        response.write(completion.slice(at, at + 1));
        at += 1;
        if (at >= completion.length) response.end();
        if (at >= completion.length || response.destroyed) clearInterval(timer);
      }, fault.msPerByte);
      timers.add(timer);
      return;
    }
    case 'notJson':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please sign in to the network</html>');
      return;
    case 'redirect':
      response.writeHead(307, { location: fault.to }).end();
      return;
    default:
      fault satisfies never;
  }
}

function respond(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

function refuse(response: ServerResponse, status: number, message: string, code: string | null): void {
  const type = status >= 500 ? 'server_error' : status === 429 ? 'rate_limit_exceeded' : 'invalid_request_error';
  respond(response, status, JSON.stringify({ error: { message, type, param: null, code } }));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined; // refused as a request of no shape
  }
}
