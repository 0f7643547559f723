import { words } from '@/app/_words/en';
import { writeCount, writeShare } from '../../_figures/write-figure';
import { writeTime } from '../../_time/write-time';
import type { PlanStep } from '../follow-up-types';

const texts = words.followUps;
const said = texts.steps;

/** One step of a plan in words. */
export function sayStep(step: PlanStep): string {
  switch (step.code) {
    case 'time.named':
      return said.timeNamed;
    case 'time.flow':
      return said.timeFlow(saySpan(step.days));
    case 'time.rule':
      return said.timeRule(saySpan(step.days));
    case 'time.officer':
      return said.timeOfficer(step.author || said.somebody);
    case 'time.kept':
      return said.timeKept;
    case 'interest.nearer':
      return capital(said.nearer(saySpan(step.days), writeShare(step.interest)));
    case 'interest.further':
      return capital(said.further(saySpan(step.days), writeShare(step.interest)));
    case 'hour.best':
      return said.bestHour(sayHour(step.hour), writeCount(step.replies));
    case 'moved.night':
      return said.night;
    case 'moved.weekday':
      return said.weekday(texts.weekdays[step.weekday - 1] ?? '');
    case 'moved.holiday':
      return said.holiday(step.name, sayDate(step.date));
    case 'moved.window':
      return said.window;
    case 'held.tooOften':
      return said.tooOften(writeTime(step.until));
    case 'sending.putOff':
      return said.putOff(sayStatusReason(step.reason), writeTime(step.until));
    default:
      return step satisfies never;
  }
}

/** Why there is a follow-up; a reason of a flow that we don't know stays as its author wrote it. */
export function sayReason(reason: string): string {
  return find(texts.reasons, reason) ?? reason.replaceAll('_', ' ');
}

/** Why it was put off, cancelled or not sent. */
export function sayStatusReason(code: string): string {
  return find(texts.statusReasons, code) ?? texts.otherReason(code);
}

const HOURS_A_DAY = 24;

/** Whole days, and below one hours. */
function saySpan(days: number): string {
  if (days >= 1) return said.days(writeCount(Math.round(days)));
  return said.hours(writeCount(Math.max(1, Math.round(days * HOURS_A_DAY))));
}

function sayHour(hour: number): string {
  return new Date(2000, 0, 1, hour).toLocaleTimeString('en-IN', { hour: 'numeric' });
}

function sayDate(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-IN', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function find(known: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(known, key) ? known[key] : undefined;
}
