/** What one expression and one text may use, whoever wrote them. */
export const expressionLimits = {
  /** UTF-16 units of one expression's source, as in the flow schema. */
  sourceLength: 2_000,
  /** Values, names and operations of one expression. */
  nodes: 500,
  /** Brackets and prefixes inside one another. */
  depth: 40,
  /** Operations of one evaluation. */
  stepsOfExpression: 1_000,
  /** Operations of one rendering of a text, facts that are texts included. */
  stepsOfText: 5_000,
  /** UTF-16 units of a value and of a rendered text; the engine says no longer text either. */
  textLength: 20_000,
  /** Facts whose text uses a fact whose text uses a fact. */
  factDepth: 3,
  /** Issues kept of one evaluation. */
  issues: 50,
} as const;
