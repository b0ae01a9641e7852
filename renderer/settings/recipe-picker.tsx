import { useId, useState } from 'react';

import { COMMAND_RECIPES, type CommandRecipe } from '../../shared/domain/command-recipe';

/** Commands that are known to take a value on their standard input. Picking one fills the arguments in. */
export function RecipePicker({ onPick }: { readonly onPick: (recipe: CommandRecipe) => void }) {
  const id = useId();
  const [picked, setPicked] = useState<CommandRecipe>();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        Begin with
      </label>
      <select
        id={id}
        className="input"
        value={picked?.id ?? ''}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const recipe = COMMAND_RECIPES.find((one) => one.id === event.target.value);
          setPicked(recipe);
          if (recipe !== undefined) onPick(recipe);
        }}
      >
        <option value="">A command of your own</option>
        {COMMAND_RECIPES.map((recipe) => (
          <option key={recipe.id} value={recipe.id}>
            {recipe.name}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="quiet">
        {picked === undefined ? (
          'It has to take the value on its standard input, and end with 0 when it has kept it.'
        ) : (
          <>
            Choose the program <span className="mono">{picked.program}</span> below. {picked.note}
          </>
        )}
      </p>
    </div>
  );
}
