import type { EditorKey } from '../../i18n/editors.ts';
import { photoSizes } from '../../model/body.ts';
import { useSay } from '../app/words.ts';
import type { TextTools } from './text-editor.tsx';

/** The words of a component that do not stand in the text itself: the title of a note, what a picture shows. */

const attributes = {
  figure: ['alt', 'caption', 'credit', 'size'],
  gallery: ['caption'],
  note: ['title'],
  pullQuote: ['by'],
} as const;
type Component = keyof typeof attributes;
const names = Object.keys(attributes) as Component[];

export function NodePanel({ editing, state, view }: TextTools) {
  const say = useSay();
  const found = names.flatMap((name) => {
    const place = editing.around(state, editing.textSchema.nodes[name]);
    return place ? [{ name, ...place }] : [];
  });
  return (
    <>
      {found.map(({ name, node, pos }) => (
        <div class="panel" role="group" key={name} aria-label={say(`editor.component.${name}`)}>
          {attributes[name].map((attribute) => {
            const key: EditorKey = `editor.attribute.${attribute}`;
            const value = String(node.attrs[attribute]);
            const set = (next: string) =>
              editing.setAttribute(pos, attribute, next)(view.state(), view.dispatch);
            return (
              <label key={attribute}>
                <span>{say(key)}</span>
                {attribute === 'size' ? (
                  <select value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
                    {(['', ...photoSizes] as const).map((size) => (
                      <option key={size} value={size}>
                        {say(`editor.photoSize.${size || 'auto'}`)}
                      </option>
                    ))}
                  </select>
                ) : (
                  <input
                    type="text"
                    value={value}
                    onInput={({ currentTarget }) => set(currentTarget.value)}
                  />
                )}
              </label>
            );
          })}
        </div>
      ))}
    </>
  );
}
