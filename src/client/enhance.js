// @ts-check
/* Enhancements for those who have scripts: print, share, `/` to search, an offered language, the editor, days that have come. The page is complete without. */

/** @param {string} selector */
const all = (selector) => /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(selector));

for (const tools of all('[data-print-tools]')) {
  tools.hidden = false;
  tools.addEventListener('click', ({ target }) => {
    const kind = target instanceof HTMLElement && target.dataset['print'];
    if (typeof kind !== 'string') return;
    const hint = /** @type {HTMLElement} */ (tools.querySelector('[data-print-hint]'));
    hint.textContent = kind === 'pdf' ? (hint.dataset['printHint'] ?? '') : '';
    // The hint is on the screen before the window covers it.
    setTimeout(print, kind === 'pdf' ? 50 : 0);
  });
}

// The share window of the device; to close it is a refusal, no fault.
for (const button of navigator.share ? all('[data-share]') : []) {
  button.hidden = false;
  button.addEventListener('click', () => {
    navigator.share({ title: document.title, url: location.href }).catch(() => {});
  });
}

// A key of one sign can be switched off (WCAG 2.2, 2.1.4); the choice stays in this browser.
const off = 'no-shortcut';
let shortcut = true;
try {
  shortcut = localStorage.getItem(off) === null;
  // The editor (`editor/app/remembered.ts`) has been open here.
  if (localStorage.getItem('bien-tap.language')) for (const edit of all('.edit')) edit.hidden = false;
} catch {
  // No storage: on for this page.
}
for (const box of all('[data-shortcut]')) {
  box.checked = shortcut;
  box.closest('label')?.removeAttribute('hidden');
  box.addEventListener('change', () => {
    shortcut = box.checked;
    try {
      if (shortcut) localStorage.removeItem(off);
      else localStorage.setItem(off, '');
    } catch {
      // As above.
    }
  });
}
addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (key !== '/' || !shortcut || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return;
  const [field] = all('input[type="search"]');
  // Hidden on a narrow screen.
  if (!field?.offsetParent) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// Offered at the door only: not to those who come from another page of the site.
const within = document.referrer !== '' && new URL(document.referrer).origin === location.origin;
for (const offer of within ? [] : all('[data-offer]')) {
  const here = document.documentElement.lang;
  const languages = navigator.languages.map((code) => code.split('-')[0]);
  const wanted = languages.find((code) => code === here || offer.querySelector(`[lang="${code}"]`));
  if (wanted === undefined || wanted === here) continue;
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (offer.querySelectorAll('[lang]'))) {
    line.hidden = line.lang !== wanted;
  }
  offer.hidden = false;
  offer.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) offer.hidden = true;
  });
}

// Swedish writes a day as ISO 8601 does.
const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' });
for (const mark of all('[data-on]')) mark.hidden = mark.dataset['on'] !== today;
for (const mark of all('[data-after]')) mark.hidden = (mark.dataset['after'] ?? '') >= today;
