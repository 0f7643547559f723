import { describe, expect, it } from 'vitest';
import type { FlowSummary } from '../conversation-types';
import { beginNew } from './beginning';

const flow: FlowSummary = {
  id: 'loan',
  name: 'Loan',
  description: '',
  languages: ['hi', 'en'],
  defaultLanguage: 'hi',
  stateCount: 3,
  publishedVersion: 4,
  hasDraft: true,
};

describe('beginNew', () => {
  it('begins the first flow as it is published, in its own language unless another is chosen', () => {
    expect(beginNew([flow], null)).toMatchObject({ contactId: null, flowId: 'loan', flowVersion: 4, language: 'hi' });
    expect(beginNew([flow], 'en')).toMatchObject({ language: 'en' });
  });

  it('begins the draft of a flow that was never published', () => {
    expect(beginNew([{ ...flow, publishedVersion: null }], null)).toMatchObject({ flowVersion: 0 });
  });

  it('has nothing to begin without a flow', () => {
    expect(beginNew([], 'en')).toBeNull();
  });
});
