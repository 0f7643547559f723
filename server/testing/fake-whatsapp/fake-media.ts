import { createHash } from 'node:crypto';
import type { FakeClock } from './clock';

/** A file that WhatsApp keeps: a customer's for 7 days, one that the app put in for 30. */
export type KeptFile = {
  readonly id: string;
  readonly bytes: Buffer;
  readonly mimeType: string;
  readonly sha256: string; // base64
  /** The number it was put in for; a customer's file has none. */
  readonly account?: string;
  readonly filename?: string;
};

/** The files of the fake, and what goes wrong with them. */
export class FakeMedia {
  readonly #clock: FakeClock;
  readonly #files = new Map<string, { readonly file: KeptFile; readonly until: number }>();
  readonly #addresses = new Map<string, { readonly id: string; readonly until: number }>();
  readonly #spoils: { readonly at: MediaCall; readonly answer: Partial<Answer> }[] = [];
  #count = 0;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** What the app has put in, in order. */
  get uploads(): readonly KeptFile[] {
    return [...this.#files.values()].flatMap(({ file }) => (file.account === undefined ? [] : [file]));
  }

  keep(
    bytes: Buffer,
    mimeType: string,
    upload: { readonly account?: string; readonly filename?: string } = {},
  ): KeptFile {
    this.#count += 1;
    const id = `4${String(this.#count).padStart(17, '0')}`;
    const file = { id, bytes, mimeType, sha256: createHash('sha256').update(bytes).digest('base64'), ...upload };
    this.#files.set(id, { file, until: this.#clock.now() + (upload.account === undefined ? 7 : 30) * dayMs });
    return file;
  }

  /** A customer's message with a file, for `receiveFromCustomer`. */
  message({ kind, bytes, mimeType, filename, caption }: SentFile): { readonly raw: RawMessage } {
    const { id, sha256 } = this.keep(bytes, mimeType);
    const type = kind === 'voice' ? 'audio' : kind;
    const named = { ...(filename ? { filename } : {}), ...(caption ? { caption } : {}) };
    const sound = type === 'audio' ? { voice: kind === 'voice' } : {};
    return { raw: { type, [type]: { id, mime_type: mimeType, sha256, ...named, ...sound } } };
  }

  /** Spoils the next calls of a kind, one each, in the order given: what is named replaces that part of the answer. */
  spoil(at: MediaCall, ...answers: readonly Partial<Answer>[]): void {
    this.#spoils.push(...answers.map((answer) => ({ at, answer })));
  }

  spoiled(at: MediaCall, answer: Answer): Answer {
    const index = this.#spoils.findIndex((spoil) => spoil.at === at);
    const [spoil] = index < 0 ? [] : this.#spoils.splice(index, 1);
    return { ...answer, ...spoil?.answer };
  }

  find(id: string): KeptFile | undefined {
    const found = this.#files.get(id);
    return found && found.until > this.#clock.now() ? found.file : undefined;
  }

  forget(id: string): boolean {
    return this.#files.delete(id);
  }

  /** A new address of a file, good for five minutes. */
  openAddress(id: string): string {
    const address = `mid${this.#addresses.size + 1}`;
    this.#addresses.set(address, { id, until: this.#clock.now() + 5 * 60_000 });
    return address;
  }

  at(address: string): KeptFile | undefined {
    const found = this.#addresses.get(address);
    return found && found.until > this.#clock.now() ? this.find(found.id) : undefined;
  }
}

const dayMs = 86_400_000;

/** What a call is answered, as in `graph-route.ts`. */
type Answer = {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly flaw?: { readonly kind: 'reset' | 'never' } | { readonly kind: 'drip' | 'late'; readonly ms: number };
};

type MediaCall = 'upload' | 'lookup' | 'download';

type SentFile = {
  readonly kind: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';
  readonly bytes: Buffer;
  readonly mimeType: string;
  readonly filename?: string;
  readonly caption?: string;
};

type RawMessage = { readonly type: string } & Readonly<Record<string, unknown>>;
