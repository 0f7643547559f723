/**
 * What is counted by day. Of a session, in the day that it began: `session`, `reached` and `movedOn` (key: the state),
 * `handedOver`, `firstReply` (key: a bucket of milliseconds). Of a turn: `read` (key: the reader's reason; sum: rupees),
 * `asked`, `answered`, `answeredByModel`, `unanswered` (key: the intent), `review` (key: disagreement or refused). Of a
 * model's call: `call` (key: its outcome; sum: rupees), `callTokens`, `callMs` (key: a bucket).
 */
export type Measure =
  | 'session'
  | 'reached'
  | 'movedOn'
  | 'handedOver'
  | 'firstReply'
  | 'read'
  | 'asked'
  | 'answered'
  | 'answeredByModel'
  | 'unanswered'
  | 'review'
  | 'call'
  | 'callTokens'
  | 'callMs';
