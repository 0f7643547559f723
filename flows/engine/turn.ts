import type { ExpressionEnv, ExpressionIssue } from '../expressions/run';
import type { Scope } from '../expressions/scope';
import { isSlotValue } from '../expressions/values';
import type { TurnEvent } from '../schema/events';
import { BACK, type Transition } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import type { Choice, OutgoingContent } from '../schema/message';
import type { MessageTemplate, Wordings } from '../schema/message-template';
import type { Session, Wait } from '../schema/session';
import type { SlotFact, SlotName, SlotReading, SlotValue } from '../schema/slots';
import type { Reply } from '../schema/turn-input';
import type { StateTurn } from '../states/define-state';
import { lastMessageOf } from '../states/last-message-of';
import { answerQuestion } from './answer-question';
import type { CompiledFlow, CompiledState } from './compile-flow';
import { dateText } from './date-text';
import type { TurnEnv } from './env';
import { renderMessage } from './render-message';
import { turnScope } from './turn-scope';

/**
 * One turn while it is being taken: a private copy of the session and the facts so far. States see it as `StateTurn`;
 * `runTurn` moves it from state to state. It lives for one call and is never shared, so its fields may change.
 */
export class Turn implements StateTurn {
  readonly events: TurnEvent[] = [];
  readonly nowMs: number;
  readonly timezone: string;
  reply: Reply | null = null;
  mayAsk = true;
  /** Who is speaking: a state's id, or `rule:<id>`. Text keys and choice ids begin with it. */
  speaker: string;
  wait: Wait | null;
  private readonly slots: Record<SlotName, SlotFact>;
  private readonly visits: Record<string, number>;
  private readonly said: Record<string, number>;
  private readonly scope: Scope;
  private hasQuoted = false;
  private expressionEnv: ExpressionEnv;
  private readonly draft: Session;

  constructor(
    private compiled: CompiledFlow,
    session: Session,
    readonly env: TurnEnv,
  ) {
    this.nowMs = env.nowMs;
    this.timezone = session.timezone;
    this.slots = { ...session.slots };
    this.visits = { ...session.visits };
    this.said = { ...session.said };
    this.wait = session.wait;
    this.speaker = session.state;
    this.draft = { ...session, slots: this.slots, visits: this.visits, said: this.said };
    this.scope = turnScope(this);
    this.expressionEnv = {
      language: session.language,
      defaultLanguage: compiled.flow.defaultLanguage,
      timezone: session.timezone,
      nowMs: env.nowMs,
      packs: env.packs,
      facts: env.facts,
    };
  }

  get stateId(): string {
    return this.draft.state;
  }

  get visit(): number {
    return this.visits[this.draft.state] ?? 0;
  }

  get flow(): CompiledFlow {
    return this.compiled;
  }

  session(): Session {
    return this.draft;
  }

  change(part: Partial<Session>): void {
    Object.assign(this.draft, part);
  }

  /** Continues in another flow: a subflow that is called, or the calling flow again. */
  switchFlow(compiled: CompiledFlow): void {
    this.compiled = compiled;
  }

  result(): { session: Session; events: readonly TurnEvent[] } {
    this.change({ wait: this.wait, updatedAt: dateText(this.nowMs) });
    return { session: this.draft, events: this.events };
  }

  emit(event: TurnEvent): void {
    this.events.push(event);
  }

  enterState(state: CompiledState): void {
    const visit = (this.visits[state.id] ?? 0) + 1;
    this.visits[state.id] = visit;
    this.change({ state: state.id });
    this.speaker = state.id;
    this.emit({ type: 'state.entered', state: state.id, visit });
    if (state.consent) this.recordConsent(state.consent);
  }

  hasVariable(name: string): boolean {
    return this.compiled.variables.has(name);
  }

  knows(slot: SlotName): boolean {
    return Object.hasOwn(this.slots, slot) || this.compiled.initial.has(slot);
  }

  value(slot: SlotName): SlotValue | undefined {
    return Object.hasOwn(this.slots, slot) ? this.slots[slot]?.value : this.compiled.initial.get(slot);
  }

  fill(slot: SlotName, value: SlotValue, source: 'flow' | 'effect'): void {
    this.fillFact(slot, { value, confidence: 1, messageId: null, span: null }, source);
  }

  /** Keeps a value with its provenance; a correction keeps what was there as history. */
  fillFact(slot: SlotName, reading: SlotReading, source: SlotFact['source']): void {
    const before = Object.hasOwn(this.slots, slot) ? this.slots[slot] : undefined;
    if (before && before.value === reading.value) return;
    const at = dateText(this.nowMs);
    const { value, confidence, messageId, span } = reading;
    const language = source === 'customer' ? this.draft.language : null;
    const history = before
      ? [...before.history, { value: before.value, messageId: before.messageId, at: before.at }]
      : [];
    this.slots[slot] = { value, confidence, messageId, span, source, confirmed: false, at, language, history };
    const previous = before?.value ?? null;
    this.emit({ type: 'slot.filled', slot, value, previous, source, messageId, span, confidence });
  }

  clear(slot: SlotName): void {
    const before = this.slots[slot];
    if (!before) return;
    delete this.slots[slot];
    this.emit({ type: 'slot.cleared', slot, previous: before.value });
  }

