import { useEffect, useState } from 'preact/hooks';
import { fileNameOf } from '../../content/files.ts';
import { namedBy } from '../forms/record-choices.ts';
import { canRestore, concerns, restorings, type Differing, type Restoring } from '../kept-versions.ts';
import type { OpenRecord } from '../open-record.ts';
import type { NamedRecord } from '../read-record.ts';
import type { Session } from '../session.ts';
import type { Version } from '../store/store.ts';
import { ownDrafts, timeOf } from './draft-list.tsx';
import { PageBehindList } from './main.tsx';
import { TwoVersions } from './two-versions.tsx';
import { faultText } from './use-saving.tsx';
import { labelOf, useLanguage, useSay } from './words.ts';

/** The last saves of a folder, what each has replaced, and the way back: as a draft. */
export function KeptVersions({
  session,
  only,
  onRestore,
}: {
  readonly session: Session;
  /** The record whose saves are shown; all of them without it. */
  readonly only: NamedRecord | undefined;
  readonly onRestore: (record: OpenRecord) => void;
}) {
  const say = useSay();
  const locale = useLanguage();
  const { store } = session;
  const [versions, setVersions] = useState<readonly Version[]>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    const read = store.versions?.() ?? Promise.resolve([]);
    read.then(
      (all) => setVersions(all.filter((one) => !only || concerns(one, only))),
      (error: unknown) => setFault(faultText(error, say)),
    );
  }, [store]);
  return (
    <PageBehindList title={say('editor.versions.title')}>
      <p>{say('editor.versions.hint')}</p>
      <p role="status">
        {!versions && fault === undefined && say('editor.loading')}
        {versions?.length === 0 && say('editor.versions.none')}
      </p>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {versions?.map((version) => (
        <SaveOfPast key={version.saved} version={version} session={session} onRestore={onRestore}>
          {timeOf(version.saved, locale)} · {version.message}
        </SaveOfPast>
      ))}
    </PageBehindList>
  );
}

function SaveOfPast({
  version,
  session: { store, index },
  onRestore,
  children,
}: {
  readonly version: Version;
  readonly session: Session;
  readonly onRestore: (record: OpenRecord) => void;
  readonly children: preact.ComponentChildren;
}) {
  const say = useSay();
  const locale = useLanguage();
  const [found, setFound] = useState<readonly Restoring[]>();
  const [fault, setFault] = useState<string>();
  const look = (): void => {
    restorings(store, version).then(setFound, (error: unknown) => setFault(faultText(error, say)));
  };
  const restore = async (record: OpenRecord): Promise<void> => {
    const drafts = await ownDrafts();
    // What somebody has typed since is not replaced behind their back.
    const draft = await drafts.get(store.name, `${record.collection}/${record.id}`).catch(() => undefined);
    if (draft) setFault(say('editor.versions.hasDraft'));
    else onRestore(record);
  };
  const nameIn = ({ collection, id }: OpenRecord): string =>
    namedBy(`${collection}/${id}`, { to: [collection], form: 'path' }, index, locale);
  const placeOf = ({ file, field }: Differing): string => {
    const name = fileNameOf(file);
    return field === undefined ? name : `${labelOf(field, locale)} · ${name}`;
  };
  const valueOf = (value: unknown, { field }: Differing): unknown => {
    if (field !== undefined) return value;
    return value === true ? say('editor.versions.file') : undefined;
  };
  return (
    <details
      class="more"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && !found) look();
      }}
    >
      <summary>{children}</summary>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {found?.map((one) => (
        <section key={one.record.id} class="element">
          <h2>{nameIn(one.record)}</h2>
          {one.differing.length === 0 && <p>{say('editor.versions.same')}</p>}
          {one.differing.map((differing, at) => (
            <TwoVersions
              key={at}
              place={placeOf(differing)}
              versions={[
                { name: say('editor.versions.now'), value: valueOf(differing.now, differing) },
                { name: say('editor.versions.kept'), value: valueOf(differing.kept, differing) },
              ]}
            />
          ))}
          {canRestore(one) ? (
            <button type="button" onClick={() => void restore(one.record)}>
              {say('editor.versions.restore')}
            </button>
          ) : (
            one.record.files.size === 0 && <p>{say('editor.versions.wasNot')}</p>
          )}
        </section>
      ))}
    </details>
  );
}
