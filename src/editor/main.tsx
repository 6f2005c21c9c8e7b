import { render } from 'preact';
import { App } from './app/app.tsx';
import { Language } from './app/words.ts';
import './editor.css';

/** Puts the editor into its page. */

const root = document.getElementById('editor');
if (!root) throw new Error('the page of the editor has no #editor');
const locale = document.documentElement.lang === 'en' ? 'en' : 'vi';
render(
  <Language.Provider value={locale}>
    <App />
  </Language.Provider>,
  root,
);
