/** Follows the system's light or dark for as long as the page lives. */
export function followSystemTheme(root: HTMLElement): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    root.classList.toggle('dark', dark.matches);
  };
  apply();
  dark.addEventListener('change', apply);
}
