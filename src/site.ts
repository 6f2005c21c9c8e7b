import type { HostSettings } from './editor/store/host.ts';
import { hostSettings } from './editor/store/settings.ts';
import type { IatiReporter } from './model/iati.ts';
import type { TextLicence } from './model/licences.ts';

/**
 * What the owner of the site says of it. First where it will stand: the one place for its domain and sub-path. Links, canonical addresses and the addresses
 * printed in the PDFs follow from these two: `SITE_URL=https://example.org BASE_PATH=/ban-tin npm run build`.
 */

/** Address of the host, without a path. The reserved top-level domain of the default leads nowhere on purpose. */
export const siteUrl = process.env['SITE_URL'] ?? 'https://ban-tin-huu-nghi.example';

/** Path below the host: `/` or `/ban-tin`. */
export const basePath = process.env['BASE_PATH'] ?? '/';

/**
 * Under which licence others may use the **texts** of the bulletin: the owner's word, which has not been given. For instance
 * `textLicences['CC-BY-4.0']` (`model/licences.ts`). Then it stands at the foot of every page, in the imprint on the page “About”
 * with the terms of reuse and the credit line, in the imprint of the printed issues, in the feeds, in the open data and in the data
 * for search engines. Until then they say that one has to ask.
 */
export const textLicence: TextLicence | undefined = undefined;

/**
 * Who answers for what is published here, and the permit that it is published under: only its owner can say so. Both stand on the
 * page “About” in the words given here; an issue names its own in `colophon`. For instance
 * `{ responsible: 'Họ tên, chức vụ', permit: 'Số …/GP-… do … cấp ngày …' }`.
 */
export const imprint: { readonly responsible?: string; readonly permit?: string } = {};

/**
 * Under which licence others may use the **code**, as an SPDX identifier (https://spdx.org/licenses/): not given either. With it go
 * `license` in `package.json`, a file `LICENSE` and the README; a test holds them together.
 */
export const codeLicence: string | undefined = undefined;

/**
 * As whom the bulletin reports aid to the International Aid Transparency Initiative. Without an identifier from a register nobody can, so that there
 * is no such file until the owner names one; then it is `/data/iati-activities.xml`. For instance
 * `{ identifier: 'VN-XXX-0123456', type: '22', unit: 'cum-3' }`.
 */
export const iatiReporter: IatiReporter | undefined = undefined;

/**
 * The repository that the browser editor writes to (`EDITOR_REPOSITORY`, `EDITOR_HOST`, `EDITOR_BRANCH`, `EDITOR_CLIENT_ID`; see
 * docs/editor-hosts.md). Nothing of it is secret: it stands in the page of the editor.
 */
export const editorHost: HostSettings | undefined = hostSettings(process.env);
