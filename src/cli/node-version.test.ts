import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const run = (...flags: string[]) =>
  spawnSync(process.execPath, [...flags, join(import.meta.dirname, 'node-version.js')], { encoding: 'utf8' });

test('a Node that runs TypeScript as it stands is passed over in silence', () => {
  const { status, stdout, stderr } = run();
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('a Node that does not ends npm ci with what is needed, in Vietnamese and English', () => {
  const { status, stderr } = run('--no-experimental-strip-types');
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(2);
  expect(stderr).toContain(
    `cần Node ${packageJson.engines.node}, còn máy này chạy Node ${process.versions.node}`,
  );
  expect(stderr).toContain('npm ci');
});
