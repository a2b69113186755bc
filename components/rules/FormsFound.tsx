import { formsOfPhrase } from '../../lib/moderation/dictionary';
import { useApp } from '../app/app-context';
import classes from './rules.module.css';

/** Forms of one word that are shown; verbs have more than anyone reads. */
const SHOWN = 12;

/** The forms that each word of a phrase is found in. */
export function FormsFound({ phrase }: { phrase: string }) {
  const { messages } = useApp();
  const words = messages.rules.form;
  const forms = formsOfPhrase(phrase);
  if (forms.length === 0) return null;
  return (
    <div className={classes.forms}>
      {words.forms}
      <ul>
        {forms.map((list) => (
          <li key={list[0]}>
            {list.slice(0, SHOWN).join(', ')}
            {list.length > SHOWN && ` ${words.moreForms(list.length - SHOWN)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
