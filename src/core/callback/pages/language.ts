/** Which of our two languages a phone is answered in. */
import type { Language } from '#shared/model/host.ts';

/**
 * The first of Chinese or English that an `Accept-Language` header prefers. No header means a Chinese
 * phone, which is who scans; a phone that reads neither gets English.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((choice) => {
      const [tag = '', ...parameters] = choice.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((left, right) => right.weight - left.weight);
  for (const { tag } of wanted) {
    if (tag === '*' || tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return wanted.length === 0 ? 'zh-CN' : 'en';
}
