/** Lets keys go on in the section where what had the focus is gone, as a row that was dealt with is. */
export function keepPlace(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main')?.focus();
  });
}
