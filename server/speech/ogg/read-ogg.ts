/** What the pages of an Ogg file tell of the audio in it. */
export type OggAudio = {
  readonly codec: 'opus' | 'vorbis' | 'speex' | 'flac';
  readonly channels: number | undefined;
  /** How long it plays, in milliseconds; undefined when no page of it could be read. */
  readonly durationMs: number | undefined;
};

/** Reads the pages of an Ogg file, as far as they are whole; undefined if it is none, or holds no audio that we know. */
export function readOgg(bytes: Uint8Array): OggAudio | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = readPage(view, 0);
  if (first === undefined || (first.flags & FIRST_PAGE) === 0) return;
  const head = headOf(view.subarray(first.bodyAt, first.end));
  if (head === undefined) return;
  const granule = lastGranule(view, first);
  const samples = granule === undefined ? undefined : Number(granule) - head.preSkip;
  return {
    codec: head.codec,
    channels: head.channels,
    durationMs:
      samples === undefined || samples <= 0 || head.rate <= 0 ? undefined : Math.round((1000 * samples) / head.rate),
  };
}

/** How long an Ogg file plays, in milliseconds; undefined if it is none or none of its audio can be read. */
export function durationOfOgg(bytes: Uint8Array): number | undefined {
  return readOgg(bytes)?.durationMs;
}

const FIRST_PAGE = 2;
const HEADER_BYTES = 27;
/** Of a page on which no packet ends. */
const NO_GRANULE = 0xffff_ffff_ffff_ffffn;

type Page = {
  readonly flags: number;
  readonly granule: bigint;
  readonly serial: number;
  readonly bodyAt: number;
  readonly end: number;
};

function readPage(view: Buffer, at: number): Page | undefined {
  if (at + HEADER_BYTES > view.length || view.toString('latin1', at, at + 4) !== 'OggS' || view[at + 4] !== 0) return;
  const segments = view[at + 26] ?? 0;
  const bodyAt = at + HEADER_BYTES + segments;
  let end = bodyAt;
  for (const length of view.subarray(at + HEADER_BYTES, bodyAt)) end += length;
  if (end > view.length) return;
  return {
    flags: view[at + 5] ?? 0,
    granule: view.readBigUInt64LE(at + 6),
    serial: view.readUInt32LE(at + 14),
    bodyAt,
    end,
  };
}

/** Where the last whole page of the first stream ends in time. */
function lastGranule(view: Buffer, first: Page): bigint | undefined {
  let granule: bigint | undefined;
  for (let page = readPage(view, first.end); page !== undefined; page = readPage(view, page.end)) {
    if (page.serial === first.serial && page.granule !== NO_GRANULE && page.granule > 0n) granule = page.granule;
  }
  return granule;
}

type Head = Pick<OggAudio, 'codec' | 'channels'> & {
  /** What positions are counted in, in hertz. */
  readonly rate: number;
  readonly preSkip: number;
};

function headOf(packet: Buffer): Head | undefined {
  const startsWith = (text: string) => packet.toString('latin1', 0, text.length) === text;
  if (startsWith('OpusHead') && packet.length >= 19) {
    return { codec: 'opus', channels: packet[9], rate: 48_000, preSkip: packet.readUInt16LE(10) };
  }
  if (startsWith('\x01vorbis') && packet.length >= 16) {
    return { codec: 'vorbis', channels: packet[11], rate: packet.readUInt32LE(12), preSkip: 0 };
  }
  if (startsWith('Speex   ') && packet.length >= 52) {
    return { codec: 'speex', channels: packet.readUInt32LE(48), rate: packet.readUInt32LE(36), preSkip: 0 };
  }
  // The rate of FLAC stands in bits that no one else needs here.
  return startsWith('\x7fFLAC') ? { codec: 'flac', channels: undefined, rate: 0, preSkip: 0 } : undefined;
}
