import { BACK, type Flow, type Transition } from '../schema/flow';
import type { Session } from '../schema/session';
import type { Reply, TurnInput } from '../schema/turn-input';
import type { Resumption, Step } from '../states/define-state';
import { type CompiledFlow, type CompiledState, compileFlow } from './compile-flow';
import { dateText } from './date-text';
import type { TurnEnv } from './env';
import { hear } from './hear';
import { limits } from './limits';
import { applyRules, type Ruling } from './rules';
import type { Turn } from './turn';

/** The walk of one turn from state to state until something must be waited for. */
export class Walk {
  private readonly entered: string[] = [];

  constructor(
    private readonly turn: Turn,
    private readonly root: Flow,
  ) {}

  begin(input: TurnInput): void {
    if (input.type === 'started') this.start(input);
    else if (input.type === 'replied') this.reply(input.reply);
    else if (input.type === 'timedOut') this.resume({ type: 'timedOut' });
    else this.resume(input);
  }

  private start(input: Extract<TurnInput, { type: 'started' }>): void {
    const { turn } = this;
    const { by, reply } = input;
    turn.emit({ type: 'session.started', by });
    if (reply && takesConsentBack(turn.flow, reply)) {
      this.reply(reply);
      return;
    }
    turn.mayAsk = reply === null;
    if (reply) turn.changeLanguage(reply.understanding.language);
    this.enter(turn.session().state);
    turn.mayAsk = true;
    if (reply && turn.session().status === 'active' && turn.wait?.type === 'reply') this.reply(reply);
  }

  private reply(reply: Reply): void {
    const { turn } = this;
    const heard = hear(turn, reply);
    const ruling = applyRules(turn, compileFlow(this.root));
    if (ruling.type === 'route') this.resume({ type: 'replied', ...heard });
    else if (ruling.type === 'repeat') this.repeat();
    else this.jump(ruling);
  }

  private jump({ to, remember, leavesSubflows }: Extract<Ruling, { type: 'goTo' }>): void {
    if (leavesSubflows) this.leaveSubflows();
    if (remember) this.remember(to);
    this.enter(to);
  }

  private resume(by: Resumption): void {
    const state = this.state();
    if (state) this.follow(state.behaviour.resume(this.turn, by));
  }

  /** Asks the pending question again; a state that asks nothing keeps the wait it has. */
  private repeat(): void {
    const repeat = this.state()?.behaviour.repeat;
    if (repeat) this.follow(repeat(this.turn));
  }

  private enter(id: string): void {
    const first = this.step(id);
    if (first) this.follow(first);
  }

  /** Follows steps until a wait or the end. Every round enters a state, and entering is counted. */
  private follow(first: Step): void {
    let step: Step | null = first;
    while (step) step = this.next(step);
  }

  private next(step: Step): Step | null {
    const { turn } = this;
    switch (step.type) {
      case 'go':
        return this.go(step.outcomes);
      case 'waitForReply':
        turn.wait = {
          type: 'reply',
          id: turn.env.newId(),
          expects: [...step.expects],
          choices: [...step.choices],
          deadlineAt: step.timeoutSeconds === undefined ? null : dateText(turn.nowMs + step.timeoutSeconds * 1000),
        };
        return null;
      case 'waitUntil':
        return this.waitUntil(dateText(step.untilMs));
      case 'waitForEffect': {
        const waitId = turn.env.newId();
        turn.wait = { type: 'effect', id: waitId, effect: step.effect };
        turn.emit({ type: 'effect.requested', waitId, effect: step.effect });
        return null;
      }
      case 'callFlow':
        return this.callFlow(step.flowId);
      case 'return':
        return this.returnFromFlow();
      case 'end':
        return this.end(step.reason);
      default:
        return step satisfies never;
    }
  }

  private go(outcomes: readonly string[]): Step | null {
    const { turn } = this;
    const transition = turn.transitionFor(outcomes);
    if (transition) return this.take(transition);
    turn.emit({ type: 'outcome.unhandled', state: turn.stateId, outcomes: [...outcomes] });
    if (!this.state()?.behaviour.waits) {
      return turn.session().calls.length > 0 ? { type: 'return' } : { type: 'end', reason: 'dead_end' };
    }
    const { expects = [], choices = [] } = turn.wait?.type === 'reply' ? turn.wait : {};
    return { type: 'waitForReply', expects, choices };
  }

  private take(transition: Transition): Step | null {
    const { turn } = this;
    const { id, from, outcome } = transition;
    const back = transition.to === BACK;
    const returns = turn.session().returns;
    const to = back ? (returns.at(-1) ?? turn.flow.flow.start) : transition.to;
    turn.emit({ type: 'transition.taken', transition: id, from, outcome, to });
    if (back) turn.change({ returns: returns.slice(0, -1) });
    if (transition.remember) this.remember(to);
    return back ? this.comeBack(to) : this.step(to);
  }

