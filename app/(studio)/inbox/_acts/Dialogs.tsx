'use client';

import type { ReactElement } from 'react';
import type { Thread } from '../inbox-types';
import { AssignSheet } from './AssignSheet';
import { useActs } from './acts-store';
import { CloseSheet } from './CloseSheet';
import { FollowUpSheet } from './FollowUpSheet';
import { ReturnSheet } from './ReturnSheet';
import { ScheduleSheet } from './ScheduleSheet';
import { SnoozeSheet } from './SnoozeSheet';

/** What an act asks, whichever way it was asked for. */
export function Dialogs({ thread: { contact, window } }: { readonly thread: Thread }): ReactElement | null {
  const dialog = useActs((acts) => acts.dialog);
  const { id: contactId, language } = contact;
  switch (dialog) {
    case 'return':
      return <ReturnSheet contactId={contactId} />;
    case 'close':
      return <CloseSheet contactId={contactId} />;
    case 'assign':
      return <AssignSheet contactId={contactId} language={language} />;
    case 'snooze':
      return <SnoozeSheet contactId={contactId} />;
    case 'followUp':
      return <FollowUpSheet contactId={contactId} />;
    case 'schedule':
      return <ScheduleSheet contactId={contactId} windowEndsAt={window.endsAt} />;
    case 'details':
    case 'keys':
    case 'palette':
    case null:
      return null;
    default:
      return dialog satisfies never;
  }
}
