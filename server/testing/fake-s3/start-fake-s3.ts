import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type FakeS3 = {
  readonly endpoint: string;
  /** What is kept, by bucket and key: "files/a/b". */
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** What came without a signature in the right form, in words. */
  readonly unsigned: readonly string[];
  /** Lets the next calls fail, one each. */
  fail(...failures: readonly ('busy' | 'reset')[]): void;
  close(): Promise<void>;
};

type StoredObject = { readonly bytes: Buffer; readonly contentType: string | undefined };

/** A bucket service on this machine: put, get (also a range) and delete, path style, each call signed (AWS Signature 4). */
export async function startFakeS3(bucket: string, accessKeyId: string): Promise<FakeS3> {
  const objects = new Map<string, StoredObject>();
  const unsigned: string[] = [];
  const failures: ('busy' | 'reset')[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readWhole(request);
    const failure = failures.shift();
    if (failure === 'reset') return void request.socket.resetAndDestroy();
    if (failure === 'busy') return writeError(response, 503, 'SlowDown');
    const problem = signatureProblem(request, body, accessKeyId);
    if (problem !== undefined) {
      unsigned.push(problem);
      return writeError(response, 403, 'SignatureDoesNotMatch');
    }
    const [, named, key = ''] = /^\/([^/]+)\/(.+)$/.exec(new URL(request.url ?? '/', 'http://s3').pathname) ?? [];
    if (named !== bucket) return writeError(response, 404, 'NoSuchBucket');
    answerObject(objects, `${bucket}/${decodeURIComponent(key)}`, { request, response, body });
  };
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake S3 listens on no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    unsigned,
    fail: (...next) => {
      failures.push(...next);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Call = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly body: Buffer };

function answerObject(objects: Map<string, StoredObject>, name: string, { request, response, body }: Call): void {
  switch (request.method) {
    case 'PUT':
      objects.set(name, { bytes: body, contentType: request.headers['content-type'] });
      response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end();
      return;
    case 'DELETE':
      objects.delete(name);
      response.writeHead(204).end();
      return;
    default:
      writeObject(response, objects.get(name), request.headers.range);
  }
}

function writeObject(response: ServerResponse, object: StoredObject | undefined, range: string | undefined): void {
  if (!object) {
    writeError(response, 404, 'NoSuchKey');
    return;
  }
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  const part = start === undefined ? object.bytes : object.bytes.subarray(Number(start), Number(end) + 1);
  response.writeHead(start === undefined ? 200 : 206, {
    'content-type': object.contentType ?? 'binary/octet-stream',
    'content-length': part.byteLength,
  });
  response.end(part);
}

/** The parts of a signature that can be seen without the secret. */
function signatureProblem({ headers }: IncomingMessage, body: Buffer, accessKeyId: string): string | undefined {
  const form =
    /^AWS4-HMAC-SHA256 Credential=(\S+)\/(\d{8})\/\S+\/s3\/aws4_request, SignedHeaders=(\S+), Signature=[0-9a-f]{64}$/;
  const [, keyId, day, signed = ''] = form.exec(headers.authorization ?? '') ?? [];
  const date = String(headers['x-amz-date']);
  if (keyId !== accessKeyId) return 'The authorization header is not that of the key.';
  if (!/^\d{8}T\d{6}Z$/.test(date) || !date.startsWith(String(day))) return 'The date is not the signed one.';
  if (!signed.split(';').includes('host')) return 'The host is not signed.';
  const hash = createHash('sha256').update(body).digest('hex');
  return headers['x-amz-content-sha256'] === hash ? undefined : 'The hash of the body is another one.';
}

async function readWhole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function writeError(response: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response
    .writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) })
    .end(body);
}
