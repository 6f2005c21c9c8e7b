import { answerMessages } from '../../build/thread.ts';
import { makeFiles } from './make-files.ts';

/** The thread that makes the files of an edition while the browser prints the next. */
answerMessages(makeFiles);
