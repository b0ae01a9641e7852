import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'danger' | 'plain';
  readonly isLarge?: boolean;
  /** Something is under way: it does nothing meanwhile, and unlike one that is disabled it keeps the focus. */
  readonly isBusy?: boolean;
}

/** A verb that can be pressed. */
export function Button({ look, isLarge = false, isBusy = false, className = '', ...rest }: ButtonProps) {
  const classes = ['button', look && `button-${look}`, isLarge && 'button-large', className];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      {...rest}
      {...(isBusy && { 'aria-disabled': true, onClick: ignore })}
    />
  );
}

function ignore(event: { readonly preventDefault: () => void }) {
  event.preventDefault();
}
