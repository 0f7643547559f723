import { isJsonObject, type Json, type JsonObject } from '../json';

/**
 * Dear reader of an old draft,
 *
 * before version 1 a flow had no list of transitions. Each state kept its own ways out, beside its data:
 *
 *     { "id": "welcome", "type": "say", "x": 0, "y": 80, "data": { … },
 *       "next": { "next": "details", "timeout": [{ "to": "urgent", "if": "visits > 1" }, { "to": "bye" }] } }
 *
 * and its place on the canvas was `x` and `y` instead of `position`. That read well for one state, but an arrow on the
 * canvas had no name: nothing could report which one was taken, and moving an arrow meant editing two states.
 *
 * So version 1 lifts every way out into `transitions`, in the same order (of several for one outcome the first that
 * holds is taken, so order is meaning), and names it after where it starts: `welcome:next`, `welcome:timeout`,
 * `welcome:timeout:2`. `if` becomes `condition`, `"back"` becomes `"@back"`. A draft had one language at first and a
 * list of languages later: `language` becomes `languages` and `defaultLanguage`. Nothing is thrown away: what is not as
 * described here stays as it is, and the schema says what it thinks of it.
 */
export function from0(document: JsonObject): JsonObject {
  const { language, ...rest } = document;
  const states = Array.isArray(document.states) ? document.states : [];
  const given = Array.isArray(document.transitions) ? document.transitions : [];
  const names = new Set<string>();
  return {
    ...(typeof language === 'string' ? { languages: [language], defaultLanguage: language } : {}),
    ...rest,
    ...(Array.isArray(document.states) ? { states: states.map(withPosition) } : {}),
    transitions: [...given, ...states.flatMap((state) => transitionsOf(state, names))],
  };
}

function withPosition(state: Json): Json {
  if (!isJsonObject(state)) return state;
  const { next, x, y, ...rest } = state;
  return {
    ...rest,
    // A `next` that is no object is no list of ways out; the schema ignores it as it ignores other unknown names.
    ...(state.position === undefined ? { position: { x: x ?? 0, y: y ?? 0 } } : {}),
  };
}

function transitionsOf(state: Json, names: Set<string>): Json[] {
  if (!isJsonObject(state) || state.id === undefined || !isJsonObject(state.next)) return [];
  const from = state.id;
  return Object.entries(state.next).flatMap(([outcome, ways]) =>
    (Array.isArray(ways) ? ways : [ways]).map((way) => {
      const { to, if: condition, ...others } = isJsonObject(way) ? way : { to: way };
      return {
        ...others,
        id: nameFor(`${typeof from === 'string' ? from : ''}:${outcome}`, names),
        from,
        outcome,
        to: to === 'back' ? '@back' : (to ?? null),
        ...(condition === undefined ? {} : { condition }),
      };
    }),
  );
}

function nameFor(wanted: string, names: Set<string>): string {
  const plain = wanted.replace(/[^A-Za-z0-9_:-]/g, '_').slice(0, 180);
  let name = plain;
  for (let time = 2; names.has(name); time += 1) name = `${plain}:${time}`;
  names.add(name);
  return name;
}
