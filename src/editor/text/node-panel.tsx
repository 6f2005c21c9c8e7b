import type { EditorKey } from '../../i18n/editors.ts';
import { useSay } from '../app/words.ts';
import type { TextTools } from './text-editor.tsx';

/** The words of a component that do not stand in the text itself: the title of a note, what a picture shows. */

const attributes = {
  figure: ['alt', 'caption', 'credit'],
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
            return (
              <label key={attribute}>
                <span>{say(key)}</span>
                <input
                  type="text"
                  value={String(node.attrs[attribute])}
                  onInput={({ currentTarget }) =>
                    editing.setAttribute(pos, attribute, currentTarget.value)(view.state(), view.dispatch)
                  }
                />
              </label>
            );
          })}
        </div>
      ))}
    </>
  );
}
