import { words } from '@/app/_words/en';

const texts = words.account.sessions;

/** A browser and its system in words ("Firefox on Windows"), as far as it says what it is. */
export function sayDevice(userAgent: string | null): string {
  const browser = nameIn(userAgent, browsers);
  const system = nameIn(userAgent, systems);
  if (browser && system) return texts.on(browser, system);
  return browser ?? system ?? texts.unknown;
}

type Known = readonly (readonly [sign: RegExp, name: string])[];

/** The order matters: nearly all of them also call themselves what those before them are called. */
const browsers: Known = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: Known = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

function nameIn(userAgent: string | null, known: Known): string | undefined {
  return known.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
}
