import { giteaStore } from './gitea.ts';
import { githubStore } from './github.ts';
import { gitlabStore } from './gitlab.ts';
import type { Credentials, HostKind, HostSettings } from './host.ts';
import type { Store } from './store.ts';

/** A store on a git host, which knows who is signed in. */
export interface HostStore extends Store {
  /** The person's name as the host has it: it stands in the messages of saves. */
  author(): Promise<string>;
}

const stores = { github: githubStore, gitlab: gitlabStore, gitea: giteaStore } satisfies Record<
  HostKind,
  (settings: HostSettings, credentials: Credentials, now?: () => number) => HostStore
>;

/** The store of a repository, whichever host it is on. */
export function hostStore(settings: HostSettings, credentials: Credentials): HostStore {
  return stores[settings.kind](settings, credentials);
}
