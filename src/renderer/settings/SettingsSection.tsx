/** One part of the settings: a card with its heading, which the navigation beside it leads to. */
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { type SectionName, sectionId } from './sections.ts';

export function SettingsSection({ name, children }: { name: SectionName; children: ReactNode }) {
  const t = useText();
  const id = sectionId(name);
  return (
    <section className="settings-section" aria-labelledby={id} data-section={name}>
      <h2 id={id} tabIndex={-1}>
        {t(`settings:${name}.title`)}
      </h2>
      {children}
    </section>
  );
}
