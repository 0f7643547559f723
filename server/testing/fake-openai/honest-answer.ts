import type { ReadTurn } from '@/prompts/llm/read-turn';

/** What a model that behaves says to a customer who asked for the rate; every claim in it is among the shipped facts. */
export const honestAnswer: ReadTurn = {
  language: 'en',
  intent: 'ask_rate',
  confidence: 0.9,
  sentiment: 'neutral',
  slots: [],
  reply: 'It is between 8.5% and 14% a year, and depends on your property and income.',
};
