/** The key `/` goes to the search box, wherever on a page it is pressed, but not while something is being typed. */
export function searchKey(input: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    const typing =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.closest('input, select, textarea') !== null);
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
