import {
  KeyRound,
  RefreshCcwDot,
  ScrollText,
  Settings,
  TableProperties,
  UserMinus,
  type LucideIcon,
} from 'lucide-react';

import { SECTIONS, type Section } from '../app-store';
import { selectWaitingCount } from '../rotation/rotation-store';
import { useApp, useRotation, useStores } from '../stores';

const ICONS: Readonly<Record<Section, LucideIcon>> = {
  Inventory: TableProperties,
  Rotation: RefreshCcwDot,
  Leavers: UserMinus,
  Evidence: ScrollText,
  Settings,
};

export function Navigation() {
  const { app } = useStores();
  const current = useApp((state) => state.section);
  const waiting = useRotation(selectWaitingCount);
  return (
    <nav className="navigation" aria-label="Sections">
      <div className="wordmark">
        <KeyRound size={16} aria-hidden />
        <span className="navigation-name">Rekey</span>
      </div>
      {SECTIONS.map((section) => {
        const Icon = ICONS[section];
        return (
          <a
            key={section}
            href={`#${section.toLowerCase()}`}
            aria-current={section === current ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              app.setState({ section });
            }}
          >
            <Icon size={16} aria-hidden />
            <span className="navigation-name">{section}</span>
            {section === 'Rotation' && waiting > 0 && (
              <span className="navigation-count" aria-hidden title={`${String(waiting)} waiting for you`}>
                {waiting}
              </span>
            )}
          </a>
        );
      })}
    </nav>
  );
}
