import { useApp } from '../stores';

/** The voice for people who listen rather than look. What lies under a dialog is silent, so each dialog has one too. */
export function Announcer() {
  const announcement = useApp((state) => state.announcement);
  return (
    <div className="visually-hidden" aria-live="polite">
      {announcement}
    </div>
  );
}
