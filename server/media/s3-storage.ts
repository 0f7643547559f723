import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Config } from '../env';
import { KnownError } from '../errors';
import { checkKey } from './check-key';
import type { ByteRange, MediaStorage } from './media-storage';

/** Keeps files in a bucket of any service that speaks S3's protocol. One client, made at first use. */
export function createS3Storage(config: S3Config): MediaStorage {
  let connected: Promise<Connected> | undefined;
  const bucket = async () => {
    connected ??= connect(config);
    return connected;
  };
  return {
    put: async (key, bytes, mimeType) => {
      checkKey(key);
      const { client, sdk } = await bucket();
      const file = { Bucket: config.bucket, Key: key, Body: bytes, ContentType: mimeType };
      await orUnavailable(client.send(new sdk.PutObjectCommand(file)));
    },
    get: async (key, range) => {
      checkKey(key);
      const { client, sdk } = await bucket();
      const wanted = { Bucket: config.bucket, Key: key, ...(range ? { Range: headerOf(range) } : {}) };
      return orUnavailable(noneIfMissing(client.send(new sdk.GetObjectCommand(wanted)).then(readBody)));
    },
    remove: async (key) => {
      checkKey(key);
      const { client, sdk } = await bucket();
      await orUnavailable(client.send(new sdk.DeleteObjectCommand({ Bucket: config.bucket, Key: key })));
    },
  };
}

type Sdk = typeof import('@aws-sdk/client-s3');
type Connected = { readonly client: S3Client; readonly sdk: Sdk };

/** The SDK is loaded only where a bucket is used: it is large. */
async function connect({ endpoint, region, accessKeyId, secretAccessKey }: S3Config): Promise<Connected> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true, // buckets of one's own server have no host name each
    maxAttempts: 3,
    // Servers beside Amazon's know no trailing checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
  });
  return { client, sdk };
}

async function readBody({ Body }: { Body?: { transformToByteArray(): Promise<Uint8Array> } | undefined }) {
  return Body?.transformToByteArray();
}

function headerOf({ start, end }: ByteRange): string {
  return `bytes=${start}-${end}`;
}

async function noneIfMissing<Result>(answer: Promise<Result>): Promise<Result | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')) return undefined;
    throw error;
  }
}

async function orUnavailable<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (cause) {
    throw new KnownError('storage.unavailable', 'The storage for files does not answer.', { cause });
  }
}
