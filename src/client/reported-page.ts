/** Shows on the contact page the address of the page that a mistake was found on, as its link carried it. */
export function sayReportedPage(): void {
  const path = new URLSearchParams(location.search).get('page') ?? '';
  const note = document.querySelector<HTMLElement>('[data-reported]');
  const link = note?.querySelector('a');
  // Whoever made the link: it leads to a page of this site or is not shown.
  if (!note || !link || !/^\/(?!\/)[\w/.-]+$/.test(path)) return;
  link.href = path;
  link.textContent = link.href;
  note.hidden = false;
}
