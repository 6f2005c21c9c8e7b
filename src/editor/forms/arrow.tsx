/** An arrow, drawn: few faces have it as a letter. What it does its button says. */
export function Arrow({ to }: { readonly to: 'up' | 'down' }) {
  return (
    <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true">
      <path d={to === 'up' ? 'M8 14V2M3 7l5-5 5 5' : 'M8 2v12M3 9l5 5 5-5'} />
    </svg>
  );
}
