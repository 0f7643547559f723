import { entryOf } from '../same-json';
import { changeInside } from './change-inside';
import { boldFix, type FixRule } from './fix';
import { insideOf, jsonAt, withJsonAt } from './json-at';
import { removePart } from './remove-part';

const MOST_BUTTONS = 10; // of a template, Cloud API reference

/** The second value goes to the next button that is told nothing, or away. */
export const templateSameButton: FixRule = {
  code: 'template.same_button',
  fixes: ({ place }, flow) => {
    const path = place.path?.split('.') ?? [];
    const told = jsonAt(insideOf(flow, place), path);
    const free = nextFree(jsonAt(insideOf(flow, place), path.slice(0, -1)), Number(entryOf(told, 'place')));
    const isThere = (inside: unknown) => entryOf(jsonAt(inside, path), 'place') === entryOf(told, 'place');
    return [
      ...(free === undefined
        ? []
        : [
            boldFix('next', `Make it button ${free}`, (now) =>
              changeInside(now, place, (inside) =>
                isThere(inside) ? withJsonAt(inside, [...path, 'place'], free) : inside,
              ),
            ),
          ]),
      boldFix('remove', 'Remove this value', (now) =>
        isThere(insideOf(now, place)) ? removePart(now, place, path) : now,
      ),
    ];
  },
};

function nextFree(buttons: unknown, after: number): number | undefined {
  const taken = new Set(Array.isArray(buttons) ? buttons.map((button) => entryOf(button, 'place')) : []);
  return Array.from({ length: MOST_BUTTONS - after }, (_, index) => after + 1 + index).find((next) => !taken.has(next));
}
