import { words } from '@/app/_words/en';
import { flowPatch } from '@/flows/edit/flow-patch';
import { keepSame } from '@/flows/edit/keep-same';
import { mergeFlows } from '@/flows/edit/merge-flows';
import { rebasePatch } from '@/flows/edit/rebase-patch';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import type { EditorStore } from '../editor-store';
import type { Journal, LeftEntry } from './journal';

/** A draft as the server has it. */
export type Stored = Readonly<{ flow: Flow; revision: number }>;

export type SaveAnswer =
  | Readonly<{ ok: true; revision: number; savedAt: string }>
  | Readonly<{ ok: false; reason: 'conflict' } & Stored>
  | Readonly<{ ok: false; reason: 'shrunk'; was: number; is: number }>
  | Readonly<{ ok: false; reason: 'refused'; issues: readonly FlowIssue[] }>;

/** The far side of saving. A call that throws was not answered; it is made again later. */
export type DraftServer = Readonly<{
  save: (draft: Readonly<{ revision: number; document: Flow; allowShrink: boolean }>) => Promise<SaveAnswer>;
  revision: () => Promise<number>;
  open: () => Promise<Stored>;
}>;

/** Saves a moment after typing stops, and while typing goes on at least this often (milliseconds). */
const REST_MS = 700;
const LONGEST_MS = 1_500;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/**
 * Brings the draft to the server: each change into the browser's journal at once, and all of them to the server within two
 * seconds. What others saved meanwhile is merged; where both changed the same thing, it waits for a person.
 */
