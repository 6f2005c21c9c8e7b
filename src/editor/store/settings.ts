import { hostKinds, type HostKind, type HostSettings } from './host.ts';

/** Which repository the editor writes to, from the environment of the build. */

/** What is asked of the environment: `process.env`. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What the machinery of a host says of the repository that it builds. */
function fromMachinery(env: Environment): HostSettings | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, CI_SERVER_URL, CI_PROJECT_PATH } = env;
  if (env['GITLAB_CI'] === 'true' && CI_SERVER_URL && CI_PROJECT_PATH) {
    // https://docs.gitlab.com/ci/variables/predefined_variables/
    const branch = env['CI_DEFAULT_BRANCH'] || 'main';
    return { kind: 'gitlab', url: CI_SERVER_URL, project: CI_PROJECT_PATH, branch };
  }
  if (env['GITHUB_ACTIONS'] === 'true' && GITHUB_SERVER_URL && GITHUB_REPOSITORY) {
    // Gitea and Forgejo call their own by GitHub's names, and say so beside them:
    // https://docs.github.com/en/actions/reference/workflows-and-actions/variables
    const own = env['GITEA_ACTIONS'] === 'true' || env['FORGEJO_ACTIONS'] === 'true';
    // A proposal is built on a branch of its own; what it is proposed for is the branch of the site.
    const branch = env['GITHUB_BASE_REF'] || env['GITHUB_REF_NAME'] || 'main';
    return { kind: own ? 'gitea' : 'github', url: GITHUB_SERVER_URL, project: GITHUB_REPOSITORY, branch };
  }
  return undefined;
}

/**
 * The repository: `EDITOR_REPOSITORY=https://git.example.vn/lhhn/ban-tin`, with `EDITOR_HOST` (`github`, `gitlab` or `gitea`)
 * and, where they are others, `EDITOR_BRANCH` and `EDITOR_CLIENT_ID`. Without them the one whose machinery builds the site.
 * @returns `undefined` when there is none: then the editor edits folders only
 * @throws when the settings are no repository
 */
export function hostSettings(env: Environment): HostSettings | undefined {
  const { EDITOR_REPOSITORY: address, EDITOR_CLIENT_ID: clientId } = env;
  if (!address) {
    const found = fromMachinery(env);
    return found && clientId ? { ...found, clientId } : found;
  }
  const url = URL.parse(address);
  const kind = env['EDITOR_HOST'] ?? kindOfWellKnown(url?.host);
  const parts =
    url?.pathname
      .replace(/\/+$/, '')
      .replace(/\.git$/, '')
      .split('/')
      .filter(Boolean) ?? [];
  const known = hostKinds.find((one) => one === kind);
  if (!url || !/^https?:$/.test(url.protocol) || !known || parts.length < 2)
    throw new Error(`EDITOR_REPOSITORY=${address} EDITOR_HOST=${kind ?? ''}`);
  // GitLab has groups within groups; of another host, what stands before owner and name is the path of the host itself.
  const own = known === 'gitlab' ? parts : parts.slice(-2);
  return {
    kind: known,
    url: [url.origin, ...parts.slice(0, parts.length - own.length)].join('/'),
    project: own.join('/'),
    branch: env['EDITOR_BRANCH'] || 'main',
    ...(clientId && { clientId }),
  };
}

const wellKnown: Readonly<Record<string, HostKind>> = {
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'gitea.com': 'gitea',
  'codeberg.org': 'gitea',
};
const kindOfWellKnown = (host: string | undefined): HostKind | undefined => wellKnown[host ?? ''];
