import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'danger' | 'plain';
  readonly isLarge?: boolean;
}

/** A verb that can be pressed. */
export function Button({ look, isLarge = false, className = '', ...rest }: ButtonProps) {
  const classes = ['button', look && `button-${look}`, isLarge && 'button-large', className];
  return <button type="button" className={classes.filter(Boolean).join(' ')} {...rest} />;
}
