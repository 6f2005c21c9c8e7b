import { expect, test } from 'vitest';
import { hostSettings } from './settings.ts';

test('without a setting and without a host that builds there is no repository', () => {
  expect(hostSettings({})).toBeUndefined();
});

test.each([
  [
    { EDITOR_REPOSITORY: 'https://github.com/lhhn/ban-tin.git' },
    { kind: 'github', url: 'https://github.com', project: 'lhhn/ban-tin', branch: 'main' },
  ],
  [
    { EDITOR_REPOSITORY: 'https://gitlab.com/a/b/ban-tin/', EDITOR_BRANCH: 'web', EDITOR_CLIENT_ID: 'x' },
    { kind: 'gitlab', url: 'https://gitlab.com', project: 'a/b/ban-tin', branch: 'web', clientId: 'x' },
  ],
  [
    { EDITOR_REPOSITORY: 'https://example.vn/git/lhhn/ban-tin', EDITOR_HOST: 'gitea' },
    { kind: 'gitea', url: 'https://example.vn/git', project: 'lhhn/ban-tin', branch: 'main' },
  ],
  [
    { EDITOR_REPOSITORY: 'https://codeberg.org/lhhn/ban-tin' },
    { kind: 'gitea', url: 'https://codeberg.org', project: 'lhhn/ban-tin', branch: 'main' },
  ],
  [
    { GITLAB_CI: 'true', CI_SERVER_URL: 'https://git.vn', CI_PROJECT_PATH: 'a/b', CI_DEFAULT_BRANCH: 'web' },
    { kind: 'gitlab', url: 'https://git.vn', project: 'a/b', branch: 'web' },
  ],
  [
    {
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_REF_NAME: 'main',
    },
    { kind: 'github', url: 'https://github.com', project: 'a/b', branch: 'main' },
  ],
  [
    {
      GITHUB_ACTIONS: 'true',
      GITEA_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://git.vn',
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_BASE_REF: 'main',
      GITHUB_REF_NAME: '7/merge',
      EDITOR_CLIENT_ID: 'x',
    },
    { kind: 'gitea', url: 'https://git.vn', project: 'a/b', branch: 'main', clientId: 'x' },
  ],
])('%o is read', (env, settings) => {
  expect(hostSettings(env)).toEqual(settings);
});

test.each([
  { EDITOR_REPOSITORY: 'lhhn/ban-tin', EDITOR_HOST: 'gitea' },
  { EDITOR_REPOSITORY: 'https://git.example.vn/lhhn/ban-tin' },
  { EDITOR_REPOSITORY: 'https://git.example.vn/lhhn/ban-tin', EDITOR_HOST: 'svn' },
  { EDITOR_REPOSITORY: 'https://github.com/ban-tin' },
  { EDITOR_REPOSITORY: 'ftp://github.com/a/b', EDITOR_HOST: 'github' },
])('%o is refused', (env) => {
  expect(() => hostSettings(env)).toThrow(env.EDITOR_REPOSITORY);
});
