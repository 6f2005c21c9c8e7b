import { spelled } from '../yaml-spelling.ts';
import { useSay } from './words.ts';

/** One thing as it is in two versions, beside each other. */
export function TwoVersions({
  place,
  versions,
}: {
  /** What it is: the name of a field or file. */
  readonly place: string;
  readonly versions: readonly {
    readonly name: string;
    /** `undefined` where it is not there. */
    readonly value: unknown;
  }[];
}) {
  const say = useSay();
  const textIn = (value: unknown): string => {
    if (value === undefined) return say('editor.deleted');
    return typeof value === 'string' ? value : spelled(value);
  };
  return (
    <section>
      <h3>{place}</h3>
      <div class="versions">
        {versions.map(({ name, value }) => (
          <section key={name}>
            <h4>{name}</h4>
            <pre tabIndex={0}>{textIn(value)}</pre>
          </section>
        ))}
      </div>
    </section>
  );
}
