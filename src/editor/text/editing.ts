/** What is loaded when a text is opened: the rich text and what its buttons do. */
export * from './commands.ts';
export { textSchema } from './schema.ts';
export { mountTextView } from './text-view.ts';
