/** The way through a long screen: links to its parts, the one in view marked. */

import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import { SECTIONS, type SectionName } from './sections.ts';

interface SettingsNavigationProps {
  inView: SectionName;
  onGo: (name: SectionName) => void;
}

export function SettingsNavigation({ inView, onGo }: SettingsNavigationProps) {
  const t = useText();
  return (
    <nav className="settings-nav" aria-label={t('settings:sections')}>
      {SECTIONS.map((name) => (
        <a
          key={name}
          href={hashOf('settings', name)}
          aria-current={name === inView ? 'location' : undefined}
          onClick={() => onGo(name)}
        >
          {t(`settings:${name}.title`)}
        </a>
      ))}
    </nav>
  );
}