export class Saver {
  private base: Stored;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince: number | null = null;
  private sending: Promise<void> | null = null;
  private failures = 0;
  private mayShrink = false;
  private savedAt: string | null;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly store: EditorStore,
    private readonly server: DraftServer,
    private readonly journal: Journal,
    opened: Stored,
  ) {
    this.base = opened;
    const { saving } = store.getState();
    this.savedAt = saving.type === 'saved' ? saving.at : null;
  }

  start(): void {
    this.unsubscribe = this.store.subscribe(({ flow }, { flow: before }) => {
      if (flow !== before) this.changed();
    });
    if (this.isDirty) this.changed();
  }

  stop(): void {
    this.unsubscribe();
    clearTimeout(this.timer);
  }

  /** Takes up what a tab kept in this browser and never brought to the server. */
  async recover(left: readonly LeftEntry[]): Promise<void> {
    for (const entry of left) {
      const { flow, clashes } = rebasePatch(this.store.getState().flow, entry.patch);
      const merged = keepSame(this.store.getState().flow, flow);
      this.store.getState().edit(words.editor.saving.recovered(entry.changes), () => merged);
      if (clashes.length > 0) this.ask(clashes, this.base);
      await entry.forget();
    }
  }

  /** Saves what is unsaved; resolves when the server has it, rejects when that can't be now. */
  async saveNow(): Promise<void> {
    clearTimeout(this.timer);
    while (this.isDirty) {
      await (this.sending ?? this.send());
      const { saving } = this.store.getState();
      if (saving.type !== 'saved' && saving.type !== 'saving') throw new Error(`The draft is ${saving.type}.`);
    }
  }

  /** A person decided every clash: this is the flow now. */
  resolveConflict(flow: Flow): void {
    const { saving, flow: mine, adopt, edit, setSaving } = this.store.getState();
    if (saving.type !== 'conflict') return;
    this.base = { flow: saving.theirs, revision: saving.revision };
    setSaving({ type: 'saving' });
    // What others changed elsewhere is theirs: undoing the decision must not take it back.
    adopt(words.editor.saving.adopted, keepSame(mine, saving.merged.flow));
    edit(words.editor.saving.resolved, () => keepSame(this.store.getState().flow, flow));
    this.changed();
  }

  /** A person said that removing most of the flow is meant. */
  allowShrink(): void {
    this.mayShrink = true;
    this.store.getState().setSaving({ type: 'saving' });
    this.schedule(0);
  }

  /** Asks whether somebody else has saved, and takes it over. */
  async lookForOthers(): Promise<void> {
    if (this.sending || this.store.getState().saving.type === 'conflict') return;
    const revision = await this.server.revision().catch(() => null);
    if (revision === null || revision === this.base.revision || this.sending) return;
    if (this.isDirty) {
      await this.send(); // the server answers with theirs
      return;
    }
    const theirs = await this.server.open().catch(() => null);
    if (theirs === null || this.isDirty || this.sending) return;
    this.base = { flow: keepSame(this.base.flow, theirs.flow), revision: theirs.revision };
    this.store.getState().adopt(words.editor.saving.adopted, this.base.flow);
  }

  /** Of the draft that the server has; what is not saved yet is not in it. */
  get revision(): number {
    return this.base.revision;
  }

  private get isDirty(): boolean {
    return this.store.getState().flow !== this.base.flow;
  }

  private changed(): void {
    if (!this.isDirty) {
      clearTimeout(this.timer);
      if (!this.sending) this.settled();
      return;
    }
    this.keep();
    const { saving, setSaving } = this.store.getState();
    if (saving.type === 'conflict') {
      // What a person is asked must be about the flow as it is now, else deciding would lose what was changed meanwhile.
      this.merge({ flow: saving.theirs, revision: saving.revision });
      return;
    }
    if (saving.type !== 'offline') setSaving({ type: 'saving' });
    this.dirtySince ??= Date.now();
    const waited = Date.now() - this.dirtySince;
    if (this.failures === 0) this.schedule(Math.max(0, Math.min(REST_MS, LONGEST_MS - waited)));
    else setSaving({ type: 'offline', changes: this.countChanges() });
  }

  private keep(): void {
    const { flow } = this.store.getState();
    const patch = flowPatch(this.base.flow, flow);
    void this.journal.write({ revision: this.base.revision, changes: this.countChanges(), patch });
  }

  private countChanges(): number {
    const { history } = this.store.getState();
    const savedAt = history.findLastIndex(({ after }) => after === this.base.flow);
    return Math.max(1, history.slice(savedAt + 1).filter(({ by, isUndone }) => by === 'me' && !isUndone).length);
  }

  private schedule(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), milliseconds);
  }

  private send(): Promise<void> {
    if (this.sending) return this.sending;
    this.sending = this.sendOnce().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async sendOnce(): Promise<void> {
    if (!this.isDirty) {
      this.settled();
      return;
    }
    const { flow } = this.store.getState();
    this.dirtySince = null;
    const draft = { revision: this.base.revision, document: flow, allowShrink: this.mayShrink };
    const answer = await this.server.save(draft).catch(() => null);
    if (answer === null) this.failed();
    else this.take(answer, flow);
  }

  private take(answer: SaveAnswer, sent: Flow): void {
    const { setSaving } = this.store.getState();
    this.failures = 0;
    if (answer.ok) {
      this.base = { flow: sent, revision: answer.revision };
      this.mayShrink = false;
      this.savedAt = answer.savedAt;
      this.settled();
      return;
    }
    switch (answer.reason) {
      case 'conflict':
        this.merge({ flow: answer.flow, revision: answer.revision });
        break;
      case 'shrunk':
        setSaving({ type: 'shrunk', was: answer.was, is: answer.is });
        break;
      case 'refused':
        setSaving({ type: 'refused', issues: answer.issues });
        break;
      default:
        answer satisfies never;
    }
  }

  private settled(): void {
    if (this.isDirty) {
      this.changed();
      return;
    }
    void this.journal.clear();
    this.dirtySince = null;
    this.store.getState().setSaving({ type: 'saved', at: this.savedAt });
  }

  private failed(): void {
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 15_000;
    this.failures += 1;
    this.store.getState().setSaving({ type: 'offline', changes: this.countChanges() });
    this.schedule(wait);
  }

  private merge(theirs: Stored): void {
    const mine = this.store.getState().flow;
    const merged = mergeFlows(this.base.flow, mine, theirs.flow);
    if (merged.clashes.length > 0) {
      this.ask(merged.clashes, theirs);
      return;
    }
    this.base = { flow: keepSame(this.base.flow, theirs.flow), revision: theirs.revision };
    this.store.getState().adopt(words.editor.saving.adopted, keepSame(mine, merged.flow));
    this.schedule(0);
  }

  private ask(clashes: ReturnType<typeof mergeFlows>['clashes'], theirs: Stored): void {
    const { flow, setSaving } = this.store.getState();
    const merged = mergeFlows(this.base.flow, flow, theirs.flow);
    setSaving({ type: 'conflict', merged, clashes, theirs: theirs.flow, revision: theirs.revision });
  }
}
