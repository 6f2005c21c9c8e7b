/** What needs the parser of texts, which is fetched after the first screen: 950 kB of WebAssembly, once. */
export { readContent } from '../content/read.ts';
export { asOpened, checkedRecord } from './checked-record.ts';
export { compileBody } from '../content/parse/mdx.ts';
export { planDeletion } from './deletion.ts';
export { editorIndex, namedBy, refreshIndex, withListed } from './editor-index.ts';
export { accepted, commitMessage, settled, todayInVietNam, translationsConcerned } from './save.ts';
export { withoutRecord } from './without-record.ts';
