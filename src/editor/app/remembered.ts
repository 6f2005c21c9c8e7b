/** Small choices that this browser remembers; none where it may not. */

type Choice = 'language' | 'editor';

const key = (choice: Choice): string => `bien-tap.${choice}`;

export function remembered(choice: Choice): string | undefined {
  try {
    return localStorage.getItem(key(choice)) ?? undefined;
  } catch {
    // No storage in this browser.
    return undefined;
  }
}

export function remember(choice: Choice, value: string): void {
  try {
    localStorage.setItem(key(choice), value);
  } catch {
    // As above: for this page only.
  }
}
