import { openDrafts, rememberedFolder, rememberFolder } from '../editor/drafts.ts';
import { pictureName, preparePicture } from '../editor/pictures.ts';
import { fromBase64, toBase64 } from '../editor/store/host.ts';
import { filesBelow } from '../editor/store/listing.ts';
import { folderStore } from '../editor/store/folder.ts';

/** What the tests of the editor's browser parts call in a page (`src/editor/browser.test.ts`). */
const inPage = {
  openDrafts,
  rememberFolder,
  rememberedFolder,
  folderStore,
  filesBelow,
  preparePicture,
  pictureName,
  toBase64,
  fromBase64,
};

declare global {
  var editorInPage: typeof inPage;
}
globalThis.editorInPage = inPage;
