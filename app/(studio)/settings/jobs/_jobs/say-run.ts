import { words } from '@/app/_words/en';
import { writeDuration } from '../../../_figures/write-figure';
import { writeTime } from '../../../_time/write-time';
import type { JobRun } from './jobs-types';

const texts = words.jobs;

/** When a run is due, what it waits for, or when it ended and how long it took: in one line. */
export function sayRun(run: JobRun): string {
  const attempt = run.attempt > 0 ? texts.attempt(run.attempt + 1) : '';
  return [timeOf(run), attempt].filter((part) => part !== '').join(' · ');
}

function timeOf({ status, dueAt, createdAt, startedAt, endedAt, waitsFor }: JobRun): string {
  switch (status) {
    case 'pending':
      return texts.due(writeTime(dueAt));
    case 'running':
      return texts.begun(writeTime(startedAt ?? createdAt));
    case 'waiting':
      return waitsFor === null ? texts.sleepsUntil(writeTime(dueAt)) : texts.waitsFor(waitsFor);
    case 'completed':
    case 'failed':
    case 'cancelled':
      return [texts.ended(writeTime(endedAt ?? createdAt)), tookOf(startedAt, endedAt)].filter(Boolean).join(', ');
    default:
      return status satisfies never;
  }
}

function tookOf(startedAt: string | null, endedAt: string | null): string {
  if (startedAt === null || endedAt === null) return '';
  return texts.took(writeDuration(Date.parse(endedAt) - Date.parse(startedAt)));
}
