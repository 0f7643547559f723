// Adds to package-lock.json the optional packages for other systems that a package mirror left out: `npm ci` compares the
// lock with the manifests and refuses one that lacks them, on every system. Run it after `npm install`; it changes nothing
// in a lock that is complete. The entries have no integrity, which npm fills in where such a package is installed.
import { readFileSync, writeFileSync } from 'node:fs';

const otherNames = { windows: 'win32', linuxmusl: 'linux' };
const systems = ['android', 'darwin', 'freebsd', 'win32', 'linux', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = Object.entries(lock.packages).flatMap(([place, manifest]) =>
  Object.entries(manifest.optionalDependencies ?? {})
    .filter(([name]) => !isInLock(place, name))
    .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, manifest)]),
);
for (const [place, entry] of added) lock.packages[place] = entry;
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en')),
);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages added`);

/** Looks where Node would: beside the package that asks, then outwards. */
function isInLock(place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** Such packages are named after the system and the processor they are for. */
function entryFor(name, version, manifest) {
  const words = name.split(/[-/@]/);
  const os = systems.find((system) => words.some((word) => (otherNames[word] ?? word) === system));
  const cpu = processors.find((processor) => words.includes(processor));
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(manifest.dev ? { dev: true } : {}),
    ...(words.some((word) => word.includes('musl')) ? { libc: ['musl'] } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}
