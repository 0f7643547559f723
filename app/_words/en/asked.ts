/** A customer's question that found no answer, shown where the flow can be given one. */
export const askedWords = {
  label: 'A question without an answer',
  body: 'A customer asked this, and the flow had no answer. Add a place for one: you write it, and customers get it once you publish.',
  placed: 'The flow has a place for this answer. Customers get what stands there once you publish.',
  add: 'Add an answer',
  show: 'Show the answer',
  close: 'Put the question away',
  problem: 'The question can’t be shown.',
  rulesFull: 'The flow has as many rules as it may have. Take one away, then add this answer.',
  noWords: 'Nothing in these words says what such a question is about, so no rule can look for it.',
  edit: 'Add an answer to a question',
} as const;
