import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { OggOpusDecoder } from 'ogg-opus-decoder';
import { z } from 'zod';
import { encodeVoiceNote, VOICE_RATE } from '@/server/speech/ogg/encode-voice-note';

/** What goes wrong with a call. */
export type AudioFault =
  | { readonly kind: 'error'; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'reset' } // the connection is cut before a byte is answered
  | { readonly kind: 'hang' } // never answers
  | { readonly kind: 'slow'; readonly ms: number } // a good answer, late
  | { readonly kind: 'garbage' } // status 200 and a page that is neither JSON nor sound
  | { readonly kind: 'body'; readonly body: Uint8Array }; // status 200 and these bytes

/** What the fake hears in a voice note. `certainty` is the probability of each token. */
export type Hearing = { readonly text: string; readonly language: string; readonly certainty: number };

export type HeardNote = {
  readonly model: string;
  readonly language: string | undefined;
  readonly format: string;
  readonly include: readonly string[];
  readonly filename: string;
  readonly byteSize: number;
};

export type SaidText = z.infer<typeof speechRequest>;

/** The audio calls of the fake OpenAI, as a test sees them. */
export type FakeAudio = {
  readonly heard: readonly HeardNote[];
  readonly said: readonly SaidText[];
  /** Strikes the next audio calls, one each, in order. */
  readonly faults: AudioFault[];
  /** What is heard in just these bytes. */
  readonly hear: (note: Uint8Array, hearing: Partial<Hearing>) => void;
  /** What is heard in every other note. */
  hearing: Hearing;
  /** A server that knows nothing of `include` and `verbose_json` refuses them. */
  isPlain: boolean;
  readonly handle: (path: string, contentType: string, body: Buffer, response: ServerResponse) => Promise<void>;
};

/** Hears by orders, after it has proved with a decoder that there is something to hear, and says everything as a tone. */
export function createFakeAudio(): FakeAudio {
  const heard: HeardNote[] = [];
  const said: SaidText[] = [];
  const orders = new Map<string, Partial<Hearing>>();
  const audio: FakeAudio = {
    heard,
    said,
    faults: [],
    hear: (note, hearing) => orders.set(hashOf(note), hearing),
    hearing: { text: 'Hello', language: 'en', certainty: 0.9 },
    isPlain: false,
    handle: async (path, contentType, body, response) => {
      if (await strike(audio.faults.shift(), response)) return;
      if (path === '/v1/audio/transcriptions') return transcribe(contentType, body, response);
      if (path === '/v1/audio/speech') return speak(body, response);
      refuse(response, 404, `Unknown request URL: POST ${path}.`);
    },
  };

  async function transcribe(contentType: string, body: Buffer, response: ServerResponse): Promise<void> {
    const note = await readNote(contentType, body);
    if (note === undefined) return refuse(response, 400, 'The request is not a form with a file and a model.');
    const { bytes, ...request } = note;
    heard.push(request);
    const isWanting = request.format !== 'json' || request.include.length > 0;
    if (audio.isPlain && isWanting) return refuse(response, 400, 'Unknown response_format or include.');
    if (request.include.length > 0 && !/^gpt-4o/.test(request.model)) {
      return refuse(response, 400, 'Logprobs are not supported with this model.');
    }
    if (!(await isSound(bytes))) return refuse(response, 400, 'Audio file might be corrupted or unsupported');
    const hearing = { ...audio.hearing, ...orders.get(hashOf(bytes)) };
    respond(response, 'application/json', JSON.stringify(answerOf(request, hearing)));
  }

  async function speak(body: Buffer, response: ServerResponse): Promise<void> {
    const request = speechRequest.safeParse(parseJson(body));
    if (!request.success) return refuse(response, 400, z.prettifyError(request.error));
    said.push(request.data);
    respond(response, 'audio/ogg', await encodeVoiceNote(tone(request.data.input)));
  }

  return audio;
}

const speechRequest = z.object({
  model: z.string().min(1),
  voice: z.string().min(1),
  input: z.string().min(1).max(4096),
  instructions: z.string().optional(),
  response_format: z.literal('opus'),
});

type Note = HeardNote & { readonly bytes: Uint8Array };

async function readNote(contentType: string, body: Buffer): Promise<Note | undefined> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    const file = form.get('file');
    const model = form.get('model');
    if (!(file instanceof File) || typeof model !== 'string') return;
    const text = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
    return {
      model,
      language: text('language')[0],
      format: text('response_format')[0] ?? 'json',
      include: text('include[]'),
      filename: file.name,
      byteSize: file.size,
      bytes: new Uint8Array(await file.arrayBuffer()),
    };
  } catch {
    return undefined; // no form
  }
}

const FIRST_BYTES = 256 * 1024; // of a note of an hour, some minutes say enough

/** Ogg/Opus is decoded; browsers' recordings (WebM, MP4) are believed. */
async function isSound(bytes: Uint8Array): Promise<boolean> {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('\x1aE\xdf\xa3') || head.startsWith('ftyp', 4)) return true;
  if (!head.startsWith('OggS')) return false;
  const decoder = new OggOpusDecoder();
  await decoder.ready;
  try {
    const { samplesDecoded, errors } = await decoder.decodeFile(bytes.subarray(0, FIRST_BYTES));
    return samplesDecoded > 0 && errors.length === 0;
  } catch {
    return false;
  } finally {
    decoder.free();
  }
}

function answerOf({ format, include }: HeardNote, { text, language, certainty }: Hearing): object {
  const logprob = Math.log(certainty);
  if (format === 'verbose_json') {
    const segment = { id: 0, start: 0, end: 2, text, avg_logprob: logprob, no_speech_prob: text === '' ? 0.9 : 0.01 };
    return { task: 'transcribe', language: names[language] ?? language, duration: 2, text, segments: [segment] };
  }
  if (!include.includes('logprobs')) return { text };
  return { text, logprobs: text.split(' ').map((token) => ({ token, logprob, bytes: [...Buffer.from(token)] })) };
}

/** Whisper names languages in English. */
const names: Readonly<Record<string, string>> = {
  en: 'english',
  hi: 'hindi',
  kn: 'kannada',
  ta: 'tamil',
  te: 'telugu',
};

/** The longer the text, the longer the tone. */
function tone(text: string): Int16Array {
  const seconds = Math.min(3, 0.2 + text.length * 0.02);
  return Int16Array.from({ length: Math.round(seconds * VOICE_RATE) }, (_, at) =>
    Math.round(8_000 * Math.sin((at / VOICE_RATE) * 2 * Math.PI * 300)),
  );
}

/** True when the call has been answered, or never will be. */
async function strike(fault: AudioFault | undefined, response: ServerResponse): Promise<boolean> {
  switch (fault?.kind) {
    case undefined:
      return false;
    case 'slow':
      await sleep(fault.ms);
      return false;
    case 'error':
      if (fault.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(fault.retryAfterSeconds));
      refuse(response, fault.status, 'The server had an error.');
      return true;
    case 'reset':
      response.destroy();
      return true;
    case 'hang':
      return true;
    case 'garbage':
      respond(response, 'text/html', '<html>Please sign in to the network</html>');
      return true;
    case 'body':
      respond(response, 'audio/ogg', fault.body);
      return true;
    default:
      return fault satisfies never;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined; // refused as a request of no shape
  }
}

function respond(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': type }).end(body);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const type = status >= 500 ? 'server_error' : 'invalid_request_error';
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: { message, type, param: null, code: null } }));
}
