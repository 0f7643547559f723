import { freeName } from '../free-name';
import { entryOf } from '../same-json';
import { changeInside } from './change-inside';
import { type FixRule, safeFix } from './fix';

const LONGEST_CHOICE_ID = 100;

/** The first meaning keeps the id; choices that mean something else get one of their own. */
export const choiceDuplicateId: FixRule = {
  code: 'choice.duplicate_id',
  fixes: ({ place }) => [
    safeFix('separate', 'Give each choice its own id', (flow) =>
      changeInside(flow, place, (inside) => {
        const shared = place.path ?? '';
        const taken = new Set(idsIn(inside));
        const ids = new Map<string, string>();
        return withChoices(inside, (choice) => {
          if (entryOf(choice, 'id') !== shared) return choice;
          const meaning = meaningOf(choice);
          const id = ids.get(meaning) ?? (ids.size === 0 ? shared : freeName(shared, taken, LONGEST_CHOICE_ID));
          ids.set(meaning, id);
          taken.add(id);
          return { ...choice, id };
        });
      }),
    ),
  ],
};

function meaningOf(choice: object): string {
  const [fills, intent] = [entryOf(choice, 'fills'), entryOf(choice, 'intent')];
  const says = fills === undefined && intent === undefined ? entryOf(choice, 'title') : null;
  return JSON.stringify([fills ?? null, intent ?? null, says]);
}

function idsIn(value: unknown): string[] {
  const ids: string[] = [];
  withChoices(value, (choice) => {
    const id = entryOf(choice, 'id');
    if (typeof id === 'string') ids.push(id);
    return choice;
  });
  return ids;
}

/** The value with each of its buttons and rows changed, in the order of the document. */
function withChoices(value: unknown, change: (choice: object) => object): unknown {
  if (Array.isArray(value)) return value.map((item) => withChoices(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isOffered = (name === 'buttons' || name === 'rows') && Array.isArray(inner);
      return [name, isOffered ? inner.map((choice) => change(Object(choice))) : withChoices(inner, change)];
    }),
  );
}
