/** The flow that answers a contact who never ran one. */
export const DEFAULT_FLOW = 'loan-against-property';