  /** After a digression the question is asked again; what the state said on entering is not. */
  private comeBack(id: string): Step | null {
    const state = this.count(id);
    if (!state) return null;
    this.turn.enterState(state);
    const { repeat } = state.behaviour;
    return repeat ? repeat(this.turn) : state.behaviour.enter(this.turn);
  }

  private step(id: string): Step | null {
    const state = this.count(id);
    if (!state) return null;
    this.turn.enterState(state);
    return state.behaviour.enter(this.turn);
  }

  /** The state to enter, unless it does not exist or this turn has entered too many. */
  private count(id: string): CompiledState | null {
    const { turn } = this;
    const state = turn.flow.states.get(id);
    if (!state) {
      turn.emit({ type: 'flow.broken', code: 'state.missing', detail: id });
      this.restHere();
      return null;
    }
    this.entered.push(id);
    if (this.entered.length <= limits.statesPerTurn) return state;
    turn.emit({ type: 'limit.reached', limit: 'statesPerTurn', detail: id, cycle: cycleIn(this.entered) });
    this.restHere();
    return null;
  }

  /** A broken drawing must not make a customer unreachable: the session waits for the next message where it is. */
  private restHere(): void {
    this.turn.wait = { type: 'reply', id: this.turn.env.newId(), expects: [], choices: [], deadlineAt: null };
  }

  private waitUntil(until: string): null {
    const { turn } = this;
    if (turn.wait?.type === 'timer' && turn.wait.until === until) return null;
    const waitId = turn.env.newId();
    turn.wait = { type: 'timer', id: waitId, until };
    turn.emit({ type: 'timer.requested', waitId, until });
    return null;
  }

  private callFlow(flowId: string): Step | null {
    const { turn } = this;
    const called = turn.env.subflows[flowId];
    const { calls, state } = turn.session();
    if (!called || calls.length >= limits.subflowDepth) {
      if (called) turn.emit({ type: 'limit.reached', limit: 'subflowDepth', detail: flowId, cycle: [] });
      else turn.emit({ type: 'flow.broken', code: 'flow.missing', detail: flowId });
      return { type: 'go', outcomes: ['missing', 'returned'] };
    }
    turn.change({ calls: [...calls, { flowId, returnTo: state }] });
    turn.switchFlow(compileFlow(called));
    return this.step(called.start);
  }

  private returnFromFlow(): Step | null {
    const { turn } = this;
    const calls = turn.session().calls;
    const ended = calls.at(-1);
    if (!ended) return this.end('finished');
    turn.change({ calls: calls.slice(0, -1), state: ended.returnTo });
    turn.switchFlow(currentFlow(this.root, turn.session(), turn.env));
    turn.speaker = ended.returnTo;
    const state = this.state();
    return state ? state.behaviour.resume(turn, { type: 'returned' }) : null;
  }

  private leaveSubflows(): void {
    this.turn.change({ calls: [] });
    this.turn.switchFlow(compileFlow(this.root));
  }

  private remember(to: string): void {
    const { returns, state } = this.turn.session();
    if (state !== to && returns.at(-1) !== state) this.turn.change({ returns: [...returns.slice(-9), state] });
  }

  private end(reason: string): null {
    const { turn } = this;
    turn.wait = null;
    turn.change({ status: 'ended' });
    turn.emit({ type: 'session.ended', state: turn.stateId, reason });
    return null;
  }

  private state(): CompiledState | undefined {
    const { turn } = this;
    const state = turn.flow.states.get(turn.stateId);
    if (!state) {
      turn.emit({ type: 'flow.broken', code: 'state.missing', detail: turn.stateId });
      this.restHere();
    }
    return state;
  }
}

/** The flow that a session is in: the subflow it called last, else its own. */
export function currentFlow(flow: Flow, session: Session, env: TurnEnv): CompiledFlow {
  const called = session.calls.at(-1);
  return compileFlow((called && env.subflows[called.flowId]) || flow);
}

/** Who begins with "stop" is not greeted first: a rule of the flow leads them straight to where consent is taken back. */
function takesConsentBack(flow: CompiledFlow, { understanding }: Reply): boolean {
  const [first] = flow.rules.get(understanding.intent) ?? [];
  return first?.action.type === 'goTo' && flow.states.get(first.action.to)?.consent?.status === 'withdrawn';
}

/** The shortest tail of the path that goes round: from the last state's previous visit to its last. */
function cycleIn(path: readonly string[]): string[] {
  const last = path.length - 1;
  const before = path.lastIndexOf(path[last] ?? '', last - 1);
  return path.slice(before === -1 ? 0 : before, last);
}
