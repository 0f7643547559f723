/** A customer's question that found no answer, shown where the flow can be given one. */
export const askedWords = {
  label: 'A question without an answer',
  body: 'A customer asked this, and the flow had no answer. Add a place for one: you write it, and customers get it once you publish.',
  placed: 'The flow has a place for this answer. Customers get what stands there once you publish.',
  add: 'Add an answer',
  show: 'Show the answer',
  close: 'Put the question away',
  edit: 'Add an answer to a question',
} as const;
