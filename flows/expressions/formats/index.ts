import { writeInr, writeLakhCrore, writeNumber, writePercent } from './amounts';
import { type FormatDefinition, ofNumber, ofNumberWithDecimals, ofText, ofTime } from './define-format';
import {
  inWords,
  writeDate,
  writeDateTime,
  writeDays,
  writeMonths,
  writeRelativeDate,
  writeRelativeDateTime,
  writeTime,
} from './times';
import { capitalize, city, fallback, label, list, url } from './words';

const definitions = {
  inr: { arity: [0, 0], signature: 'inr', build: ofNumber(writeInr) },
  lakhCrore: { arity: [0, 0], signature: 'lakhCrore', build: ofNumber(writeLakhCrore) },
  percent: { arity: [0, 1], signature: 'percent(decimals)', build: ofNumberWithDecimals(2, writePercent) },
  number: { arity: [0, 1], signature: 'number(decimals)', build: ofNumberWithDecimals(2, writeNumber) },
  months: { arity: [0, 0], signature: 'months', build: ofNumber(writeMonths) },
  days: { arity: [0, 0], signature: 'days', build: ofNumber(writeDays) },
  date: { arity: [0, 0], signature: 'date', build: ofTime(inWords(writeDate)) },
  time: { arity: [0, 0], signature: 'time', build: ofTime(inWords(writeTime)) },
  dateTime: { arity: [0, 0], signature: 'dateTime', build: ofTime(inWords(writeDateTime)) },
  relativeDate: { arity: [0, 0], signature: 'relativeDate', build: ofTime(inWords(writeRelativeDate)) },
  relativeDateTime: { arity: [0, 0], signature: 'relativeDateTime', build: ofTime(inWords(writeRelativeDateTime)) },
  label: { arity: [0, 1], signature: 'label or label("slot")', build: label },
  city: { arity: [0, 0], signature: 'city', build: city },
  list: { arity: [0, 1], signature: 'list or list("or")', build: list },
  upper: { arity: [0, 0], signature: 'upper', build: ofText((text) => text.toUpperCase()) },
  lower: { arity: [0, 0], signature: 'lower', build: ofText((text) => text.toLowerCase()) },
  capitalize: { arity: [0, 0], signature: 'capitalize', build: ofText(capitalize) },
  default: { arity: [1, 1], signature: 'default(text)', build: fallback },
  url: { arity: [0, 0], signature: 'url', build: url },
} as const satisfies Record<string, FormatDefinition>;

/** Every format of texts by name, in a map, so that a name such as "constructor" is no format. */
export const formats: ReadonlyMap<string, FormatDefinition> = new Map<string, FormatDefinition>(
  Object.entries(definitions),
);
