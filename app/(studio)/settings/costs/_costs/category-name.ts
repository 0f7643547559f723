import { words } from '@/app/_words/en';

const names: Readonly<Record<string, string>> = words.costs.categories;

/** What a category of messages is called, or WhatsApp's own word for a new one. */
export function categoryName(category: string): string {
  return Object.hasOwn(names, category) ? (names[category] ?? category) : category;
}