  holds(condition: string | undefined): boolean {
    if (condition === undefined || condition === '') return true;
    return this.evaluate(condition) === true;
  }

  evaluate(expression: string): SlotValue | undefined {
    const compiled = this.compiled.expression(expression);
    if ('broken' in compiled) {
      this.reportFailure('expression.broken', expression, compiled.broken);
      return undefined;
    }
    const { value, issues } = compiled.evaluate(this.scope, this.expressionEnv);
    for (const issue of issues) this.reportIssue(issue, expression);
    return isSlotValue(value) ? value : undefined;
  }

  text(text: Readonly<Record<LanguageCode, string>>, language: LanguageCode = this.draft.language): string {
    const source =
      text[language] || text[this.compiled.flow.defaultLanguage] || Object.values(text).find((other) => other !== '');
    if (!source) return '';
    if (!source.includes('{{')) return source;
    const env = language === this.expressionEnv.language ? this.expressionEnv : { ...this.expressionEnv, language };
    const { text: filled, issues } = this.compiled.template(source).render(this.scope, env);
    for (const issue of issues) this.reportIssue(issue, source);
    return filled;
  }

  say(message: MessageTemplate, path: string): readonly Choice[] {
    const content = renderMessage(message, this);
    if (content === null) {
      this.emit({ type: 'flow.broken', code: 'text.empty', detail: `${this.speaker}/${path}` });
      return [];
    }
    this.utter(content, path);
    if (content.type === 'buttons') return content.buttons;
    return content.type === 'list' ? content.rows : [];
  }

  /** Makes a content a fact of this turn, said in the manner of the state whose words they are; a rule's words have none. */
  utter(content: OutgoingContent, path: string): void {
    const { state, language } = this.draft;
    const manner = this.speaker === state ? this.compiled.states.get(state)?.behaviour.manner : undefined;
    const textKey = `${this.speaker}/${path}`;
    const said = { type: 'message.said' as const, state, textKey, language };
    const quoted = manner?.isQuoting ? this.quoted(content) : content;
    this.emit({ ...said, content: quoted, ...(manner?.isSpoken ? { isSpoken: true } : {}) });
  }

  sayNext(messages: Wordings, path: string): readonly Choice[] {
    const key = `${this.speaker}/${path}`;
    const times = this.said[key] ?? 0;
    const index = Math.min(times, messages.length - 1);
    const message = messages[index];
    this.said[key] = times + 1;
    return message ? this.say(message, `${path}.${index}`) : [];
  }

  answer(messages: Wordings | undefined, path: string): boolean {
    return answerQuestion(this, messages, path);
  }

  timesSaid(path: string): number {
    return this.said[`${this.speaker}/${path}`] ?? 0;
  }

  changeLanguage(language: LanguageCode): void {
    const from = this.draft.language;
    if (language === from || !this.compiled.flow.languages.includes(language)) return;
    this.change({ language });
    this.expressionEnv = { ...this.expressionEnv, language };
    this.emit({ type: 'language.changed', from, to: language });
  }

  share(): number {
    return shareOf(`${this.draft.contactId}/${this.compiled.flow.id}/${this.draft.state}`);
  }

  routable(outcomes: readonly string[]): string | null {
    return this.transitionFor(outcomes)?.outcome ?? null;
  }

  /** The first of these outcomes that has a transition whose condition holds; a way back only where there is one. */
  transitionFor(outcomes: readonly string[]): Transition | undefined {
    const state = this.compiled.states.get(this.draft.state);
    for (const outcome of outcomes) {
      const found = state?.transitions
        .get(outcome)
        ?.find(({ to, condition }) => (to !== BACK || this.draft.returns.length > 0) && this.holds(condition));
      if (found) return found;
    }
    return undefined;
  }

  /** Once a turn: the answer goes on below it. */
  private quoted(content: OutgoingContent): OutgoingContent {
    const quotes = lastMessageOf(this.reply);
    if (this.hasQuoted || quotes === undefined) return content;
    if (content.type === 'reaction' || content.type === 'template') return content;
    this.hasQuoted = true;
    return { ...content, quotes };
  }

  private recordConsent(consent: NonNullable<CompiledState['consent']>): void {
    const { status, purpose, noticeVersion } = consent;
    if (this.draft.consents[purpose] === status) return;
    this.change({ consents: { ...this.draft.consents, [purpose]: status } });
    const messageId = this.reply?.messages.at(-1)?.id ?? null;
    if (status === 'given') this.emit({ type: 'consent.given', purpose, noticeVersion, messageId });
    else this.emit({ type: 'consent.withdrawn', purpose, messageId });
  }

  /** A value that is not known yet is no failure: conditions do not hold, and texts leave it out. */
  private reportIssue(issue: ExpressionIssue, expression: string): void {
    if (issue.code !== 'expression.unknown_value') this.reportFailure(issue.code, expression, issue.message);
  }

  private reportFailure(code: string, expression: string, detail: string): void {
    this.emit({
      type: 'expression.failed',
      state: this.draft.state,
      code,
      expression: expression.slice(0, 200),
      detail,
    });
  }
}

/** 0..1 from a text, evenly spread and always the same (FNV-1a, 32 bits, then mixed so that near texts are far apart). */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
