import { getEnv, modelConfig, s3Config, speechConfig } from '../../env';
import type { ContactIdentity, ContactRows } from './store';

/** Somebody outside with whom data of a contact was shared, and which. */
export type Processor = Readonly<{ name: string; what: string }>;

/** With whom what is kept of a contact was shared: DPDP Act, section 11(1)(b). */
export function processorsOf({ channel }: ContactIdentity, rows: ContactRows): readonly Processor[] {
  const env = getEnv();
  const model = modelConfig(env);
  const speech = speechConfig(env);
  const bucket = s3Config(env);
  const hasFiles = (rows.files?.length ?? 0) > 0;
  const hasVoice = rows.files?.some(({ kind }) => kind === 'voice') ?? false;
  return [
    ...(channel === 'whatsapp'
      ? [{ name: 'Meta Platforms (WhatsApp)', what: 'Number or user id, profile name, all messages and files' }]
      : []),
    ...(model && (rows.modelCalls?.length ?? 0) > 0
      ? [{ name: new URL(model.baseUrl).hostname, what: 'Texts of messages, without numbers and addresses' }]
      : []),
    ...(speech && hasVoice ? [{ name: new URL(speech.baseUrl).hostname, what: 'Voice notes' }] : []),
    ...(bucket && hasFiles
      ? [{ name: bucket.endpoint ? new URL(bucket.endpoint).hostname : 's3.amazonaws.com', what: 'Files' }]
      : []),
  ];
}
