import MimeNode from 'nodemailer/lib/mime-node';
import type { NewsletterEdition } from '../../editions/newsletter.ts';

/**
 * A letter that a mail program opens as a draft (Outlook by `X-Unsent`; others by “edit as new”): without sender, receivers
 * and number, which are the office's. It carries no PDF but leads to it: with one it would be refused by many a mailbox.
 */

/** The program that sends it gives it a number: two letters of one number would be taken for one. */
class Draft extends MimeNode {
  override messageId(): string {
    return '';
  }
}

/** The same bytes for the same letter: its boundary and its day come from the issue. Lines end with CRLF. */
export function newsletterDraft(
  { issue, locale, subject, day }: NewsletterEdition,
  { html, text }: { readonly html: string; readonly text: string },
): Promise<Buffer> {
  const draft = new Draft('multipart/alternative', {
    baseBoundary: `ban-tin-huu-nghi-${issue}-${locale}`,
    newline: 'windows',
  });
  draft.setHeader('X-Unsent', '1');
  draft.setHeader('Subject', subject);
  draft.setHeader('Date', new Date(`${day}T12:00:00Z`));
  draft.setHeader('Content-Language', locale);
  // The last one is the one that is shown where both can be.
  draft.createChild('text/plain; charset=utf-8').setContent(text);
  draft.createChild('text/html; charset=utf-8').setContent(html);
  return draft.build();
}
