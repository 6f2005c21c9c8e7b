import type { CreativeWork, WebSite } from 'schema-dts';
import { entryName, type Bulletin } from '../../bulletin/bulletin.ts';
import { creditLine } from '../../editions/citation.ts';
import { localeCodes, originalLocale, type Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import { textLicence } from '../../site.ts';
import { absolute, imageOf, licensed, type LinkedData } from './linked-data.ts';
import { organizationNamed } from './organization.ts';

/** The site itself, on its home page. */
export function siteData(bulletin: Bulletin, locale: Locale): LinkedData<WebSite> {
  const t = translator(locale);
  const { cluster } = bulletin;
  const url = absolute(locale, '/');
  const site = (code: Locale): CreativeWork => ({
    '@type': 'WebSite',
    '@id': `${absolute(code, '/')}#site`,
    url: absolute(code, '/'),
    inLanguage: code,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${url}#site`,
    url,
    name: t('site.title'),
    description: t('site.description'),
    inLanguage: locale,
    image: imageOf(locale, '/'),
    ...licensed(),
    usageInfo: `${absolute(locale, '/about/')}#imprint`,
    ...(cluster && {
      creditText: creditLine(t('site.title'), entryName(cluster, locale).text, url, textLicence?.name),
    }),
    ...(cluster && { publisher: organizationNamed(bulletin, 'units', cluster.id, locale) }),
    ...(locale === originalLocale
      ? { workTranslation: localeCodes.filter((code) => code !== originalLocale).map(site) }
      : { translationOfWork: site(originalLocale) }),
  };
}
