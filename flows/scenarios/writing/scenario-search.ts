import type { Flow, Transition } from '../../schema/flow';
import type { Conversation, ConversationTurn } from '../conversation';
import { beginScenario, playStep, type ScenarioStep } from '../play-step';
import { runScenario } from '../run-scenario';
import type { Scenario } from '../scenario';
import { type Leg, legsOf } from './legs';
import { type Move, type MoveContext, movesFor } from './moves';
import { type Edge, isDriven, type Route, type RoutesTo } from './routes';
import { SCENARIO_NOW } from './sample-slots';
import { type KnownSlots, slotVariants } from './slot-variants';

/** Conversations tried on one route before the next one has its turn. */
const TRIES_AT_ONCE = 16;

type Beginning = Readonly<{ state: string; slots: KnownSlots; startedBy: Scenario['startedBy'] }>;

/** A route that is being tried, and what may be known at its beginning. */
type Attempt = Readonly<{
  legs: readonly Leg[];
  beginning: Omit<Beginning, 'slots'>;
  variants: Iterator<KnownSlots>;
}>;

/** The search for a scenario that takes one transition, by playing. */
export class ScenarioSearch {
  /** Conversations tried so far. */
  tries = 0;
  private hasBeginning = false;
  private readonly instead = new Map<string, number>();

  constructor(
    private readonly target: Transition,
    private readonly context: MoveContext,
    private readonly routesTo: RoutesTo,
    private readonly mostTries: number,
  ) {}

  /** Some tries for every route, then some more: a route that leads nowhere must not use them all up. */
  find(): Scenario | null {
    const { flow, world } = this.context;
    if (!this.isKnownHow()) return null;
    let open: Attempt[] = this.routesTo(this.target).map((route) => ({
      legs: legsOf(route, this.context),
      beginning: beginningOf(route, flow),
      variants: slotVariants(flow, route, world),
    }));
    while (open.length > 0 && this.tries < this.mostTries) {
      const left: Attempt[] = [];
      for (const one of open) {
        const result = this.tryVariants(one);
        if (typeof result !== 'string') return result;
        if (result === 'more') left.push(one);
      }
      open = left;
    }
    return null;
  }

  /** Why nothing was found, in a sentence. */
  reason(): string {
    const { from, outcome } = this.target;
    if (this.mostTries <= 0) return 'Too many others were tried before it.';
    if (!this.isKnownHow()) return `Nobody knows what makes "${from}" leave along "${outcome}".`;
    if (!this.hasBeginning) return 'No sample of what a customer may know makes the first condition on the way true.';
    const [most] = [...this.instead].toSorted(([, one], [, other]) => other - one);
    const tried = `It was tried in ${this.tries} ways`;
    return most ? `${tried}; most often "${most[0]}" was taken instead.` : `${tried}, and "${from}" was not left.`;
  }

  private isKnownHow(): boolean {
    const edge: Edge = { type: 'transition', from: this.target.from, transition: this.target };
    return !isDriven(edge, this.context.flow) || movesFor(edge, this.context).length > 0;
  }

  private tryVariants({ legs, beginning, variants }: Attempt): Scenario | 'more' | 'done' {
    const until = Math.min(this.tries + TRIES_AT_ONCE, this.mostTries);
    while (this.tries < until) {
      const { value: slots, done } = variants.next();
      if (done) return 'done';
      this.hasBeginning = true;
      const scenario = this.follow(legs, { ...beginning, slots });
      if (scenario) return scenario;
    }
    return 'more';
  }

  /** One leg after the other, each with the first move that leads along it. */
  private follow(legs: readonly Leg[], beginning: Beginning): Scenario | null {
    let steps: readonly ScenarioStep[] = [];
    for (const leg of legs) {
      const longer = this.take(leg, beginning, steps);
      if (!longer) return null;
      steps = longer;
    }
    const scenario = this.scenarioOf(beginning, steps);
    const { ok, takenTransitions } = runScenario(scenario, this.context.flow, this.context.world);
    return ok && takenTransitions.has(this.target.id) ? scenario : null;
  }

  private take(leg: Leg, beginning: Beginning, steps: readonly ScenarioStep[]): readonly ScenarioStep[] | null {
    for (const move of leg.moves) {
      if (this.tries >= this.mostTries) return null;
      this.tries += 1;
      const played = this.play(leg, move, beginning, steps);
      if (played) return [...steps, ...played];
    }
    return null;
  }

  /** Plays what leads here, then the move until the leg's edges are taken. Null when they are not. */
  private play(leg: Leg, move: Move, beginning: Beginning, before: readonly ScenarioStep[]): ScenarioStep[] | null {
    const { flow, world } = this.context;
    const conversation = beginScenario(this.scenarioOf(beginning, before), flow, world);
    if (beginning.startedBy === 'business') conversation.begin();
    const passed = new Set(before.flatMap((step) => edgesIn(playStep(step, conversation))));
    if (leg.edges.every((edge) => passed.has(idOf(edge)))) return [];
    const steps: ScenarioStep[] = [];
    for (let time = 0; time < move.times; time += 1) {
      const step = move.step(conversation);
      if (!step) return null;
      const turns = playStep(step, conversation);
      steps.push({ ...step, expect: whatCame(turns, conversation) });
      for (const id of edgesIn(turns)) passed.add(id);
      if (leg.edges.every((edge) => passed.has(idOf(edge)))) return steps;
      this.noteInstead(turns);
    }
    return null;
  }

  private noteInstead(turns: readonly ConversationTurn[]): void {
    for (const event of turns.flatMap(({ events }) => events)) {
      if (event.type !== 'transition.taken' || event.from !== this.target.from) continue;
      if (event.transition === this.target.id) continue;
      this.instead.set(event.transition, (this.instead.get(event.transition) ?? 0) + 1);
    }
  }

  private scenarioOf({ state, slots, startedBy }: Beginning, steps: readonly ScenarioStep[]): Scenario {
    const { flow } = this.context;
    return {
      name: `takes ${this.target.id}`,
      flow: flow.id,
      language: flow.defaultLanguage,
      timezone: 'Asia/Kolkata',
      now: SCENARIO_NOW,
      startedBy,
      startAt: { state, slots: { ...slots } },
      steps: [...steps],
    };
  }
}

function beginningOf([first]: Route, flow: Flow): Attempt['beginning'] {
  return { state: first.from, startedBy: isDriven(first, flow) ? 'business' : 'contact' };
}

function idOf(edge: Edge): string {
  return edge.type === 'rule' ? `rule ${edge.rule.id}` : edge.transition.id;
}

function edgesIn(turns: readonly ConversationTurn[]): string[] {
  return turns.flatMap(({ events }) =>
    events.flatMap((event) => {
      if (event.type === 'rule.matched') return [`rule ${event.rule}`];
      return event.type === 'transition.taken' ? [event.transition] : [];
    }),
  );
}

function whatCame(turns: readonly ConversationTurn[], { current }: Conversation): ScenarioStep['expect'] {
  const transitions = turns.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'transition.taken' ? [event.transition] : [])),
  );
  return {
    state: current.state,
    ...(transitions.length > 0 ? { transitions } : {}),
    ...(current.status === 'ended' ? { ended: true } : {}),
  };
}
