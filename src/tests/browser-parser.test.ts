import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * A browser reads MDX with the parser's WebAssembly build, a package that says it is for the processor `wasm32` and
 * that npm therefore leaves out everywhere. `npm ci` asks the lock file which processor a package is for: its entry
 * there has no `cpu`, and the package comes on Linux, Windows and macOS (tried with `npm ci --os=… --cpu=…`, npm 11).
 */
const root = join(import.meta.dirname, '../..');
const name = '@bruits/satteri-wasm32-wasi';

interface Locked {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}
interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

test('npm ci brings the parser for browsers to every system', () => {
  const entry = packages[`node_modules/${name}`];
  expect(entry).toBeDefined();
  // After `npm install satteri@…` npm writes it again: take the three lines of `cpu` out of this entry.
  expect(entry).not.toHaveProperty('cpu');
  expect(entry).not.toHaveProperty('os');
  expect(entry).not.toHaveProperty('libc');
  expect(existsSync(join(root, 'node_modules', name, 'satteri_napi.wasm32-wasi.wasm'))).toBe(true);
});

/** Where people build: glibc, musl, macOS, Windows, on both processors. */
const systems = [
  ['linux', 'x64', 'glibc'],
  ['linux', 'arm64', 'glibc'],
  ['linux', 'x64', 'musl'],
  ['linux', 'arm64', 'musl'],
  ['darwin', 'x64', undefined],
  ['darwin', 'arm64', undefined],
  ['win32', 'x64', undefined],
  ['win32', 'arm64', undefined],
] as const;

test.each(systems)('npm ci brings a parser for Node to %s %s %s', (os, cpu, libc) => {
  const builds = Object.entries(packages).filter(([path]) =>
    path.startsWith('node_modules/@bruits/satteri-'),
  );
  expect(builds.length).toBeGreaterThanOrEqual(systems.length);
  const fitting = builds.filter(
    ([, one]) =>
      one.os?.includes(os) &&
      one.cpu?.includes(cpu) &&
      (libc === undefined || !one.libc || one.libc.includes(libc)),
  );
  expect(fitting.map(([, { version }]) => version)).toEqual([packages['node_modules/satteri']?.version]);
});

test('the parser for browsers is of the same version as the one for Node', () => {
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'optionalDependencies', Record<string, string>>;
  expect(optionalDependencies[name]).toBe(dependencies['satteri']);
  expect(packages[`node_modules/${name}`]?.version).toBe(packages['node_modules/satteri']?.version);
});

// The runtime of the WebAssembly looks for these beside itself, where npm would put another package's newer ones.
test('the parser for browsers finds the very runtime that it was built for', () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const wanted = Object.entries(packages[`node_modules/${name}`]?.dependencies ?? {}).filter(([one]) =>
    one.startsWith('@emnapi/'),
  );
  expect(wanted).toHaveLength(2);
  for (const [one, version] of wanted) {
    expect(optionalDependencies[one]).toBe(version);
    expect(packages[`node_modules/${one}`]?.version).toBe(version);
  }
});
