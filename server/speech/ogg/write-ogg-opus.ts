import { oggChecksum } from './ogg-checksum';

export type OpusStream = {
  /** One Opus packet each, all of the same length in time. */
  readonly packets: readonly Uint8Array[];
  /** How long a packet is, in samples at 48 kHz: 960 are 20 ms. */
  readonly packetSamples: number;
  /** Samples at 48 kHz that the decoder throws away at the beginning. */
  readonly preSkip: number;
  /** How many samples at 48 kHz are to be heard; what the packets hold beyond them is cut off at the end. */
  readonly heardSamples: number;
  /** Of what was encoded, in hertz. Players only show it. */
  readonly inputRate: number;
};

/** One channel of Opus in an Ogg file (RFC 7845), in pages of a second at most, with its end trimmed to the sample. */
export function writeOggOpus(stream: OpusStream): Uint8Array {
  const end = stream.preSkip + stream.heardSamples;
  const audio = pagesOf(stream).map(({ packets, granule }, at, all) => {
    const isLast = at === all.length - 1;
    return writePage({
      packets,
      granule: isLast ? Math.min(granule, end) : granule,
      sequence: at + 2,
      flags: isLast ? LAST_PAGE : 0,
    });
  });
  const head = writePage({ packets: [opusHead(stream)], granule: 0, sequence: 0, flags: FIRST_PAGE });
  const tags = writePage({ packets: [opusTags()], granule: 0, sequence: 1, flags: 0 });
  return Buffer.concat([head, tags, ...audio]);
}

const FIRST_PAGE = 2;
const LAST_PAGE = 4;
/** Tells the streams of one file apart; ours has one. */
const SERIAL = 1;
const SECOND = 48_000;
const MOST_SEGMENTS = 255;
const HEADER_BYTES = 27;
const CHECKSUM_AT = 22;

type Page = {
  readonly packets: readonly Uint8Array[];
  /** Samples at 48 kHz that a decoder has given when it has read this page. */
  readonly granule: number;
  readonly sequence: number;
  readonly flags: number;
};

function pagesOf({ packets, packetSamples }: OpusStream): Pick<Page, 'packets' | 'granule'>[] {
  const pages: Pick<Page, 'packets' | 'granule'>[] = [];
  let open: Uint8Array[] = [];
  let segments = 0;
  packets.forEach((packet, at) => {
    open.push(packet);
    segments += segmentsOf(packet);
    const next = packets[at + 1];
    const isEnd = at + 2 >= packets.length; // the last has a page of its own: not all decoders trim the end of a single page
    const hasRoom = next !== undefined && segments + segmentsOf(next) <= MOST_SEGMENTS;
    if (!isEnd && hasRoom && (open.length + 1) * packetSamples <= SECOND) return;
    pages.push({ packets: open, granule: (at + 1) * packetSamples });
    open = [];
    segments = 0;
  });
  return pages;
}

/** A packet is laced into segments of 255 bytes; a shorter one, if only of none, says that it has ended. */
function segmentsOf(packet: Uint8Array): number {
  return Math.floor(packet.length / 255) + 1;
}

function writePage({ packets, granule, sequence, flags }: Page): Buffer {
  const lacing = packets.flatMap((packet) => [
    ...Array.from({ length: segmentsOf(packet) - 1 }, () => 255),
    packet.length % 255,
  ]);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('OggS', 0, 'latin1');
  header[5] = flags;
  header.writeBigUInt64LE(BigInt(granule), 6);
  header.writeUInt32LE(SERIAL, 14);
  header.writeUInt32LE(sequence, 18);
  header[26] = lacing.length;
  const page = Buffer.concat([header, Buffer.from(lacing), ...packets]);
  page.writeUInt32LE(oggChecksum(page), CHECKSUM_AT);
  return page;
}

function opusHead({ preSkip, inputRate }: OpusStream): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head[8] = 1; // version
  head[9] = 1; // channel
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(inputRate, 12);
  return head; // no gain, and the channel mapping of one channel
}

function opusTags(): Buffer {
  const vendor = Buffer.from('Vaarta', 'utf8');
  const lengths = { vendor: Buffer.alloc(4), comments: Buffer.alloc(4) };
  lengths.vendor.writeUInt32LE(vendor.length);
  return Buffer.concat([Buffer.from('OpusTags', 'latin1'), lengths.vendor, vendor, lengths.comments]);
}
