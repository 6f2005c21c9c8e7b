/**
 * The colours of `styles/tokens.css` that a letter has, by day and by night: mail programs know no custom properties.
 * A test holds the two together.
 */
export const colours = {
  paper: { day: '#fbf9f4', night: '#171512' },
  ink: { day: '#1d1a16', night: '#ece6da' },
  muted: { day: '#5d554b', night: '#b3a998' },
  accent: { day: '#9b1c2e', night: '#f08a93' },
  rule: { day: '#d9d2c5', night: '#3a352d' },
} as const;
